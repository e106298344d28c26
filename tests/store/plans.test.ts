import type Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { overheardStore } from '../support/store.ts'
import { deskWith, documentWith, entry, missing, salma } from './cast.ts'

let store: Store
let questions: string[]
let sqlite: Sqlite.Database
let desk: number
let document: number
let ids: number[]

beforeAll(async () => {
  const overheard = await overheardStore()
  ;({ store, questions, sqlite } = overheard)
  const made = await deskWith(store, 60)
  for (let count = 0; count < 4; count++) await documentWith(store, made.desk, 20)
  await store.terms.addAll(made.desk.id, [entry(), entry({ spellings: ['بغداد'] })], salma)
  desk = made.desk.id
  document = made.document.id
  ids = made.all.map((segment) => segment.id)
  await store.findings.replace(new Map(ids.map((id) => [id, [{ finding: missing, waiverId: null }]])))
})

describe('no table is read from end to end to', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['open a page of segments', () => store.segments.page(document, 20, 20)],
    ['open a page of what is unfinished', () => store.segments.page(document, 20, 20, 'unfinished')],
    ['open a page of what has findings', () => store.segments.page(document, 20, 20, 'findings')],
    ['open a page of drafts', () => store.segments.page(document, 20, 20, 'draft')],
    ['go on to the next unfinished segment', () => store.segments.nextUnfinished(document, 20)],
    ['count segments', () => store.segments.count(document)],
    ['count what has findings', () => store.segments.count(document, 'findings')],
    ['count up to a place', () => store.segments.countUpTo(document, 20, 'unfinished')],
    ['read the findings of a page', () => store.findings.of(ids.slice(0, 20))],
    ['read the waivers of a page', () => store.waivers.of(ids.slice(0, 20))],
    ['find stale segments', () => store.segments.stale(desk, 20)],
    ['list the documents with their progress', () => store.documents.list(desk)],
    ['find documents by their heading', () => store.documents.find(desk, { search: 'قاعدة', order: 'title' })],
    ['find what is left to do', () => store.documents.find(desk, { order: 'left' })],
    ['list a page of documents', () => store.documents.these([document])],
    ['count the progress of one', () => store.documents.progress(document)],
    ['draw the strip', () => store.segments.strip(document, 10)],
    ['read the history of a segment', () => store.revisions.list(ids[0]!)],
    ['read what was asked on a page', () => store.revisions.asked(ids.slice(0, 20))],
    ['open a page of the glossary', () => store.terms.list(desk, { page: 1, limit: 20 })],
    ['find who shares a spelling', () => store.terms.withSpellings(desk, ['بغداد'])],
    ['find the segments of words', () => store.words.segmentsWith(desk, [[1, 2], [3]])],
    ['count where an entry is used', () => store.occurrences.usage(1)],
    ['list where an entry is used', () => store.occurrences.list(1, { use: 'breaks', page: 1, limit: 20 })],
    ['read what was done in one go', () => store.batches.revisions(1)],
    ['open a page of an entry’s concordance', () => store.concordance.ofTerm(desk, 1, { documentId: 2, position: 3 }, 20)],
    [
      'open a page of a word’s concordance',
      () => store.concordance.ofWords(desk, [[[1, 2], [3]], [[4]]], { documentId: 2, position: 3 }, 20),
    ],
    ['tell whether texts have changed', () => store.concordance.mark(desk, null)],
    ['take back a waiver', () => store.waivers.remove(1)],
  ])('%s', async (_, ask) => {
    const asked = await overhear(ask)
    expect(asked.length).toBeGreaterThan(0)
    for (const question of asked) expect(scans(question)).toEqual([])
  })
})

describe('pages come in order without being sorted', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a page of segments', () => store.segments.page(document, 20, 20)],
    ['a page of what is unfinished', () => store.segments.page(document, 20, 20, 'unfinished')],
    ['a page of what has findings', () => store.segments.page(document, 20, 20, 'findings')],
    ['a page of drafts', () => store.segments.page(document, 20, 20, 'draft')],
    ['a page of the glossary', () => store.terms.list(desk, { page: 1, limit: 20 })],
    ['the next stale segments', () => store.segments.stale(desk, 20)],
  ])('%s', async (_, ask) => {
    for (const question of await overhear(ask)) expect(planOf(question).filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  })
})

describe('one question is enough for', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a list of documents, however long', () => store.documents.list(desk)],
    ['finding documents in any order', () => store.documents.find(desk, { order: 'left' })],
    ['a page of the list of documents', () => store.documents.these(Array.from({ length: 100 }, (_, n) => n + 1))],
    ['the findings of a whole page', () => store.findings.of(ids)],
    ['the waivers of a whole page', () => store.waivers.of(ids)],
    ['the strip of a document', () => store.segments.strip(document, 50)],
  ])('%s', async (_, ask) => {
    expect(await overhear(ask)).toHaveLength(1)
  })
})

test('progress and strip are counted from an index, without reading a text', async () => {
  for (const ask of [() => store.documents.progress(document), () => store.segments.strip(document, 10)]) {
    const [question] = await overhear(ask)
    expect(
      planOf(question!)
        .filter((step) => step.startsWith('SEARCH segment '))
        .every((step) => step.includes('COVERING INDEX')),
    ).toBe(true)
  }
})

async function overhear(ask: () => Promise<unknown>): Promise<string[]> {
  questions.length = 0
  await ask()
  return questions.splice(0)
}

/** What SQLite says it will do to answer. */
function planOf(question: string): string[] {
  const steps = sqlite.prepare(`explain query plan ${question}`).all() as { detail: string }[]
  questions.length = 0
  return steps.map((step) => step.detail)
}

function scans(question: string): string[] {
  return planOf(question).filter((step) => step.startsWith('SCAN') && step !== 'SCAN CONSTANT ROW')
}
