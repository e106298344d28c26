import { describe, expect, test } from 'vitest'
import { soundsAlike, soundsOfArabic, soundsOfEnglish } from '../../../../src/core/glossary/suggest/sounds.ts'

describe('an Arabic name and its English sound alike', () => {
  test.each([
    ['السامرائي', 'al-Samarrai', 'the article and a doubled letter go'],
    ['السامرائي', 'Samarraie', 'whatever vowels it ends in'],
    ['سامر الجبوري', 'Samer al-Jabouri', 'two words'],
    ['سامر الجبوري', 'Samir Al Jubouri', 'other vowels, no hyphen'],
    ['عبد الله', 'Abdullah', 'written in one'],
    ['وليد', 'Walid', 'a و that begins is a consonant'],
    ['يوسف', 'Yousef', 'so is a ي'],
    ['خالد', 'Khaled', 'kh'],
    ['صالح', 'Saleh', 'a last h'],
    ['صالح', 'Salih', 'after whatever vowel'],
    ['عبد الفتاح', 'Abdel Fattah', 'of the second word too'],
    ['شاهين', 'Chahine', 'ch as the French have it'],
    ['قاسم', 'Qassem', 'q'],
    ['بوتين', 'Putin', 'Arabic has no p'],
    ['جيفري', 'Jeffrey', 'j and f'],
    ['غانتس', 'Gantz', 'غ for g, and z for s'],
    ['أليكس', 'Alex', 'x is two letters'],
    ['واشنطن', 'Washington', 'one consonant more in a long name'],
  ])('%s, %s: %s', (arabic, english) => {
    expect(soundsAlike(soundsOfArabic(arabic), soundsOfEnglish(english))).toBe(true)
  })

  test.each([
    ['سامر', 'Salem', 'another consonant in a short name'],
    ['بغداد', 'Basra', 'another name'],
    ['الحسني', 'Hussein', 'a last ي stays'],
    ['علي', 'a', 'a letter is no name'],
  ])('%s and %s do not: %s', (arabic, english) => {
    expect(soundsAlike(soundsOfArabic(arabic), soundsOfEnglish(english))).toBe(false)
  })
})
