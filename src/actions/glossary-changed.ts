import type { Term } from '../core/glossary/term.ts'
import type { Store } from '../store/store.ts'

/** An entry before and after a change; null before it was added, or where it is taken away. */
export interface EntryChange {
  before: Term | null
  after: Term | null
}

/**
 * Notes that entries of a desk's glossary were changed: raises its version and marks the segments whose findings are to be made anew.
 * To be called in the transaction that writes them, after they are written.
 */
export async function glossaryChanged(store: Store, deskId: number, _changes: readonly EntryChange[]): Promise<void> {
  const version = await store.desks.raiseGlossaryVersion(deskId)
  await store.segments.need(deskId, version)
}
