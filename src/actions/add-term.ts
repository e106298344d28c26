import { isSame } from '../core/glossary/decide/conflict.ts'
import { checkedEntry, preferredRendering } from '../core/glossary/entry.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Store } from '../store/store.ts'
import { keepPatched } from './glossary.ts'
import { glossaryChanged } from './glossary-changed.ts'

/**
 * Adds an entry to a desk's glossary; an Arabic spelling that another entry already has is refused by name. An entry that is there already, word
 * for word, is as good as added: the button was pressed twice.
 */
export async function addTerm(store: Store, deskId: number, draft: TermDraft, by: By): Promise<Term> {
  const entry = checkedEntry(draft)
  const { term, version } = await store.transaction(async (store) => {
    await store.turns.ofGlossary(deskId)
    const there = await ownerOf(store, deskId, entry, null)
    if (there && isSame(there, entry)) return { term: there, version: null }
    if (there) throw taken(there)
    const term = await store.terms.add(deskId, entry, by)
    return { term, version: await glossaryChanged(store, deskId, [{ before: null, after: term }]) }
  })
  if (version !== null) keepPatched(store, deskId, version, [{ before: null, after: term }])
  return term
}

/** Throws Problem *term.taken* where an entry in use, other than this one's `own`, has one of the spellings. */
export async function refuseTaken(store: Store, deskId: number, entry: TermDraft, own: number | null): Promise<void> {
  const owner = await ownerOf(store, deskId, entry, own)
  if (owner) throw taken(owner)
}

async function ownerOf(store: Store, deskId: number, { spellings }: TermDraft, own: number | null): Promise<Term | undefined> {
  const others = await store.terms.withSpellings(deskId, spellings)
  return others.find((term) => term.id !== own && term.state !== 'retired')
}

function taken(owner: Term): Problem {
  return new Problem('term.taken', { spelling: owner.spellings[0]!, rendering: preferredRendering(owner), id: owner.id })
}
