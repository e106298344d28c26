import { describe, expect, it } from 'vitest'
import { hasMoreShadda, isDoubled, marksContradict, marksOf } from '../../../src/core/arabic/vowels.ts'

const marks = (word: string) => marksOf(word) ?? []

describe('the vowel marks of a word', () => {
  it('are told letter by letter', () => expect(marksOf('عُمان')).toEqual(['ُ', '', '', '']))
  it('are none where only its dress is there', () => expect(marksOf('عـمان')).toBeUndefined())

  it.each([
    ['عُمان', 'عَمّان', true, 'two vowels'],
    ['كُتّاب', 'كُتَاب', true, 'a shadda in one of two that have marks'],
    ['عُمان', 'عمان', false, 'none in the text'],
    ['عُمان', 'عُمانٌ', false, 'that of the case'],
    ['فتًى', 'فتَى', false, 'tanwin and its vowel'],
    ['شَمس', 'شَّمس', false, 'the shadda after an article'],
  ])('of %s contradict those of %s: %s (%s)', (entry, text, differ) => expect(marksContradict(marks(entry), marks(text))).toBe(differ))

  it('may double what a marked entry does not', () => {
    const doubles = (base: string, entry: string, text: string) => hasMoreShadda(base, marks(entry), marks(text))
    expect(doubles('عمان', 'عُمان', 'عمّان')).toBe(true)
    expect(doubles('عمان', 'عُمان', 'عُمانّ')).toBe(false)
    expect(doubles('محمد', 'مُحمد', 'مُحمّد')).toBe(false)
    expect(doubles('نواب', 'نُواب', 'نُوّاب')).toBe(false)
  })

  it.each([
    ['كتاب', 'كتّاب', true],
    ['حزب', 'حزّب', true],
    ['مصر', 'مصرّ', true],
    ['كتاب', 'كِتاب', false],
    ['دخان', 'دخّان', false],
    ['مقر', 'مقرّ', false],
    ['محل', 'محلّ', false],
    ['سيد', 'سيّد', false],
    ['عدو', 'عدوّ', false],
    ['طيار', 'طيّار', false],
  ])('make another word of %s in %s: %s', (base, text, other) => expect(isDoubled(base, marks(text))).toBe(other))
})
