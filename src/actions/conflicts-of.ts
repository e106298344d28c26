import { inSameWords } from '../core/glossary/decide/same-words.ts'
import { preferredRendering } from '../core/glossary/entry.ts'
import type { Term } from '../core/glossary/term.ts'
import type { Store } from '../store/store.ts'
import { glossaryOf } from './glossary.ts'
import { knownDesk } from './known.ts'

/** The entries that cannot be told apart from one: a reader cannot where the English is the same, and a text cannot where the Arabic is. */
export interface TermConflicts {
  sameEnglish: Term[]
  sameWords: Term[]
}

export const noConflicts: TermConflicts = { sameEnglish: [], sameWords: [] }

/** What an entry is in conflict with; a retired one with nothing, for it is not looked for. */
export async function conflictsOf(store: Store, term: Term): Promise<TermConflicts> {
  if (term.state === 'retired') return noConflicts
  const alike = await store.terms.withPreferred(term.deskId, preferredRendering(term))
  const glossary = await glossaryOf(store, await knownDesk(store, term.deskId))
  return { sameEnglish: alike.filter(({ id }) => id !== term.id), sameWords: inSameWords(term, glossary) }
}
