import { endingsByAddition, longestAddition } from '../../arabic/inflection.ts'
import { splitsOf } from '../../arabic/proclitics.ts'
import type { Term } from '../term.ts'
import { compile, type Glossary } from './compile.ts'
import type { Spelling } from './trunks.ts'

/** Which words of a desk an entry can have to do with: perhaps a few more than the finder will accept, never fewer. */
interface Reach {
  /** Stretches of letters of which every such word has one; no stretch has another inside it. */
  stretches: string[]
  /**
   * The words, by their folded keys, in groups: for each spelling, for each of its words, what may stand for it. A segment in which no
   * spelling has a word for each of its own is not touched by the entry.
   */
  groupsOf<W extends { key: string }>(words: readonly W[]): W[][][]
}

/** The reach of entries; of a changed one give both states. Retired ones reach nothing. */
export function reachOf(terms: readonly Term[]): Reach {
  const glossary = compile(terms)
  return { stretches: shortest([...glossary.trunks.keys()]), groupsOf: (words) => grouped(glossary, words) }
}

/**
 * Those stretches that have no other inside them: whatever has a longer one has the shorter too. Of so many that every word is looked at more
 * quickly than it is held against them, the empty one alone, which every word has.
 */
export function shortest(stretches: readonly string[]): string[] {
  if (stretches.length > mostStretches) return ['']
  const kept: string[] = []
  for (const stretch of [...stretches].sort((a, b) => a.length - b.length)) {
    if (!kept.some((other) => stretch.includes(other))) kept.push(stretch)
  }
  return kept
}

const mostStretches = 200

function grouped<W extends { key: string }>(glossary: Glossary, words: readonly W[]): W[][][] {
  const groups = new Map<Spelling, W[][]>()
  for (const word of words) {
    for (const [spelling, positions] of placesOf(glossary, word.key)) {
      const own = groups.get(spelling) ?? spelling.words.map(() => [])
      groups.set(spelling, own)
      for (const position of positions) own[position]!.push(word)
    }
  }
  return [...groups.values()]
}

/** Where in its spellings an entry may have a word: by its letters alone, whatever shape, ending, state or likelihood would say. */
function placesOf(glossary: Glossary, key: string): Map<Spelling, Set<number>> {
  const places = new Map<Spelling, Set<number>>()
  // A folded key has every alif bare, so that no reading with an article is left out.
  for (const { rest } of splitsOf(key, key)) {
    for (let length = Math.min(longestAddition, rest.length - 1); length >= 0; length--) {
      const trunks = glossary.trunks.get(rest.slice(0, rest.length - length))
      if (!trunks || !endingsByAddition.has(rest.slice(rest.length - length))) continue
      for (const { spelling, position } of trunks.flatMap(({ entries }) => entries)) {
        places.set(spelling, (places.get(spelling) ?? new Set()).add(position))
      }
    }
  }
  return places
}
