import { compile, type Glossary } from '../find/compile.ts'
import { findTerms } from '../find/find.ts'
import { enforcedFrom } from '../find/match.ts'
import { patched } from '../find/patch.ts'
import type { Term } from '../term.ts'

/**
 * The entries that are found in the same words as this one (وزاره الخارجيه, وزارة الخارجية; حشد شعبي, الحشد الشعبي): where a text has them, nobody
 * can say which is meant.
 */
export function inSameWords(term: Term, glossary: Glossary): Term[] {
  const others = patched(glossary, [{ before: term, after: null }])
  const owners = new Set(term.spellings.flatMap((spelling) => foundInWhole(others, spelling)))
  // A name is found with its own article only; here it is held against all of them as a phrase is.
  const own = compile([term.spellings.some((spelling) => wordsOf(spelling) > 1) ? { ...term, kind: 'phrase' } : term])
  const lengths = new Set(term.spellings.map(wordsOf))
  for (const other of others.terms.values()) {
    const alike = other.spellings.filter((spelling) => lengths.has(wordsOf(spelling)))
    if (alike.some((spelling) => foundInWhole(own, spelling).length > 0)) owners.add(other.id)
  }
  return [...owners].map((id) => others.terms.get(id)!)
}

/** The entries, by number, that all of a spelling is a form of. */
export function foundInWhole(glossary: Glossary, spelling: string): number[] {
  const whole = findTerms(glossary, spelling).filter(({ start, end }) => start === 0 && end === spelling.length)
  return whole.filter(({ confidence }) => confidence >= enforcedFrom).map(({ termId }) => termId)
}

function wordsOf(spelling: string): number {
  return spelling.split(' ').length
}
