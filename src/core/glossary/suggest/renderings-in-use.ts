import type { Glossary } from '../find/compile.ts'
import type { Candidate } from './candidates.ts'
import { soundingAlike, translatedTexts } from './counterparts.ts'
import type { EnglishSide } from './english-side.ts'
import type { NamesReading } from './suggest.ts'
import type { Counterpart } from './together.ts'
import { twoRows } from './two-rows.ts'

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
