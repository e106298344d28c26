import { key, plain } from '../../arabic/letters.ts'
import { type Gap, scanWords } from '../../arabic/words.ts'
import { type PhraseWord, phraseWord, unknownWord } from './phrase-word.ts'

/** The words of a text with what each may be. */
export interface PlacedWord {
  start: number
  end: number
  gap: Gap
  word: PhraseWord
}

/** Texts with the words they have in common. */
export interface ReadTexts {
  texts: PlacedWord[][]
  /** How many words there are in all. */
  count: number
}

/**
 * Reads texts with the words they have in common: whether و is the first letter of a word or a word of its own is told by how often the rest
 * stands alone. It gives way after every `turn` texts, so that whoever runs it can do something else meanwhile.
 */
export function* readTogether(texts: readonly string[]): Generator<void, ReadTexts> {
  const met = new Map<string, Met>()
  const read: PlacedWord[][] = []
  let count = 0
  for (const [index, text] of texts.entries()) {
    const list: PlacedWord[] = []
    scanWords(text, (start, end, gap) => {
      const { word } = metAgain(met, text.slice(start, end))
      list.push({ start, end, gap, word })
    })
    count += list.length
    read.push(list)
    if (index % turn === turn - 1) yield
  }
  yield* understand(met)
  return { texts: read, count }
}

/** A word as it is written, and how often; what it may be is known only when all have been met. */
interface Met {
  word: PhraseWord
  count: number
}

function metAgain(met: Map<string, Met>, surface: string): Met {
  const there = met.get(surface) ?? { word: unknownWord(plain(surface)), count: 0 }
  if (there.count === 0) met.set(surface, there)
  there.count++
  return there
}

function* understand(met: ReadonlyMap<string, Met>): Generator<void> {
  const counts = new Map<string, number>()
  let done = 0
  for (const { word, count } of met.values()) {
    const folded = key(word.whole)
    counts.set(folded, (counts.get(folded) ?? 0) + count)
    if (++done % 10_000 === 0) yield
  }
  const numbers = new Map<string, number>()
  for (const { word } of met.values()) {
    Object.assign(word, phraseWord(word.whole, counts, numbers))
    if (++done % 1000 === 0) yield
  }
}

/** Texts read in one go: some five milliseconds. */
export const turn = 100

/** Whether a word may go on with the name or phrase before it. */
export function goesOn(words: readonly PlacedWord[], at: number): boolean {
  const next = words[at]
  return next !== undefined && next.gap === 'space' && !next.word.unnamed && !next.word.begins
}
