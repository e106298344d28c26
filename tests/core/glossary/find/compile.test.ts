import { describe, expect, it } from 'vitest'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import { findTerms } from '../../../../src/core/glossary/find/find.ts'
import type { Term } from '../../../../src/core/glossary/term.ts'
import { storedTerm } from '../../../support/terms.ts'

const iran = storedTerm({ id: 7, spellings: ['إيران', 'الجمهورية الإسلامية'] })
const found = (term: Term, text: string) => findTerms(compile([term]), text).map((match) => match.surface)

describe('a compiled glossary', () => {
  it('looks for every spelling of an entry', () => {
    expect(found(iran, 'إيران، أي الجمهورية الإسلامية')).toEqual(['إيران', 'الجمهورية الإسلامية'])
  })
  it('leaves retired entries out', () => {
    expect(found({ ...iran, state: 'retired' }, 'إيران')).toEqual([])
    expect(compile([{ ...iran, state: 'retired' }]).terms.size).toBe(0)
  })
  it('looks for proposed entries and for those whose strength is off', () => {
    expect(found({ ...iran, state: 'proposed' }, 'إيران')).toEqual(['إيران'])
    expect(found({ ...iran, strength: 'off' }, 'إيران')).toEqual(['إيران'])
  })
  it('bears a spelling without an Arabic word, an empty one and no entry at all', () => {
    expect(found({ ...iran, spellings: ['PMF', ''] }, 'إيران PMF')).toEqual([])
    expect(findTerms(compile([]), 'إيران')).toEqual([])
    expect(findTerms(compile([iran]), '')).toEqual([])
  })
  it('finds the same when a text is read a second time', () => {
    const glossary = compile([iran])
    expect(findTerms(glossary, 'وإيران')).toEqual(findTerms(glossary, 'وإيران'))
  })
})
