import { expect, test } from 'vitest'
import { isHeadline, longestHeadline } from '../../src/core/headline.ts'

test.each<[source: string, expected: boolean, reason: string]>([
  ['هجوم على قاعدة عسكرية', true, 'no sentence ends there'],
  ['«الحشد الشعبي ينفي»', true, 'quotation marks or none'],
  ['هجوم على قاعدة «عين الأسد» ', true, 'with a space behind it'],
  ['نفى الحشد الشعبي ذلك.', false, 'a full stop'],
  ['قال: «لم نكن هناك.» ', false, 'inside quotation marks'],
  ['(عاد الهدوء!)', false, 'or brackets'],
  ['هل ينسحب الحشد الشعبي؟', false, 'a question mark'],
  ['وقال المتحدث باسم الحشد الشعبي:', false, 'something is to follow'],
  ['ا'.repeat(longestHeadline), true, 'short enough'],
  ['ا'.repeat(longestHeadline + 1), false, 'too long: somebody forgot the full stop'],
  ['', true, 'nothing ends nowhere'],
])('%j is a headline: %s (%s)', (source, expected) => {
  expect(isHeadline(source)).toBe(expected)
})
