import { type EnglishWord, englishWords } from '../../english/words.ts'
import { addToGroup } from '../../grouped.ts'
import type { TextPair } from '../../segment.ts'
import { turn } from './phrase-words.ts'

/** The English of many texts, ready for asking what stands there when a name stands in the Arabic. */
export interface EnglishSide {
  texts: readonly TextPair[]
  /** The indices of the texts that have a word, by the word's key. */
  postings: ReadonlyMap<string, number[]>
  lines: (EnglishLine | undefined)[]
}

/** The English of one text. */
export interface EnglishLine {
  words: EnglishWord[]
  /** The keys with a space on either side of each, so that a row of words is found as a stretch of it. */
  keys: string
  /** Where the key of each word begins in `keys`, and where one after the last would. */
  at: number[]
}

/** Reads the English of these texts. */
export function* englishSide(texts: readonly TextPair[]): Generator<void, EnglishSide> {
  const postings = new Map<string, number[]>()
  const lines: (EnglishLine | undefined)[] = []
  for (const [index, { target }] of texts.entries()) {
    const words = target === '' ? [] : englishWords(target)
    lines.push(words.length > 0 ? englishLine(words) : undefined)
    for (const key of new Set(words.map((word) => word.key))) addToGroup(postings, key, index)
    if (index % turn === turn - 1) yield
  }
  return { texts, postings, lines }
}

function englishLine(words: EnglishWord[]): EnglishLine {
  const at = [1]
  for (const { key } of words) at.push(at.at(-1)! + key.length + 1)
  return { words, keys: ` ${words.map(({ key }) => key).join(' ')} `, at }
}
