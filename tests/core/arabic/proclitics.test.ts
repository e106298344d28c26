import { describe, expect, it } from 'vitest'
import { key } from '../../../src/core/arabic/letters.ts'
import { splitsOf } from '../../../src/core/arabic/proclitics.ts'

const readings = (word: string) =>
  splitsOf(word, key(word)).map((split) => [...split.proclitics, split.article ? 'ال' : '', split.rest].filter(Boolean).join(' + '))

describe('a word with proclitics', () => {
  it.each([
    ['وللحشد', 'و + لل + ال + حشد'],
    ['بالحشد', 'ب + ال + حشد'],
    ['فبغداد', 'ف + ب + غداد'],
    ['للجنة', 'لل + ال + لجنة'],
    ['للبنان', 'ل + لبنان'],
    ['كالحشد', 'ك + ال + حشد'],
    ['حشد', 'حشد'],
    ['هالبلد', 'ه + ال + بلد'],
    ['بهالبلد', 'ب + ه + ال + بلد'],
  ])('%s may be read as %s', (word, reading) => expect(readings(word)).toContain(reading))

  it('has no article where its alif has a hamza', () => expect(readings('ألمانيا')).toEqual(['المانيا']))
  it('has ه before it only with the article', () => expect(readings('هدف')).toEqual(['هدف']))
  it('is never left without a letter', () => expect(readings('و')).toEqual(['و']))
})
