import type { Habits } from '../../arabic/habits.ts'
import type { TextPair } from '../../segment.ts'
import { englishEntry, englishGlossary } from '../enforce/renderings.ts'
import type { Glossary } from '../find/compile.ts'
import { findTerms } from '../find/find.ts'
import { enforcedFrom } from '../find/match.ts'
import { type Candidate, candidatesIn } from './candidates.ts'
import { counterpartOf, translatedTexts } from './counterparts.ts'
import { type EnglishSide, englishSide } from './english-side.ts'
import { type EntryPlace, entriesAround, isNameAround } from './entries-around.ts'
import type { Evidence } from './name-evidence.ts'
import { turn } from './phrase-words.ts'
import type { Counterpart } from './together.ts'

/** A text with what its spelling habits are judged by. */
export interface ReadableText extends TextPair {
  habits: Habits
}

/** A name or phrase that recurs and has no entry, with the English to propose for it (empty where none is likely). */
export interface Suggestion {
  /** As of `Candidate`: what is said of it holds for it in all its spellings. */
  identity: string
  spelling: string
  rendering: string
  count: number
  evidence: Evidence[]
  /** Where it stands: the index of the text, the place in its source. At most `placesShown`, one a text. */
  places: Candidate['places']
}

/** What was found in texts: the candidates, best first, and their English, ready for questions. */
export interface NamesReading {
  candidates: Candidate[]
  side: EnglishSide
  /** Whether words, as keys, are the right rendering of an entry. */
  taken: (keys: string) => boolean
  /** Where entries stand in each text, with their right renderings. */
  entries: readonly (readonly EntryPlace[])[]
}

/** Reads texts for names without an entry. It gives way every few milliseconds, so that a long document makes nobody wait. */
export function* readForNames(texts: readonly ReadableText[], glossary: Glossary): Generator<void, NamesReading> {
  const entries: EntryPlace[][] = []
  for (const [index, { source, habits }] of texts.entries()) {
    const enforced = findTerms(glossary, source, habits).filter(({ confidence }) => confidence >= enforcedFrom)
    entries.push(enforced.map(({ start, end, termId }) => ({ start, end, right: englishEntry(glossary.terms.get(termId)!).right })))
    if (index % turn === turn - 1) yield
  }
  const side = yield* englishSide(texts)
  const candidates = yield* candidatesIn(
    texts,
    (index) => side.lines[index]?.words ?? [],
    (index) => entries[index]!,
  )
  const taken = (keys: string) => englishGlossary(glossary).isOthers(keys, 0)
  return { candidates, side, taken, entries }
}

/**
 * The best suggestions of a reading. A phrase with an entry inside it comes after all the others, and only where its English is more than the
 * entry's with words beside it. `nonTerms` are the identities of those that are no terms.
 */
export function* suggest(reading: NamesReading, nonTerms: ReadonlySet<string> = new Set(), most = 100): Generator<void, Suggestion[]> {
  const [whole, around]: [Suggestion[], Suggestion[]] = [[], []]
  let left = most
  for (const candidate of reading.candidates) {
    if (whole.length >= most) break
    if (nonTerms.has(candidate.identity)) continue
    const { inside, areOthers } = entriesAround(candidate, reading.entries)
    const isName = inside.size === 0 || candidate.evidence.length > 0
    if (!isName && left-- <= 0) continue
    const made = suggestion(candidate, counterpartOf(candidate, reading.side, reading.taken, areOthers))
    if (isName) whole.push(made)
    else if (translatedTexts(candidate, reading.side).length === 0 || isNameAround(made.rendering, inside)) around.push(made)
    yield
  }
  return [...whole, ...around].slice(0, most)
}

/** Places that a suggestion carries along: enough for links. */
const placesShown = 5

function suggestion(candidate: Candidate, english: Counterpart | undefined): Suggestion {
  const { identity, spelling, places, evidence, beside } = candidate
  const each = new Map(places.map((place) => [place.text, place] as const).reverse())
  const shown = [...each.values()].sort((a, b) => a.text - b.text).slice(0, placesShown)
  return { identity, spelling, rendering: english?.text || beside, count: places.length, evidence, places: shown }
}
