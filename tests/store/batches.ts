import { expect, test } from 'vitest'
import type { Opened } from '../support/store.ts'
import { changeEntry, deskWith, documentWith, entry, later, salma } from './cast.ts'

export function importBatchTests(fresh: () => Promise<Opened>): void {
  test('the entries of an import come page by page, as they were before and as it left them', async () => {
    const { store, batch, terms } = await imported(await fresh())
    const [added, changed] = [terms.slice(0, 3), terms[3]!]
    await changeEntry(store, changed.id, entry({ spellings: ['لفظ 3'], note: 'أحدث' }), later)
    await store.terms.remove([added[2]!.id])
    const page = (which: 'added' | 'changed', number: number) => store.batches.termsPage(batch.id, { which, page: number, limit: 2 })
    expect((await page('added', 1)).map(({ termId, before, after }) => [termId, before, after])).toEqual([
      [added[0]!.id, null, null],
      [added[1]!.id, null, null],
    ])
    expect(await page('added', 2)).toEqual([])
    expect(await page('changed', 1)).toMatchObject([
      { termId: changed.id, before: { note: 'قديم' }, after: { note: 'جديد', spellings: ['لفظ 3'] }, version: 2 },
    ])
    expect((await store.terms.these([changed.id, added[0]!.id, 999])).map(({ id }) => id)).toEqual([added[0]!.id, changed.id])
    expect(await store.terms.these([])).toEqual([])
  })

  test('of an import taken back, the entries it left alone are told from those it put back', async () => {
    const { store, batch, terms } = await imported(await fresh())
    const undone = { ...salma, at: '2025-03-01T10:00:00.000Z' }
    const since = { ...salma, at: '2025-03-01T11:00:00.000Z' }
    await changeEntry(store, terms[0]!.id, entry({ spellings: ['لفظ 0'], state: 'retired' }), undone)
    await changeEntry(store, terms[0]!.id, entry({ spellings: ['لفظ 0'], note: 'بعد ذلك' }), since)
    await changeEntry(store, terms[3]!.id, entry({ spellings: ['لفظ 3'], note: 'قديم' }), undone)
    await store.batches.undone(batch.id, undone)
    expect(await store.batches.leftTerms(batch.id)).toEqual([terms[1]!.id, terms[2]!.id])
  })

  test('the texts that stood before revisions, and the titles of documents, come in one question each', async () => {
    const { store } = await fresh()
    const { desk, document, all } = await deskWith(store, 2)
    const other = await documentWith(store, desk, 1)
    const texts = ['One', 'Two', 'Three']
    const revisions = []
    for (const target of texts) revisions.push(await store.revisions.add({ ...revising, target, segmentId: all[0]!.id }))
    const alone = await store.revisions.add({ ...revising, target: 'Alone', segmentId: all[1]!.id })
    const [, second, third] = revisions.map(({ id }) => id)
    expect(await store.batches.formerTexts([second!, third!, alone.id])).toEqual(
      new Map([
        [second, 'One'],
        [third, 'Two'],
      ]),
    )
    expect([...(await store.documents.titles([document.id, other.id, 999])).keys()].sort((a, b) => a - b)).toEqual([document.id, other.id])
    expect((await store.documents.titles([document.id])).get(document.id)).toBe(document.title)
  })

  test('a waiver brings the entry it was given against, where that has changed since', async () => {
    const { store } = await fresh()
    const { desk, document, all } = await deskWith(store, 1)
    const term = await store.terms.add(desk.id, entry({ note: 'أول' }), salma)
    const waiver = await store.waivers.add({ ...waiving, segmentId: all[0]!.id, termId: term.id, termVersion: 1 })
    expect((await store.waivers.of([all[0]!.id])).get(all[0]!.id)).toEqual([{ ...waiver, termThen: null }])
    await changeEntry(store, term.id, entry({ note: 'ثان' }), later)
    expect((await store.waivers.of([all[0]!.id])).get(all[0]!.id)).toEqual([{ ...waiver, termThen: entry({ note: 'أول' }) }])
    expect(await store.waivers.ofDocument(document.id)).toMatchObject([{ id: waiver.id, position: 1, termThen: { note: 'أول' } }])
  })
}

/** An import that added three entries and changed a fourth. */
async function imported({ store }: Opened) {
  const { desk } = await deskWith(store, 1)
  const terms = await store.terms.addAll(
    desk.id,
    [0, 1, 2, 3].map((n) => entry({ spellings: [`لفظ ${n}`], note: n === 3 ? 'قديم' : '' })),
    salma,
  )
  await changeEntry(store, terms[3]!.id, entry({ spellings: ['لفظ 3'], note: 'جديد' }), salma)
  const batch = await store.batches.add({ deskId: desk.id, kind: 'import', name: 'groups.csv', added: 3, changed: 1 }, salma)
  await store.batches.addTerms(
    batch.id,
    terms.map(({ id }, n) => ({
      termId: id,
      before: n === 3 ? entry({ spellings: ['لفظ 3'], note: 'قديم' }) : null,
      version: n === 3 ? 2 : 1,
    })),
  )
  return { store, batch, terms }
}

const revising = { status: 'draft', origin: 'typed', reason: '', person: 'سلمى', at: salma.at, until: salma.at } as const
const waiving = {
  check: 'terms',
  verdict: 'missing',
  surface: 'بالحشد',
  target: '',
  reason: 'اقتباس',
  person: 'سلمى',
  at: salma.at,
} as const
