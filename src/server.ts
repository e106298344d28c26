import { createServer } from 'node:http'
import { firstDesk } from './actions/first-start.ts'
import { recheckSlice } from './actions/recheck.ts'
import { serverConfig } from './config.ts'
import { Problem } from './core/problem.ts'
import { translator } from './i18n/index.ts'
import { problemSentence } from './i18n/sentences.ts'
import { listening } from './listening.ts'
import { starter } from './starter.ts'
import { openStore } from './store/open.ts'
import { createApp } from './web/app.ts'

/** How long the next look for segments to recheck waits when there was nothing to do, and between two slices. */
const idle = 2000
const betweenSlices = 5

async function serve(): Promise<void> {
  const { host, port, databaseUrl } = serverConfig()
  const store = await openStore(databaseUrl)
  const desk = await firstDesk(store, starter, { person: { id: 0, name: 'Tarjuman' }, at: new Date().toISOString() })
  const server = createServer(createApp(store, desk))
  // Whoever cannot listen leaves nothing open behind that would keep the program from ending.
  await listening(server, host, port).catch(async (refused: unknown) => {
    await store.close()
    throw refused
  })
  const rechecking = keepRechecked(async () => recheckSlice(store, desk.id))
  const address = server.address()
  console.log(`Tarjuman is ready: http://localhost:${typeof address === 'object' ? address?.port : port}`)
  const stop = async () => {
    server.close()
    server.closeIdleConnections()
    await rechecking.stop()
    setTimeout(() => server.closeAllConnections(), 2000).unref()
    server.once('close', () => void store.close())
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
}

/** Works off the segments that a change of the glossary left behind, a slice at a time, so that pages stay quick. */
function keepRechecked(slice: () => Promise<number>): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout
  let stopped = false
  let running = Promise.resolve()
  const turn = async () => {
    const done = await slice().catch((problem: unknown) => {
      console.error(problem)
      return 0
    })
    if (!stopped) timer = setTimeout(begin, done > 0 ? betweenSlices : idle)
  }
  const begin = () => {
    running = turn()
  }
  begin()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

try {
  await serve()
} catch (problem) {
  if (!(problem instanceof Problem)) throw problem
  console.error(problemSentence(translator('en'), problem))
  process.exitCode = 2
}
