import { expect, test } from 'vitest'
import type { ConcordancePlace, ConcordanceSegment, Store } from '../../src/store/store.ts'
import type { Opened } from '../support/store.ts'
import { deskWith, documentWith, entry, later, mark, salma } from './cast.ts'

export function concordanceTests(fresh: () => Promise<Opened>): void {
  const places = (found: readonly ConcordanceSegment[]) => found.map(({ documentId, position }) => [documentId, position])

  async function twoDocuments() {
    const { store } = await fresh()
    const { desk, document, all } = await deskWith(store, 3)
    const second = await documentWith(store, desk, 2, later)
    const others = await store.segments.page(second.id, 0, 9)
    const elsewhere = await deskWith(store, 2)
    return { store, desk, document, second, all: [...all, ...others], elsewhere }
  }

  async function allPages(ask: (after: ConcordancePlace | null) => Promise<ConcordanceSegment[]>): Promise<ConcordanceSegment[][]> {
    const pages: ConcordanceSegment[][] = []
    for (let after: ConcordancePlace | null = null; ; ) {
      const page = await ask(after)
      if (page.length === 0) return pages
      pages.push(page)
      after = page.at(-1)!
    }
  }

  test('the places of an entry come newest document first, each in its order, a page after a place', async () => {
    const { store, desk, document, second, all, elsewhere } = await twoDocuments()
    const term = await store.terms.add(desk.id, entry(), salma)
    const found = [...all.filter((_, index) => index !== 1), ...elsewhere.all]
    await store.occurrences.replace(new Map(found.map(({ id }) => [id, new Map([[term.id, 1]])])))
    const pages = await allPages((after) => store.concordance.ofTerm(desk.id, term.id, after, 3))
    expect(pages.map(places)).toEqual([
      [
        [second.id, 1],
        [second.id, 2],
        [document.id, 1],
      ],
      [[document.id, 3]],
    ])
    expect(pages[0]![0]).toMatchObject({ title: document.title, source: 'الفقرة رقم 1.', target: '', status: 'not-started' })
  })

  test('the places of words are those that have, for a spelling, one of each of its groups', async () => {
    const { store, desk, document, second } = await twoDocuments()
    const more = ['دار السلم', 'دار', 'السلم في الدار', 'غيرها']
    const third = await documentWith(store, desk, 0, later)
    await store.segments.addAll(
      third.id,
      more.map((source, paragraph) => ({ paragraph, source })),
    )
    const group = async (...keys: string[]) =>
      (await store.words.containing(keys)).filter(({ key }) => keys.includes(key)).map(({ id }) => id)
    const sources = async (spellings: number[][][]) =>
      (await store.concordance.ofWords(desk.id, spellings, null, 9)).map(({ source }) => source)
    const [house, peace] = [await group('دار', 'الدار'), await group('السلم')]
    expect(await sources([[house]])).toEqual(['دار السلم', 'دار', 'السلم في الدار'])
    expect(await sources([[house, peace]])).toEqual(['دار السلم', 'السلم في الدار'])
    expect(await sources([[house, peace], [await group('غيرها')]])).toEqual(['دار السلم', 'السلم في الدار', 'غيرها'])
    expect(await sources([[house, []]])).toEqual([])
    expect(await sources([])).toEqual([])
    const pages = await allPages(async (after) => store.concordance.ofWords(desk.id, [[await group('رقم')]], after, 2))
    expect(pages.flatMap(places)).toEqual([
      [second.id, 1],
      [second.id, 2],
      [document.id, 1],
      [document.id, 2],
      [document.id, 3],
    ])
  })

  test('texts are those of a document or of the newest documents, and their mark changes with each of them', async () => {
    const { store, desk, document, second, all } = await twoDocuments()
    expect(places(await store.concordance.texts(desk.id, document.id, 9)).map(([, position]) => position)).toEqual([1, 2, 3])
    expect(places(await store.concordance.texts(desk.id, null, 3)).map(([id]) => id)).toEqual([second.id, second.id, document.id])
    const marks = (of: Store) => Promise.all([of.concordance.mark(desk.id, null), of.concordance.mark(desk.id, document.id)])
    const before = await marks(store)
    await mark(store, all[4]!, 'draft')
    const between = await marks(store)
    expect([between[0] === before[0], between[1] === before[1]]).toEqual([false, true])
    await mark(store, all[0]!, 'draft')
    expect((await marks(store))[1]).not.toBe(between[1])
    await documentWith(store, desk, 0)
    expect(await store.concordance.mark(desk.id, 999)).toBe('0 0 0 ')
  })
}
