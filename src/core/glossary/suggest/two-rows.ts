import { littleInTexts } from '../../english/little-words.ts'
import { beginsCapital } from '../../english/renderings.ts'
import { type EnglishWord, englishWords } from '../../english/words.ts'
import type { Candidate } from './candidates.ts'
import type { EnglishSide } from './english-side.ts'
import { type Counterpart, mostTexts, together } from './together.ts'

/**
 * Two rows of capitalised words, as many as the Arabic has, that never stand together, share a word and stand nearly wherever the Arabic does
 * (Interior Ministry, Ministry of Interior). Where a row of as many words stands nearly everywhere itself, the English is one.
 */
export function twoRows(
  candidate: Candidate,
  side: EnglishSide,
  texts: readonly number[],
  taken: (keys: string) => boolean,
): Counterpart[] {
  const rows = together(candidate, side, texts, taken, { share: leastOfOne, atLeast: 1, most: mostRows }).filter(
    ({ text }) => isCapitalised(text) && meaningIn(text).length === candidate.words,
  )
  const asked = Math.min(texts.length, mostTexts)
  if (rows.some((row) => row.texts.length >= leastOfBoth * asked)) return []
  for (const [index, one] of rows.entries()) {
    const other = rows.slice(index + 1).find((row) => areTwoWays(one, row) && one.texts.length + row.texts.length >= leastOfBoth * asked)
    if (other) return [one, other].sort((a, b) => b.texts.length - a.texts.length)
  }
  return []
}

/** The share of the texts that one of two ways has at least, and that both together have. */
const leastOfOne = 0.25
const leastOfBoth = 0.75

const mostRows = 30

function areTwoWays(one: Counterpart, other: Counterpart): boolean {
  const shared = new Set(meaningIn(one.text).map(singular))
  return !one.texts.some((text) => other.texts.includes(text)) && meaningIn(other.text).some((word) => shared.has(singular(word)))
}

/** The words of a row that mean something. */
export function meaningIn(text: string): EnglishWord[] {
  return englishWords(text).filter(({ key }) => !littleInTexts.has(key))
}

function isCapitalised(text: string): boolean {
  return meaningIn(text).every((word) => beginsCapital(word.text))
}

/** As far as an s goes. */
function singular({ key }: EnglishWord): string {
  return key.replace(/s$/, '')
}
