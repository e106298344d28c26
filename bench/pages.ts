import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addDocument } from '../src/actions/add-document.ts'
import { firstDesk } from '../src/actions/first-start.ts'
import { nameYourself } from '../src/actions/name-yourself.ts'
import { paragraphsOf } from '../src/core/document.ts'
import { starter } from '../src/starter.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'
import { createApp } from '../src/web/app.ts'

const rounds = 60
const by = { person: { id: 0, name: 'Bench' }, at: '2026-01-01T00:00:00.000Z' }

/** Prints the time of opening a page of segments and of saving one, in a document of 50 and in one of 10,000, against the same page from a bare server. */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tarjuman-bench-'))
  const store = await openStore(path.join(folder, 'desk.sqlite'))
  try {
    const desk = await firstDesk(store, starter, by)
    await nameYourself(store, 'Bench')
    const server = await listening(createServer(createApp(store, desk)))
    for (const paragraphs of [50, 10_000]) await measure(store, desk.id, originOf(server), paragraphs)
    server.close()
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(store: Store, deskId: number, origin: string, wanted: number): Promise<void> {
  const sample = paragraphsOf(readFileSync(path.join(import.meta.dirname, '../data/samples/attack-on-base.ar.txt'), 'utf8'))
  const paragraphs = Array.from({ length: wanted }, (_, index) => `${index + 1} ${sample[index % sample.length]}`)
  const heading = { title: 'Bench', outlet: '', author: '', date: '', address: '' }
  const { id } = await addDocument(store, { deskId, heading, unit: 'paragraph', paragraphs, raw: paragraphs.join('\n') }, by)
  const page = `/documents/${id}?at=${wanted - 10}`
  const html = await (await fetch(origin + page)).text()
  const bare = await listening(createServer((_, response) => response.setHeader('content-type', 'text/html').end(html)))
  const segment = (await store.segments.getAt(id, wanted - 10))!
  let version = segment.version
  const save = async () => {
    const body = new URLSearchParams({
      version: String(version),
      target: `Text number ${version} for the Popular Mobilization Forces.`,
      do: 'save',
    })
    const answer = await fetch(`${origin}/segments/${segment.id}`, { method: 'POST', headers: { 'X-Part': 'row' }, body })
    version = Number(/name="version" value="(\d+)"/.exec(await answer.text())?.[1])
  }
  const [opened, plain, saved] = await medians([() => read(origin + page), () => read(originOf(bare) + page), save])
  bare.close()
  console.log(
    `a document of ${wanted} segments, a page of ${(html.length / 1024).toFixed(0)} KB from a bare node:http server, the baseline: ${plain!.toFixed(2)} ms`,
  )
  console.log(`  opening the page      ${opened!.toFixed(1).padStart(7)} ms  ${(opened! / plain!).toFixed(1).padStart(6)} × the baseline`)
  console.log(`  saving a segment      ${saved!.toFixed(1).padStart(7)} ms  ${(saved! / plain!).toFixed(1).padStart(6)} × the baseline`)
}

async function read(address: string): Promise<void> {
  await (await fetch(address)).text()
}

/** The median time of each, in milliseconds; they take turns, so that a slow moment of the machine falls on all of them. */
async function medians(works: (() => Promise<void>)[]): Promise<number[]> {
  const times: number[][] = works.map(() => [])
  for (let round = -10; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const start = performance.now()
      await work()
      if (round >= 0) times[index]!.push(performance.now() - start)
    }
  }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!)
}

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
