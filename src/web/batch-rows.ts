import { type Proposal, proposalsFor } from '../actions/mend-proposals.ts'
import { type DiffPart, wordDiff } from '../core/diff.ts'
import type { Revision } from '../core/revision.ts'
import type { Segment } from '../core/segment.ts'
import type { Batch } from '../store/store.ts'
import type { Visit } from './visit.ts'

/** A segment of a batch with the difference that was or would be made. */
export interface BatchRow {
  segment: Segment
  document: string
  parts: DiffPart[]
}

/** What is left to be mended: what can be done in one press, Final ones by themselves, and what a person must do. */
export async function proposedRows(visit: Visit, batch: Batch) {
  const proposals = await proposalsFor(visit.store, batch)
  const isFinal = ({ segment }: Proposal) => segment.status === 'final'
  const [open, byHand] = [proposals.filter(({ mended }) => mended !== null), proposals.filter(({ mended }) => mended === null)]
  const [plain, finals] = [open.filter((one) => !isFinal(one)), open.filter(isFinal)]
  return {
    proposals: await rowsOf(visit, plain.slice(0, rowsShown), proposed),
    finals: await rowsOf(visit, finals.slice(0, rowsShown), proposed),
    byHand: await rowsOf(visit, byHand.slice(0, rowsShown), asItIs),
    open: { plain: plain.length, finals: finals.length, byHand: byHand.length },
  }
}

/** What was mended in a batch, newest first, and which of it was changed since and stayed when the batch was taken back. */
export async function madeRows(visit: Visit, batch: Batch) {
  const revisions = await visit.store.batches.revisions(batch.id)
  const mends = [...new Map(revisions.filter(({ origin }) => origin === 'term-change').map((one) => [one.segmentId, one])).values()]
  const restored = new Set(revisions.filter(({ origin }) => origin === 'restore').map(({ segmentId }) => segmentId))
  const left = batch.undoneAt === null ? [] : mends.filter(({ segmentId }) => !restored.has(segmentId))
  return {
    made: await mendRows(visit, mends.toReversed().slice(0, rowsShown)),
    madeInAll: mends.length,
    left: await mendRows(visit, left.slice(0, rowsShown)),
  }
}

async function mendRows(visit: Visit, mends: readonly Revision[]): Promise<BatchRow[]> {
  const segments = new Map(
    (await visit.store.segments.all(mends.map(({ segmentId }) => segmentId))).map((segment) => [segment.id, segment]),
  )
  const former = await visit.store.batches.formerTexts(mends.map(({ id }) => id))
  const rows = mends.map(({ id, segmentId, target }) => ({
    segment: segments.get(segmentId)!,
    before: former.get(id) ?? '',
    after: target,
  }))
  return rowsOf(visit, rows, ({ before, after }) => wordDiff(before, after))
}

async function rowsOf<One extends { segment: Segment }>(
  visit: Visit,
  all: readonly One[],
  parts: (one: One) => BatchRow['parts'],
): Promise<BatchRow[]> {
  const titles = await visit.store.documents.titles([...new Set(all.map(({ segment }) => segment.documentId))])
  return all.map((one) => ({ segment: one.segment, document: titles.get(one.segment.documentId)!, parts: parts(one) }))
}

function proposed({ segment, mended }: Proposal): BatchRow['parts'] {
  return wordDiff(segment.target, mended ?? segment.target)
}

function asItIs({ segment }: Proposal): BatchRow['parts'] {
  return [{ kind: 'same', text: segment.target }]
}

/** How many segments of a kind a page shows; *all* means all of them, shown or not. */
const rowsShown = 100
