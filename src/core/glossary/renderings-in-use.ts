import { littleInTexts } from '../english/little-words.ts'
import { beginsCapital } from '../english/renderings.ts'
import { englishWords } from '../english/words.ts'
import type { Candidate } from './candidates.ts'
import type { Glossary } from './compile.ts'
import { soundingAlike, translatedTexts } from './counterparts.ts'
import type { EnglishSide } from './english-side.ts'
import type { NamesReading } from './suggest.ts'
import { type Counterpart, mostTexts, together } from './together.ts'

/** One English for a name, and the texts (by index) that have it, once for each time. `standing` is what the entry says of it; of a name without an entry, nothing. */
export interface Way {
  text: string
  standing: 'preferred' | 'allowed' | 'avoid' | 'unlisted' | 'undecided'
  texts: number[]
}

/** An Arabic name that the English has in several ways, the most frequent first; `termId` is null where it has no entry. */
export interface SeveralWays {
  spelling: string
  termId: number | null
  ways: Way[]
}

/**
 * Names without an entry whose English differs from text to text: spellings that sound like the name (al-Samarrai, Samarraie), or two rows of
 * words that never stand in one text, stand only with this Arabic, and share a word.
 */
export function* renderingsInUse({ candidates, side, taken }: NamesReading, most = 300): Generator<void, SeveralWays[]> {
  const found: SeveralWays[] = []
  for (const candidate of candidates.filter((one) => isTranslatedTwice(one, side)).slice(0, most)) {
    const ways = waysOf(candidate, side, taken)
    if (ways.length > 1) found.push({ spelling: candidate.spelling, termId: null, ways: ways.map(undecided) })
    yield
  }
  return found.sort(byWays)
}

const undecided = ({ text, texts }: Counterpart): Way => ({ text, texts, standing: 'undecided' })

/** Those in most ways first, then those that occur most. */
export function byWays(one: SeveralWays, other: SeveralWays): number {
  return other.ways.length - one.ways.length || occurrences(other) - occurrences(one) || (one.spelling < other.spelling ? -1 : 1)
}

/** Of entries in several ways those in which something is to be decided or mended: what an entry allows is decided, and a common noun is no name. */
export function undecidedAmong(names: readonly SeveralWays[], terms: Glossary['terms']): SeveralWays[] {
  const isName = ({ termId }: SeveralWays) => termId === null || terms.get(termId)?.kind !== 'noun'
  const isOpen = ({ ways }: SeveralWays) => ways.some(({ standing }) => standing !== 'preferred' && standing !== 'allowed')
  return names.filter((one) => isName(one) && isOpen(one))
}

function occurrences({ ways }: SeveralWays): number {
  return ways.reduce((sum, { texts }) => sum + texts.length, 0)
}

function isTranslatedTwice(candidate: Candidate, side: EnglishSide): boolean {
  return translatedTexts(candidate, side).length > 1
}

function waysOf(candidate: Candidate, side: EnglishSide, taken: NamesReading['taken']): Counterpart[] {
  const texts = translatedTexts(candidate, side)
  const sounding = soundingAlike(candidate, side, texts)
  if (sounding.length > 0) return isName(candidate) || sounding.length > 1 ? sounding : []
  return twoRows(candidate, side, texts, taken)
}

function isName({ evidence }: Candidate): boolean {
  return evidence.length > 0
}

/** The share of the texts that one of two ways has at least, and that both together have. */
const leastOfOne = 0.25
const leastOfBoth = 0.75

/**
 * Two rows of capitalised words, as many as the Arabic has, that never stand together, share a word and stand nearly wherever the Arabic does
 * (Interior Ministry, Ministry of Interior). Where a row of as many words stands nearly everywhere itself, the English is one.
 */
function twoRows(candidate: Candidate, side: EnglishSide, texts: readonly number[], taken: NamesReading['taken']): Counterpart[] {
  const rows = together(candidate, side, texts, taken, { share: leastOfOne, atLeast: 1, most: mostRows }).filter(
    ({ text }) => meaningIn(text) === candidate.words,
  )
  const asked = Math.min(texts.length, mostTexts)
  if (rows.some((row) => row.texts.length >= leastOfBoth * asked)) return []
  for (const [index, one] of rows.entries()) {
    const other = rows.slice(index + 1).find((row) => areTwoWays(one, row) && one.texts.length + row.texts.length >= leastOfBoth * asked)
    if (other) return [one, other].sort((a, b) => b.texts.length - a.texts.length)
  }
  return []
}

const mostRows = 30

function areTwoWays(one: Counterpart, other: Counterpart): boolean {
  const shared = new Set(wordsOf(one.text))
  return !one.texts.some((text) => other.texts.includes(text)) && wordsOf(other.text).some((word) => shared.has(word))
}

/** Words that begin with a capital; 0 where another word that means something stands among them. */
function meaningIn(text: string): number {
  const words = englishWords(text).filter(({ key }) => !littleInTexts.has(key))
  return words.every((word) => beginsCapital(word.text)) ? words.length : 0
}

/** The words of a row that mean something, in the singular as far as an s goes. */
function wordsOf(text: string): string[] {
  return englishWords(text)
    .filter(({ key }) => !littleInTexts.has(key))
    .map(({ key }) => key.replace(/s$/, ''))
}
