import { expect, test } from 'vitest'
import { glossaryOf, keepPatched } from '../../src/actions/glossary.ts'
import { findTerms } from '../../src/core/glossary/find/find.ts'
import type { Desk, Store } from '../../src/store/store.ts'
import { entry, salma } from '../support/cast.ts'
import { memoryStore } from '../support/store.ts'

const letters = 'بتثجحخدذرزسشصضطظعغفقكلمن'
const madeUp = (number: number) =>
  [5, 7, 11, 13, 17].map((step) => letters[(number * step + (number >> (step % 5))) % letters.length]).join('')

async function deskWith(entries: number): Promise<{ store: Store; desk: Desk }> {
  const store = await memoryStore()
  const { id } = await store.desks.add('The desk')
  const drafts = Array.from({ length: entries }, (_, index) => entry(`${madeUp(index)} ${madeUp(index + 1)}`, `Name ${index}`))
  await store.terms.addAll(id, drafts, salma())
  return { store, desk: (await store.desks.get(id))! }
}

test('a large glossary is made ready in turns, once for all who ask meanwhile', async () => {
  const { store, desk } = await deskWith(2_000)
  let turns = 0
  let isReady = false
  const count = () => {
    turns++
    if (!isReady) setImmediate(count)
  }
  const asked = Promise.all([glossaryOf(store, desk), glossaryOf(store, desk)])
  setImmediate(count)
  const [one, other] = await asked
  isReady = true
  expect(one).toBe(other)
  expect(one.terms.size).toBe(2_000)
  expect(turns).toBeGreaterThan(5)
  await store.close()
})

test.each([1, 300])('after a change of %i entries the glossary of the new version has them', async (many) => {
  const { store, desk } = await deskWith(10)
  await glossaryOf(store, desk)
  const drafts = Array.from({ length: many }, (_, index) => entry(index === 0 ? 'سد الزيتونة' : madeUp(index + 50), `New ${index}`))
  const added = await store.terms.addAll(desk.id, drafts, salma())
  const version = await store.desks.raiseGlossaryVersion(desk.id)
  keepPatched(
    store,
    desk.id,
    version,
    added.map((after) => ({ before: null, after })),
  )
  const glossary = await glossaryOf(store, { ...desk, glossaryVersion: version })
  expect(glossary.terms.size).toBe(10 + many)
  expect(findTerms(glossary, 'زار الوفد سد الزيتونة.').map(({ termId }) => termId)).toEqual([added[0]!.id])
  await store.close()
})
