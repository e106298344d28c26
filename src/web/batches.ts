import { z } from 'zod'
import { knownBatch, knownTerm } from '../actions/known.ts'
import { mendForTerm } from '../actions/mend-for-term.ts'
import { type Proposal, proposalsFor } from '../actions/mend-proposals.ts'
import { isAgain, undoTermChange } from '../actions/undo-batch.ts'
import type { DiffPart } from '../core/diff.ts'
import { wordDiff } from '../core/diff.ts'
import type { Term } from '../core/glossary/term.ts'
import { Problem } from '../core/problem.ts'
import type { Revision } from '../core/revision.ts'
import type { Segment } from '../core/segment.ts'
import type { Batch } from '../store/store.ts'
import { formOf, idOf, ownAddress, queryOf } from './forms.ts'
import type { FieldChange } from './uses.ts'
import { changesBetween } from './uses.ts'
import { render } from './views.ts'
import { by, type Visit } from './visit.ts'

/** A segment of a batch with the difference that was or would be made. */
export interface BatchRow {
  segment: Segment
  document: string
  parts: DiffPart[]
}

export interface BatchView {
  title: string
  batch: Batch
  term: Term
  back: string
  /** What was just mended, and how many were changed meanwhile and left alone. */
  told: { mended: number; passed: number } | null
  changes: FieldChange[]
  proposals: BatchRow[]
  finals: BatchRow[]
  byHand: BatchRow[]
  /** How many mends are proposed in all, and how many texts are left to a person. */
  open: { plain: number; finals: number; byHand: number }
  made: BatchRow[]
  madeInAll: number
  /** What was mended and changed since, and so was not taken back. */
  left: BatchRow[]
  entryLeft: boolean
  /** Whether segments are still to be looked at again, so that more may come. */
  unread: boolean
}

/** GET /batches/:id: a change of a decision: what can be mended, what is left to a person, what was mended, and the way back. */
export async function show(visit: Visit): Promise<void> {
  const batch = await changeOf(visit)
  const { back, mended, passed } = queryOf(visit, batchQuery)
  const [changed] = await visit.store.batches.terms(batch.id)
  const term = await knownTerm(visit.store, changed!.termId)
  const proposals = await proposalsFor(visit.store, batch)
  const made = await madeIn(visit, batch)
  const [open, byHand] = [proposals.filter(({ mended }) => mended !== null), proposals.filter(({ mended }) => mended === null)]
  const [plain, finals] = [
    open.filter(({ segment }) => segment.status !== 'final'),
    open.filter(({ segment }) => segment.status === 'final'),
  ]
  render(visit, 'batches/show', {
    title: batch.name,
    batch,
    term,
    back,
    told: mended === undefined ? null : { mended, passed: passed ?? 0 },
    changes: changesBetween(visit.t, changed!.before!, term),
    proposals: await rowsOf(visit, plain.slice(0, rowsShown), proposed),
    finals: await rowsOf(visit, finals.slice(0, rowsShown), proposed),
    byHand: await rowsOf(visit, byHand.slice(0, rowsShown), asItIs),
    open: { plain: plain.length, finals: finals.length, byHand: byHand.length },
    made: made.rows,
    madeInAll: made.all,
    left: made.left,
    unread: (await visit.store.segments.stale(visit.desk.id, 1)).length > 0,
    entryLeft: batch.undoneAt !== null && !isAgain(term, changed!.before!),
  })
}

/** POST /batches/:id/mends: mends the chosen segments, or all. */
export async function mend(visit: Visit): Promise<void> {
  const batch = await changeOf(visit)
  const form = formOf(visit, mendForm)
  const chosen = form.do === 'all' ? 'all' : new Map(form.segment.map((one) => one.split(' ').map(Number) as [number, number]))
  const wanted = {
    batchId: batch.id,
    chosen,
    finals: form.do !== 'all' || form.finals !== undefined,
    reason: visit.t('batches.reason'),
  } as const
  const done = await mendForTerm(visit.store, wanted, by(visit))
  const back = form.back ? `&back=${encodeURIComponent(form.back)}` : ''
  visit.res.redirect(303, `/batches/${batch.id}?mended=${done.mended}&passed=${done.passed.length}${back}`)
}

/** POST /batches/:id/undo: takes the decision and its mends back. */
export async function undo(visit: Visit): Promise<void> {
  const batch = await changeOf(visit)
  await undoTermChange(visit.store, batch.id, visit.t('batches.undo-reason'), by(visit))
  visit.res.redirect(303, `/batches/${batch.id}`)
}

/** Batches of other kinds have pages of their own. */
async function changeOf(visit: Visit): Promise<Batch> {
  const batch = await knownBatch(visit.store, idOf(visit))
  if (batch.kind !== 'term-change' || batch.deskId !== visit.desk.id) throw new Problem('batch.missing', { id: batch.id })
  return batch
}

/** What was mended in a batch, newest first, and which of it was changed since and stayed when the batch was taken back. */
async function madeIn(visit: Visit, batch: Batch): Promise<{ rows: BatchRow[]; all: number; left: BatchRow[] }> {
  const revisions = await visit.store.batches.revisions(batch.id)
  const mends = [...new Map(revisions.filter(({ origin }) => origin === 'term-change').map((one) => [one.segmentId, one])).values()]
  const restored = new Set(revisions.filter(({ origin }) => origin === 'restore').map(({ segmentId }) => segmentId))
  const left = batch.undoneAt === null ? [] : mends.filter(({ segmentId }) => !restored.has(segmentId))
  return {
    rows: await mendRows(visit, mends.toReversed().slice(0, rowsShown)),
    all: mends.length,
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

const count = z.coerce.number().int().min(0).optional().catch(undefined)
const batchQuery = z.object({ back: ownAddress, mended: count, passed: count })
/** A chosen segment is sent as its number and the version that was shown. */
const shownSegment = z.string().regex(/^\d{1,9} \d{1,9}$/)
const mendForm = z.object({
  do: z.enum(['all', 'chosen']),
  segment: z.union([shownSegment.transform((one) => [one]), z.array(shownSegment)]).default([]),
  finals: z.string().optional(),
  back: ownAddress,
})
