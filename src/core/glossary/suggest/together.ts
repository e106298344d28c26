import { littleInTexts } from '../../english/little-words.ts'
import { beginsCapital } from '../../english/renderings.ts'
import { isJoined } from '../../english/words.ts'
import type { Candidate } from './candidates.ts'
import { named } from './english-names.ts'
import type { EnglishLine, EnglishSide } from './english-side.ts'

/** English that likely stands for an Arabic name, with the texts (by index) where it does. */
export interface Counterpart {
  text: string
  texts: number[]
}

/** How much must speak for a row of words. */
interface Bounds {
  /** The least share of the candidate's texts that it stands in, and the least Dice coefficient. */
  share: number
  /** The fewest texts: a single one mostly tells nothing. */
  atLeast: number
  /** The most rows that are given. */
  most: number
}

/** Of the texts with the candidate so many are asked: more tell nothing new. */
export const mostTexts = 24
const longestRow = 6

/**
 * The words that stand in the English wherever the candidate stands and hardly anywhere else, by the Dice coefficient over texts (as Smadja,
 * McKeown and Hatzivassiloglou (1996), "Translating collocations for bilingual lexicons", use it). `taken` tells words that are the rendering
 * of an entry.
 */
export function together(
  candidate: Candidate,
  side: EnglishSide,
  texts: readonly number[],
  taken: (keys: string) => boolean,
  { share, atLeast, most }: Bounds,
): Counterpart[] {
  const asked = texts.slice(0, mostTexts)
  if (asked.length < atLeast) return []
  const rows = rowsIn(candidate, side, asked, Math.max(atLeast, share * asked.length)).filter(({ keys }) => !taken(keys))
  const likely = rows.map((row) => ({ row, dice: diceOf(row, side, asked.length, share) })).filter(({ dice }) => dice >= share)
  const best = likely.sort((a, b) => b.dice + signsOf(b.row) - a.dice - signsOf(a.row)).slice(0, most)
  return best.map(({ row }) => ({ text: row.text, texts: row.texts }))
}

/** How far a row and the candidate, which has so many texts, stand together: counted only until it is less than `share`. */
function diceOf({ keys, texts }: Row, side: EnglishSide, candidates: number, share: number): number {
  const limit = (2 * texts.length) / share - candidates
  return (2 * texts.length) / (candidates + standing(keys, side, limit))
}

/** What else speaks for a row: capitals, words, a place like the Arabic one. */
function signsOf({ capital, length, far }: Row): number {
  return (capital ? 0.1 : 0) + 0.03 * length - 0.2 * far
}

interface Row {
  keys: string
  text: string
  texts: number[]
  length: number
  capital: boolean
  /** How far it stands from where the Arabic stands, as shares of the texts, on the average. */
  far: number
}

/** The rows of one to six words that stand in so many of these texts and may be the English of a phrase of so many words. */
function rowsIn(candidate: Candidate, side: EnglishSide, texts: readonly number[], least: number): Row[] {
  const counts = new Map<string, number>()
  for (const index of texts)
    for (const keys of new Set(rowsOf(side.lines[index]!, candidate.words, keysOf))) counts.set(keys, (counts.get(keys) ?? 0) + 1)
  const rows = new Map<string, Row>()
  const starts = new Map(candidate.places.map((place) => [place.text, place.start] as const).reverse())
  for (const index of texts) {
    const line = side.lines[index]!
    const { source, target } = side.texts[index]!
    const relative = (starts.get(index) ?? 0) / Math.max(1, source.length)
    const wanted = (first: number, last: number) =>
      (counts.get(keysOf(first, last, line)) ?? 0) >= least ? ([first, last] as const) : undefined
    for (const found of rowsOf(line, candidate.words, wanted)) if (found) note(rows, rowAt(line, ...found, relative, target.length), index)
  }
  return [...rows.values()]
}

function keysOf(first: number, last: number, { keys, at }: EnglishLine): string {
  return keys.slice(at[first]!, at[last + 1]! - 1)
}

function rowAt(line: EnglishLine, first: number, last: number, relative: number, length: number): Row {
  const row = line.words.slice(first, last + 1)
  return {
    keys: keysOf(first, last, line),
    text: named(row),
    texts: [],
    length: row.length,
    capital: row.every(({ text, key }) => beginsCapital(text) || littleInTexts.has(key)),
    far: Math.abs(row[0]!.start / Math.max(1, length) - relative),
  }
}

function note(rows: Map<string, Row>, row: Row, index: number): void {
  const there = rows.get(row.keys) ?? row
  rows.set(row.keys, there)
  if (there.texts.at(-1) === index) return
  there.far = (there.far * there.texts.length + row.far) / (there.texts.length + 1)
  there.capital &&= row.capital
  there.texts.push(index)
}

/** Every row of a text, from a word that means something to another, with at most one such word more than the Arabic has. */
function rowsOf<T>(line: EnglishLine, length: number, made: (first: number, last: number, line: EnglishLine) => T): T[] {
  const { words } = line
  const rows: T[] = []
  for (let first = 0; first < words.length; first++) {
    if (littleInTexts.has(words[first]!.key)) continue
    let meaning = 0
    for (let last = first; last < Math.min(words.length, first + longestRow); last++) {
      if (last > first && (words[last - 1]!.possessive || !isJoined(words[last - 1]!.gap))) break
      if (littleInTexts.has(words[last]!.key)) continue
      if (++meaning > length + 1) break
      rows.push(made(first, last, line))
    }
  }
  return rows
}

/** In how many texts a row of words stands: looked for only where the rarest of them does, and not further than `most`, from which on it is too many. */
function standing(keys: string, { postings, lines }: EnglishSide, most: number): number {
  const lists = keys.split(' ').map((key) => postings.get(key) ?? [])
  if (lists.length === 1) return lists[0]!.length
  const rarest = lists.reduce((one, other) => (other.length < one.length ? other : one))
  const row = ` ${keys} `
  let count = 0
  for (const index of rarest) if (lines[index]!.keys.includes(row) && ++count > most) break
  return count
}
