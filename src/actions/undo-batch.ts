import type { Term, TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Revision } from '../core/revision.ts'
import type { Segment } from '../core/segment.ts'
import type { Batch, Store } from '../store/store.ts'
import { breath } from './breath.ts'
import { changeTerm } from './change-term.ts'
import { knownBatch, knownSegment } from './known.ts'
import { saveSegment } from './save-segment.ts'

/** What was taken back, and what was left alone because it was changed since. */
export interface UndoneBatch {
  segments: number
  leftSegments: Segment[]
  leftTerms: Term[]
}

/**
 * Takes a change of a decision back: the entry to what it was, and each text mended in its batch to what it was, with its status; of mends
 * that changed no decision, the texts alone, and nothing where none was made. What was changed since is left alone. Begun again after it was
 * cut short, it goes on where it stopped.
 */
export async function undoTermChange(store: Store, batchId: number, reason: string, by: By): Promise<UndoneBatch> {
  const batch = await knownBatch(store, batchId)
  if (batch.undoneAt !== null) throw new Problem('batch.undone', { name: batch.name })
  const leftTerms = batch.kind === 'mends' ? [] : await undoEntries(store, batch, by)
  const made = bySegment(await store.batches.revisions(batch.id))
  if (batch.kind === 'mends' && made.length === 0) return { segments: 0, leftSegments: [], leftTerms }
  const left: Segment[] = []
  for (let from = 0; from < made.length; from += undoneAtOnce) {
    if (from > 0) await breath()
    const slice = made.slice(from, from + undoneAtOnce)
    left.push(...(await store.transaction((store) => undoMends(store, batch, slice, reason, by))))
  }
  const late = await store.transaction((store) => concluded(store, batch, made, reason, by))
  left.push(...late.left)
  return { segments: made.length + late.made - left.length, leftSegments: left, leftTerms }
}

const undoneAtOnce = 20

/** Takes back what somebody mended while the rest was being taken back, and notes the batch as undone: after that nothing is mended in it. */
async function concluded(store: Store, batch: Batch, before: readonly Mends[], reason: string, by: By) {
  await store.turns.ofGlossary(batch.deskId)
  const known = new Set(before.map(([first]) => first.segmentId))
  const late = bySegment(await store.batches.revisions(batch.id)).filter(([first]) => !known.has(first.segmentId))
  const left = await undoMends(store, batch, late, reason, by)
  if (!(await store.batches.undone(batch.id, by))) throw new Problem('batch.undone', { name: batch.name })
  return { made: late.length, left }
}

async function undoEntries(store: Store, batch: Batch, by: By): Promise<Term[]> {
  const left: Term[] = []
  for (const { termId, before, version } of await store.batches.terms(batch.id)) {
    const term = await store.terms.get(termId)
    if (!term || !before || isAgain(term, before)) continue
    if (term.version !== version || !(await undoEntry(store, { termId, version, draft: before }, by))) left.push(term)
  }
  return left
}

/** False where the entry cannot be what it was: somebody has just changed it, or another one has come to a spelling that it gave up. */
async function undoEntry(store: Store, wanted: { termId: number; version: number; draft: TermDraft }, by: By): Promise<boolean> {
  try {
    await changeTerm(store, wanted, by)
    return true
  } catch (problem) {
    if (problem instanceof Problem && problem.kind === 'conflict') return false
    throw problem
  }
}

/** Whether an entry is what it was before. */
export function isAgain(term: Term, before: object): boolean {
  return Object.entries(before).every(([field, value]) => JSON.stringify(term[field as keyof Term]) === JSON.stringify(value))
}

/** The revisions that a batch made of one segment, oldest first. */
type Mends = [first: Revision, ...others: Revision[]]

/** Answers with the segments left alone. */
async function undoMends(store: Store, batch: Batch, made: readonly Mends[], reason: string, by: By): Promise<Segment[]> {
  const segments = await store.segments.all(made.map(([first]) => first.segmentId))
  await store.turns.besideGlossary(batch.deskId)
  await store.turns.ofDocuments(segments.map(({ documentId }) => documentId))
  const left: Segment[] = []
  for (const mends of made) {
    if (!(await undoMend(store, batch.id, mends, reason, by))) left.push(await knownSegment(store, mends[0].segmentId))
  }
  return left
}

/** True where the text is what it was before the batch; false where it was changed since. What somebody typed between two mends stays. */
async function undoMend(store: Store, batchId: number, mends: Mends, reason: string, by: By): Promise<boolean> {
  const { segmentId, number } = lastUnbroken(mends)
  const latest = await store.revisions.latest(segmentId)
  if (latest?.batchId !== batchId) return false
  if (latest.origin === 'restore') return true
  const former = await store.revisions.get(segmentId, number - 1)
  if (!former) return false
  const { version } = await knownSegment(store, segmentId)
  const { target, status } = former
  await saveSegment(store, { segmentId, version, target, status, origin: 'restore', reason, batchId }, by)
  return true
}

/** The first of the mends that stand at the end without anybody else's text between them. */
function lastUnbroken(mends: Mends): Revision {
  const broken = mends.findLastIndex(({ number }, index) => index > 0 && number !== mends[index - 1]!.number + 1)
  return mends[broken] ?? mends[0]
}

function bySegment(revisions: readonly Revision[]): Mends[] {
  const groups = new Map<number, Mends>()
  for (const revision of revisions) {
    const group = groups.get(revision.segmentId)
    if (group) group.push(revision)
    else groups.set(revision.segmentId, [revision])
  }
  return [...groups.values()]
}
