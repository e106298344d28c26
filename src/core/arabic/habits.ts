import { scanWords } from './words.ts'

/** How a text spells: whether a final ي has its dots, and whether hamza is written on an initial alif. */
export interface Habits {
  finalYa: 'dotted' | 'dotless' | 'unknown'
  hamza: 'written' | 'omitted' | 'unknown'
}

/** The habits of a text of which nothing is known. */
export const unknownHabits: Habits = { finalYa: 'unknown', hamza: 'unknown' }

/** Frequent words in their two spellings, each a vote. */
const votes: [keyof Habits, Vote, string][] = [
  ['finalYa', 'dotted', 'في التي الذي هي وهي وفي والتي والذي'],
  ['finalYa', 'dotless', 'فى التى الذى هى وهى وفى والتى والذى'],
  ['hamza', 'written', 'أن إن إلى أو أي أنه أنها إنه إنها وأن وإن أكثر أول أكد وأكد أعلن أحد أمس إذا أيضا وأضاف'],
  ['hamza', 'omitted', 'ان الى او اي انه انها وان اكثر اول اكد واكد اعلن احد امس اذا ايضا واضاف الي'],
]

/** What one word of a text tells of its habits. */
export type Vote = 'dotted' | 'dotless' | 'written' | 'omitted'

const voteOf = new Map(votes.flatMap(([, value, words]) => words.split(' ').map((word) => [word, value] as const)))

/** The habit that a word of a text bears witness to, if any. */
export function voteOfWord(word: string): Vote | undefined {
  return voteOf.get(word)
}

/** The spelling habits of a document, from all its texts. */
export function habitsOf(texts: readonly string[]): Habits {
  const votes = noVotes()
  for (const text of texts)
    scanWords(text, (start, end) => {
      const vote = end - start < longestWitness ? voteOfWord(text.slice(start, end)) : undefined
      if (vote) votes[vote]++
    })
  return winningHabits(votes)
}

const longestWitness = 7

/** A habit holds when it has at least this share of the votes; below it a text mixes and nothing is known. */
const clearShare = 0.8

/** How many words of a text bear witness to each habit. */
export type Votes = Record<Vote, number>

/** Votes to be counted up. */
export function noVotes(): Votes {
  return { dotted: 0, dotless: 0, written: 0, omitted: 0 }
}

/** The habits that these votes give. */
export function winningHabits(votes: Votes): Habits {
  return { finalYa: winner(votes, 'dotted', 'dotless'), hamza: winner(votes, 'written', 'omitted') }
}

function winner<A extends Vote, B extends Vote>(count: Record<Vote, number>, a: A, b: B): A | B | 'unknown' {
  const all = count[a] + count[b]
  if (all > 0 && count[a] / all >= clearShare) return a
  return all > 0 && count[b] / all >= clearShare ? b : 'unknown'
}

/** What this text's own habits do not tell is taken from the document's. */
export function withFallback(own: Habits, document: Habits): Habits {
  return {
    finalYa: own.finalYa === 'unknown' ? document.finalYa : own.finalYa,
    hamza: own.hamza === 'unknown' ? document.hamza : own.hamza,
  }
}

const numbers = { dotted: 0, dotless: 1, unknown: 2, written: 0, omitted: 3 } as const

/** A number from 0 to 8, another for each pair of habits: to keep by it what was found with them. */
export function habitsNumber(habits: Habits): number {
  return numbers[habits.finalYa] + (habits.hamza === 'unknown' ? 6 : numbers[habits.hamza])
}
