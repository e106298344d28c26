import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unknownHabits } from '../../../../src/core/arabic/habits.ts'
import { inContext, lookedUp, lookedUpIn, standsIn } from '../../../../src/core/glossary/find/concordance.ts'
import { always } from '../../../support/always.ts'

describe('a word in its context', () => {
  test.each([
    ['قال إن الحشد هنا', 'الحشد', 20, ['قال إن ', 'الحشد', ' هنا'], 'all of it where it is short'],
    ['كلمة ثم أخرى الحشد ثم أخرى كلمة', 'الحشد', 10, ['… ثم أخرى ', 'الحشد', ' ثم أخرى …'], 'cut between words'],
    ['كلمات الحشد كلمات', 'الحشد', 3, ['… ', 'الحشد', ' …'], 'no word fits'],
    ['كلمات(الحشد)كلمات', 'الحشد', 3, ['… ', 'الحشد', ' …'], 'nor what is written without a space'],
    ['الحشد\nهنا', 'الحشد', 9, ['', 'الحشد', ' هنا'], 'a line end is a space'],
  ] as [string, string, number, [string, string, string], string][])('%s, %s, %i: %j (%s)', (text, word, width, [before, found, after]) => {
    const start = text.indexOf(word)
    expect(inContext(text, { start, end: start + word.length }, width)).toEqual({ before, word: found, after })
  })

  test('is a stretch of the text, and never longer on either side than asked', () => {
    const text = fc.array(fc.constantFrom('قال', 'الحشد', ' ', ' ', 'a', '،', '\n'), { maxLength: 30 }).map((parts) => parts.join(''))
    always(
      fc.property(text, fc.nat(40), fc.nat(8), fc.nat(20), (text, start, length, width) => {
        const from = Math.min(start, text.length)
        const shown = inContext(text, { start: from, end: Math.min(text.length, from + length) }, width)
        const joined = `${shown.before.replace(/^… /, '')}${shown.word}${shown.after.replace(/ …$/, '')}`
        expect(text.replace(/\s/g, ' ')).toContain(joined)
        expect(Math.max(shown.before.replace(/^… /, '').length, shown.after.replace(/ …$/, '').length)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('a word is looked up in all its forms', () => {
  test.each([
    ['قاعدة', 'في القاعدة وقواعد أخرى وبقاعدتين', ['القاعدة', 'وقواعد', 'وبقاعدتين'], 'plural, dual, proclitics'],
    ['بالحشد', 'الحشد وللحشد', ['الحشد', 'وللحشد'], 'as it was selected, with its proclitic'],
    ['الحشد الشعبي', 'بالحشد الشعبي ثم الحشد', ['بالحشد الشعبي'], 'a phrase'],
    ['الحَشد', 'الحشد', ['الحشد'], 'with tashkeel'],
    ['كتاب', 'مكتبة', [], 'not a part of another word'],
  ])('%s in %s: %j (%s)', (typed, text, found) => {
    const places = standsIn(lookedUpIn(lookedUp(typed)!), text, unknownHabits)
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(found)
  })

  test('what has no Arabic is nothing to look up', () => {
    expect(['', '  ', 'PMF', '123'].map(lookedUp)).toEqual([undefined, undefined, undefined, undefined])
  })
})
