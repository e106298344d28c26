import { expect, test } from 'vitest'
import type { Finding } from '../../src/core/checks/finding.ts'
import type { Term } from '../../src/core/glossary/term.ts'
import type { Desk, Store } from '../../src/store/store.ts'
import type { Opened } from '../support/store.ts'
import { changeEntry, deskWith, entry, later, missing, salma } from './cast.ts'

export function termTests(fresh: () => Promise<Opened>): void {
  const desk = async (): Promise<{ store: Store; desk: Desk }> => {
    const { store } = await fresh()
    return { store, desk: await store.desks.add('الأخبار') }
  }

  test('an entry comes back as it was decided, spellings and renderings in their order', async () => {
    const { store, desk: news } = await desk()
    const decided = entry({
      spellings: ['الحشد الشعبي', 'حشد شعبي', 'الحشد'],
      renderings: [
        { text: 'Popular Mobilization Forces', standing: 'preferred' },
        { text: 'PMF', standing: 'allowed' },
        { text: 'Popular Mobilization Units', standing: 'avoid', always: true },
      ],
      exactOnly: true,
      firstMention: 'the Popular Mobilization Forces (PMF)',
      note: 'الاسم الرسمي',
    })
    const added = await store.terms.add(news.id, decided, salma)
    expect(added).toEqual({ ...decided, id: added.id, deskId: news.id, version: 1, changedBy: 'سلمى', changedAt: salma.at })
    expect(await store.terms.get(added.id)).toEqual(added)
    expect(await store.terms.get(added.id + 1)).toBeUndefined()
  })

  test('an import of many keeps each entry with its own texts', async () => {
    const { store, desk: news } = await desk()
    const many = Array.from({ length: 2_300 }, (_, index) => numbered(index))
    await store.terms.addAll(news.id, many, salma)
    const all = await store.terms.all(news.id)
    expect(all.map((term) => [term.spellings[0], term.renderings[0]?.text])).toEqual(
      many.map((_, index) => [`كلمة ${index}`, `Word ${index}`]),
    )
  })

  test('retired entries are kept for export and not looked for', async () => {
    const { store, desk: news } = await desk()
    await store.terms.addAll(
      news.id,
      [entry(), entry({ spellings: ['قديم'], state: 'retired' }), entry({ spellings: ['جديد'], state: 'proposed' })],
      salma,
    )
    await store.terms.add((await store.desks.add('الرياضة')).id, entry({ spellings: ['كرة'] }), salma)
    const main = (terms: { spellings: string[] }[]) => terms.map((term) => term.spellings[0])
    expect(main(await store.terms.active(news.id))).toEqual(['الحشد الشعبي', 'جديد'])
    expect(main(await store.terms.all(news.id))).toEqual(['الحشد الشعبي', 'قديم', 'جديد'])
    expect(main((await store.terms.list(news.id, { page: 1, limit: 9, state: 'active' })).terms)).toEqual(['الحشد الشعبي', 'جديد'])
    expect(main((await store.terms.list(news.id, { page: 1, limit: 9, state: 'retired' })).terms)).toEqual(['قديم'])
  })

  test('the entries that texts break are listed by themselves, that of most segments first, and so are the proposed', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 3)
    const state = 'proposed'
    const drafts = [entry(), entry(), entry({ state }), entry(), entry({ state: 'retired' })]
    const [twice, once, proposed, advised] = await store.terms.addAll(desk.id, drafts, salma)
    const found = (term: Term | undefined, severity: Finding['severity']) => ({
      finding: { ...missing, termId: term!.id, severity },
      waiverId: null,
    })
    await store.findings.replace(
      new Map([
        [all[0]!.id, [found(twice, 'required'), found(twice, 'required'), found(proposed, 'advice'), found(advised, 'advice')]],
        [all[1]!.id, [found(twice, 'required'), found(once, 'required')]],
      ]),
    )
    const listed = async (state: 'broken' | 'proposed') =>
      (await store.terms.list(desk.id, { state, page: 1, limit: 9 })).terms.map(({ id }) => id)
    expect(await listed('broken')).toEqual([twice!.id, once!.id, proposed!.id])
    expect(await listed('proposed')).toEqual([proposed!.id])
    expect(await store.terms.breaches([twice!.id, once!.id, advised!.id])).toEqual(
      new Map([
        [twice!.id, 2],
        [once!.id, 1],
      ]),
    )
  })

  test('the glossary is in the order of the Arabic alphabet, page by page', async () => {
    const { store, desk: news } = await desk()
    await store.terms.addAll(
      news.id,
      ['نون', 'باء', 'ألف', 'جيم', 'تاء'].map((spelling) => entry({ spellings: [spelling] })),
      salma,
    )
    const page = async (page: number) => {
      const { terms, total } = await store.terms.list(news.id, { page, limit: 2 })
      return [total, ...terms.map((term) => term.spellings[0])]
    }
    expect([await page(1), await page(2), await page(3), await page(4)]).toEqual([[5, 'ألف', 'باء'], [5, 'تاء', 'جيم'], [5, 'نون'], [5]])
  })

  test.each([
    ['الحشد', ['الحشد الشعبي'], 'a part of a spelling'],
    ['الحَشْد', ['الحشد الشعبي'], 'with tashkeel that the entry lacks'],
    ['لامان', ['الأمانة العامة'], 'bare alif for hamza, inside the word'],
    ['mobilization f', ['الحشد الشعبي'], 'English in another case'],
    ['PMU', ['الحشد الشعبي'], 'a rendering to avoid'],
    ['100%', ['مئة في المئة'], 'a percent sign means itself'],
    ['0_0', [], 'and so does a line below'],
    ['\\', [], 'and a backslash'],
    ['  ', ['الأمانة العامة', 'الحشد الشعبي', 'مئة في المئة'], 'nothing but spaces finds all'],
    ['غائب', [], 'what is not there'],
  ])('searching %j finds %j: %s', async (search, expected) => {
    const { store, desk: news } = await desk()
    const renderings = [
      { text: 'Popular Mobilization Forces', standing: 'preferred' as const },
      { text: 'pmu', standing: 'avoid' as const },
    ]
    await store.terms.addAll(
      news.id,
      [
        entry({ renderings }),
        entry({ spellings: ['الأمانة العامة'], renderings: [{ text: 'General Secretariat', standing: 'preferred' }] }),
        entry({ spellings: ['مئة في المئة'], renderings: [{ text: '100% 1000', standing: 'preferred' }] }),
      ],
      salma,
    )
    const { terms, total } = await store.terms.list(news.id, { search, page: 1, limit: 10 })
    expect([total, ...terms.map((term) => term.spellings[0])]).toEqual([expected.length, ...expected])
  })

  test('entries sharing a spelling are found by its folded key, retired ones too, each once, on this desk', async () => {
    const { store, desk: news } = await desk()
    await store.terms.addAll(
      news.id,
      [entry({ spellings: ['الأنبار', 'أنبار'] }), entry({ spellings: ['بغداد'], state: 'retired' }), entry()],
      salma,
    )
    await store.terms.add((await store.desks.add('الرياضة')).id, entry({ spellings: ['الأنبار'] }), salma)
    const found = await store.terms.withSpellings(news.id, ['الانبار', 'انبار', 'بغدَاد', 'لا شيء'])
    expect(found.map((term) => term.spellings[0])).toEqual(['الأنبار', 'بغداد'])
    expect(await store.terms.withSpellings(news.id, [])).toEqual([])
  })

  test('a changed entry keeps its former state in its history, newest first', async () => {
    const { store, desk: news } = await desk()
    const first = entry({ renderings: [{ text: 'PMU', standing: 'avoid', always: true }] })
    const second = entry({ spellings: ['الحشد', 'الحشد الشعبي'], note: 'أقصر' })
    const { id } = await store.terms.add(news.id, first, salma)
    expect(await changeEntry(store, id, second, later)).toBe(true)
    expect(await changeEntry(store, id, entry({ state: 'retired' }), later)).toBe(true)
    expect(await store.terms.get(id)).toMatchObject({ ...entry({ state: 'retired' }), version: 3, changedAt: later.at })
    expect(await store.terms.history(id)).toEqual([
      { termId: id, version: 2, entry: second, person: 'سلمى', at: later.at },
      { termId: id, version: 1, entry: first, person: 'سلمى', at: salma.at },
    ])
  })

  test('many entries are changed at once, each with its former state kept; where one was changed meanwhile, not all are', async () => {
    const { store, desk: news } = await desk()
    const before = await store.terms.addAll(news.id, [entry(), entry({ spellings: ['بغداد'] })], salma)
    const changes = before.map((term) => ({ before: term, entry: entry({ spellings: [...term.spellings, 'رسم آخر'], note: 'جديد' }) }))
    expect(await store.terms.saveAll(changes, later)).toBe(true)
    for (const { id, spellings } of before) {
      const changed = { note: 'جديد', version: 2, spellings: [...spellings, 'رسم آخر'], changedAt: later.at }
      expect(await store.terms.get(id)).toMatchObject(changed)
      expect(await store.terms.history(id)).toMatchObject([{ version: 1, entry: { spellings } }])
    }
    expect(await store.terms.saveAll(changes, later)).toBe(false)
  })

  test('entries that something is on record about are told from those that can be taken away', async () => {
    const { store, desk: news } = await desk()
    const [changed, fresh] = await store.terms.addAll(news.id, [entry(), entry({ spellings: ['بغداد'] })], salma)
    await changeEntry(store, changed!.id, entry({ note: 'أول' }), later)
    expect(await store.terms.withRecord([changed!.id, fresh!.id])).toEqual(new Set([changed!.id]))
    await store.terms.remove([fresh!.id])
    expect((await store.terms.all(news.id)).map(({ id }) => id)).toEqual([changed!.id])
    expect(await store.terms.withSpellings(news.id, ['بغداد'])).toEqual([])
  })

  test('a change based on an old version of an entry is refused and changes nothing', async () => {
    const { store, desk: news } = await desk()
    const before = await store.terms.add(news.id, entry(), salma)
    const { id } = before
    expect(await store.terms.saveAll([{ before, entry: entry({ note: 'أول' }) }], salma)).toBe(true)
    expect(await store.terms.saveAll([{ before, entry: entry({ spellings: ['ضائع'], note: 'ثان' }) }], later)).toBe(false)
    expect(await store.terms.get(id)).toMatchObject({ note: 'أول', spellings: ['الحشد الشعبي'], version: 2 })
    expect(await store.terms.history(id)).toHaveLength(1)
  })
}

function numbered(index: number) {
  return entry({ spellings: [`كلمة ${index}`, `لفظ ${index}`], renderings: [{ text: `Word ${index}`, standing: 'preferred' }] })
}
