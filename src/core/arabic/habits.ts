import { plain } from './letters.ts'
import { scanWords } from './words.ts'

/**
 * How a text spells: whether a final ي has its dots, whether hamza is written on an initial alif, and whether a final ى is given dots as well,
 * as much of the Egyptian press does (الي، مستشفي); the last is absent where nothing is known, as in what was stored before it was asked.
 */
export interface Habits {
  finalYa: 'dotted' | 'dotless' | 'unknown'
  hamza: 'written' | 'omitted' | 'unknown'
  finalAlif?: 'dotted' | 'plain'
}

/** The habits of a text of which nothing is known. */
export const unknownHabits: Habits = { finalYa: 'unknown', hamza: 'unknown' }

/** Frequent words in their spellings, each a vote for what stands before it. Not على, whose other spelling is a name, nor كبرى: كبري is a bridge. */
const votes: [Vote, string][] = [
  ['dotted', 'في التي الذي هي وهي وفي والتي والذي'],
  ['dotless', 'فى التى الذى هى وهى وفى والتى والذى'],
  ['written', 'أن إن أو أي أنه أنها إنه إنها وأن وإن أكثر أول أكد وأكد أعلن أحد أمس إذا أيضا وأضاف'],
  ['omitted', 'ان او اي انه انها وان اكثر اول اكد واكد اعلن احد امس اذا ايضا واضاف'],
  ['plainAlif', 'حتى وحتى متى مدى'],
  ['dottedAlif', 'حتي وحتي متي مدي'],
  ['writtenPlainAlif', 'إلى وإلى أخرى الأخرى'],
  ['writtenDottedAlif', 'أخري الأخري'],
  ['omittedPlainAlif', 'الى والى اخرى الاخرى'],
  ['omittedDottedAlif', 'الي والي اخري الاخري'],
]

/** What one word of a text tells of its habits: الي leaves out the hamza of إلى and gives dots to its ى. */
export type Vote =
  | 'dotted'
  | 'dotless'
  | 'written'
  | 'omitted'
  | 'plainAlif'
  | 'dottedAlif'
  | 'writtenPlainAlif'
  | 'writtenDottedAlif'
  | 'omittedPlainAlif'
  | 'omittedDottedAlif'

const voteOf = new Map(votes.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)))

/** The habit that a word of a text bears witness to, if any, with vowel marks or without. */
export function voteOfWord(word: string): Vote | undefined {
  return word.length < longestWitness ? voteOf.get(plain(word)) : undefined
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

/** With marks on every letter. */
const longestWitness = 14

/** A habit holds when it has at least this share of the votes; below it a text mixes and nothing is known. */
const clearShare = 0.8

/** How many words of a text bear witness to each habit. */
export type Votes = Record<Vote, number>

/** Votes to be counted up. */
export function noVotes(): Votes {
  return {
    dotted: 0,
    dotless: 0,
    written: 0,
    omitted: 0,
    plainAlif: 0,
    dottedAlif: 0,
    writtenPlainAlif: 0,
    writtenDottedAlif: 0,
    omittedPlainAlif: 0,
    omittedDottedAlif: 0,
  }
}

/** The habits that these votes give. */
export function winningHabits(count: Votes): Habits {
  const written = count.written + count.writtenPlainAlif + count.writtenDottedAlif
  const omitted = count.omitted + count.omittedPlainAlif + count.omittedDottedAlif
  const plain = count.plainAlif + count.writtenPlainAlif + count.omittedPlainAlif
  const dotted = count.dottedAlif + count.writtenDottedAlif + count.omittedDottedAlif
  const finalAlif = winner(['plain', plain], ['dotted', dotted])
  return {
    finalYa: winner(['dotted', count.dotted], ['dotless', count.dotless]),
    hamza: winner(['written', written], ['omitted', omitted]),
    ...(finalAlif === 'unknown' ? {} : { finalAlif }),
  }
}

function winner<A extends string, B extends string>([a, forA]: [A, number], [b, forB]: [B, number]): A | B | 'unknown' {
  const all = forA + forB
  if (all > 0 && forA / all >= clearShare) return a
  return all > 0 && forB / all >= clearShare ? b : 'unknown'
}

/** What this text's own habits do not tell is taken from the document's. */
export function withFallback(own: Habits, document: Habits): Habits {
  const finalAlif = own.finalAlif ?? document.finalAlif
  return {
    finalYa: own.finalYa === 'unknown' ? document.finalYa : own.finalYa,
    hamza: own.hamza === 'unknown' ? document.hamza : own.hamza,
    ...(finalAlif && { finalAlif }),
  }
}

const numbers = { dotted: 0, dotless: 1, unknown: 2, written: 0, omitted: 3 } as const

/** A number from 0 to 17, another for all habits that a word is read otherwise with: to keep by it what was found with them. */
export function habitsNumber({ finalYa, hamza, finalAlif }: Habits): number {
  return numbers[finalYa] + (hamza === 'unknown' ? 6 : numbers[hamza]) + (finalAlif === 'dotted' ? 9 : 0)
}
