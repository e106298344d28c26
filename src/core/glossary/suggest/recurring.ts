import type { Line } from './line.ts'
import { type PairTable, pairTable } from './pair-table.ts'

/** A sequence of words that recurs, with the places where it begins in the row. */
interface Gram {
  length: number
  places: number[]
  /** Occurrences inside longer ones, and in how many different ones (t and c of the C-value). */
  nested: number
  longer: number
  absorbed: boolean
}

/** The sequences of a row, by their numbers. */
export interface Grams {
  all: Gram[]
  /** At each place the number of the sequence of so many words that begins there, or -1. */
  at: Int32Array[]
}

/** Every sequence that recurs, the shorter first. A longer one recurs only where the shorter does: each length looks only at what is left of the one before. */
export function* recurring(line: Line): Generator<void, Grams> {
  const grams: Grams = { all: [], at: [] }
  let left = line.words.length
  for (let length = 1; length <= longest; length++) {
    const pairs = pairTable(left)
    const slots = yield* slotsIn(line, grams.at[length - 2], length, pairs)
    left = yield* numbered(grams, slots, length, pairs)
  }
  return grams
}

const longest = 5

/** Some milliseconds. */
const placesInATurn = 20_000

/** Counts the sequences of so many words; at each place the slot in the table of the one that begins there, or -1. */
function* slotsIn(line: Line, shorter: Int32Array | undefined, length: number, pairs: PairTable): Generator<void, Int32Array> {
  const slots = new Int32Array(line.words.length).fill(-1)
  for (let place = 0; place < slots.length; place++) {
    if (mayBegin(line, shorter, length, place)) slots[place] = pairs.note(shorter ? shorter[place]! : 0, lastNumber(line, length, place))
    if (place % placesInATurn === 0) yield
  }
  return slots
}

/** Gives those that were met more than once a number each, in the order of their first places; answers with how many places they have. */
function* numbered({ all, at }: Grams, slots: Int32Array, length: number, { counts, numbers }: PairTable): Generator<void, number> {
  const numberAt = new Int32Array(slots.length).fill(-1)
  at.push(numberAt)
  let left = 0
  for (const [place, slot] of slots.entries()) {
    if (place % placesInATurn === 0) yield
    if (slot < 0 || counts[slot]! < 2) continue
    if (numbers[slot]! < 0) numbers[slot] = all.push({ length, places: [], nested: 0, longer: 0, absorbed: false }) - 1
    all[numbers[slot]!]!.places.push(place)
    numberAt[place] = numbers[slot]!
    left++
  }
  return left
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

/** Notes for each sequence what longer ones explain of it, the longest first. */
export function* nest({ all, at }: Grams, line: Line): Generator<void> {
  for (let number = all.length - 1; number >= 0; number--) {
    if (number % 2_000 === 0) yield
    const gram = all[number]!
    if (gram.length > 1 && !isFragment(gram, line)) for (const inner of innerOf(gram, at)) explain(all[inner], gram)
  }
}

/** The numbers of the sequences inside another, by its first place; -1 where one does not recur. */
function innerOf({ length, places }: Gram, at: Grams['at']): number[] {
  const first = places[0]!
  const shorter = at.slice(0, length - 1)
  return shorter.flatMap((numberAt, index) => [...numberAt.subarray(first, first + length - index)])
}

function explain(inner: Gram | undefined, gram: Gram): void {
  if (!inner) return
  inner.nested += gram.places.length - gram.nested
  inner.longer++
  if (inner.places.length <= gram.places.length) inner.absorbed = true
}

/** الدولي لمحاربة: an adjective that always belongs to the word before it begins no phrase. */
export function isFragment({ places }: Gram, line: Line): boolean {
  return places.every((place) => line.goesOn[place] === 1 && line.words[place]!.word.adjective && line.words[place]!.word.definite)
}

/** Five words of a sentence that is repeated whole: the five that begin a word later recur too. */
export function isStretch({ length, places }: Gram, at: Grams['at']): boolean {
  const [whole, first] = [at[longest - 1]!, places[0]!]
  return length === longest && ((whole[first - 1] ?? -1) >= 0 || (whole[first + 1] ?? -1) >= 0)
}
