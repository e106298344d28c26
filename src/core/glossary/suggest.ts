import type { Habits } from '../arabic/habits.ts'
import { type Bilingual, type Candidate, candidatesIn } from './candidates.ts'
import type { Glossary } from './compile.ts'
import { counterpartsOf } from './counterparts.ts'
import { type EnglishSide, englishSide } from './english-side.ts'
import { findTerms } from './find.ts'
import { enforcedFrom } from './match.ts'
import type { Evidence } from './name-evidence.ts'
import { turn } from './phrase-words.ts'
import { renderingsOf } from './renderings.ts'
import type { Counterpart } from './together.ts'

/** A text with what its spelling habits are judged by. */
export interface ReadableText extends Bilingual {
  habits: Habits
}

/** A name or phrase that recurs and has no entry, with the English to propose for it (empty where none is likely). */
export interface Suggestion {
  spelling: string
  rendering: string
  count: number
  evidence: Evidence[]
  /** Where it stands: the index of the text, the place in its source. At most `placesShown`, one a text. */
  places: Candidate['places']
}

/** What was found in texts: the candidates, best first, and their English, ready for questions. */
export interface Reading {
  candidates: Candidate[]
  side: EnglishSide
  /** Whether words, as keys, are the right rendering of an entry. */
  taken: (keys: string) => boolean
}

/** Reads texts for names without an entry. It gives way every few milliseconds, so that a long document makes nobody wait. */
export function* readForNames(texts: readonly ReadableText[], glossary: Glossary): Generator<void, Reading> {
  const covered: { start: number; end: number }[][] = []
  for (const [index, { source, habits }] of texts.entries()) {
    covered.push(findTerms(glossary, source, habits).filter(({ confidence }) => confidence >= enforcedFrom))
    if (index % turn === turn - 1) yield
  }
  const side = yield* englishSide(texts)
  const candidates = yield* candidatesIn(
    texts,
    (index) => side.lines[index]?.words ?? [],
    (index) => covered[index]!,
  )
  const taken = (keys: string) => renderingsOf(glossary).isOthers(keys, 0)
  return { candidates, side, taken }
}

/** The best suggestions of a reading. */
export function* suggest({ candidates, side, taken }: Reading, most = 100): Generator<void, Suggestion[]> {
  const suggestions: Suggestion[] = []
  for (const candidate of candidates.slice(0, most)) {
    suggestions.push(suggestion(candidate, counterpartsOf(candidate, side, taken)))
    yield
  }
  return suggestions
}

/** Places that a suggestion carries along: enough for links. */
export const placesShown = 5

function suggestion(candidate: Candidate, english: readonly Counterpart[]): Suggestion {
  const { spelling, places, evidence, beside } = candidate
  const each = new Map(places.map((place) => [place.text, place] as const).reverse())
  const shown = [...each.values()].sort((a, b) => a.text - b.text).slice(0, placesShown)
  return { spelling, rendering: english[0]?.text || beside, count: places.length, evidence, places: shown }
}
