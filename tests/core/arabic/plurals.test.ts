import { describe, expect, it } from 'vitest'
import { key } from '../../../src/core/arabic/letters.ts'
import { hasBrokenPlural, isRarePlural, listedNouns, pluralsOf, singularsOf, specialFormsOf } from '../../../src/core/arabic/plurals.ts'

describe('broken plurals', () => {
  it.each([
    ['كتاب', 'كتب'],
    ['قاعدة', 'قواعد'],
    ['هجوم', undefined],
    ['صاروخ', 'صواريخ'],
    ['ابن', 'أبناء'],
    ['عضو', 'أعضاء'],
    ['قذيفة', 'قذائف'],
    ['ميليشيا', undefined],
  ])('of %s: %s', (singular, plural) => {
    expect(pluralsOf(singular)[0]).toBe(plural)
    expect(hasBrokenPlural(singular)).toBe(plural !== undefined)
  })
  it('are found whether or not the entry writes hamza', () => expect(pluralsOf('امير')).toEqual(pluralsOf('أمير')))
  it('are told from words that a text has far more often', () => {
    expect(isRarePlural('دور')).toBe(true)
    expect(isRarePlural('بيوت')).toBe(false)
  })
  it('lead back to their nouns', () => expect(singularsOf('مناطق')).toEqual(['منطقة']))
  it('are never sound plurals of their own singular, which rules make', () => {
    // فنون and ظنون are of the pattern of بحوث: a noun of two letters takes no ون.
    for (const noun of [...listedNouns()].filter((one) => one.length > 2)) {
      const sound = [`${noun}ون`, `${noun}ات`, `${noun.replace(/ة$/, '')}ات`]
      expect(pluralsOf(noun).filter((plural) => sound.includes(key(plural)))).toEqual([])
    }
  })
  it('are more than two thousand nouns', () => expect([...listedNouns()].filter(hasBrokenPlural).length).toBeGreaterThan(2000))
})

describe('special forms', () => {
  it.each([
    ['أخ', 'أخو'],
    ['أكبر', 'كبرى'],
    ['أحمر', 'حمراء'],
  ])('%s has %s', (base, form) => expect(specialFormsOf(base)).toContain(form))
})
