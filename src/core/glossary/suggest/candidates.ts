import type { EnglishWord } from '../../english/words.ts'
import type { TextPair } from '../../segment.ts'
import { type Covered, identityAt, type Line, laidOut, spellingAt } from './line.ts'
import { type Evidence, type EvidencePlace, evidenceIn } from './name-evidence.ts'
import { readTogether, turn } from './phrase-words.ts'
import { isSure, type Proof, proofsOf } from './proof.ts'
import { type Recurrence, recurrenceIn } from './recurrence.ts'
import { type Grams, isFragment, isStretch, nest, recurring } from './recurring.ts'

/** Where a candidate stands: the index of its text and UTF-16 offsets into the source, proclitics left out as far as they are letters of their own. */
interface CandidatePlace {
  text: number
  start: number
  end: number
}

/** A name or phrase without an entry. */
export interface Candidate {
  /** Its words as look-up keys without articles: what makes two places one candidate. */
  identity: string
  /** As it stands most often, without proclitics. */
  spelling: string
  words: number
  places: CandidatePlace[]
  evidence: Evidence[]
  /** English that stands in brackets beside it in the Arabic. */
  beside: string
  score: number
}

/**
 * The names and phrases of texts that no entry covers, best first: sequences of two to five words that recur, and shorter ones that are
 * names by evidence. Scored by the C-value of Frantzi, Ananiadou and Mima (2000), "Automatic recognition of multi-word terms": frequency,
 * less what a longer candidate explains, times the logarithm of the length (of the length plus one here, so that single words count), and
 * then by how many texts it is spread over and what evidence there is. It recurs once for each different surrounding.
 */
export function* candidatesIn(
  texts: readonly TextPair[],
  english: (text: number) => readonly EnglishWord[],
  covered: (text: number) => Covered,
): Generator<void, Candidate[]> {
  const read = yield* readTogether(texts.map(({ source }) => source))
  const line = yield* laidOut(read, covered)
  const evidence: EvidencePlace[] = []
  for (const [index, words] of read.texts.entries()) {
    for (const one of evidenceIn(texts[index]!.source, words, english(index)))
      evidence.push({ ...one, first: one.first + line.starts[index]! })
    if (index % turn === turn - 1) yield
  }
  const grams = yield* recurring(line)
  yield* nest(grams, line)
  return yield* ranked(grams, evidence, line)
}

/** What each kind of evidence multiplies the score by. */
const worth: Record<Evidence, number> = { brackets: 2, english: 2, title: 1.8, quoted: 1.5, foreign: 1.3 }
/** A phrase of common words only is less likely to be a term. */
const commonPhrase = 0.6

/** A candidate before its spelling is looked for: only the best get that far. */
interface Scored {
  places: number[]
  length: number
  proof: Proof | undefined
  score: number
}

/** More than these nobody looks at. */
const mostCandidates = 2000

function* ranked(grams: Grams, evidence: readonly EvidencePlace[], line: Line): Generator<void, Candidate[]> {
  const found = yield* scoredIn(grams, evidence, line)
  yield
  const best = found.sort((a, b) => b.score - a.score || b.places.length - a.places.length || a.places[0]! - b.places[0]!)
  yield
  const candidates: Candidate[] = []
  for (const one of best.slice(0, mostCandidates)) {
    candidates.push(candidate(one, line))
    if (candidates.length % 100 === 0) yield
  }
  return candidates
}

function* scoredIn({ all, at }: Grams, evidence: readonly EvidencePlace[], line: Line): Generator<void, Scored[]> {
  const { proven, once } = yield* proofsOf(evidence, at, line)
  const recurrence = yield* recurrenceIn(line)
  const found: Scored[] = []
  for (const [number, gram] of all.entries()) {
    if (number % 2_000 === 1_999) yield
    const proof = proven.get(number)
    if (gram.absorbed || isStretch(gram, at) || (!proof && (gram.length === 1 || isFragment(gram, line)))) continue
    const explained = gram.longer > 0 ? gram.nested / gram.longer : 0
    found.push(...scored({ places: gram.places, length: gram.length, explained, proof }, line, recurrence))
  }
  for (const proof of once)
    if (isSure(proof)) found.push(...scored({ places: proof.places, length: proof.length, explained: 0, proof }, line, recurrence))
  return found
}

/** A sequence of words with what shows that it is a name, and how often a longer one explains it. */
interface Sequence {
  places: number[]
  length: number
  proof: Proof | undefined
  explained: number
}

/** The score of a sequence by the places that no entry covers; nothing where there are too few. */
function scored(sequence: Sequence, line: Line, recurrence: Recurrence): Scored[] {
  const { length, proof, explained } = sequence
  const places = sequence.places.filter((place) => line.coveredUpTo[place + length]! - line.coveredUpTo[place]! < length)
  if (places.length === 0 || (places.length < 2 && !proof) || places.length <= explained) return []
  const different = recurrence(places, length)
  if (different < 2 && !proof) return []
  const spread = (places.length + textsOf(places, line)) / (2 * places.length)
  const common = !proof && line.words.slice(places[0]!, places[0]! + length).every(({ word }) => word.common)
  const sure = [...(proof?.kinds ?? [])].reduce((product, kind) => product * worth[kind], common ? commonPhrase : 1)
  return [{ places, length, proof, score: Math.log2(length + 1) * Math.min(different, places.length - explained) * spread * sure }]
}

/** In how many texts these places are. */
function textsOf(places: readonly number[], { textOf }: Line): number {
  return places.filter((place, index) => index === 0 || textOf[place] !== textOf[places[index - 1]!]).length
}

function candidate({ places, length, proof, score }: Scored, line: Line): Candidate {
  return {
    identity: identityAt(line, places[0]!, length),
    spelling: spellingAt(places, length, line),
    words: length,
    places: places.map((place) => placeAt(place, length, line)),
    evidence: [...(proof?.kinds ?? [])],
    beside: proof?.beside ?? '',
    score,
  }
}

function placeAt(first: number, length: number, { words, textOf }: Line): CandidatePlace {
  return { text: textOf[first]!, start: words[first]!.start, end: words[first + length - 1]!.end }
}
