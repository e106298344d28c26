import { describe, expect, it } from 'vitest'
import { checkedEntry, guessedKind, preferredRendering } from '../../../src/core/glossary/entry.ts'
import { emptyEntry, type TermDraft } from '../../../src/core/glossary/term.ts'
import { Problem } from '../../../src/core/problem.ts'

const draft: TermDraft = {
  ...emptyEntry,
  spellings: ['الحشد الشعبي'],
  renderings: [{ text: 'Popular Mobilization Forces', standing: 'preferred' }],
}

const tooLong = (letter: string, length: number, longest: number) =>
  new Problem('form.too-long', { value: letter.repeat(40), length, longest })
const numbered = (word: string) => Array.from({ length: 101 }, (_, index) => `${word} ${index}`)

describe('an entry before it is stored', () => {
  it('is trimmed, without empty or repeated spellings and renderings', () => {
    const entry = checkedEntry({
      ...draft,
      spellings: [' الحشد  الشعبي ', '', 'الحشد الشعبي', 'الحَشد الشعبي', 'حشد شعبي'],
      renderings: [
        { text: ' PMF ', standing: 'preferred' },
        { text: '', standing: 'avoid' },
        { text: 'PMF', standing: 'avoid' },
        { text: 'PMU', standing: 'avoid', always: true },
        { text: 'Hashd', standing: 'allowed', always: true },
      ],
      note: ' first line\nsecond ',
    })
    expect(entry.spellings).toEqual(['الحشد الشعبي', 'حشد شعبي'])
    expect(entry.renderings).toEqual([
      { text: 'PMF', standing: 'preferred' },
      { text: 'PMU', standing: 'avoid', always: true },
      { text: 'Hashd', standing: 'allowed' },
    ])
    expect(entry.note).toBe('first line\nsecond')
  })

  it('has nothing in it that a database would not give back: no U+0000, no half of a character', () => {
    const entry = checkedEntry({ ...draft, spellings: ['الح\0شد', '\0'], note: '\0 a\uD800b 🙏🏽', laterMention: 'P\0MF\uDFFF' })
    expect(entry).toMatchObject({ spellings: ['الحشد'], note: 'a\uFFFDb 🙏🏽', laterMention: 'PMF\uFFFD' })
  })

  it('keeps two spellings that differ in a letter', () => {
    expect(checkedEntry({ ...draft, spellings: ['علي', 'على'] }).spellings).toEqual(['علي', 'على'])
  })

  it('may be told a hundred times what it is told once', () => {
    const renderings = numbered('PMF').map(() => draft.renderings[0]!)
    expect(checkedEntry({ ...draft, renderings }).renderings).toEqual(draft.renderings)
  })

  it.each<[string, Partial<TermDraft>, Problem]>([
    ['a spelling', { spellings: [' '] }, new Problem('term.no-spelling')],
    ['Arabic letters', { spellings: ['الحشد', 'Hashd'] }, new Problem('term.spelling-not-arabic', { value: 'Hashd' })],
    ['a rendering', { renderings: [] }, new Problem('term.no-rendering')],
    ['a rendering that may be used', { renderings: [{ text: 'Hashd', standing: 'avoid' }] }, new Problem('term.no-rendering')],
    ['at most 200 characters', { firstMention: 'x'.repeat(201) }, new Problem('term.too-long', { value: 'x'.repeat(40), longest: 200 })],
    ['at most 100 spellings', { spellings: numbered('حشد') }, new Problem('term.too-many', { limit: 100 })],
    [
      'at most 100 renderings',
      { renderings: numbered('PMF').map((text) => ({ text, standing: 'allowed' })) },
      new Problem('term.too-many', { limit: 100 }),
    ],
    ['a note of at most 20,000 characters', { note: 'n'.repeat(20_001) }, tooLong('n', 20_001, 20_000)],
    ['a subject of at most 2,000', { subject: 's'.repeat(2_001) }, tooLong('s', 2_001, 2_000)],
    ['at most 100 plurals', { plurals: numbered('حشود') }, new Problem('term.too-many', { limit: 100 })],
  ])('needs %s', (_, change, problem) => {
    expect(() => checkedEntry({ ...draft, ...change })).toThrow(problem)
  })
})

describe('the kind of an entry', () => {
  it.each([
    ['الحشد الشعبي', 'Popular Mobilization Forces', 'name'],
    ['السوداني', 'al-Sudani', 'name'],
    ['القاعدة', 'the Base', 'name'],
    ['صنعاء', "Sana'a", 'name'],
    ['عصائب', 'ʿAsaʾib', 'name'],
    ['قاعدة', 'base', 'noun'],
    ['وقف إطلاق النار', 'ceasefire', 'phrase'],
    ['جيش', 'the army', 'noun'],
  ])('of %s, %s is guessed to be a %s', (spelling, rendering, kind) => {
    expect(guessedKind(spelling, rendering)).toBe(kind)
  })
})

describe('the rendering that is offered', () => {
  it('is the first preferred one, else the first that may be used', () => {
    const [avoid, allowed, preferred] = (['avoid', 'allowed', 'preferred'] as const).map((standing) => ({ text: standing, standing }))
    expect(preferredRendering({ renderings: [avoid!, allowed!, preferred!] })).toBe('preferred')
    expect(preferredRendering({ renderings: [avoid!, allowed!] })).toBe('allowed')
    expect(preferredRendering({ renderings: [avoid!] })).toBe('')
  })
})
