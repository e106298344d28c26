import { type Habits, habitsOf, unknownHabits, withFallback } from '../arabic/habits.ts'
import { type Gap, scanWords } from '../arabic/words.ts'
import type { Glossary, Spelling } from './compile.ts'
import { enforcedFrom, type Match, possibleFrom } from './match.ts'
import { type Reading, readWord, type WordReadings } from './read.ts'

export { type Habits, habitsOf } from '../arabic/habits.ts'
export { whyInArabic } from './why.ts'

/**
 * The places where entries stand in a text, in reading order, the longest first at the same start, those inside a longer one marked nested.
 * Offsets are UTF-16 units; nothing below `possibleFrom` is returned. `habits` are the document's, used where the text alone does not show them.
 */
export function findTerms(glossary: Glossary, text: string, habits: Habits = unknownHabits): Match[] {
  const read = readText(glossary, text, withFallback(habitsOf([text]), habits))
  const found: Found[] = []
  for (let i = 0; i < read.length; i++) {
    const readings = read[i]?.readings
    if (!readings) continue
    for (const reading of readings.alone)
      found.push({ first: i, last: i, spelling: reading.spelling, confidence: reading.confidence, path: [reading] })
    for (const [spelling, heads] of readings.first) {
      const phrase = phraseAt(read, i, spelling, heads)
      if (phrase) found.push(phrase)
    }
  }
  return inOrder(withoutRivals(bestOfEachTerm(found))).map((one) => match(read, text, one))
}

interface ReadWord {
  start: number
  end: number
  gap: Gap
  readings: WordReadings | undefined
}

interface Found {
  first: number
  last: number
  spelling: Spelling
  confidence: number
  path: Reading[]
}

/** News repeats its words: what a word can be is kept, for so many different words. */
const mostWordsKept = 100_000

const nothing: WordReadings = { alone: [], first: new Map(), later: new Map() }

function readText(glossary: Glossary, text: string, habits: Habits): ReadWord[] {
  const cache = cacheFor(glossary, habits)
  const read: ReadWord[] = []
  scanWords(text, (start, end, gap) => {
    const surface = text.slice(start, end)
    let readings = cache.get(surface)
    if (!readings) {
      readings = readWord(glossary, surface, habits) ?? nothing
      if (cache.size >= mostWordsKept) cache.clear()
      cache.set(surface, readings)
    }
    read.push({ start, end, gap, readings: readings === nothing ? undefined : readings })
  })
  return read
}

function cacheFor(glossary: Glossary, habits: Habits): Map<string, WordReadings> {
  const name = `${habits.finalYa} ${habits.hamza}`
  const cache = glossary.readings.get(name) ?? new Map<string, WordReadings>()
  glossary.readings.set(name, cache)
  return cache
}

/** Quotes or brackets between two words of a phrase. */
const softGapConfidence = 0.95
/** Agreement in another order of states than the entry's own. */
const otherStatesConfidence = 0.92
/** Several words confirm one another: a doubt of one of them counts only half. */
const togetherness = { half: 0.5, more: 0.45 }

/** The best way to read a phrase that begins at a word. */
function phraseAt(read: ReadWord[], first: number, spelling: Spelling, heads: Reading[]): Found | undefined {
  const last = first + spelling.words.length - 1
  let paths = heads.map((head) => ({ states: head.state, confidence: head.confidence, path: [head] }))
  for (let position = 1; position < spelling.words.length; position++) {
    const word = read[first + position]
    const readings = word && word.gap !== 'hard' ? word.readings?.later.get(spelling)?.get(position) : undefined
    if (!word || !readings) return undefined
    const together = word.gap === 'soft' ? softGapConfidence : 1
    paths = paths.flatMap(({ states, confidence, path }) =>
      readings.map((reading) => ({
        states: states + reading.state,
        confidence: confidence * reading.confidence * together,
        path: [...path, reading],
      })),
    )
  }
  let best: Found | undefined
  for (const { states, confidence, path } of paths) {
    if (!spelling.allowed?.has(states)) continue
    const agreed = states === spelling.listed ? confidence : confidence * otherStatesConfidence
    const whole = Math.max(agreed, togetherness.half * agreed + togetherness.more)
    if (!best || whole > best.confidence) best = { first, last, spelling, confidence: whole, path }
  }
  return best
}

/** One match per entry and place, whichever of its spellings fits best. */
function bestOfEachTerm(found: Found[]): Found[] {
  const best = new Map<number, Found[]>()
  for (const one of found) {
    const there = best.get(one.first)
    const same = there?.findIndex((other) => other.spelling.term === one.spelling.term && other.last === one.last) ?? -1
    if (!there) best.set(one.first, [one])
    else if (same < 0) there.push(one)
    else if ((there[same]?.confidence ?? 0) < one.confidence) there[same] = one
  }
  return [...best.values()].flat()
}

/** Two readings of one place this far apart are no tie: the weaker is a chance likeness and counts only in part. */
const rivalMargin = 0.04
const rivalPart = 0.4

function withoutRivals(found: Found[]): Found[] {
  const strongest = new Map<string, number>()
  for (const one of found) {
    const place = `${one.first} ${one.last}`
    strongest.set(place, Math.max(strongest.get(place) ?? 0, one.confidence))
  }
  return found
    .map((one) =>
      (strongest.get(`${one.first} ${one.last}`) ?? 0) - rivalMargin > one.confidence
        ? { ...one, confidence: one.confidence * rivalPart }
        : one,
    )
    .filter((one) => one.confidence >= possibleFrom)
}

function inOrder(found: Found[]): (Found & { nested: boolean })[] {
  const ordered = [...found].sort((a, b) => a.first - b.first || b.last - a.last || b.confidence - a.confidence)
  let outer: Found | undefined
  return ordered.map((one) => {
    const nested = outer !== undefined && one.last <= outer.last && (one.first > outer.first || one.last < outer.last)
    if (!nested && one.confidence >= enforcedFrom && (!outer || one.last > outer.last)) outer = one
    return { ...one, nested }
  })
}

function match(read: ReadWord[], text: string, one: Found & { nested: boolean }): Match {
  const start = read[one.first]?.start ?? 0
  const end = read[one.last]?.end ?? 0
  return {
    termId: one.spelling.term.id,
    spelling: one.spelling.text,
    start,
    end,
    surface: text.slice(start, end),
    confidence: Math.round(one.confidence * 1000) / 1000,
    nested: one.nested,
    why: one.path.map((reading) => reading.why),
  }
}
