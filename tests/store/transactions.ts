import { expect, test } from 'vitest'
import type { Opened } from '../support/store.ts'
import { deskWith, entry, salma } from './cast.ts'

export function transactionTests(fresh: () => Promise<Opened>): void {
  test('what a transaction answers is handed on, and what it wrote is there', async () => {
    const { store } = await fresh()
    const desk = await store.transaction((store) => store.desks.add('الأخبار'))
    expect(await store.desks.get(desk.id)).toEqual(desk)
  })

  test('a transaction that fails leaves nothing behind and says why', async () => {
    const { store } = await fresh()
    const { desk, document, all } = await deskWith(store, 1)
    const failing = store.transaction(async (store) => {
      await store.terms.add(desk.id, entry(), salma)
      await store.segments.save({ ...all[0]!, target: 'Half', version: 2 }, 1, salma.at)
      await store.documents.add(desk.id, document, 'paragraph', '', salma)
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(await store.segments.get(all[0]!.id)).toEqual(all[0])
    expect(await store.terms.all(desk.id)).toEqual([])
    expect(await store.documents.list(desk.id)).toHaveLength(1)
  })

  test('a transaction inside another is part of it: it falls with the outer one', async () => {
    const { store } = await fresh()
    const failing = store.transaction(async (store) => {
      await store.transaction(async (store) => {
        await store.desks.add('الأخبار')
      })
      throw new Error('afterwards')
    })
    await expect(failing).rejects.toThrow('afterwards')
    expect(await store.desks.first()).toBeUndefined()
  })

  test('what takes several statements is all or nothing by itself', async () => {
    const { store } = await fresh()
    const { document } = await deskWith(store, 0)
    const drafts = Array.from({ length: 1_500 }, (_, index) => ({ paragraph: index === 1_400 ? Number.NaN : index, source: 'نص' }))
    await expect(store.segments.addAll(document.id, drafts)).rejects.toThrow()
    expect(await store.segments.count(document.id)).toBe(0)
  })

  test('transactions begun at the same moment wait for each other', async () => {
    const { store } = await fresh()
    const desk = await store.desks.add('الأخبار')
    const raise = () => store.transaction((store) => store.desks.raiseGlossaryVersion(desk.id))
    const versions = await Promise.all(Array.from({ length: 8 }, raise))
    expect(versions.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('the stores of transactions share one object with the store they come from', async () => {
    const { store } = await fresh()
    const other = await store.transaction(async (store) => store.database)
    expect(other).toBe(store.database)
  })
}
