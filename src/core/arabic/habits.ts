import { scanWords } from './words.ts'

/** How a text spells: whether a final ي has its dots, and whether hamza is written on an initial alif. */
export interface Habits {
  finalYa: 'dotted' | 'dotless' | 'unknown'
  hamza: 'written' | 'omitted' | 'unknown'
}

/** The habits of a text of which nothing is known. */
export const unknownHabits: Habits = { finalYa: 'unknown', hamza: 'unknown' }

/** Frequent words in their two spellings, each a vote. */
const votes: [keyof Habits, string, string][] = [
  ['finalYa', 'dotted', 'في التي الذي هي وهي وفي والتي والذي'],
  ['finalYa', 'dotless', 'فى التى الذى هى وهى وفى والتى والذى'],
  ['hamza', 'written', 'أن إن إلى أو أي أنه أنها إنه إنها وأن وإن أكثر أول أكد وأكد أعلن أحد أمس إذا أيضا وأضاف'],
  ['hamza', 'omitted', 'ان الى او اي انه انها وان اكثر اول اكد واكد اعلن احد امس اذا ايضا واضاف الي'],
]

const voteOf = new Map(votes.flatMap(([habit, value, words]) => words.split(' ').map((word) => [word, [habit, value]] as const)))

/** A habit holds when it has at least this share of the votes; below it a text mixes and nothing is known. */
const clearShare = 0.8

/** The spelling habits of a document, from all its texts. */
export function habitsOf(texts: readonly string[]): Habits {
  const count = new Map<string, number>()
  for (const text of texts) {
    scanWords(text, (start, end) => {
      const vote = end - start < 7 ? voteOf.get(text.slice(start, end)) : undefined
      if (vote) count.set(vote[1], (count.get(vote[1]) ?? 0) + 1)
    })
  }
  return { finalYa: winner(count, 'dotted', 'dotless'), hamza: winner(count, 'written', 'omitted') }
}

function winner<A extends string, B extends string>(count: Map<string, number>, a: A, b: B): A | B | 'unknown' {
  const [forA, forB] = [count.get(a) ?? 0, count.get(b) ?? 0]
  if (forA + forB === 0) return 'unknown'
  if (forA / (forA + forB) >= clearShare) return a
  return forB / (forA + forB) >= clearShare ? b : 'unknown'
}

/** What this text's own habits do not tell is taken from the document's. */
export function withFallback(own: Habits, document: Habits): Habits {
  return {
    finalYa: own.finalYa === 'unknown' ? document.finalYa : own.finalYa,
    hamza: own.hamza === 'unknown' ? document.hamza : own.hamza,
  }
}
