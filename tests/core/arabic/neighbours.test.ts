import { describe, expect, it } from 'vitest'
import { ambiguityOf, cues, cuesFor, neighboursFactor, traits, traitsAsWritten, traitsOf } from '../../../src/core/arabic/neighbours.ts'

describe('what a word is for its neighbours', () => {
  it.each([
    ['الذي', 'beforeVerb'],
    ['والتي', 'beforeVerb'],
    ['الذى', 'beforeVerb'],
    ['في', 'preposition'],
    ['إلى', 'preposition'],
    ['الرئيس', 'title'],
    ['والرئيس', 'title'],
    ['والجماعات', 'feminine'],
    ['للمدينة', 'feminine'],
    ['مواقف', 'feminine'],
    ['أمريكي', 'adjective'],
    ['رفض', 'maybeVerb'],
    ['ورفض', 'maybeVerb'],
    ['توقع', 'maybeVerb'],
    ['تعاون', 'maybeVerb'],
    ['عقده', 'maybeVerbWithObject'],
    ['عقب', 'maybePreposition'],
    ['الماضي', 'temporal'],
    ['مجلس', 'commonNoun'],
    ['بالوزير', 'definite'],
    ['وللوزير', 'definite'],
    ['يا', 'preposition'],
    ['أم', 'maybePreposition'],
    ['ولد', 'eventVerb'],
    ['سنة', 'year'],
    ['وعبد', 'servant'],
    ['لعبد', 'servant'],
    ['السلام', 'lord'],
    ['جمال', 'ofFaith'],
    ['الدين', 'faith'],
  ] as const)('%s: %s', (word, trait) => expect(traitsOf(word) & traits[trait]).not.toBe(0))

  it.each([
    ['وزير', 'definite'],
    ['الرفض', 'maybeVerb'],
    ['وزير', 'joined'],
    ['بيان', 'maybeVerb'],
    ['سلام', 'lord'],
    ['رجل', 'ofFaith'],
    ['عماد', 'ofFaith'],
    ['بعيد', 'servant'],
  ] as const)('%s is not %s', (word, trait) => expect(traitsOf(word) & traits[trait]).toBe(0))
})

describe('the vowels of a word', () => {
  it.each([
    ['ذَكَرَ', 'writtenVerb'],
    ['وَعَلِمَ', 'writtenVerb'],
    ['قُتِلَ', 'writtenVerb'],
    ['عَلَّمَ', 'writtenVerb'],
    ['ذِكْرٌ', 'writtenNoun'],
    ['عِلْمَ', 'writtenNoun'],
  ] as const)('%s: %s', (word, trait) => expect(traitsAsWritten(word) & traits[trait]).not.toBe(0))
  it('tell nothing of a noun with two fathas', () => expect(traitsAsWritten('غَضَبَ')).toBe(traitsOf('غضب')))
  it('tell nothing where there are none', () => expect(traitsAsWritten('ذكر')).toBe(traitsOf('ذكر')))
})

describe('a noun that may be an adjective', () => {
  it.each([
    ['خارجية', 'feminine'],
    ['معارضة', 'feminine'],
    ['عام', 'masculine'],
    ['جمهورية', undefined],
    ['وزير', undefined],
    ['رواية', undefined],
    ['تنمية', undefined],
    ['تركية', 'feminine'],
    ['ميدالية', undefined],
  ])('%s: %s', (base, gender) => expect(ambiguityOf(base)).toBe(gender))
})

describe('the cues', () => {
  const reader = {
    name: false,
    bare: true,
    pronoun: false,
    mine: false,
    governed: false,
    definite: false,
    construct: false,
    ambiguous: undefined,
    feminine: false,
  }
  it('of a word that only a noun can be are none', () => expect(cuesFor(reader, traitsOf('بيت'))).toEqual([]))
  it('lower a noun after الذي and leave it after في', () => {
    const concerned = cuesFor(reader, traitsOf('رفض'))
    const behind = (word: string) => neighboursFactor(concerned, { before: traitsOf(word), after: 0, opening: undefined })
    expect(behind('الذي')).toBeLessThan(0.5)
    expect(behind('في')).toBe(1)
  })
  it('have each a name of its own, a factor above 0 and an example', () => {
    expect(new Set(cues.map((cue) => cue.name)).size).toBe(cues.length)
    for (const cue of cues) expect(cue.factor > 0 && cue.example !== '').toBe(true)
  })
})
