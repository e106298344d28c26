import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addDocument } from '../../src/actions/add-document.ts'
import { firstDesk } from '../../src/actions/first-start.ts'
import { nameYourself } from '../../src/actions/name-yourself.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import type { Document } from '../../src/core/document.ts'
import type { By } from '../../src/core/person.ts'
import type { Segment } from '../../src/core/segment.ts'
import { starter } from '../../src/starter.ts'
import { openStore } from '../../src/store/open.ts'
import type { Desk, Store } from '../../src/store/store.ts'
import { createApp } from '../../src/web/app.ts'

/** The whole program on a free port of this machine, over a store in memory that holds what a first start holds. */
export interface RunningApp {
  store: Store
  desk: Desk
  /** Such as http://127.0.0.1:40123, without a slash at the end. */
  origin: string
  /** Stops answering; open connections are cut, as when somebody ends the program. */
  stop(): Promise<void>
  /** Answers again, at the same address and with the same store. */
  resume(): Promise<void>
  /** Stops for good. */
  close(): Promise<void>
}

/** Starts the program; with a name the person has already been welcomed. */
export async function startApp(name = ''): Promise<RunningApp> {
  const store = await openStore(':memory:')
  const desk = await firstDesk(store, starter, { person: { id: 0, name: 'Tarjuman' }, at: '2026-11-22T08:00:00.000Z' })
  if (name) await nameYourself(store, name)
  const app = createApp(store, desk)
  let server = await listening(createServer(app), 0)
  const { port } = server.address() as AddressInfo
  const stop = () => stopped(server)
  const resume = async () => {
    server = await listening(createServer(app), port)
  }
  const close = async () => {
    await stop()
    await store.close()
  }
  return { store, desk, origin: `http://127.0.0.1:${port}`, stop, resume, close }
}

/** Somebody who saves, and the time of the save. */
export function somebody(name: string, at = '2026-11-22T09:00:00.000Z'): By {
  return { person: { id: 1, name }, at }
}

/** Stores an article of these paragraphs, for a test of its own. */
export function addArticle(app: RunningApp, paragraphs: readonly string[], title = ''): Promise<Document> {
  const heading = { title, outlet: '', author: '', date: '', address: '' }
  return addDocument(
    app.store,
    { deskId: app.desk.id, heading, unit: 'paragraph', paragraphs, raw: paragraphs.join('\n') },
    somebody('Nadia'),
  )
}

/** The segment at a position (from 1) as the database has it. */
export async function segmentAt(app: RunningApp, document: Document, position: number): Promise<Segment> {
  const [segment] = await app.store.segments.page(document.id, position - 1, 1)
  if (!segment) throw new Error(`document ${document.id} has no segment ${position}`)
  return segment
}

/** Saves a translation as somebody else would, past the browser. */
export async function saveElsewhere(app: RunningApp, document: Document, position: number, target: string, name = 'Salma'): Promise<void> {
  const { id, version } = await segmentAt(app, document, position)
  await saveSegment(app.store, { segmentId: id, version, target }, somebody(name))
}

function listening(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
