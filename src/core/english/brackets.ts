import type { Span } from '../span.ts'
import type { EnglishText } from './words.ts'

/** Brackets behind a name. `first` and `last` count the words in them, `end` is behind the closing one. */
export interface Brackets {
  first: number
  last: number
  end: number
  /** Whether they say more than the acronym: (PMF, al-Hashd al-Shaabi). */
  more: boolean
}

/** The brackets behind a name whose acronym begins at a word and ends there: (PMF), (“PMF”), [PMF], (also known as PMF), (PMF, al-Hashd al-Shaabi). */
export function bracketsAround({ text, words }: EnglishText, first: number, end: number): Brackets | null {
  const closing = closes.exec(text.slice(end, end + longest))
  const opening = closing && opens.exec(text.slice(Math.max(0, words[first]!.start - longest), words[first]!.start))
  if (!opening) return null
  const start = words[first]!.start - opening[0].length
  const beginning = beginningAfter(words, start, first)
  const before = words[beginning - 1]
  if (!before || !/^[\s"”’]*[([]/u.test(before.gap)) return null
  const over = end + closing[0].length
  return { first: beginning, last: endBefore(words, over, first), end: over, more: closing[1] !== undefined }
}

/** In UTF-16 units, on either side of the acronym. */
const longest = 80

const opens = /[([](?:(?:(?:also|better)\s+)?known\s+as\s+|or\s+|a\.?k\.?a\.?\s+)?(?:the\s+)?["“‘'«]?$/iu
const closes = /^["”’'»]?([,;][^()[\]]*)?[)\]]/u

function beginningAfter(words: readonly Span[], start: number, from: number): number {
  let at = from
  while (at > 0 && words[at - 1]!.start > start) at--
  return at
}

function endBefore(words: readonly Span[], end: number, from: number): number {
  let at = from
  while (at + 1 < words.length && words[at + 1]!.start < end) at++
  return at
}
