import { type Habits, habitsNumber, noneCounted, winningHabits, withFallback } from '../../arabic/habits.ts'
import { plain } from '../../arabic/letters.ts'
import { traitsOf } from '../../arabic/neighbours.ts'
import { type Gap, scanWords } from '../../arabic/words.ts'
import type { Glossary } from './compile.ts'
import type { KnownWord } from './known.ts'
import { readWord } from './read.ts'
import type { WordReadings } from './readings.ts'

/** A word of the text with all that it can be. */
export interface ReadWord {
  start: number
  end: number
  gap: Gap
  known: KnownWord
  readings: WordReadings | undefined
}

/** A text whose words are read; `readingsOf` reads any word as this text would have it, for what is left when و or ل is taken away. */
export interface ReadText {
  text: string
  words: ReadWord[]
  readingsOf: (word: string) => WordReadings | undefined
}

/** Reads the words of a text; what they show of its habits goes before the document's. */
export function readText(glossary: Glossary, text: string, document: Habits): ReadText {
  const read: ReadWord[] = []
  const votes = noneCounted()
  scanWords(text, (start, end, gap) => {
    const known = glossary.known.at(text, start, end)
    for (const vote of known.votes) votes[vote]++
    read.push({ start, end, gap, known, readings: undefined })
  })
  const habits = withFallback(winningHabits(votes), document)
  const number = habitsNumber(habits)
  for (const word of read) word.readings = readingsOf(glossary, word.known, habits, number)
  return { text, words: read, readingsOf: (word) => readingsOf(glossary, glossary.known.at(word, 0, word.length), habits, number) }
}

function readingsOf(glossary: Glossary, known: KnownWord, habits: Habits, number: number): WordReadings | undefined {
  if (known.lastNumber === number) return known.last
  const there = known.readings[number]
  known.last = there === undefined ? readWord(glossary.trunks, known.surface, habits) : (there ?? undefined)
  known.lastNumber = number
  known.readings[number] = known.last ?? null
  return known.last
}

/** What a word may be for its neighbours. */
export function traitsOfWord({ known }: ReadWord): number {
  known.traits ??= traitsOf(plain(known.surface))
  return known.traits
}
