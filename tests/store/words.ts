import { expect, test } from 'vitest'
import type { Opened } from '../support/store.ts'
import { deskWith, documentWith, entry, heading, later, mark, missing, salma } from './cast.ts'

export function wordTests(fresh: () => Promise<Opened>): void {
  test('segments are found by their words, folded, of this desk only and each once', async () => {
    const { store } = await fresh()
    const { desk, document } = await deskWith(store, 0)
    const sources = ['قال الحشد الشعبي إن الحَشد', 'الحشد وحده', 'حزب شعبي', 'والحشد والشعبي']
    await store.segments.addAll(
      document.id,
      sources.map((source, paragraph) => ({ paragraph, source })),
    )
    await deskWith(store, 3)
    const ids = async (stretch: string) => (await store.words.containing([stretch])).map(({ id }) => id)
    const all = await store.segments.page(document.id, 0, 9)
    const positions = async (groups: number[][]) => {
      const found = await store.words.segmentsWith(desk.id, groups)
      return found.map((id) => all.find((segment) => segment.id === id)?.position)
    }
    expect((await store.words.containing(['حشد'])).map(({ key }) => key).sort()).toEqual(['الحشد', 'والحشد'])
    expect(await positions([await ids('حشد')])).toEqual([1, 2, 4])
    expect(await positions([await ids('حشد'), await ids('شعب')])).toEqual([1, 4])
    expect(await positions([await ids('رقم')])).toEqual([])
    expect(await positions([await ids('حشد'), []])).toEqual([])
    expect(await store.words.containing([])).toEqual([])
    await store.words.index(all)
    expect(await positions([await ids('حشد')])).toEqual([1, 2, 4])
  })

  test('a run of thousands of letters without a space is no word, and does not stand in the way of those beside it', async () => {
    const { store } = await fresh()
    const { document } = await deskWith(store, 0)
    const letters = Array.from({ length: 15_000 }, (_, index) => String.fromCharCode(0x628 + ((index * index + (index >> 3)) % 18)))
    await store.segments.addAll(document.id, [{ paragraph: 0, source: `الحشد ${letters.join('')}` }])
    expect((await store.words.containing([''])).map(({ key }) => key)).toEqual(['الحشد'])
  })

  test('an entry shows where it is used and what the English makes of it', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 5)
    const second = await documentWith(store, desk, 1, later)
    const [other] = await store.segments.page(second.id, 0, 1)
    const term = await store.terms.add(desk.id, entry(), salma)
    const [follows, breaks, waived, untouched] = all
    for (const segment of [follows!, breaks!, waived!, other!]) await mark(store, segment, 'translated')
    await store.occurrences.replace(
      new Map([follows!, breaks!, waived!, untouched!, other!].map(({ id }) => [id, new Map([[term.id, 2]])])),
    )
    const waiver = await store.waivers.add({ ...waiving, segmentId: waived!.id, termId: term.id })
    const finding = { ...missing, termId: term.id }
    await store.findings.replace(
      new Map([
        [breaks!.id, [{ finding, waiverId: null }]],
        [waived!.id, [{ finding, waiverId: waiver.id }]],
        [other!.id, [{ finding: { ...finding, severity: 'advice' as const }, waiverId: null }]],
      ]),
    )
    expect(await store.occurrences.usage(term.id)).toEqual({ segments: 5, documents: 2, follows: 2, breaks: 1, waived: 1, untranslated: 1 })
    const listed = await store.occurrences.list(term.id, { page: 1, limit: 9 })
    expect(listed.map(({ documentId, position, use }) => [documentId, position, use])).toEqual([
      [second.id, 1, 'follows'],
      ...[follows!, breaks!, waived!, untouched!].map(({ documentId, position }, index) => [
        documentId,
        position,
        ['follows', 'breaks', 'waived', 'untranslated'][index],
      ]),
    ])
    expect(await store.occurrences.list(term.id, { use: 'breaks', page: 1, limit: 9 })).toMatchObject([
      { id: breaks!.id, title: heading.title, target: 'Paragraph 2', status: 'translated' },
    ])
    expect(await store.occurrences.list(term.id, { page: 2, limit: 4 })).toHaveLength(1)
    await store.occurrences.replace(new Map([[breaks!.id, new Map()]]))
    expect((await store.occurrences.usage(term.id)).segments).toBe(4)
  })
}

export function batchTests(fresh: () => Promise<Opened>): void {
  test('a batch knows its entries and revisions, and is taken back once', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 2)
    const [one, two] = await store.terms.addAll(desk.id, [entry(), entry({ spellings: ['بغداد'] })], salma)
    const batch = await store.batches.add({ deskId: desk.id, kind: 'term-change', name: 'الحشد الشعبي' }, salma)
    const other = await store.batches.add({ deskId: desk.id, kind: 'import', name: 'groups.csv' }, later)
    await store.batches.addTerms(batch.id, [
      { termId: two!.id, before: null, version: 1 },
      { termId: one!.id, before: entry({ note: 'قديم' }), version: 3 },
    ])
    const revision = await store.revisions.add({ ...revising, segmentId: all[0]!.id, batchId: batch.id })
    await store.revisions.add({ ...revising, segmentId: all[1]!.id })
    expect(batch).toEqual({
      id: batch.id,
      deskId: desk.id,
      kind: 'term-change',
      name: 'الحشد الشعبي',
      person: 'سلمى',
      at: salma.at,
      added: 0,
      changed: 0,
      undoneBy: null,
      undoneAt: null,
    })
    expect(await store.batches.list(desk.id, 9)).toEqual([other, batch])
    const mends = await store.batches.add({ deskId: desk.id, kind: 'mends', name: 'الحشد الشعبي' }, later)
    await store.batches.addTerms(mends.id, [{ termId: one!.id, before: entry(), version: 3 }])
    expect([await store.batches.list(desk.id, 9), await store.batches.ofTerm(one!.id)]).toEqual([[other, batch], [batch]])
    expect(await store.batches.latestFor(one!.id)).toEqual(mends)
    await store.batches.taken(mends.id, salma)
    await store.revisions.add({ ...revising, segmentId: all[1]!.id, batchId: mends.id })
    await store.batches.taken(mends.id, later)
    const made = { ...mends, person: 'سلمى', at: salma.at }
    expect([await store.batches.list(desk.id, 9), await store.batches.ofTerm(one!.id)]).toEqual([
      [made, other, batch],
      [made, batch],
    ])
    expect(await store.batches.terms(batch.id)).toEqual([
      { batchId: batch.id, termId: one!.id, before: entry({ note: 'قديم' }), version: 3 },
      { batchId: batch.id, termId: two!.id, before: null, version: 1 },
    ])
    expect(await store.batches.ofTerm(two!.id)).toEqual([batch])
    expect(await store.batches.revisions(batch.id)).toEqual([revision])
    expect([await store.batches.undone(batch.id, later), await store.batches.undone(batch.id, later)]).toEqual([true, false])
    expect(await store.batches.get(batch.id)).toMatchObject({ undoneBy: later.person.name, undoneAt: later.at })
  })
}

const waiving = {
  check: 'terms',
  verdict: 'missing',
  termVersion: 1,
  surface: 'بالحشد الشعبي',
  target: '',
  reason: 'اسم آخر',
  person: 'سلمى',
  at: salma.at,
} as const
const revising = {
  target: 'One',
  status: 'draft',
  origin: 'term-change',
  reason: '',
  person: 'سلمى',
  at: salma.at,
  until: salma.at,
} as const
