import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { addDocument } from '../src/actions/add-document.ts'
import { exportDocument, exportKinds } from '../src/actions/export-document.ts'
import { firstDesk } from '../src/actions/first-start.ts'
import { recheckSlice } from '../src/actions/recheck.ts'
import { paragraphsOf } from '../src/core/document.ts'
import { exportWords } from '../src/i18n/export-words.ts'
import { starter } from '../src/starter.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'

const paragraphsWanted = 10_000
const by = { person: { id: 0, name: 'Bench' }, at: '2026-01-01T00:00:00.000Z' }

/** Prints how long it takes to bring in, check and write out 10,000 paragraphs, against bare rows of the same text, and the most memory so far. */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tarjuman-bench-'))
  const store = await openStore(path.join(folder, 'desk.sqlite'))
  try {
    await measure(store, folder)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(store: Store, folder: string): Promise<void> {
  const raw = longArticle(readFileSync(path.join(import.meta.dirname, '../data/samples/attack-on-base.ar.txt'), 'utf8'))
  const desk = await firstDesk(store, starter, by)
  const plain = await fastest(5, () => storedPlainly(path.join(folder, 'plain.sqlite'), paragraphsOf(raw)))
  console.log(
    `${paragraphsWanted} paragraphs, ${raw.length} characters; stored as bare rows of SQLite and read again, the baseline: ${plain.toFixed(0)} ms`,
  )

  const heading = { title: 'Bench', outlet: '', author: '', date: '', address: '' }
  const article = { deskId: desk.id, heading, unit: 'paragraph', paragraphs: paragraphsOf(raw), raw } as const
  say('bringing it in', await fastest(3, () => addDocument(store, article, by)), plain)
  const { id: documentId } = (await store.documents.list(desk.id))[0]!
  say('checking every segment of three such', await fastest(1, () => recheckAll(store, desk.id)), plain)
  for (const kind of exportKinds) {
    say(`writing ${kind}`, await fastest(3, () => exportDocument(store, { documentId, kind, words: exportWords('en') }, by)), plain)
  }
}

/** The paragraphs of an article over and over, each with its number, so that no two are the same. */
function longArticle(text: string): string {
  const paragraphs = paragraphsOf(text)
  return Array.from({ length: paragraphsWanted }, (_, index) => `${index + 1} ${paragraphs[index % paragraphs.length]}`).join('\n')
}

function storedPlainly(file: string, paragraphs: readonly string[]): void {
  rmSync(file, { force: true })
  const database = new Sqlite(file)
  database.exec('create table line (id integer primary key, text text)')
  const insert = database.prepare('insert into line (text) values (?)')
  database.transaction(() => {
    for (const paragraph of paragraphs) insert.run(paragraph)
  })()
  database.prepare('select * from line order by id').all()
  database.close()
}

async function recheckAll(store: Store, deskId: number): Promise<void> {
  while ((await recheckSlice(store, deskId)) > 0);
}

/** The shortest of so many runs, in milliseconds. */
async function fastest(runs: number, work: () => unknown): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    await work()
    shortest = Math.min(shortest, performance.now() - started)
  }
  return shortest
}

function say(what: string, milliseconds: number, baseline: number): void {
  const memory = process.resourceUsage().maxRSS / 1024
  console.log(
    `${what}: ${milliseconds.toFixed(0)} ms, ${(milliseconds / baseline).toFixed(1)} times the baseline; ${memory.toFixed(0)} MB at most so far`,
  )
}
