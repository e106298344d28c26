import { draftOf } from '../core/glossary/decide/conflict.ts'
import { isSameDecision, nameOfDecision } from '../core/glossary/decide/decision.ts'
import type { By } from '../core/person.ts'
import type { Batch, Store } from '../store/store.ts'
import { changedEntry, type WantedChange } from './change-term.ts'
import { keepPatched } from './glossary.ts'

/** A decision, and the other entries that say the former name, as they are to say the new one. */
export interface WantedDecision extends WantedChange {
  carried?: readonly WantedChange[]
}

/**
 * Changes an entry, and those it carries along, and, where the decision itself is new, begins the batch in which the texts can be mended and
 * all of it taken back; null where only what is told about the entry has changed. Throws the Problems of `changeTerm`.
 */
export async function decideTerm(store: Store, { carried = [], ...wanted }: WantedDecision, by: By): Promise<Batch | null> {
  const { changed, batch } = await store.transaction(async (store) => {
    const first = await changedEntry(store, wanted, by)
    const changed = [first]
    for (const other of carried) changed.push(await changedEntry(store, other, by))
    return { changed, batch: await begun(store, changed, by) }
  })
  for (const { change, version } of changed) keepPatched(store, change.after.deskId, version, [change])
  return batch
}

async function begun(store: Store, changed: readonly ChangedEntry[], by: By): Promise<Batch | null> {
  const { before, after } = changed[0]!.change
  if (changed.every(({ change }) => isSameDecision(change.before, change.after))) return null
  const batch = await store.batches.add({ deskId: after.deskId, kind: 'term-change', name: nameOfDecision(before, after) }, by)
  await store.batches.addTerms(
    batch.id,
    changed.map(({ change }) => ({ termId: change.after.id, before: draftOf(change.before), version: change.after.version })),
  )
  return batch
}

type ChangedEntry = Awaited<ReturnType<typeof changedEntry>>
