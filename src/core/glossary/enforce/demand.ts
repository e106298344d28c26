import type { Glossary } from '../find/compile.ts'
import { enforcedFrom, insideLonger, type Match } from '../find/match.ts'
import type { Place } from './places.ts'
import { type EnglishEntry, englishEntry } from './renderings.ts'

/** An entry the Arabic has, its enforced occurrences, and the English that was found for them. */
export interface Demand {
  entry: EnglishEntry
  matches: Match[]
  served: Place[]
}

/** The entries whose renderings are wanted, in the order of the Arabic: possible matches want none, nor do those inside an enforced one. */
export function demandsOf(glossary: Glossary, matches: readonly Match[]): Demand[] {
  const demands = new Map<number, Demand>()
  const inside = insideLonger(matches)
  for (const match of matches) {
    const term = glossary.terms.get(match.termId)
    if (!term || match.confidence < enforcedFrom || inside.has(match)) continue
    const demand = demands.get(term.id) ?? { entry: englishEntry(term), matches: [], served: [] }
    demand.matches.push(match)
    demands.set(term.id, demand)
  }
  for (const demand of demands.values()) demand.matches.sort((a, b) => a.start - b.start)
  return [...demands.values()]
}

/** How many of its occurrences have no English yet. */
export function lackOf({ matches, served }: Demand): number {
  return matches.length - served.length
}
