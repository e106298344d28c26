import { z } from 'zod'
import { knownDocument, knownSegment } from '../actions/known.ts'
import { restoreRevision } from '../actions/restore-revision.ts'
import type { DocumentRecord } from '../core/document.ts'
import { formOf, idOf, queryOf, whole } from './forms.ts'
import { type RevisionView, revisionView, revisionViews } from './pane.ts'
import { rowAddress } from './rows.ts'
import { render } from './views.ts'
import { by, type Visit } from './visit.ts'

export interface HistoryView {
  title: string
  document: DocumentRecord
  position: number
  segmentId: number
  source: string
  revisions: RevisionView[]
  from: number
  to: number
  compared: RevisionView | null
  /** Whether the segment is Final, so that no former text can be brought back. */
  locked: boolean
}

/** GET /segments/:id/revisions: the whole history, and any two revisions side by side. */
export async function list(visit: Visit): Promise<void> {
  const segment = await knownSegment(visit.store, idOf(visit))
  const revisions = await visit.store.revisions.list(segment.id)
  const newest = revisions[0]?.number ?? 0
  const { from, to } = queryOf(visit, compareQuery)
  const [older, newer] = [from ?? Math.max(1, newest - 1), to ?? newest]
  const [before, after] = [older, newer].map((number) => revisions.find((revision) => revision.number === number))
  render(visit, 'segments/history', {
    title: visit.t('segments.history.title', { position: segment.position }),
    document: await knownDocument(visit.store, segment.documentId),
    position: segment.position,
    segmentId: segment.id,
    source: segment.source,
    revisions: revisionViews(revisions),
    from: older,
    to: newer,
    compared: before && after && before !== after ? revisionView(after, before.target) : null,
    locked: segment.status === 'final',
  })
}

/** POST /segments/:id/restore: a former text becomes the newest revision. */
export async function restore(visit: Visit): Promise<void> {
  const segment = await knownSegment(visit.store, idOf(visit))
  const { number } = formOf(visit, restoreForm)
  const reason = visit.t('segments.history.restored-from', { number })
  await restoreRevision(visit.store, { segmentId: segment.id, number, reason }, by(visit))
  visit.res.redirect(303, rowAddress(segment))
}

const restoreForm = z.object({ number: whole })
const compareQuery = z.object({ from: whole.optional().catch(undefined), to: whole.optional().catch(undefined) })
