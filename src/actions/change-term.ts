import { checkedEntry, preferredRendering } from '../core/glossary/entry.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Store } from '../store/store.ts'
import { keepPatched } from './glossary.ts'
import { glossaryChanged } from './glossary-changed.ts'
import { knownTerm } from './known.ts'

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

/** Changes an entry; `version` is the one the change was made on. The former state goes into its history. */
export async function changeTerm(store: Store, wanted: { termId: number; version: number; draft: TermDraft }, by: By): Promise<void> {
  const { change, version } = await store.transaction((store) => changedEntry(store, wanted, by))
  keepPatched(store, change.before.deskId, version, [change])
}

/** The same inside a transaction that does more: answers with both states and the glossary's new version, for `keepPatched` after it. */
export async function changedEntry(
  store: Store,
  wanted: { termId: number; version: number; draft: TermDraft },
  by: By,
): Promise<{ change: { before: Term; after: Term }; version: number }> {
  await store.turns.ofGlossary((await knownTerm(store, wanted.termId)).deskId)
  const { term, entry } = await possibleChange(store, wanted)
  if (!(await store.terms.save(term.id, wanted.version, entry, by))) throw changedMeanwhile(term)
  const change = { before: term, after: await knownTerm(store, term.id) }
  return { change, version: await glossaryChanged(store, term.deskId, [change]) }
}

/** The entry as it stands and as it would be stored; throws the Problems of `changeTerm` without changing anything. */
export async function possibleChange(
  store: Store,
  wanted: { termId: number; version: number; draft: TermDraft },
): Promise<{ term: Term; entry: TermDraft }> {
  const entry = checkedEntry(wanted.draft)
  const term = await knownTerm(store, wanted.termId)
  if (entry.state !== 'retired') await refuseTaken(store, term.deskId, entry, term.id)
  if (term.version !== wanted.version) throw changedMeanwhile(term)
  return { term, entry }
}

function changedMeanwhile(term: Term): Problem {
  return new Problem('term.changed', { spelling: term.spellings[0]!, person: term.changedBy })
}

async function refuseTaken(store: Store, deskId: number, entry: TermDraft, own: number | null): Promise<void> {
  const others = await store.terms.withSpellings(deskId, entry.spellings)
  const taken = others.find((term) => term.id !== own && term.state !== 'retired')
  if (taken) throw new Problem('term.taken', { spelling: taken.spellings[0]!, rendering: preferredRendering(taken), id: taken.id })
}
