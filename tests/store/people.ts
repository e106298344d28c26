import { expect, test } from 'vitest'
import type { Opened } from '../support/store.ts'

export function personAndDeskTests(fresh: () => Promise<Opened>): void {
  test('nobody is there before somebody is added; the first stays the first', async () => {
    const { store } = await fresh()
    expect(await store.people.first()).toBeUndefined()
    const salma = await store.people.add('سلمى')
    await store.people.add('Omar')
    expect(await store.people.first()).toEqual({ id: salma.id, name: 'سلمى' })
  })

  test('a person renamed has the new name, and nobody else has', async () => {
    const { store, db } = await fresh()
    const salma = await store.people.add('Salma')
    await store.people.add('Omar')
    await store.people.rename(salma.id, 'سلمى')
    expect((await db.selectFrom('person').select('name').orderBy('id').execute()).map((person) => person.name)).toEqual(['سلمى', 'Omar'])
  })

  test('each change of a glossary raises the version of its own desk by one', async () => {
    const { store } = await fresh()
    const news = await store.desks.add('الأخبار')
    const sport = await store.desks.add('الرياضة')
    expect(news.glossaryVersion).toBe(0)
    expect(await store.desks.raiseGlossaryVersion(news.id)).toBe(1)
    expect(await store.desks.raiseGlossaryVersion(news.id)).toBe(2)
    expect(await store.desks.get(news.id)).toEqual({ ...news, glossaryVersion: 2 })
    expect(await store.desks.get(sport.id)).toEqual(sport)
    expect((await store.desks.first())?.id).toBe(news.id)
    expect(await store.desks.get(99)).toBeUndefined()
  })
}
