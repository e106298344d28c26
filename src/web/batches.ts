import { z } from 'zod'
import { beginMends } from '../actions/begin-mends.ts'
import { knownBatch, knownTerm } from '../actions/known.ts'
import { mendForTerm } from '../actions/mend-for-term.ts'
import { isAgain, undoTermChange } from '../actions/undo-batch.ts'
import type { Term } from '../core/glossary/term.ts'
import { Problem } from '../core/problem.ts'
import type { Batch } from '../store/store.ts'
import { type BatchRow, madeRows, proposedRows } from './batch-rows.ts'
import { formOf, idOf, ownAddress, queryOf } from './forms.ts'
import { changesBetween, type FieldChange } from './term-changes.ts'
import { render } from './views.ts'
import { by, type Visit } from './visit.ts'

/** A change of a decision, or mends for one as it is, with what can be mended, was mended, or was left. */
export interface BatchView {
  title: string
  batch: Batch
  /** The entries it changed, or mends texts for. */
  entries: BatchEntry[]
  back: string
  /** What was just mended, and how many were changed meanwhile and left alone. */
  told: { mended: number; passed: number } | null
  proposals: BatchRow[]
  finals: BatchRow[]
  kept: BatchRow[]
  byHand: BatchRow[]
  /** Where only the former name stands still, and another entry lets it. */
  former: BatchRow[]
  /** How many there are in each of these lists. */
  open: { plain: number; finals: number; kept: number; byHand: number; former: number }
  made: BatchRow[]
  madeInAll: number
  /** What was mended and changed since, and so was not taken back. */
  left: BatchRow[]
  /** Whether segments are still to be looked at again, so that more may come. */
  unread: boolean
}

/** An entry of a batch, what was changed of it, and whether it was changed since and so was not taken back. */
interface BatchEntry {
  term: Term
  changes: FieldChange[]
  isLeft: boolean
}

/** POST /terms/:id/mends: the texts that break an entry as it is are to be mended together. */
export async function begin(visit: Visit): Promise<void> {
  const { id } = await beginMends(visit.store, idOf(visit), by(visit))
  visit.res.redirect(303, `/batches/${id}`)
}

/** GET /batches/:id: a change of a decision, or mends for one as it is: what can be mended, what is left to a person, what was mended, and the way back. */
export async function show(visit: Visit): Promise<void> {
  const batch = await changeOf(visit)
  const { back, mended, passed } = queryOf(visit, batchQuery)
  const proposed = await proposedRows(visit, batch)
  const unread = await visit.store.segments.stale(visit.desk.id, 1)
  render(visit, 'batches/show', {
    title: batch.name,
    batch,
    entries: await entriesOf(visit, batch),
    back,
    told: mended === undefined ? null : { mended, passed: passed ?? 0 },
    ...proposed,
    ...(await madeRows(visit, batch)),
    unread: unread.length > 0,
  })
}

/** Mends for a decision as it is change no entry. */
async function entriesOf(visit: Visit, batch: Batch): Promise<BatchEntry[]> {
  const changed = await visit.store.batches.terms(batch.id)
  const entries = changed.map(async ({ termId, before }): Promise<BatchEntry> => {
    const term = await knownTerm(visit.store, termId)
    if (batch.kind === 'mends') return { term, changes: [], isLeft: false }
    return { term, changes: changesBetween(visit.t, before!, term), isLeft: batch.undoneAt !== null && !isAgain(term, before!) }
  })
  return Promise.all(entries)
}

/** POST /batches/:id/mends: mends one segment, the chosen ones, or all. */
export async function mend(visit: Visit): Promise<void> {
  const batch = await changeOf(visit)
  const form = formOf(visit, mendForm)
  const chosen = form.do === 'all' ? 'all' : new Map(form.do === 'chosen' ? form.segment : [form.do.shown])
  const next = typeof form.do === 'string' ? '' : form.do.next
  const wanted = {
    batchId: batch.id,
    chosen,
    finals: form.do !== 'all' || form.finals !== undefined,
    reason: visit.t(batch.kind === 'mends' ? 'batches.together.reason' : 'batches.reason'),
  } as const
  const done = await mendForTerm(visit.store, wanted, by(visit))
  const back = form.back ? `&back=${encodeURIComponent(form.back)}` : ''
  visit.res.redirect(303, `/batches/${batch.id}?mended=${done.mended}&passed=${done.passed.length}${back}${next}`)
}

/** POST /batches/:id/undo: takes the decision and its mends back, or the mends alone. */
export async function undo(visit: Visit): Promise<void> {
  const batch = await changeOf(visit)
  const reason = visit.t(batch.kind === 'mends' ? 'batches.together.undo-reason' : 'batches.undo-reason')
  await undoTermChange(visit.store, batch.id, reason, by(visit))
  visit.res.redirect(303, `/batches/${batch.id}`)
}

/** Imports have a page of their own. */
async function changeOf(visit: Visit): Promise<Batch> {
  const batch = await knownBatch(visit.store, idOf(visit))
  if (batch.kind === 'import' || batch.deskId !== visit.desk.id) throw new Problem('batch.missing', { id: batch.id })
  return batch
}

const count = z.coerce.number().int().min(0).optional().catch(undefined)
const batchQuery = z.object({ back: ownAddress, mended: count, passed: count })
/** A chosen segment is sent as its number and the version that was shown. */
const shownSegment = z
  .string()
  .regex(/^\d{1,9} \d{1,9}$/)
  .transform((sent) => sent.split(' ').map(Number) as [number, number])
/** The button of one segment says besides which one is to be looked at next, if there is one. */
const shownWithNext = z
  .string()
  .regex(/^\d{1,9} \d{1,9}(?: \d{1,9})?$/)
  .transform((sent) => {
    const [id, version, next] = sent.split(' ').map(Number) as [number, number, number?]
    return { shown: [id, version] as [number, number], next: next === undefined ? '' : `#mend-${next}` }
  })
const mendForm = z.object({
  do: z.union([z.enum(['all', 'chosen']), shownWithNext]),
  segment: z.union([shownSegment.transform((one) => [one]), z.array(shownSegment)]).default([]),
  finals: z.string().optional(),
  back: ownAddress,
})
