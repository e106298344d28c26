import { isSame } from '../core/glossary/decide/conflict.ts'
import { checkedEntry } from '../core/glossary/entry.ts'
import { changedTo, type Term, type TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Store } from '../store/store.ts'
import { refuseTaken } from './add-term.ts'
import { keepPatched } from './glossary.ts'
import { glossaryChanged } from './glossary-changed.ts'
import { knownTerm } from './known.ts'

/** What an entry is to become; `version` is the one the change was made on. */
export interface WantedChange {
  termId: number
  version: number
  draft: TermDraft
}

/** Changes an entry; the former state goes into its history. */
export async function changeTerm(store: Store, wanted: WantedChange, by: By): Promise<void> {
  const { change, version } = await store.transaction((store) => changedEntry(store, wanted, by))
  keepPatched(store, change.before.deskId, version, [change])
}

/** The same inside a transaction that does more: answers with both states and the glossary's new version, for `keepPatched` after it. */
export async function changedEntry(
  store: Store,
  wanted: WantedChange,
  by: By,
): Promise<{ change: { before: Term; after: Term }; version: number }> {
  await store.turns.ofGlossary((await knownTerm(store, wanted.termId)).deskId)
  const { term: before, entry } = await possibleChange(store, wanted)
  if (!(await store.terms.saveAll([{ before, entry }], by))) throw changedMeanwhile(before)
  const change = { before, after: changedTo(before, entry, by) }
  return { change, version: await glossaryChanged(store, before.deskId, [change]) }
}

/** The entry as it stands and as it would be stored; throws the Problems of `changeTerm` without changing anything. */
export async function possibleChange(store: Store, wanted: WantedChange): Promise<{ term: Term; entry: TermDraft }> {
  const entry = checkedEntry(wanted.draft)
  const term = await knownTerm(store, wanted.termId)
  if (entry.state !== 'retired') await refuseTaken(store, term.deskId, entry, term.id)
  // What is so already was saved by a button pressed twice.
  if (term.version !== wanted.version && !isSame(term, entry)) throw changedMeanwhile(term)
  return { term, entry }
}

function changedMeanwhile(term: Term): Problem {
  return new Problem('term.changed', { spelling: term.spellings[0]!, person: term.changedBy })
}
