import { littleInTexts } from '../../english/little-words.ts'
import { beginsCapital, findWording, type Wording } from '../../english/renderings.ts'
import { type EnglishWord, englishWords } from '../../english/words.ts'
import type { Span } from '../../span.ts'
import type { Candidate } from './candidates.ts'

/** Where an entry stands in a text, with its right renderings. */
export interface EntryPlace extends Span {
  right: readonly Wording[]
}

/** The entries of the texts that a candidate stands in. */
export interface EntriesAround {
  /** The renderings of those that have a word in common with it. */
  inside: ReadonlySet<Wording>
  /** Whether English words belong, in most of these texts, to an entry: have in them the rendering of one beside the candidate, or a part of one. */
  areOthers: (words: readonly EnglishWord[], texts: readonly number[]) => boolean
}

/** Tells which entries stand in a candidate and beside it, by the entries of each text. */
export function entriesAround({ places }: Candidate, entries: readonly (readonly EntryPlace[])[]): EntriesAround {
  const inside = new Set<Wording>()
  for (const { text, start, end } of places)
    for (const entry of entries[text]!) if (entry.start < end && entry.end > start) for (const one of entry.right) inside.add(one)
  const isOther = (words: readonly EnglishWord[], wording: Wording) =>
    inside.has(wording) ? isPartOf(words, wording) : reachInto(words, wording) || findWording(words, wording).length > 0
  const hasOther = (words: readonly EnglishWord[], text: number) =>
    entries[text]!.some(({ right }) => right.some((wording) => isOther(words, wording)))
  return { inside, areOthers: (words, texts) => 2 * texts.filter((text) => hasOther(words, text)).length >= texts.length }
}

/** Whether words stand across a rendering, or are a part of it: two of the Popular, of Popular Mobilization Forces. */
function reachInto(words: readonly EnglishWord[], { words: whole }: Wording): boolean {
  return overlap(words, whole, 1 - words.length, whole.length - 1)
}

/** Mobilization Forces, of Popular Mobilization Forces. */
function isPartOf(words: readonly EnglishWord[], { words: whole }: Wording): boolean {
  return words.length < whole.length && overlap(words, whole, 0, whole.length - words.length)
}

/** Whether two rows of words are the same where they overlap, the one moved along the other so far. */
function overlap(words: readonly EnglishWord[], whole: readonly EnglishWord[], from: number, to: number): boolean {
  for (let shift = from; shift <= to; shift++) if (words.every(({ key }, index) => (whole[index + shift]?.key ?? key) === key)) return true
  return false
}

/** Whether English is that of a name around these renderings: it has none of them, or capitals throughout (Anbar Operations Command, around Anbar). */
export function isNameAround(rendering: string, inside: ReadonlySet<Wording>): boolean {
  const words = englishWords(rendering)
  if (words.length === 0) return false
  const isMore = [...inside].every((wording) => findWording(words, wording).length === 0)
  return isMore || words.every(({ text, key }) => beginsCapital(text) || littleInTexts.has(key))
}
