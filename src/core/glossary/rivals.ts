import type { Glossary } from './compile.ts'
import type { Match } from './match.ts'
import { englishEntry } from './renderings.ts'
import type { Term } from './term.ts'

/** An entry and those whose English shares a word with its own: no other has a say in which English is given to it. */
export function rivalsOf(glossary: Glossary, term: Term): ReadonlySet<number> {
  const own = new Set(wordsOf(term))
  const rivals = [...glossary.terms.values()].filter((other) => wordsOf(other).some((word) => own.has(word)))
  return new Set([term.id, ...rivals.map(({ id }) => id)])
}

/** The matches that tell what becomes of an entry in a text: its own, those of its rivals, and those that lie over its own. */
export function matchesAround(matches: readonly Match[], termId: number, rivals: ReadonlySet<number>): Match[] {
  const own = matches.filter((match) => match.termId === termId)
  return matches.filter((match) => rivals.has(match.termId) || own.some(({ start, end }) => match.start < end && match.end > start))
}

function wordsOf(term: Term): string[] {
  const { right, avoid } = englishEntry(term)
  return [...right, ...avoid].flatMap((wording) => wording.words.map(({ key }) => key))
}
