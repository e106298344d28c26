import { words } from '../arabic/words.ts'
import type { Glossary } from './compile.ts'
import { englishEntry } from './renderings.ts'
import type { Term } from './term.ts'

/** An entry and those that share a word with it, in the Arabic or the English: no other has a say in which places are its own. */
export function rivalsOf(glossary: Glossary, term: Term): ReadonlySet<number> {
  const own = wordsOf(term)
  const rivals = [...glossary.terms.values()].filter((other) => wordsOf(other).some((word) => own.includes(word)))
  return new Set([term.id, ...rivals.map(({ id }) => id)])
}

function wordsOf(term: Term): string[] {
  const known = kept.get(term)
  if (known) return known
  const { right, avoid } = englishEntry(term)
  const english = [...right, ...avoid].flatMap((wording) => wording.words.map(({ key }) => key))
  const made = [...term.spellings.flatMap((spelling) => words(spelling).map(({ key }) => key)), ...english]
  kept.set(term, made)
  return made
}

const kept = new WeakMap<Term, string[]>()
