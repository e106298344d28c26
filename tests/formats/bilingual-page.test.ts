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
