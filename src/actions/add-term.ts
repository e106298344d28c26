import { checkedEntry, preferredRendering } from '../core/glossary/entry.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Store } from '../store/store.ts'
import { keepPatched } from './glossary.ts'
import { glossaryChanged } from './glossary-changed.ts'

/** Adds an entry to a desk's glossary; an Arabic spelling that another entry already has is refused by name. */
export async function addTerm(store: Store, deskId: number, draft: TermDraft, by: By): Promise<Term> {
  const entry = checkedEntry(draft)
  const { term, version } = await store.transaction(async (store) => {
    await store.turns.ofGlossary(deskId)
    await refuseTaken(store, deskId, entry, null)
    const term = await store.terms.add(deskId, entry, by)
    return { term, version: await glossaryChanged(store, deskId, [{ before: null, after: term }]) }
  })
  keepPatched(store, deskId, version, [{ before: null, after: term }])
  return term
}

/** Throws Problem *term.taken* where an entry in use, other than this one's `own`, has one of the spellings. */
export async function refuseTaken(store: Store, deskId: number, entry: TermDraft, own: number | null): Promise<void> {
  const others = await store.terms.withSpellings(deskId, entry.spellings)
  const taken = others.find((term) => term.id !== own && term.state !== 'retired')
  if (taken) throw new Problem('term.taken', { spelling: taken.spellings[0]!, rendering: preferredRendering(taken), id: taken.id })
}
