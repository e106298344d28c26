import { type Proposal, proposalsFor } from '../actions/mend-proposals.ts'
import type { Waiver } from '../core/checks/finding.ts'
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
  /** Who kept it as it is and why, if anybody. */
  kept: Waiver[]
  /** Whether a mend is proposed for it. */
  isMendable: boolean
}

/** What is left to be mended: what can be done in one press, Final ones and those kept with a reason by themselves, and what a person must do. */
export async function proposedRows(visit: Visit, batch: Batch) {
  const lists = listsOf(await proposalsFor(visit.store, batch))
  const shown = (list: readonly Proposal[]) => rowsOf(visit, list.slice(0, rowsShown), proposed)
  return {
    proposals: await shown(lists.plain),
    finals: await shown(lists.finals),
    kept: await shown(lists.kept),
    byHand: await shown(lists.byHand),
    former: await shown(lists.former),
    open: {
      plain: lists.plain.length,
      finals: lists.finals.length,
      kept: lists.kept.length,
      byHand: lists.byHand.length,
      former: lists.former.length,
    },
  }
}

/** Each proposal in the one list it belongs to: kept with a reason, to be mended, Final, left to a person, or with nothing but the former name in it. */
function listsOf(proposals: readonly Proposal[]) {
  const listOf = ({ segment, mended, isBroken, kept }: Proposal) => {
    if (kept.length > 0) return 'kept'
    if (mended === null) return isBroken ? 'byHand' : 'former'
    return segment.status === 'final' ? 'finals' : 'plain'
  }
  const among = (list: ReturnType<typeof listOf>) => proposals.filter((one) => listOf(one) === list)
  return { kept: among('kept'), byHand: among('byHand'), former: among('former'), finals: among('finals'), plain: among('plain') }
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

async function rowsOf<One extends { segment: Segment } & Partial<Proposal>>(
  visit: Visit,
  all: readonly One[],
  parts: (one: One) => BatchRow['parts'],
): Promise<BatchRow[]> {
  const titles = await visit.store.documents.titles([...new Set(all.map(({ segment }) => segment.documentId))])
  return all.map((one) => ({
    segment: one.segment,
    document: titles.get(one.segment.documentId)!,
    parts: parts(one),
    kept: one.kept ?? [],
    isMendable: typeof one.mended === 'string',
  }))
}

function proposed({ segment, mended }: Proposal): BatchRow['parts'] {
  return wordDiff(segment.target, mended ?? segment.target)
}

/** How many segments of a kind a page shows; *all* means all of them, shown or not. */
const rowsShown = 100
