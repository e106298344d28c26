import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasArabic, hiddenCharacters, isArabicLetter, isMostlyArabic, key, plain } from '../../../src/core/arabic/letters.ts'
import { always } from '../../support/always.ts'

const same: [string, string, string][] = [
  ['العَرَبِيَّة', 'العربية', 'tashkeel goes'],
  ['الـــعربية', 'العربية', 'tatweel (U+0640) goes'],
  ['ﺍﻟﻌﺮﺑﻴﺔ', 'العربية', 'presentation forms become letters'],
  ['ﷲ', 'الله', 'a ligature becomes its letters'],
  ['ﻻ', 'لا', 'lam-alif too'],
  ['کتاب ایران', 'كتاب ايران', 'Persian kaf and ya become Arabic'],
  ['رحمٰن', 'رحمن', 'the dagger alif goes'],
  ['ال\u200cعرب\u200f', 'العرب', 'joiners and direction marks go'],
  ['ا\u0654حمد', 'أحمد', 'a hamza typed apart joins its alif'],
  ['مسؤول', 'مسؤول', 'hamza stays'],
]

describe('the plain spelling', () => {
  it.each(same)('of %s is %s: %s', (text, expected) => expect(plain(text)).toBe(expected))

  it('does not change a second time', () => {
    always(fc.property(fc.string({ unit: 'binary' }), (text) => plain(plain(text)) === plain(text)))
  })
})

describe('the look-up key', () => {
  it.each([
    ['أحمد', 'احمد'],
    ['إيران', 'ايران'],
    ['آسيا', 'اسيا'],
    ['ٱلله', 'الله'],
    ['على', 'علي'],
    ['مسئول', 'مسءول'],
    ['مسؤول', 'مسءول'],
  ])('of %s is %s', (text, expected) => expect(key(text)).toBe(expected))

  it('keeps كتابة and كتابه apart', () => expect(key('كتابة')).not.toBe(key('كتابه')))
  it('is as long as the plain spelling, so places in one are places in the other', () => {
    always(fc.property(fc.string({ unit: 'binary' }), (text) => key(text).length === plain(text).length))
  })
})

describe('hidden characters', () => {
  it('are counted by code point', () => {
    expect(hiddenCharacters('قـال\u00a0الوزيـر\u200f\u202e')).toEqual([
      { name: 'tatweel', codePoint: 'U+0640', count: 2 },
      { name: 'no-break-space', codePoint: 'U+00A0', count: 1 },
      { name: 'direction-mark', codePoint: 'U+200F', count: 1 },
      { name: 'override', codePoint: 'U+202E', count: 1 },
    ])
  })
  it('are none in a clean text', () => expect(hiddenCharacters('قال الوزير (PMF) أمس.')).toEqual([]))
  it('include zero-width ones', () => expect(hiddenCharacters('a\u200bب').map((one) => one.name)).toEqual(['zero-width']))
})

describe('an Arabic letter', () => {
  it.each(['ا', 'ة', 'ی', 'ﻼ'])('%s is one', (char) => expect(isArabicLetter(char)).toBe(true))
  it.each(['a', '٣', 'َ', 'ـ', '،', '', 'اب'])('%s is none', (char) => expect(isArabicLetter(char)).toBe(false))
  it('makes a text Arabic', () => {
    expect(hasArabic('PMF (الحشد)')).toBe(true)
    expect(hasArabic('PMF 35 ٣٥ ،')).toBe(false)
  })
})

describe('a text of both scripts', () => {
  it.each([
    ['سورية is the older spelling of the name.', false],
    ['PMF: الاسم المختصر في الوكالات', true],
    ['الاسم الرسمي', true],
    ['مُحَمَّدٌ Moha', false],
    ['ﻻ', true],
    ['CLDR 45', false],
    ['٣٥ – ،', false],
    ['', false],
  ])('%j is Arabic for the most part: %j', (text, expected) => expect(isMostlyArabic(text)).toBe(expected))
})
