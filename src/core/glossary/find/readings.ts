import type { Cue } from '../../arabic/neighbours.ts'
import { possibleFrom, type WordAnalysis } from './match.ts'
import type { Spelling, StemEntry } from './trunks.ts'

/** A word of a text read as a word of one spelling. */
export interface Reading {
  spelling: Spelling
  state: string
  confidence: number
  why: WordAnalysis
  /** What its neighbours may tell of it; of a single word only. */
  cues: readonly Cue[]
}

/** All that a word of a text can be: a whole entry, the first word of a phrase, or a later one, by its position in the phrase. */
export interface WordReadings {
  alone: Reading[]
  /** True where no neighbour can change `alone`: rivals are settled already and the likeliest comes first. */
  settled: boolean
  first: Map<Spelling, Reading[]>
  later: Map<Spelling, Map<number, Reading[]>>
  /** True where some spelling in `first` has signs beside its words, which stand where phrases do even if it is one word. */
  signed: boolean
  /** The bits of the spellings in `first`, and in `later`. */
  firstBits: number
  laterBits: number
}

/** A reading with the entry's word that it is of. */
export interface FoundStem {
  entry: StemEntry
  reading: Reading
}

/** Two readings of one place this far apart are no tie: the weaker is a chance likeness and counts only in part. */
const rivalMargin = 0.04
const rivalPart = 0.4

/** Of different entries in one place those that stay possible beside the strongest. */
export function withoutRivals<One extends { confidence: number }>(found: One[]): One[] {
  const strongest = found.reduce((most, one) => Math.max(most, one.confidence), 0)
  return found
    .map((one) => (one.confidence < strongest - rivalMargin ? { ...one, confidence: one.confidence * rivalPart } : one))
    .filter((one) => one.confidence >= possibleFrom)
}

/** Most words are no entry by themselves, or in no phrase: one empty list does for all of them. */
const noReadings: Reading[] = []
const noFirst: WordReadings['first'] = new Map()
const noLater: WordReadings['later'] = new Map()

/** What a word can be, by where in an entry it stands; undefined where that is nothing. */
export function sorted(found: FoundStem[]): WordReadings | undefined {
  const readings: WordReadings = {
    alone: noReadings,
    settled: false,
    first: noFirst,
    later: noLater,
    signed: false,
    firstBits: 0,
    laterBits: 0,
  }
  for (const { entry, reading } of found) {
    if (entry.position > 0) keep(laterOf(readings, reading.spelling), entry.position, reading)
    else if (reading.spelling.words.length > 1 || reading.spelling.signs) keep(firstOf(readings), reading.spelling, reading)
    else keepBest(aloneOf(readings), reading)
  }
  for (const { bit, signs } of readings.first.keys()) {
    readings.firstBits |= bit
    if (signs) readings.signed = true
  }
  for (const { bit } of readings.later.keys()) readings.laterBits |= bit
  readings.settled = readings.alone.every((reading) => reading.cues.length === 0)
  if (readings.settled && readings.alone.length > 0)
    readings.alone = withoutRivals(readings.alone).sort((a, b) => b.confidence - a.confidence)
  return readings.alone.length + readings.first.size + readings.later.size > 0 ? readings : undefined
}

function aloneOf(readings: WordReadings): Reading[] {
  if (readings.alone === noReadings) readings.alone = []
  return readings.alone
}

function firstOf(readings: WordReadings): WordReadings['first'] {
  if (readings.first === noFirst) readings.first = new Map()
  return readings.first
}

function laterOf(readings: WordReadings, spelling: Spelling): Map<number, Reading[]> {
  if (readings.later === noLater) readings.later = new Map()
  const there = readings.later.get(spelling) ?? new Map<number, Reading[]>()
  readings.later.set(spelling, there)
  return there
}

/** Of several readings in one state only the best counts. */
function keep<K>(readings: Map<K, Reading[]>, at: K, reading: Reading): void {
  const there = readings.get(at)
  if (!there) readings.set(at, [reading])
  else {
    const same = there.findIndex((other) => other.state === reading.state)
    if (same < 0) there.push(reading)
    else if ((there[same]?.confidence ?? 0) < reading.confidence) there[same] = reading
  }
}

function keepBest(readings: Reading[], reading: Reading): void {
  const same = readings.findIndex((other) => other.spelling.term === reading.spelling.term && other.cues === reading.cues)
  if (same < 0) readings.push(reading)
  else if ((readings[same]?.confidence ?? 0) < reading.confidence) readings[same] = reading
}
