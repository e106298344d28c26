import type { By } from '../core/person.ts'
import type { Store } from '../store/store.ts'
import { knownRevision, segmentInTurn } from './known.ts'
import { type SavedSegment, saveSegment } from './save-segment.ts'

/** Brings the text of a former revision back as a new one. It goes on whatever stands there now, because all of it stays in the history. */
export async function restoreRevision(
  store: Store,
  wanted: { segmentId: number; number: number; reason: string },
  by: By,
): Promise<SavedSegment> {
  return store.transaction(async (store) => {
    const { segmentId, reason } = wanted
    const { segment } = await segmentInTurn(store, segmentId)
    const { target } = await knownRevision(store, segmentId, wanted.number)
    return saveSegment(store, { segmentId, version: segment.version, target, origin: 'restore', reason }, by)
  })
}
