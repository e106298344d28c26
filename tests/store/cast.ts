import type { Finding } from '../../src/core/checks/finding.ts'
import type { Document } from '../../src/core/document.ts'
import { emptyEntry, type TermDraft } from '../../src/core/glossary/term.ts'
import type { By } from '../../src/core/person.ts'
import type { Segment, Status } from '../../src/core/segment.ts'
import type { Desk, Store } from '../../src/store/store.ts'

/** Who does everything in the tests of the store, and when. */
export const salma: By = { person: { id: 1, name: 'سلمى' }, at: '2025-03-01T08:00:00.000Z' }

/** The same person an hour later. */
export const later: By = { ...salma, at: '2025-03-01T09:00:00.000Z' }

export const heading = { title: 'هجوم على القاعدة', outlet: 'وكالة', author: '', date: '2025-02-28', address: '' }

/** A desk with one document of so many segments, each of two Arabic words and a figure. */
export async function deskWith(store: Store, segments: number): Promise<{ desk: Desk; document: Document; all: Segment[] }> {
  const desk = await store.desks.add('الأخبار')
  const document = await documentWith(store, desk, segments)
  return { desk, document, all: await store.segments.page(document.id, 0, segments) }
}

export async function documentWith(store: Store, desk: Desk, segments: number, by = salma): Promise<Document> {
  const document = await store.documents.add(desk.id, heading, 'paragraph', 'النص كما لُصق\r\n', by)
  const drafts = Array.from({ length: segments }, (_, paragraph) => ({ paragraph, source: `الفقرة رقم ${paragraph + 1}.` }))
  await store.segments.addAll(document.id, drafts)
  return document
}

/** Saves a segment with another status, as an action would. */
export function mark(store: Store, segment: Segment, status: Status, at = later.at): Promise<boolean> {
  return store.segments.save(
    { ...segment, target: `Paragraph ${segment.position}`, status, version: segment.version + 1 },
    segment.version,
    at,
  )
}

/** What a check says where a term's rendering is missing. */
export const missing: Finding = {
  check: 'terms',
  severity: 'required',
  verdict: 'missing',
  termId: null,
  source: { start: 7, end: 19 },
  target: null,
  values: { surface: 'بالحشد الشعبي', wanted: 'Popular Mobilization Forces' },
  mend: { start: 4, end: 9, text: 'Forces' },
}

export const untranslated: Finding = {
  ...missing,
  check: 'untranslated',
  severity: 'advice',
  verdict: 'empty',
  source: null,
  values: {},
  mend: null,
}

/** Changes an entry from what it is now, as an action would. */
export async function changeEntry(store: Store, id: number, entry: TermDraft, by: By): Promise<boolean> {
  return store.terms.saveAll([{ before: (await store.terms.get(id))!, entry }], by)
}

/** An entry of the glossary, with what the test changes of it. */
export function entry(change: Partial<TermDraft> = {}): TermDraft {
  return {
    ...emptyEntry,
    spellings: ['الحشد الشعبي'],
    renderings: [{ text: 'Popular Mobilization Forces', standing: 'preferred' }],
    ...change,
  }
}
