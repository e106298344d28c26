import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from '../../../src/core/arabic/letters.ts'
import { type Gap, words } from '../../../src/core/arabic/words.ts'
import { always } from '../../support/always.ts'

const arabicText = fc.string({ unit: fc.constantFrom(...'ابتةىأء ًـ\u200f\u200c"«»()-.،a1\n'), maxLength: 40 })

describe('words', () => {
  it('are Arabic runs with their places in the text as it came', () => {
    const text = 'قال الوَزيـر (PMF) أمس'
    expect(words(text).map((word) => [text.slice(word.start, word.end), word.plain, word.gap])).toEqual([
      ['قال', 'قال', 'hard'],
      ['الوَزيـر', 'الوزير', 'space'],
      ['أمس', 'أمس', 'hard'],
    ])
  })

  it.each<[string, Gap, string]>([
    ['كتائب «حزب', 'soft', 'quotes stand inside a name'],
    ['كتائب "حزب', 'soft', 'straight quotes too'],
    ['البيت (الأبيض', 'soft', 'and brackets'],
    ['الأمني-السياسي', 'soft', 'and hyphens'],
    ['قال. الوزير', 'hard', 'a full stop parts'],
    ['الوزير، الرئيس', 'hard', 'a comma parts'],
    ['حزب\nالله', 'space', 'a line end is a space'],
    ['حزب\n\nالله', 'hard', 'an empty line parts'],
    ['حزب\u00a0الله', 'space', 'a no-break space is a space'],
    ['حزب \u200fالله', 'space', 'a direction mark is nothing'],
    ['حزب 3 الله', 'hard', 'a number parts'],
  ])('in %j are parted by a gap: %s, for %s', (text, gap) => expect(words(text)[1]?.gap).toBe(gap))

  it('leave a direction mark after them outside', () => {
    expect(words('حزب\u200f الله').map((word) => word.end)).toEqual([3, 9])
  })

  it('cover every Arabic letter, in order, without overlap', () => {
    always(
      fc.property(arabicText, (text) => {
        const found = words(text)
        const joined = found.map((word) => text.slice(word.start, word.end)).join('')
        expect(plain(joined).replaceAll(/[^ء-ي]/g, '')).toBe(plain(text).replaceAll(/[^ء-ي]/g, ''))
        for (const [i, word] of found.entries()) expect(word.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0)
      }),
    )
  })
})
