import { isArticle, joinedSkeletons } from '../english/skeleton.ts'
import { type EnglishWord, englishWords, isJoined } from '../english/words.ts'
import type { Bilingual, Candidate } from './candidates.ts'
import { isCapital, named } from './name-evidence.ts'
import { turn } from './phrase-words.ts'
import { soundsAlike, soundsOfArabic, soundsOfEnglishWord } from './sounds.ts'

/** English that likely stands for an Arabic name, with the texts (by index) where it does. */
export interface Counterpart {
  text: string
  texts: number[]
}

/** The English of many texts, ready for asking what stands there when a name stands in the Arabic. */
export interface EnglishSide {
  texts: readonly Bilingual[]
  /** The indices of the texts that have a word, by the word's key. */
  postings: ReadonlyMap<string, number[]>
  lines: (EnglishLine | undefined)[]
}

interface EnglishLine {
  words: EnglishWord[]
  /** The keys with a space on either side of each, so that a row of words is found as a stretch of it. */
  keys: string
  /** Where the key of each word begins in `keys`, and where one after the last would. */
  at: number[]
}

/** Reads the English of these texts. */
export function* englishSide(texts: readonly Bilingual[]): Generator<void, EnglishSide> {
  const postings = new Map<string, number[]>()
  const lines: (EnglishLine | undefined)[] = []
  for (const [index, { target }] of texts.entries()) {
    const words = target === '' ? [] : englishWords(target)
    lines.push(words.length > 0 ? englishLine(words) : undefined)
    for (const key of new Set(words.map((word) => word.key))) {
      const there = postings.get(key)
      if (there) there.push(index)
      else postings.set(key, [index])
    }
    if (index % turn === turn - 1) yield
  }
  return { texts, postings, lines }
}

function englishLine(words: EnglishWord[]): EnglishLine {
  const at = [1]
  for (const { key } of words) at.push(at.at(-1)! + key.length + 1)
  return { words, keys: ` ${words.map(({ key }) => key).join(' ')} `, at }
}

/**
 * What the English has for a candidate, the likeliest first: spellings that sound like it; failing these the words that stand where it
 * stands and hardly anywhere else. `taken` tells words that are the rendering of an entry.
 */
export function counterpartsOf(candidate: Candidate, side: EnglishSide, taken: (keys: string) => boolean): Counterpart[] {
  const texts = translatedTexts(candidate, side)
  if (texts.length === 0) return []
  const sounding = soundingAlike(candidate, side, texts)
  const reached = new Set(sounding.flatMap((one) => one.texts)).size
  if (reached * 2 >= texts.length) return sounding
  return [...together(candidate, side, texts, taken), ...sounding]
}

/** The translated texts where a candidate stands, each once. */
export function translatedTexts({ places }: Candidate, side: EnglishSide): number[] {
  return [...new Set(places.map(({ text }) => text))].filter((text) => side.lines[text] !== undefined)
}

/** Stretches of the English that sound like the name, each spelling with its texts, the most frequent first. */
export function soundingAlike({ spelling, words }: Candidate, side: EnglishSide, texts: readonly number[]): Counterpart[] {
  const sounds = soundsOfArabic(spelling)
  if (sounds.length < shortestSounds) return []
  const found = new Map<string, Counterpart>()
  for (const index of texts) {
    const stretch = stretchSounding(side.lines[index]!.words, sounds, words)
    if (stretch) add(found, stretch, index)
  }
  return [...found.values()].sort(byFrequency)
}

/** Fewer consonants fall together by chance. */
const shortestSounds = 3

function add(found: Map<string, Counterpart>, text: string, index: number): void {
  const folded = text.toLowerCase()
  const there = found.get(folded) ?? { text, texts: [] }
  if (!there.texts.includes(index)) there.texts.push(index)
  found.set(folded, there)
}

const byFrequency = (a: Counterpart, b: Counterpart) => b.texts.length - a.texts.length

function stretchSounding(words: readonly EnglishWord[], sounds: string, length: number): string | undefined {
  let near: string | undefined
  for (let first = 0; first < words.length; first++) {
    if (!isCapital(words[first]!.text)) continue
    let sounding = ''
    for (let last = first; last < Math.min(words.length, first + length + 3); last++) {
      if (last > first && (!isJoined(words[last - 1]!.gap) || words[last - 1]!.possessive)) break
      if (isArticle(words[last]!.text, last + 1 < words.length)) continue
      sounding = joinedSkeletons(sounding, soundsOfEnglishWord(words[last]!.text))
      if (sounding[0] !== sounds[0]) break
      if (sounding.length > sounds.length + 1) break
      if (!isCapital(words[last]!.text) || !soundsAlike(sounds, sounding)) continue
      const text = named(words.slice(beginWithArticle(words, first), last + 1))
      if (sounding === sounds) return text
      near ??= text
    }
  }
  return near
}

/** al-Samarrai begins with its article. */
function beginWithArticle(words: readonly EnglishWord[], first: number): number {
  const before = words[first - 1]
  return before && /^(?:al|el|as|ash|ad|an|ar|at|az)$/i.test(before.text) && /^[-‑–]$/.test(before.gap) ? first - 1 : first
}

/** Of the texts with the candidate so many are asked: more tell nothing new. */
export const mostTexts = 24
/** A row of words that stands with the candidate in fewer than this share of its texts is not its English; nor is one whose Dice coefficient is lower. */
const leastShare = 0.6
const longestRow = 6

/**
 * The words that stand in the English wherever the candidate stands and hardly anywhere else, by the Dice coefficient over texts (as Smadja,
 * McKeown and Hatzivassiloglou (1996), "Translating collocations for bilingual lexicons", use it). `share` is the least share of the texts and the
 * least coefficient; a single text tells nothing, unless `atLeast` says so.
 */
export function together(
  candidate: Candidate,
  side: EnglishSide,
  texts: readonly number[],
  taken: (keys: string) => boolean,
  share = leastShare,
  atLeast = 2,
  most = 5,
): Counterpart[] {
  const asked = texts.slice(0, mostTexts)
  if (asked.length < atLeast) return []
  const least = Math.max(atLeast, share * asked.length)
  const likely = rowsIn(candidate, side, asked, least)
  const scored = likely.flatMap((row) => {
    if (taken(row.keys)) return []
    const limit = (2 * row.texts.length) / share - asked.length
    const dice = (2 * row.texts.length) / (asked.length + standing(row.keys, side, limit))
    return dice < share ? [] : [{ row, score: dice + (row.capital ? 0.1 : 0) + 0.03 * row.length - 0.2 * row.far }]
  })
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ row }) => ({ text: row.text, texts: row.texts }))
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
    capital: row.every(({ text, key }) => isCapital(text) || littleWords.has(key)),
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
    if (littleWords.has(words[first]!.key)) continue
    let meaning = 0
    for (let last = first; last < Math.min(words.length, first + longestRow); last++) {
      if (last > first && (words[last - 1]!.possessive || !isJoined(words[last - 1]!.gap))) break
      if (littleWords.has(words[last]!.key)) continue
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

/** Whether a word, by its key, is one that means little by itself: the, of. */
export function isLittle(key: string): boolean {
  return littleWords.has(key)
}

const littleWords = new Set(
  'the a an of for in and to at on by with from as or but that which who whom whose this these those it its he she his her him they their them we our you your i is are was were be been being has have had not no will would said says say al el'.split(
    ' ',
  ),
)
