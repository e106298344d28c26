import { expect, test } from 'vitest'
import { karim, salma } from '../support/cast.ts'
import type { Opened } from '../support/store.ts'

export function nonTermTests(fresh: () => Promise<Opened>): void {
  test('what is no term is kept for its desk, the newest first, once, until it is taken back', async () => {
    const { store } = await fresh()
    const [news, sport] = [await store.desks.add('الأخبار'), await store.desks.add('الرياضة')]
    const [articles, family] = [
      { identity: 'مواد قانون', spelling: 'مواد القانون' },
      { identity: 'جبوري', spelling: 'الجبوري' },
    ]
    await store.nonTerms.add(news.id, articles, salma(1))
    await store.nonTerms.add(news.id, family, karim(2))
    await store.nonTerms.add(news.id, { ...articles, spelling: 'مواد قانون' }, karim(3))
    await store.nonTerms.add(sport.id, family, karim(4))
    expect(await store.nonTerms.list(news.id)).toEqual([
      { ...family, person: 'Karim', at: karim(2).at },
      { ...articles, person: 'سلمى', at: salma(1).at },
    ])
    await store.nonTerms.remove(news.id, family.identity)
    expect(await store.nonTerms.list(news.id)).toMatchObject([articles])
    expect(await store.nonTerms.list(sport.id)).toMatchObject([family])
  })
}
