import { expect, test } from 'vitest'
import { positionList } from '../../src/formats/bilingual-page.ts'

test.each([
  [[3], '3', '3'],
  [[3, 4], '3, 4', '3، 4'],
  [[3, 4, 5, 9], '3–5, 9', '3–5، 9'],
  [[9, 2, 2, 1], '1, 2, 9', '1، 2، 9'],
  [[], '', ''],
])('the places %j are written %s, in Arabic %s', (positions, english, arabic) => {
  expect(positionList(positions, 'en')).toBe(english)
  expect(positionList(positions, 'ar')).toBe(arabic)
})

test('of very many places the first are written', () => {
  expect(positionList([1, 2, 4, 6, 7, 8, 10], 'en', 4)).toBe('1, 2, 4, 6–8, …')
  expect(positionList([1, 2, 4, 6, 7, 8], 'ar', 4)).toBe('1، 2، 4، 6–8')
})
