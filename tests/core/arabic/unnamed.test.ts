import { expect, test } from 'vitest'
import { isUnnamed } from '../../../src/core/arabic/unnamed.ts'

test.each([
  ['في', 'a function word'],
  ['الخميس', 'a day'],
  ['تشرين', 'a month'],
  ['ملايين', 'a number'],
  ['الماضي', 'which of several times'],
  ['قالت', 'a verb of news in the feminine'],
  ['قالوا', 'in the plural'],
  ['يعلن', 'in the present'],
  ['ستقدم', 'in the future'],
  ['تعرضت', 'a feminine verb by its ت'],
  ['اجتمع', 'a verb of the eighth form'],
  ['انسحبوا', 'of the seventh, in the plural'],
  ['استخدم', 'of the tenth'],
  ['أيضاً', 'an adverb with tanwin'],
])('%s is part of no name: %s', (word) => {
  expect(isUnnamed(word.replaceAll(/[\u064b-\u0652]/g, ''))).toBe(true)
})

test.each([
  ['بغداد', 'a city'],
  ['تكريت', 'one that ends in ت'],
  ['بيروت', 'another'],
  ['الكويت', 'with the article'],
  ['يوسف', 'a person who begins with ي'],
  ['تونس', 'a country that begins with ت'],
  ['اجتماع', 'the noun of a verb'],
  ['انسحاب', 'another'],
  ['استخدام', 'a third'],
  ['القائد', 'an office'],
  ['عين', 'the first word of a place'],
  ['أنقرة', 'no verb of the seventh form'],
])('%s may be: %s', (word) => {
  expect(isUnnamed(word)).toBe(false)
})
