import type { Term } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Revision } from '../core/revision.ts'
import type { Segment } from '../core/segment.ts'
import type { Batch, Store } from '../store/store.ts'
import { breath } from './breath.ts'
import { changedEntry } from './change-term.ts'
import { keepPatched } from './glossary.ts'
import { knownBatch, knownSegment } from './known.ts'
import { saveSegment } from './save-segment.ts'

/** What was taken back, and what was left alone because it was changed since. */
export interface UndoneBatch {
  segments: number
  leftSegments: Segment[]
  leftTerms: Term[]
}

/**
 * Takes a change of a decision back: the entry to what it was, and each text mended in its batch to what it was, with its status. What
 * was changed since is left alone. Begun again after it was cut short, it goes on where it stopped.
 */
export async function undoTermChange(store: Store, batchId: number, reason: string, by: By): Promise<UndoneBatch> {
  const batch = await knownBatch(store, batchId)
  if (batch.undoneAt !== null) throw new Problem('batch.undone', { name: batch.name })
  const leftTerms = await undoEntries(store, batch, by)
  const made = [...bySegment(await store.batches.revisions(batch.id)).values()]
  const left: Segment[] = []
  for (let from = 0; from < made.length; from += undoneAtOnce) {
    if (from > 0) await breath()
    const slice = made.slice(from, from + undoneAtOnce)
    left.push(...(await store.transaction((store) => undoMends(store, batch.id, slice, reason, by))))
  }
  await store.batches.undone(batch.id, by)
  return { segments: made.length - left.length, leftSegments: left, leftTerms }
}

const undoneAtOnce = 20

async function undoEntries(store: Store, batch: Batch, by: By): Promise<Term[]> {
  const left: Term[] = []
  for (const { termId, before, version } of await store.batches.terms(batch.id)) {
    const term = await store.terms.get(termId)
    if (!term || !before || isAgain(term, before)) continue
    if (term.version !== version) left.push(term)
    else {
      const done = await store.transaction((store) => changedEntry(store, { termId, version, draft: before }, by))
      keepPatched(store, batch.deskId, done.version, [done.change])
    }
  }
  return left
}

/** Whether an entry is what it was before. */
export function isAgain(term: Term, before: object): boolean {
  return Object.entries(before).every(([field, value]) => JSON.stringify(term[field as keyof Term]) === JSON.stringify(value))
}

/** Answers with the segments left alone. */
async function undoMends(store: Store, batchId: number, made: readonly Revision[][], reason: string, by: By): Promise<Segment[]> {
  const left: Segment[] = []
  for (const revisions of made) {
    if (!(await undoMend(store, batchId, revisions, reason, by))) left.push(await knownSegment(store, revisions[0]!.segmentId))
  }
  return left
}

/** True where the text is what it was before the batch; false where it was changed since. */
async function undoMend(store: Store, batchId: number, revisions: readonly Revision[], reason: string, by: By): Promise<boolean> {
  const [first] = revisions
  const { segmentId } = first!
  const latest = await store.revisions.latest(segmentId)
  if (latest?.batchId !== batchId) return false
  if (latest.origin === 'restore') return true
  const former = await store.revisions.get(segmentId, first!.number - 1)
  if (!former) return false
  const { version } = await knownSegment(store, segmentId)
  const { target, status } = former
  await saveSegment(store, { segmentId, version, target, status, origin: 'restore', reason, batchId }, by)
  return true
}

function bySegment(revisions: readonly Revision[]): Map<number, Revision[]> {
  const groups = new Map<number, Revision[]>()
  for (const revision of revisions) groups.set(revision.segmentId, [...(groups.get(revision.segmentId) ?? []), revision])
  return groups
}
