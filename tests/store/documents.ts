import { expect, test } from 'vitest'
import type { DocumentOrder } from '../../src/store/store.ts'
import type { Opened } from '../support/store.ts'
import { deskWith, documentWith, heading, later, mark, missing, salma, untranslated } from './cast.ts'

export function documentTests(fresh: () => Promise<Opened>): void {
  test('a document comes back as it was brought in, to the last carriage return', async () => {
    const { store } = await fresh()
    const desk = await store.desks.add('الأخبار')
    const raw = 'قال:\u00a0«نعم»\u200f\r\n\tمُحَمَّد \u202bx\u202c 😀'
    const added = await store.documents.add(desk.id, heading, 'sentence', raw, salma)
    const expected = { id: added.id, deskId: desk.id, ...heading, unit: 'sentence', raw, addedBy: 'سلمى', addedAt: salma.at }
    expect(added).toEqual(expected)
    expect(await store.documents.get(added.id)).toEqual(expected)
    expect(await store.documents.get(added.id + 1)).toBeUndefined()
  })

  test('a changed heading leaves the text alone', async () => {
    const { store } = await fresh()
    const { document } = await deskWith(store, 1)
    await store.documents.change(document.id, { ...heading, title: 'عنوان آخر', outlet: '' })
    expect(await store.documents.get(document.id)).toEqual({ ...document, title: 'عنوان آخر', outlet: '' })
  })

  test('the list is of one desk, newest first, and without the raw text', async () => {
    const { store } = await fresh()
    const { desk, document } = await deskWith(store, 2)
    await deskWith(store, 1)
    const newest = await documentWith(store, desk, 0, later)
    const sameMoment = await documentWith(store, desk, 0, later)
    const list = await store.documents.list(desk.id)
    expect(list.map((one) => one.id)).toEqual([sameMoment.id, newest.id, document.id])
    const { raw: _, ...summary } = document
    expect(list[2]).toEqual({ ...summary, changedAt: salma.at, progress: await store.documents.progress(document.id) })
  })

  test('documents are found by their heading, on one desk, in the order asked for', async () => {
    const { store } = await fresh()
    const { desk, document: attack } = await deskWith(store, 2)
    await deskWith(store, 1)
    const add = async (title: string, date: string, segments: number) => {
      const document = await documentWith(store, desk, segments, later)
      await store.documents.change(document.id, { ...heading, title, date })
      return document.id
    }
    const speech = await add('أمين عام في الوزارة', '2025-03-02', 3)
    const bare = await add('Budget', '', 0)
    const begun = await add('«بيان» الوزارة', '', 3)
    const [first] = await store.segments.page(begun, 0, 1)
    await mark(store, first!, 'translated')
    await store.findings.replace(new Map([[first!.id, [{ finding: missing, waiverId: null }]]]))
    const found = (order: DocumentOrder = 'newest', search = '') => store.documents.find(desk.id, { search, order })
    expect(await found()).toEqual([begun, bare, speech, attack.id])
    expect(await found('title')).toEqual([speech, begun, attack.id, bare])
    expect(await found('date')).toEqual([speech, attack.id, begun, bare])
    expect(await found('left')).toEqual([speech, begun, attack.id, bare])
    expect(await found('newest', 'امين')).toEqual([speech])
    expect(await found('newest', 'وكالة الوزارة')).toEqual([begun, speech])
    expect(await found('left', 'وكالة الوزارة')).toEqual([speech, begun])
  })

  test('the lines of the list come for those asked for, in their order, as the whole list has them', async () => {
    const { store } = await fresh()
    const { desk, document, all } = await deskWith(store, 2)
    await mark(store, all[0]!, 'translated')
    const other = await documentWith(store, desk, 1, later)
    const [newest, oldest] = await store.documents.list(desk.id)
    expect(await store.documents.these([document.id, other.id])).toEqual([oldest, newest])
    expect(await store.documents.these([other.id + 1, document.id])).toEqual([oldest])
    expect(await store.documents.these([])).toEqual([])
  })

  test('the list says when a document was last changed', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 3)
    await mark(store, all[0]!, 'draft', '2025-03-05T10:00:00.000Z')
    await mark(store, all[2]!, 'draft', '2025-03-02T10:00:00.000Z')
    expect((await store.documents.list(desk.id))[0]?.changedAt).toBe('2025-03-05T10:00:00.000Z')
  })

  test('progress counts Arabic words without figures, what is done, and findings open and waived', async () => {
    const { store } = await fresh()
    const { desk, document, all } = await deskWith(store, 4)
    await mark(store, all[0]!, 'translated')
    await mark(store, all[1]!, 'final')
    await mark(store, all[2]!, 'needs-changes')
    const waiver = await store.waivers.add({ ...waived, segmentId: all[1]!.id })
    await store.findings.replace(
      new Map([
        [all[0]!.id, [{ finding: { ...missing, verdict: 'ok', severity: 'none' }, waiverId: null }]],
        [all[1]!.id, [{ finding: missing, waiverId: waiver.id }]],
        [
          all[2]!.id,
          [
            { finding: missing, waiverId: null },
            { finding: { ...missing, verdict: 'avoid' }, waiverId: null },
          ],
        ],
        [all[3]!.id, [{ finding: untranslated, waiverId: null }]],
      ]),
    )
    const progress = { segments: 4, done: 2, words: 8, wordsDone: 4, open: 2, waived: 1 }
    expect(await store.documents.progress(document.id)).toEqual(progress)
    expect((await store.documents.list(desk.id))[0]?.progress).toEqual(progress)
  })

  test('a document without segments has no progress, and neither has one that is not there', async () => {
    const { store } = await fresh()
    const { document } = await deskWith(store, 0)
    const nothing = { segments: 0, done: 0, words: 0, wordsDone: 0, open: 0, waived: 0 }
    expect(await store.documents.progress(document.id)).toEqual(nothing)
    expect(await store.documents.progress(document.id + 1)).toEqual(nothing)
  })

  test('with a desk go its documents, and with them everything that hangs on them', async () => {
    const { store, db } = await fresh()
    const { desk, all } = await deskWith(store, 2)
    const waiver = await store.waivers.add({ ...waived, segmentId: all[0]!.id })
    await store.findings.replace(new Map([[all[0]!.id, [{ finding: missing, waiverId: waiver.id }]]]))
    await store.revisions.add({ ...revised, segmentId: all[0]!.id })
    const other = await deskWith(store, 1)
    await db.deleteFrom('desk').where('id', '=', desk.id).execute()
    for (const table of ['finding', 'waiver', 'revision'] as const) expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    expect((await db.selectFrom('segment').select('documentId').execute()).map((one) => one.documentId)).toEqual([other.document.id])
  })
}

const waived = {
  check: 'terms',
  verdict: 'missing',
  termId: null,
  termVersion: null,
  surface: 'بالحشد',
  target: 'PMU',
  reason: 'اقتباس',
  person: 'سلمى',
  at: later.at,
} as const

const revised = { target: '', status: 'draft', origin: 'typed', reason: '', person: 'سلمى', at: later.at, until: later.at } as const
