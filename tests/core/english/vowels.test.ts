import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vowelsAgree } from '../../../src/core/english/vowels.ts'
import { always } from '../../support/always.ts'

test.each([
  ['Kataeb', "Kata'ib", 'e for i'],
  ['Hizballah', 'Hezbollah', 'the vowel of a case'],
  ['Ansarullah', 'Ansar Allah', 'the same where two words are one'],
  ['Abdul Fattah', 'Abdel Fattah', 'the article inside a name'],
  ['Mohammed Abdul Salam', 'Mohammed Abdel Salam', 'not only at its head'],
  ['Hizballah Brigades', 'Hezbollah Brigades', 'the vowel of a case, not only at its end'],
  ['Daoud', 'Dawud', 'w for ou'],
  ['Muqtada', 'Moqtada', 'o and u are one vowel'],
  ['Husayn', 'Hussein', 'ay and ei'],
  ['Haniyeh', 'Haniya', 'a last h'],
  ['al-Sudani', 'Sudany', 'the article, and y for i'],
  ['Gaddafi', 'Qadhafi', 'dd and dh'],
  ['Nasr', 'Nasser', 'a vowel that one of them leaves out tells nothing'],
])('%s may be %s: %s', (name, other) => {
  expect([vowelsAgree(name, other), vowelsAgree(other, name)]).toEqual([true, true])
})

test.each([
  ['Khomeini', 'Khamenei', 'two men'],
  ['Mahmoud', 'Mohammed', 'two names of one root'],
  ['Salman', 'Suleiman', 'two kings'],
  ['Hassan', 'Hussein', 'two brothers'],
  ['Omar', 'Ammar', 'u is not a'],
  ['Samir', 'Samira', 'a last vowel makes another name'],
  ['Majid', 'Majidah', 'so it does with an h'],
])('%s is not %s: %s', (name, other) => {
  expect([vowelsAgree(name, other), vowelsAgree(other, name)]).toEqual([false, false])
})

test('every name has its own vowels, whichever comes first', () => {
  always(
    fc.property(fc.stringMatching(/^[A-Za-z' -]{1,20}$/), fc.stringMatching(/^[A-Za-z' -]{1,20}$/), (name, other) => {
      expect(vowelsAgree(name, name)).toBe(true)
      expect(vowelsAgree(name, other)).toBe(vowelsAgree(other, name))
    }),
  )
})
