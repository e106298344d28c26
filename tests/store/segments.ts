import { expect, test } from 'vitest'
import { type Status, statuses } from '../../src/core/segment.ts'
import type { SegmentFilter } from '../../src/store/store.ts'
import type { Opened } from '../support/store.ts'
import { deskWith, documentWith, later, mark, missing, untranslated } from './cast.ts'

export function segmentTests(fresh: () => Promise<Opened>): void {
  test('segments stand in the order they were given, from 1, not yet started', async () => {
    const { store } = await fresh()
    const desk = await store.desks.add('الأخبار')
    const document = await documentWith(store, desk, 0)
    const drafts = [
      { paragraph: 0, source: 'قال د. علي. ' },
      { paragraph: 0, source: 'ثم مضى.' },
      { paragraph: 1, source: 'انتهى' },
    ]
    await store.segments.addAll(document.id, drafts)
    const stored = await store.segments.page(document.id, 0, 10)
    const added = { documentId: document.id, target: '', status: 'not-started', version: 1, checkedVersion: -1 }
    expect(stored).toEqual(drafts.map((draft, index) => ({ ...added, ...draft, id: stored[index]!.id, position: index + 1 })))
    expect(await store.segments.get(stored[1]!.id)).toEqual(stored[1])
    expect(await store.segments.getAt(document.id, 3)).toEqual(stored[2])
    expect(await store.segments.getAt(document.id, 4)).toBeUndefined()
    expect(await store.segments.get(99_999)).toBeUndefined()
  })

  test('more segments than one statement can carry arrive whole', async () => {
    const { store } = await fresh()
    const { document, all } = await deskWith(store, 2_345)
    expect(all.map((segment) => segment.position)).toEqual(Array.from({ length: 2_345 }, (_, index) => index + 1))
    expect(await store.segments.count(document.id)).toBe(2_345)
  })

  test('no two segments of a document stand at the same place', async () => {
    const { store } = await fresh()
    const { document } = await deskWith(store, 2)
    await expect(store.segments.addAll(document.id, [{ paragraph: 0, source: 'مرة أخرى' }])).rejects.toThrow()
    expect(await store.segments.count(document.id)).toBe(2)
  })

  test('a page begins after its position, ends at its limit, and never shows another document', async () => {
    const { store } = await fresh()
    const { desk, document } = await deskWith(store, 7)
    await documentWith(store, desk, 7)
    const positions = async (after: number, limit: number) =>
      (await store.segments.page(document.id, after, limit)).map((segment) => [segment.documentId, segment.position])
    expect(await positions(0, 3)).toEqual([1, 2, 3].map((position) => [document.id, position]))
    expect(await positions(5, 3)).toEqual([6, 7].map((position) => [document.id, position]))
    expect(await positions(7, 3)).toEqual([])
  })

  test('each filter shows, counts and counts up to a place what it says', async () => {
    const { store } = await fresh()
    const { document, all } = await deskWith(store, 12)
    for (const segment of all) await mark(store, segment, statusAt(segment.position))
    const waiver = await store.waivers.add({ ...waived, segmentId: all[2]!.id })
    await store.findings.replace(
      new Map([
        [
          all[1]!.id,
          [
            { finding: missing, waiverId: null },
            { finding: missing, waiverId: null },
          ],
        ],
        [all[2]!.id, [{ finding: missing, waiverId: waiver.id }]],
        [all[3]!.id, [{ finding: { ...missing, verdict: 'ok' }, waiverId: null }]],
        [all[4]!.id, [{ finding: untranslated, waiverId: null }]],
        [all[10]!.id, [{ finding: { ...missing, verdict: 'variant', severity: 'advice' }, waiverId: null }]],
      ]),
    )
    const expected: Record<SegmentFilter, number[]> = {
      all: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      unfinished: [1, 2, 4, 7, 8, 10],
      findings: [2, 11],
      'not-started': [1, 7],
      draft: [2, 8],
      translated: [3, 9],
      'needs-changes': [4, 10],
      reviewed: [5, 11],
      final: [6, 12],
    }
    for (const [filter, positions] of Object.entries(expected) as [SegmentFilter, number[]][]) {
      const page = await store.segments.page(document.id, 1, 3, filter)
      expect([filter, page.map((segment) => segment.position)]).toEqual([filter, positions.filter((position) => position > 1).slice(0, 3)])
      expect([filter, await store.segments.count(document.id, filter)]).toEqual([filter, positions.length])
      expect([filter, await store.segments.countUpTo(document.id, 8, filter)]).toEqual([filter, positions.filter((at) => at <= 8).length])
    }
  })

  test('the next unfinished one is sought after the place, then from the beginning', async () => {
    const { store } = await fresh()
    const { document, all } = await deskWith(store, 5)
    for (const position of [1, 3, 5]) await mark(store, all[position - 1]!, 'translated')
    const next = async (after: number) => (await store.segments.nextUnfinished(document.id, after))?.position
    expect([await next(0), await next(2), await next(4), await next(5)]).toEqual([2, 4, 2, 2])
    for (const position of [2, 4]) await mark(store, all[position - 1]!, 'final')
    expect(await next(0)).toBeUndefined()
  })

  test('a save based on an old version is refused and changes nothing', async () => {
    const { store } = await fresh()
    const { all } = await deskWith(store, 2)
    const first = { ...all[0]!, target: 'The first paragraph', status: 'draft' as const, version: 2, checkedVersion: 5 }
    expect(await store.segments.save(first, 1, later.at)).toBe(true)
    expect(await store.segments.save({ ...first, target: 'Lost?', version: 2 }, 1, later.at)).toBe(false)
    expect(await store.segments.get(first.id)).toEqual(first)
    expect(await store.segments.get(all[1]!.id)).toEqual(all[1])
    expect(await store.segments.save({ ...first, id: 99_999 }, 1, later.at)).toBe(false)
  })

  test('a segment taken back from done is unfinished again', async () => {
    const { store } = await fresh()
    const { document, all } = await deskWith(store, 1)
    await mark(store, all[0]!, 'reviewed')
    await mark(store, { ...all[0]!, version: 2 }, 'needs-changes')
    expect(await store.segments.count(document.id, 'unfinished')).toBe(1)
    expect((await store.documents.progress(document.id)).wordsDone).toBe(0)
  })

  test('segments checked with an older glossary are found, of this desk only, until they are checked', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 5)
    const second = await documentWith(store, desk, 2)
    await deskWith(store, 3)
    const stale = async (limit: number) => (await store.segments.stale(desk.id, limit)).map((segment) => segment.id)
    expect(await stale(100)).toHaveLength(7)
    await store.segments.need(desk.id, 4)
    await store.segments.checked([all[0]!.id, all[1]!.id], 4)
    await store.segments.checked([all[2]!.id], 3)
    await store.segments.checked([], 4)
    expect(await stale(3)).toHaveLength(3)
    const rest = (await store.segments.page(second.id, 0, 9)).map((segment) => segment.id)
    expect((await stale(100)).sort((a, b) => a - b)).toEqual([all[2]!.id, all[3]!.id, all[4]!.id, ...rest])
    expect((await store.segments.get(all[0]!.id))?.version).toBe(1)
  })

  test('findings made with an older glossary do not make a segment look older than it is', async () => {
    const { store } = await fresh()
    const { all } = await deskWith(store, 1)
    await store.segments.checked([all[0]!.id], 7)
    await store.segments.checked([all[0]!.id], 6)
    expect((await store.segments.get(all[0]!.id))?.checkedVersion).toBe(7)
  })

  test('English is found by a run of letters whatever its case, or by an accent that may stand for one, on one desk', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 6)
    const other = await deskWith(store, 1)
    const texts = ['The HASHD said so.', 'Ḥashd', 'Has\u0307d', 'The “army” – it said.', '']
    for (const [index, target] of texts.entries()) await store.segments.save({ ...all[index]!, target }, 1, later.at)
    await store.segments.save({ ...other.all[0]!, target: 'Hashd' }, 1, later.at)
    expect(await store.segments.withEnglish(desk.id, ['ashd'])).toEqual(all.slice(0, 3).map(({ id }) => id))
    expect(await store.segments.withEnglish(desk.id, [])).toEqual([])
  })

  test('thousands of segments can be noted as checked at once', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 2_100)
    const ids = Array.from({ length: 40_000 }, (_, index) => index + 1_000_000)
    await store.segments.checked([...all.map((segment) => segment.id), ...ids], 1)
    expect(await store.segments.stale(desk.id, 10)).toEqual([])
  })

  test('the strip shows each piece with its place, its length and what is done', async () => {
    const { store } = await fresh()
    const { document, all } = await deskWith(store, 5)
    await mark(store, all[0]!, 'translated')
    await mark(store, all[1]!, 'translated')
    await mark(store, all[2]!, 'final')
    expect(await store.segments.strip(document.id, 2)).toEqual([
      { position: 1, segments: 3, done: 3, status: null },
      { position: 4, segments: 2, done: 0, status: 'not-started' },
    ])
    const single = (await store.segments.strip(document.id, 100)).map((piece) => [piece.position, piece.segments, piece.status])
    expect(single).toEqual([
      [1, 1, 'translated'],
      [2, 1, 'translated'],
      [3, 1, 'final'],
      [4, 1, 'not-started'],
      [5, 1, 'not-started'],
    ])
    expect(await store.segments.strip((await documentWith(store, (await store.desks.get(document.deskId))!, 0)).id, 5)).toEqual([])
  })

  test('whatever the number of pieces, the strip leaves nothing out', async () => {
    const { store } = await fresh()
    const { document } = await deskWith(store, 97)
    for (const pieces of [1, 2, 7, 50, 96, 97, 98, 300]) {
      const strip = await store.segments.strip(document.id, pieces)
      expect(strip.length).toBe(Math.min(pieces, 97))
      let next = 1
      for (const piece of strip) {
        expect(piece.position).toBe(next)
        next += piece.segments
      }
      expect(next).toBe(98)
    }
  })
}

function statusAt(position: number): Status {
  return statuses[(position - 1) % statuses.length]!
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
