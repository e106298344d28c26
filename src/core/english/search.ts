import type { Wording } from './renderings.ts'
import type { EnglishWord } from './words.ts'

/** What is looked for, and in which words. */
export interface Search {
  words: readonly EnglishWord[]
  wanted: Wording
  /** Whether a word, by its number, serves nobody yet. */
  isFree: (index: number) => boolean
  /** Whether words, as keys with a space between, are a right rendering of some other entry: they are no variant then. */
  known: (keys: string) => boolean
}
