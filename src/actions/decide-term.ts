import { draftOf } from '../core/glossary/conflict.ts'
import { isSameDecision } from '../core/glossary/decision.ts'
import { preferredRendering } from '../core/glossary/entry.ts'
import type { TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import type { Batch, Store } from '../store/store.ts'
import { changedEntry, type WantedChange } from './change-term.ts'
import { keepPatched } from './glossary.ts'

/**
 * Changes an entry and, where the decision itself is new, begins the batch in which the texts can be mended and all of it taken back;
 * null where only what is told about the entry has changed. Throws the Problems of `changeTerm`.
 */
export async function decideTerm(store: Store, wanted: WantedChange, by: By): Promise<Batch | null> {
  const { change, version, batch } = await store.transaction(async (store) => {
    const { change, version } = await changedEntry(store, wanted, by)
    const { before, after } = change
    if (isSameDecision(before, after)) return { change, version, batch: null }
    const batch = await store.batches.add({ deskId: after.deskId, kind: 'term-change', name: nameOf(before, after) }, by)
    await store.batches.addTerms(batch.id, [{ termId: after.id, before: draftOf(before), version: after.version }])
    return { change, version, batch }
  })
  keepPatched(store, change.after.deskId, version, [change])
  return batch
}

/** The Arabic and, where the offered English is another, both: a name that reads in either language. */
function nameOf(before: TermDraft, after: TermDraft): string {
  const [former, newer] = [preferredRendering(before), preferredRendering(after)]
  const spelling = after.spellings[0] ?? ''
  return former === newer ? `${spelling}: ${newer}` : `${spelling}: ${former} → ${newer}`
}
