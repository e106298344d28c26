import { draftOf } from '../core/glossary/decide/conflict.ts'
import { nameOfDecision } from '../core/glossary/decide/decision.ts'
import type { Term } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import type { Batch, Store } from '../store/store.ts'
import { knownTerm } from './known.ts'

/**
 * Begins the batch in which texts that break an entry as it is can be mended together, for whatever reason they do: an import, a text that
 * came later. Where there is a batch of this state of the entry that was not taken back, it is gone on with. Until something is mended in it,
 * nobody is told of it, and whoever mends first is the one who made it.
 */
export async function beginMends(store: Store, termId: number, by: By): Promise<Batch> {
  return store.transaction(async (store) => {
    const { deskId } = await knownTerm(store, termId)
    await store.turns.ofGlossary(deskId)
    const term = await knownTerm(store, termId)
    return (await begun(store, term)) ?? add(store, term, by)
  })
}

async function begun(store: Store, { id, version }: Term): Promise<Batch | undefined> {
  const latest = await store.batches.latestFor(id)
  if (!latest || latest.undoneAt !== null) return undefined
  const changed = (await store.batches.terms(latest.id)).find(({ termId }) => termId === id)
  return changed?.version === version ? latest : undefined
}

async function add(store: Store, term: Term, by: By): Promise<Batch> {
  const name = nameOfDecision(term, term)
  const batch = await store.batches.add({ deskId: term.deskId, kind: 'mends', name }, by)
  await store.batches.addTerms(batch.id, [{ termId: term.id, before: draftOf(term), version: term.version }])
  return batch
}
