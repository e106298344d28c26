import { expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { addTerm } from '../../src/actions/add-term.ts'
import { suggestedTerms } from '../../src/actions/names-without-entry.ts'
import { type Cast, cast, entry, heading, salma } from '../support/cast.ts'

const spellings = async (the: Cast) => {
  const desk = (await the.store.desks.get(the.desk.id))!
  return (await suggestedTerms(the.store, desk, null)).suggestions.map(({ spelling }) => spelling)
}

test('among very many texts a name that was added is gone at once, and the others stay', async () => {
  const the = await cast()
  const paragraphs = Array.from(
    { length: 1_200 },
    (_, index) => `${['اجتمع', 'عاد', 'ظهر'][index % 3]!} ${index % 2 ? 'مجلس السلم' : 'حزب الزيتونة'}.`,
  )
  await addDocument(the.store, { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs, raw: paragraphs.join('\n') }, salma())
  expect((await spellings(the)).toSorted()).toEqual(['حزب الزيتونة', 'مجلس السلم'])
  await addTerm(the.store, the.desk.id, entry('مجلس السلم', 'Peace Council'), salma(1))
  expect(await spellings(the)).toEqual(['حزب الزيتونة'])
  await addTerm(the.store, the.desk.id, entry('حزب الزيتونة', 'Zaytuna Party'), salma(2))
  expect(await spellings(the)).toEqual([])
})

test('two who ask at the same time share the work and the answer', async () => {
  const the = await cast()
  const [one, other] = await Promise.all([suggestedTerms(the.store, the.desk, null), suggestedTerms(the.store, the.desk, null)])
  expect(one).toBe(other)
})
