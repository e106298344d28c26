import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KnownWords } from '../../../../src/core/glossary/find/known.ts'
import { always } from '../../../support/always.ts'

describe('the words met before', () => {
  it('are each kept once, wherever in a text they stand', () => {
    const known = new KnownWords()
    const word = known.at('قال الوزير', 4, 10)
    expect(word.surface).toBe('الوزير')
    expect(known.at('الوزير', 0, 6)).toBe(word)
    expect(known.count).toBe(1)
  })
  it('are told apart however many they are', () => {
    always(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 300 }), (all) => {
        const known = new KnownWords()
        const kept = all.map((word) => known.at(word, 0, word.length))
        expect(all.map((word) => known.at(`(${word})`, 1, word.length + 1))).toEqual(kept)
        expect(kept.map((word) => word.surface)).toEqual(all)
        expect(known.count).toBe(all.length)
      }),
    )
  })
  it('begin anew when they are too many, and grow before that', () => {
    const known = new KnownWords()
    for (let i = 0; i < 100_001; i++) known.at(`ك${i}`, 0, `ك${i}`.length)
    expect(known.count).toBe(1)
  })
})
