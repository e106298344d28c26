import type { By } from '../core/person.ts'
import type { Store } from '../store/store.ts'
import { segmentInTurn } from './known.ts'
import type { SavedSegment } from './save-segment.ts'

/** A text that gives way to what somebody else has saved meanwhile; `reason` says so in the history. */
export interface TextAside {
  segmentId: number
  target: string
  reason: string
}

/** Leaves a segment as it is stored and keeps the text that gives way in its history, with the stored one after it as the newest revision. */
export async function setAside(store: Store, { segmentId, target, reason }: TextAside, by: By): Promise<SavedSegment> {
  return store.transaction(async (store) => {
    const { segment } = await segmentInTurn(store, segmentId)
    if (target.trim() !== '' && target !== segment.target) {
      const revision = { segmentId, person: by.person.name, at: by.at, until: by.at, batchId: null }
      await store.revisions.add({ ...revision, target, status: 'draft', origin: 'typed', reason })
      await store.revisions.add({ ...revision, target: segment.target, status: segment.status, origin: 'restore', reason: '' })
    }
    return { segment, keptFrom: null }
  })
}
