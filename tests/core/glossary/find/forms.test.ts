import { describe, expect, it } from 'vitest'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import { findTerms } from '../../../../src/core/glossary/find/find.ts'
import { formsOfEntry } from '../../../../src/core/glossary/find/forms.ts'
import type { Term } from '../../../../src/core/glossary/term.ts'
import { storedTerm } from '../../../support/terms.ts'

const term = (spelling: string, more: Partial<Term> = {}) => storedTerm({ spellings: [spelling], kind: 'noun', ...more })

const found = (entry: Term, text: string) => findTerms(compile([entry]), text).map((match) => match.surface)

describe('the forms of an entry', () => {
  it('begin with the word itself and say why each other one is a form', () => {
    const forms = formsOfEntry(term('وزير'))
    expect(forms[0]).toMatchObject({ spelling: 'وزير', word: 'وزير', form: 'as-listed', why: '', confidence: 1, example: 'وبوزير' })
    expect(forms.find((one) => one.word === 'الوزراء')).toMatchObject({ why: 'جمع تكسير', example: 'وللوزراء' })
  })

  it('are found in a text, with proclitics too', () => {
    for (const one of formsOfEntry(term('قاعدة')).filter((form) => form.confidence > 0.6)) {
      expect(found(term('قاعدة'), one.word)).toEqual([one.word])
      expect(found(term('قاعدة'), one.example)).toEqual([one.example])
    }
  })

  it('of a name are the name alone, its article taken by ل', () =>
    expect(formsOfEntry(term('العراق', { kind: 'name' })).map((form) => [form.word, form.example])).toEqual([['العراق', 'وللعراق']]))
  it('of a name with a number are shown with it', () => {
    const name = term('القرار 140', { kind: 'name' })
    expect(formsOfEntry(name).map((form) => [form.shown, form.example])).toEqual([['القرار 140', 'وللقرار 140']])
    expect(found(name, formsOfEntry(name)[0]!.example)).toEqual(['وللقرار 140'])
    expect(formsOfEntry(term('17 أكتوبر', { kind: 'name' })).map((form) => [form.shown, form.example])).toEqual([['17 أكتوبر', '']])
  })
  it('of an entry found exactly only are one, without proclitics', () =>
    expect(formsOfEntry(term('وفق', { exactOnly: true })).map((form) => [form.word, form.example])).toEqual([['وفق', '']]))
  it('that spellings have in common are one, as the likeliest of them', () => {
    const spellings = ['تبني هجوم', 'تبني الهجوم', 'تبنى الهجوم']
    const forms = formsOfEntry(term('', { spellings, kind: 'phrase' }))
    expect(forms.map(({ word }) => word)).toEqual([...new Set(forms.map(({ word }) => word))])
    const alone = formsOfEntry(term('تبنى الهجوم', { kind: 'phrase' })).map(({ word }) => word)
    expect(alone.filter((word) => !forms.some((form) => form.word === word))).toEqual([])
    const [army, soldiers] = [term('جندي'), term('الجنود')].map((entry) => formsOfEntry(entry).find(({ word }) => word === 'الجنود')!)
    const both = formsOfEntry(term('', { spellings: ['جندي', 'الجنود'] })).find(({ word }) => word === 'الجنود')
    expect([army!.confidence < soldiers!.confidence, both]).toEqual([true, soldiers])
  })
  it('of a spelling without Arabic are none', () => expect(formsOfEntry(term('PMF'))).toEqual([]))
  it('of more spellings, or longer ones, than can be stored are no more than of those that can', () => {
    const spellings = Array.from({ length: 5_000 }, (_, index) => `${String.fromCharCode(0x628 + (index % 30))}${'اب'.repeat(index)}`)
    expect(formsOfEntry(term('', { spellings, kind: 'name' }))).toHaveLength(100)
  })
})

describe('a plural that the entry gives', () => {
  it('is found as the plurals of the language are', () => {
    const entry = term('جرعوب', { plurals: ['الجراعبة'] })
    expect(found(entry, 'وللجراعبة جراعبتها')).toEqual(['وللجراعبة', 'جراعبتها'])
    expect(formsOfEntry(entry).map((form) => form.word)).toContain('جراعبة')
  })
  it('serves a name too', () => expect(found(term('بشمركي', { kind: 'name', plurals: ['بشمركة'] }), 'وبشمركة')).toEqual(['وبشمركة']))
  it('is of the first word of a phrase', () =>
    expect(found(term('جرعوب حربي', { kind: 'phrase', plurals: ['جراعب'] }), 'جراعب حربية')).toEqual(['جراعب حربية']))
})

describe('a form that is struck out', () => {
  const entry = term('وزير', { struck: ['وزيرة'] })
  it('is found no more, the others are', () => expect(found(entry, 'وزيرة بوزيرة وزير وزراء')).toEqual(['وزير', 'وزراء']))
  it('stays in the list, marked', () =>
    expect(
      formsOfEntry(entry)
        .filter((form) => form.struck)
        .map((form) => form.word),
    ).toEqual(['وزيرة']))
})
