import type { EnglishWord } from '../english/words.ts'
import { type Evidence, type EvidencePlace, evidenceIn, nameAfter } from './name-evidence.ts'
import { type ReadWord, readTogether, turn } from './phrase-words.ts'

/** A text that names are looked for in; the target is empty where it is not translated. */
export interface Bilingual {
  source: string
  target: string
}

/** Where a candidate stands: the index of its text and UTF-16 offsets into the source, proclitics left out as far as they are letters of their own. */
export interface CandidatePlace {
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

/** A stretch of a text that an entry covers already. */
type Covered = readonly { start: number; end: number }[]

/**
 * The names and phrases of texts that no entry covers, best first: sequences of two to five words that recur, and shorter ones that are
 * names by evidence. Scored by the C-value of Frantzi, Ananiadou and Mima (2000), "Automatic recognition of multi-word terms": frequency,
 * less what a longer candidate explains, times the logarithm of the length (of the length plus one here, so that single words count), and
 * then by how many texts it is spread over and what evidence there is.
 */
export function* candidatesIn(
  texts: readonly Bilingual[],
  english: (text: number) => readonly EnglishWord[],
  covered: (text: number) => Covered,
): Generator<void, Candidate[]> {
  const { texts: read, count } = yield* readTogether(texts.map(({ source }) => source))
  const line = yield* laidOut(read, count, covered)
  const evidence: EvidencePlace[] = []
  for (const [index, words] of read.entries()) {
    for (const one of evidenceIn(texts[index]!.source, words, english(index)))
      evidence.push({ ...one, first: one.first + line.starts[index]! })
    if (index % turn === turn - 1) yield
  }
  const grams = yield* recurring(line)
  yield* nest(grams, line)
  return yield* ranked(grams, evidence, line)
}

/** All words of all texts in one row, so that what follows can count in arrays of numbers. */
interface Line {
  words: ReadWord[]
  textOf: Int32Array
  /** Where each text begins in the row. */
  starts: number[]
  /** The number of a word at the head of a phrase and inside one; head is -1 where nothing can begin. */
  head: Int32Array
  inside: Int32Array
  /** Whether the word may go on with the phrase before it. */
  goesOn: Uint8Array
  /** How many words up to here stand in entries. */
  coveredUpTo: Int32Array
}

function* laidOut(read: readonly ReadWord[][], count: number, covered: (text: number) => Covered): Generator<void, Line> {
  const line: Line = {
    words: [],
    textOf: new Int32Array(count),
    starts: [],
    head: new Int32Array(count),
    inside: new Int32Array(count),
    goesOn: new Uint8Array(count),
    coveredUpTo: new Int32Array(count + 1),
  }
  let at = 0
  for (const [text, list] of read.entries()) {
    line.starts.push(at)
    const spans = covered(text)
    const names = nameBeginnings(list)
    for (const [index, one] of list.entries()) {
      line.words.push(one)
      line.textOf[at] = text
      line.head[at] = one.word.headNumber
      line.inside[at] = one.word.insideNumber
      line.goesOn[at] = goesOnFrom(list, index, names) ? 1 : 0
      line.coveredUpTo[at + 1] = line.coveredUpTo[at]! + (isInside(one, spans) ? 1 : 0)
      at++
    }
    if (text % turn === turn - 1) yield
  }
  return line
}

function isInside({ start, end }: ReadWord, spans: Covered): boolean {
  for (const span of spans) if (span.start < end && span.end > start) return true
  return false
}

function goesOnFrom(list: readonly ReadWord[], index: number, names: ReadonlySet<number>): boolean {
  const before = list[index - 1]
  const { gap, word } = list[index]!
  return gap === 'space' && before !== undefined && !before.word.unnamed && !word.unnamed && !word.begins && !names.has(index)
}

/** اللواء | سامر: after a title begins a name, which is a phrase of its own. */
function nameBeginnings(list: readonly ReadWord[]): Set<number> {
  const beginnings = new Set<number>()
  for (let at = 0; at < list.length; at++) if (list[at]!.word.title) beginnings.add(nameAfter(list, at))
  return beginnings
}

/** A sequence of words that recurs, with the places where it begins in the row. */
interface Gram {
  length: number
  places: number[]
  /** Occurrences inside longer ones, and in how many different ones (t and c of the C-value). */
  nested: number
  longer: number
  absorbed: boolean
}

interface Grams {
  all: Gram[]
  /** At each place the number of the sequence of so many words that begins there, or -1. */
  at: Int32Array[]
}

const longest = 5
/** A longer sequence recurs only where the shorter one does: each length looks only at what is left of the one before. */
function* recurring(line: Line): Generator<void, Grams> {
  const all: Gram[] = []
  const at: Int32Array[] = []
  let left = line.words.length
  for (let length = 1; length <= longest; length++) {
    const shorter = at[length - 2]
    const pairs = pairTable(left)
    left = 0
    const slots = new Int32Array(line.words.length).fill(-1)
    for (let place = 0; place < line.words.length; place++) {
      if (mayBegin(line, shorter, length, place)) slots[place] = pairs.note(shorter ? shorter[place]! : 0, lastNumber(line, length, place))
      if (place % placesInATurn === 0) yield
    }
    at.push(new Int32Array(line.words.length).fill(-1))
    for (let place = 0; place < line.words.length; place++) {
      const slot = slots[place]!
      if (slot >= 0 && pairs.counts[slot]! > 1) {
        at[length - 1]![place] = placed(all, pairs, slot, length, place)
        left++
      }
      if (place % placesInATurn === 0) yield
    }
  }
  return { all, at }
}

/** Some milliseconds. */
const placesInATurn = 20_000

/** Notes a place of the sequence with this slot, which gets a number at its first place. */
function placed(all: Gram[], pairs: PairTable, slot: number, length: number, place: number): number {
  if (pairs.numbers[slot]! < 0) pairs.numbers[slot] = all.push({ length, places: [], nested: 0, longer: 0, absorbed: false }) - 1
  all[pairs.numbers[slot]!]!.places.push(place)
  return pairs.numbers[slot]!
}

/** Whether a sequence of so many words may begin at a place. */
function mayBegin(line: Line, shorter: Int32Array | undefined, length: number, place: number): boolean {
  if (!shorter) return line.head[place]! >= 0
  const last = place + length - 1
  if (shorter[place]! < 0 || last >= line.words.length || line.goesOn[last] === 0) return false
  return !line.words[last]!.word.joins || (length > 2 && !hasJoined(line, place, last))
}

/** One و joins the parts of a name, two make a list. */
function hasJoined(line: Line, first: number, last: number): boolean {
  for (let place = first + 1; place < last; place++) if (line.words[place]!.word.joins) return true
  return false
}

function lastNumber(line: Line, length: number, place: number): number {
  return length === 1 ? line.head[place]! : line.inside[place + length - 1]!
}

/** Counts pairs of numbers: that of a sequence and that of the word after it. */
interface PairTable {
  counts: Int32Array
  /** Numbers given to the pairs afterwards, -1 where none is. */
  numbers: Int32Array
  /** Counts a pair once more; answers with its slot. */
  note(first: number, second: number): number
}

/** A table for so many places, in arrays of numbers: a Map of as many pairs would take most of the time. */
function pairTable(places: number): PairTable {
  const size = 2 ** Math.ceil(Math.log2(2 * places + 2))
  const [firsts, seconds, counts] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const note = (first: number, second: number) => {
    const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    while (counts[slot]! > 0 && (firsts[slot] !== first || seconds[slot] !== second)) slot = (slot + 1) & (size - 1)
    firsts[slot] = first
    seconds[slot] = second
    counts[slot]!++
    return slot
  }
  return { counts, numbers: new Int32Array(size).fill(-1), note }
}

/** Notes for each sequence what longer ones explain of it, the longest first. */
function* nest({ all, at }: Grams, line: Line): Generator<void> {
  for (let number = all.length - 1; number >= 0; number--) {
    const gram = all[number]!
    if (number % 2_000 === 0) yield
    if (gram.length === 1 || isFragment(gram, line)) continue
    const own = gram.places.length - gram.nested
    const first = gram.places[0]!
    for (let length = 1; length < gram.length; length++) {
      for (let offset = 0; offset + length <= gram.length; offset++) {
        const inner = all[at[length - 1]![first + offset]!]
        if (!inner) continue
        inner.nested += own
        inner.longer++
        if (inner.places.length <= gram.places.length) inner.absorbed = true
      }
    }
  }
}

/** الدولي لمحاربة: an adjective that always belongs to the word before it begins no phrase. */
function isFragment({ places }: Gram, line: Line): boolean {
  return places.every((place) => line.goesOn[place] === 1 && line.words[place]!.word.adjective && line.words[place]!.word.definite)
}

/** Five words of a sentence that is repeated whole: the five that begin a word later recur too. */
function isStretch({ length, places }: Gram, at: Grams['at']): boolean {
  const [whole, first] = [at[longest - 1]!, places[0]!]
  return length === longest && ((whole[first - 1] ?? -1) >= 0 || (whole[first + 1] ?? -1) >= 0)
}

/** What each kind of evidence multiplies the score by. */
const worth: Record<Evidence, number> = { brackets: 2, english: 2, title: 1.8, quoted: 1.5, foreign: 1.3 }
/** A phrase of common words only is less likely to be a term. */
const commonPhrase = 0.6

interface Proof {
  kinds: Set<Evidence>
  places: number[]
  length: number
  beside: string
}

/** A candidate before its spelling is looked for: only the best get that far. */
interface Scored {
  places: number[]
  length: number
  proof: Proof | undefined
  score: number
}

/** More than these nobody looks at. */
const mostCandidates = 2000

function* ranked({ all, at }: Grams, evidence: readonly EvidencePlace[], line: Line): Generator<void, Candidate[]> {
  const { proven, once } = yield* proofsOf(evidence, at, line)
  const found: Scored[] = []
  for (const [number, gram] of all.entries()) {
    const proof = proven.get(number)
    if (number % 2_000 === 1_999) yield
    if ((gram.length === 1 && !proof) || gram.absorbed || isStretch(gram, at) || (!proof && isFragment(gram, line))) continue
    const explained = gram.longer > 0 ? gram.nested / gram.longer : 0
    found.push(...scored(gram.places, gram.length, explained, proof, line))
  }
  for (const proof of once) if (isSure(proof)) found.push(...scored(proof.places, proof.length, 0, proof, line))
  yield
  const best = found
    .sort((a, b) => b.score - a.score || b.places.length - a.places.length || a.places[0]! - b.places[0]!)
    .slice(0, mostCandidates)
  yield
  const candidates: Candidate[] = []
  for (const one of best) {
    candidates.push(candidate(one, line))
    if (candidates.length % 100 === 0) yield
  }
  return candidates
}

/** A name that stands once is worth a look where its title or its English shows that it is one. */
function isSure({ kinds, length }: Proof): boolean {
  return kinds.has('brackets') || (length > 1 && (kinds.size > 1 || kinds.has('title') || kinds.has('english')))
}

/** The evidence for each sequence that recurs, by its number, and for those that stand once. */
function* proofsOf(
  evidence: readonly EvidencePlace[],
  at: Grams['at'],
  line: Line,
): Generator<void, { proven: Map<number, Proof>; once: Proof[] }> {
  const proven = new Map<number, Proof>()
  const once = new Map<string, Proof>()
  for (const [index, { kind, first, length, beside }] of evidence.entries()) {
    if (index % 10_000 === 9_999) yield
    const number = at[length - 1]?.[first] ?? -1
    const identity = number < 0 ? identityAt(line, first, length) : ''
    const proof = (number < 0 ? once.get(identity) : proven.get(number)) ?? { kinds: new Set(), places: [], length, beside: '' }
    proof.kinds.add(kind)
    if (proof.places.at(-1) !== first && number < 0) proof.places.push(first)
    proof.beside ||= beside
    if (number < 0) once.set(identity, proof)
    else proven.set(number, proof)
  }
  return { proven, once: [...once.values()] }
}

function identityAt({ words }: Line, first: number, length: number): string {
  const later = words.slice(first + 1, first + length).map(({ word }) => word.inside)
  return [words[first]!.word.atHead, ...later].join(' ')
}

/** The score of a sequence by the places that no entry covers; nothing where there are too few. */
function scored(everywhere: readonly number[], length: number, explained: number, proof: Proof | undefined, line: Line): Scored[] {
  const places = everywhere.filter((place) => line.coveredUpTo[place + length]! - line.coveredUpTo[place]! < length)
  if (places.length === 0 || (places.length < 2 && !proof) || places.length <= explained) return []
  let texts = 0
  for (const [index, place] of places.entries()) if (index === 0 || line.textOf[place] !== line.textOf[places[index - 1]!]) texts++
  const spread = (places.length + texts) / (2 * places.length)
  const common = !proof && line.words.slice(places[0]!, places[0]! + length).every(({ word }) => word.common)
  const sure = [...(proof?.kinds ?? [])].reduce((product, kind) => product * worth[kind], common ? commonPhrase : 1)
  return [{ places, length, proof, score: Math.log2(length + 1) * (places.length - explained) * spread * sure }]
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

/** The spelling that most places have; the first of them where several are as frequent. */
function spellingAt(places: readonly number[], length: number, { words }: Line): string {
  const counts = new Map<string, number>()
  for (const place of places) {
    const later = words.slice(place + 1, place + length).map(({ word }) => word.whole)
    const spelling = [words[place]!.word.bare, ...later].join(' ')
    counts.set(spelling, (counts.get(spelling) ?? 0) + 1)
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}
