import type { Glossary } from '../find/compile.ts'
import type { Match } from '../find/match.ts'
import { demandsOf } from './demand.ts'

/** How often each entry stands in an Arabic text so that its English is wanted: enforced matches only, by entry. */
export function occurrencesIn(glossary: Glossary, matches: readonly Match[]): Map<number, number> {
  return new Map(demandsOf(glossary, matches).map(({ entry, matches }) => [entry.term.id, matches.length]))
}
