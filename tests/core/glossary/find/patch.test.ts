import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../../../../src/core/arabic/words.ts'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import { findTerms } from '../../../../src/core/glossary/find/find.ts'
import { patched } from '../../../../src/core/glossary/find/patch.ts'
import { reachOf } from '../../../../src/core/glossary/find/reach.ts'
import { kinds, type Term, termStates } from '../../../../src/core/glossary/term.ts'
import { always } from '../../../support/always.ts'
import { storedTerm } from '../../../support/terms.ts'

const spellings = [
  'الحشد الشعبي',
  'حشد',
  'قاعدة',
  'القاعدة',
  'عبد الله',
  'علي',
  'حزب الله',
  'كتائب حزب الله',
  'لجنة',
  'الوزير',
  'قائد عسكري',
  'لبنان',
]
const dressed = ['', 'و', 'ب', 'ل', 'لل', 'وال', 'ال', 'فب', 'ك']
const tails = ['', 'ات', 'ين', 'ه', 'ها', 'ا', 'ان', 'ية']
const spelled = fc.subarray(spellings, { minLength: 1, maxLength: 3 })
const term = (id: number): fc.Arbitrary<Term> =>
  fc
    .record({ spellings: spelled, kind: fc.constantFrom(...kinds), state: fc.constantFrom(...termStates), exactOnly: fc.boolean() })
    .map((some) => storedTerm({ ...some, id }))
const glossary = fc.tuple(term(1), term(2), term(3), term(4))
const word = fc
  .tuple(fc.constantFrom(...dressed), fc.constantFrom(...spellings.flatMap((one) => one.split(' '))), fc.constantFrom(...tails))
  .map((parts) => parts.join(''))
const text = fc.array(fc.oneof(word, fc.constantFrom(...spellings)), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '))

describe('a glossary of which an entry has changed', () => {
  it('finds what it would find compiled anew, whichever entry it is', () => {
    always(
      fc.property(glossary, term(2), text, (terms, changed, text) => {
        const anew = compile([terms[0], changed, terms[2], terms[3]])
        const mended = patched(compile(terms), [{ before: terms[1], after: changed }])
        expect(findTerms(mended, text)).toEqual(findTerms(anew, text))
        expect([...mended.terms.keys()]).toEqual([...anew.terms.keys()])
      }),
    )
  })

  it('leaves the former one as it was', () => {
    always(
      fc.property(glossary, term(2), text, (terms, changed, text) => {
        const former = compile(terms)
        const before = findTerms(former, text)
        patched(former, [{ before: terms[1], after: changed }])
        expect(findTerms(former, text)).toEqual(before)
      }),
    )
  })

  it('takes entries in and lets them go', () => {
    always(
      fc.property(glossary, text, (terms, text) => {
        const fewer = patched(compile(terms), [{ before: terms[3], after: null }])
        expect(findTerms(fewer, text)).toEqual(findTerms(compile(terms.slice(0, 3)), text))
        expect(findTerms(patched(fewer, [{ before: null, after: terms[3] }]), text)).toEqual(findTerms(compile(terms), text))
      }),
    )
  })
})

describe('the reach of an entry', () => {
  it('has a word for each word of one of its spellings wherever the entry is found', () => {
    always(
      fc.property(term(1), text, (term, text) => {
        if (findTerms(compile([term]), text).length === 0) return
        const keys = words(text).map(({ key }) => ({ key }))
        const reach = reachOf([term])
        const told = keys.filter(({ key }) => reach.stretches.some((stretch) => key.includes(stretch)))
        expect(reach.groupsOf(told).some((groups) => groups.every((group) => group.length > 0))).toBe(true)
      }),
      500,
    )
  })

  it.each([
    ['الحشد الشعبي', 'للحشد', true],
    ['الحشد الشعبي', 'وبالشعبي', true],
    ['الحشد الشعبي', 'رشد', false],
    ['قاعدة', 'بقواعدهم', true],
    ['قاعدة', 'مقعد', false],
    ['لجنة', 'للجنه', true],
  ])('of %s has %s: %s', (spelling, word, expected) => {
    const reach = reachOf([storedTerm({ kind: 'noun', spellings: [spelling] })])
    expect(reach.groupsOf([{ key: word }]).flat(2)).toHaveLength(expected ? 1 : 0)
  })
})
