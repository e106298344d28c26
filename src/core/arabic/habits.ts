import { addToGroup } from '../grouped.ts'
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

/** What a word of a text may bear witness to: that its final ي has dots or none, its initial hamza is written or omitted, its final ى is plain or has dots. */
export type Vote = 'dotted' | 'dotless' | 'written' | 'omitted' | 'plainAlif' | 'dottedAlif'

/** Frequent words in their spellings. Not على, whose other spelling is a name, nor كبرى: كبري is a bridge. */
const witnessRows: [Vote, string][] = [
  ['dotted', 'في التي الذي هي وهي وفي والتي والذي'],
  ['dotless', 'فى التى الذى هى وهى وفى والتى والذى'],
  ['written', 'أن إن أو أي أنه أنها إنه إنها وأن وإن أكثر أول أكد وأكد أعلن أحد أمس إذا أيضا وأضاف إلى وإلى أخرى الأخرى أخري الأخري'],
  ['omitted', 'ان او اي انه انها وان اكثر اول اكد واكد اعلن احد امس اذا ايضا واضاف الى والى اخرى الاخرى الي والي اخري الاخري'],
  ['plainAlif', 'حتى وحتى متى مدى إلى وإلى أخرى الأخرى الى والى اخرى الاخرى'],
  ['dottedAlif', 'حتي وحتي متي مدي أخري الأخري الي والي اخري الاخري'],
]

const votesOf = new Map<string, Vote[]>()
for (const [vote, words] of witnessRows) for (const word of words.split(' ')) addToGroup(votesOf, word, vote)

/** The habits that a word of a text bears witness to, with vowel marks or without: الي leaves out the hamza of إلى and gives dots to its ى. Mostly none. */
export function votesOfWord(word: string): readonly Vote[] {
  return (word.length < longestWitness ? votesOf.get(plain(word)) : undefined) ?? noVotes
}

const noVotes: readonly Vote[] = []

/** The spelling habits of a document, from all its texts. */
export function habitsOf(texts: readonly string[]): Habits {
  const count = noneCounted()
  for (const text of texts)
    scanWords(text, (start, end) => {
      if (end - start < longestWitness) for (const vote of votesOfWord(text.slice(start, end))) count[vote]++
    })
  return winningHabits(count)
}

/** With marks on every letter. */
const longestWitness = 14

/** A habit holds when it has at least this share of the votes; below it a text mixes and nothing is known. */
const clearShare = 0.8

/** How many words of a text bear witness to each habit. */
export type VoteCount = Record<Vote, number>

/** Votes to be counted up. */
export function noneCounted(): VoteCount {
  return { dotted: 0, dotless: 0, written: 0, omitted: 0, plainAlif: 0, dottedAlif: 0 }
}

/** The habits that these votes give. */
export function winningHabits(count: VoteCount): Habits {
  const finalAlif = winner(['plain', count.plainAlif], ['dotted', count.dottedAlif])
  return {
    finalYa: winner(['dotted', count.dotted], ['dotless', count.dotless]),
    hamza: winner(['written', count.written], ['omitted', count.omitted]),
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
