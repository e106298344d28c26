import { z } from 'zod'
import { knownDocument, knownSegment } from '../actions/known.ts'
import { restoreRevision } from '../actions/restore-revision.ts'
import { type SavedSegment, type SegmentChange, saveSegment } from '../actions/save-segment.ts'
import { setAside } from '../actions/set-aside.ts'
import { findingName, takeBackWaiver, waiveFindings } from '../actions/waive-findings.ts'
import { check } from '../core/checks/index.ts'
import { wordDiff } from '../core/diff.ts'
import type { DocumentRecord } from '../core/document.ts'
import { Problem } from '../core/problem.ts'
import { confirmed, type Segment, type Status, statuses } from '../core/segment.ts'
import { problemSentence } from '../i18n/sentences.ts'
import { formOf, idOf, line, queryOf, text, whole } from './forms.ts'
import type { RevisionView } from './pane.ts'
import { paneOf, revisionView, revisionViews } from './pane.ts'
import { type ConflictView, type Reading, type RowView, readingOf, rowOf } from './rows.ts'
import { render } from './views.ts'
import { by, clock, type Visit } from './visit.ts'

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
}

/** GET /segments/:id: one row by itself, or with `?part=pane` what stands beside it. */
export async function show(visit: Visit): Promise<void> {
  const segment = await knownSegment(visit.store, idOf(visit))
  const reading = await readingOf(visit, segment.documentId, [segment])
  if (visit.req.query.part === 'pane') render(visit, 'segments/_pane', { pane: await paneOf(visit, segment, reading) })
  else await answerRow(visit, rowOf(visit.t, segment, reading, true))
}

/**
 * POST /segments/:id: saves what stands in the row, and does what the pressed button says: *save*, *confirm*, *status …*, *mend …*,
 * *waive …*, *take-back …* or *set-aside*, where the other text of two is taken. The typed text is in every answer, whatever went wrong.
 */
export async function save(visit: Visit): Promise<void> {
  const segment = await knownSegment(visit.store, idOf(visit))
  const form = formOf(visit, segmentForm)
  const [verb, object] = verbOf(visit, form)
  try {
    const saved = await changed(visit, await changeOf(visit, segment, form, verb, object), verb, object)
    await answerSaved(visit, saved.segment, saved.keptFrom, verb)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    await answerUnsaved(visit, segment.id, form, problem)
  }
}

/** GET /segments/:id/revisions: the whole history, and any two revisions side by side. */
export async function history(visit: Visit): Promise<void> {
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

const segmentForm = z.object({
  version: z.coerce.number().int().min(0),
  overwrite: z.coerce.number().int().min(0).optional(),
  /** Forms end lines with CR LF; compared and marked is what would be stored. */
  target: text.transform((typed) => typed.replace(/\r\n?/g, '\n')),
  do: line,
  reason: line,
})
const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const restoreForm = z.object({ number: whole })
const compareQuery = z.object({ from: whole.optional().catch(undefined), to: whole.optional().catch(undefined) })

type SegmentForm = z.infer<typeof segmentForm>

/** What the pressed button means. Enter in a field for a reason presses the first button, which saves: then the reason says what was meant. */
function verbOf(visit: Visit, form: SegmentForm): [verb: string, object: string] {
  const [verb, object] = split(form.do)
  if (verb !== 'save') return [verb, object]
  const [first] = typedReasons(visit).keys()
  if (first !== undefined) return ['waive', first]
  return form.reason.trim() === '' ? [verb, object] : ['status', 'needs-changes']
}

function split(button: string): [verb: string, object: string] {
  const space = button.indexOf(' ')
  return space < 0 ? [button || 'save', ''] : [button.slice(0, space), button.slice(space + 1)]
}

/** Saves the row, by the action that the pressed button means. */
function changed(visit: Visit, change: SegmentChange, verb: string, object: string): Promise<SavedSegment> {
  const { store } = visit
  if (verb === 'waive') return kept(visit, change, object)
  if (verb === 'set-aside') return setAside(store, { ...change, reason: visit.t('segments.conflict.set-aside') }, by(visit))
  if (verb === 'take-back') return takeBackWaiver(store, { change, waiverId: whole.catch(0).parse(object) }, by(visit))
  return saveSegment(store, change, by(visit))
}

/** Keeps the finding whose button was pressed, and every other one beside which a reason was typed. */
function kept(visit: Visit, change: SegmentChange, pressed: string): Promise<SavedSegment> {
  return waiveFindings(visit.store, { change, reasons: new Map([[pressed, ''], ...typedReasons(visit)]) }, by(visit))
}

/** The reasons typed beside the buttons of findings. A term that is broken twice in a row has two fields of one name, of which one is filled. */
function typedReasons(visit: Visit): Map<string, string> {
  const reasons = Object.entries(formOf(visit, fields)).flatMap(([name, typed]): [string, string][] => {
    const reason = name.startsWith('reason ') ? [typed].flat().find((one) => one.trim() !== '') : undefined
    return reason === undefined ? [] : [[name.slice('reason '.length), reason]]
  })
  return new Map(reasons)
}

async function changeOf(visit: Visit, segment: Segment, form: SegmentForm, verb: string, object: string): Promise<SegmentChange> {
  const target = verb === 'mend' ? await mended(visit, segment, form.target, object) : form.target
  const status =
    verb === 'confirm' ? confirmed(segment, target) : verb === 'status' ? statuses.find((status) => status === object) : undefined
  return {
    segmentId: segment.id,
    version: form.overwrite ?? form.version,
    overrides: form.overwrite !== undefined,
    target,
    ...(status ? { status } : {}),
    reason: verb === 'status' ? form.reason : '',
    // A mend is a revision of its own, so that the history shows what was put in place of what.
    origin: verb === 'mend' ? 'replace' : 'typed',
  }
}

/** The typed text with the mend of this finding in it; the text itself where the finding is gone. */
async function mended(visit: Visit, segment: Segment, target: string, finding: string): Promise<string> {
  const { glossary, habits, surroundings } = await readingOf(visit, segment.documentId, [segment])
  const mend = check({ ...segment, target }, glossary, habits, surroundings.get(segment.id)).find(
    (found) => found.mend && findingName(found) === finding,
  )?.mend
  return mend ? target.slice(0, mend.start) + mend.text + target.slice(mend.end) : target
}

async function answerSaved(visit: Visit, segment: Segment, keptFrom: Status | null, verb: string): Promise<void> {
  const goesOn = verb === 'confirm' && keptFrom === null
  const next = goesOn ? await visit.store.segments.nextUnfinished(segment.documentId, segment.position) : segment
  if (!visit.req.get('x-part')) {
    const kept = keptFrom ? `&kept=${keptFrom}` : ''
    visit.res.redirect(303, next ? rowAddress(next, kept) : `/documents/${segment.documentId}`)
    return
  }
  const row = rowOf(visit.t, segment, await readingOf(visit, segment.documentId, [segment]), true)
  if (goesOn && next) visit.res.set('x-next', String(next.position))
  visit.res.set('x-saved', encodeURIComponent(visit.t('segments.saved-at', { time: clock(visit.language, new Date().toISOString()) })))
  await answerRow(visit, { ...row, notice: keptFrom ? visit.t('segments.kept-draft') : '' })
}

/** What was typed goes back to the person, above what stands in the database or why it cannot be saved. */
async function answerUnsaved(visit: Visit, segmentId: number, form: SegmentForm, problem: Problem): Promise<void> {
  const stored = await knownSegment(visit.store, segmentId)
  const reading: Reading = await readingOf(visit, stored.documentId, [stored])
  const row = rowOf(visit.t, { ...stored, target: form.target, version: form.overwrite ?? form.version }, reading, true)
  const conflict = problem.code === 'segment.changed' ? await conflictOf(visit, stored, form.target) : null
  visit.res.status(problem.kind === 'conflict' ? 409 : 422)
  await answerRow(visit, { ...withReasons(visit, row, form.reason), problem: problemSentence(visit.t, problem), conflict })
}

/** The row with the reasons that were typed in it, each beside its finding; one whose finding is gone is told. */
function withReasons(visit: Visit, row: RowView, reason: string): RowView {
  const typed = typedReasons(visit)
  const findings = row.findings.map((finding) => {
    const own = finding.waiver ? '' : (typed.get(finding.name) ?? '')
    if (own !== '') typed.delete(finding.name)
    return { ...finding, reason: own }
  })
  const left = [...typed.values()].join(' · ')
  return { ...row, findings, reason, notice: left === '' ? row.notice : visit.t('segments.reason-typed', { reason: left }) }
}

async function conflictOf(visit: Visit, stored: Segment, mine: string): Promise<ConflictView> {
  const latest = await visit.store.revisions.latest(stored.id)
  return {
    version: stored.version,
    person: latest?.person ?? '',
    at: latest?.until ?? '',
    theirs: stored.target,
    parts: wordDiff(stored.target, mine),
  }
}

async function answerRow(visit: Visit, row: RowView): Promise<void> {
  if (visit.req.get('x-part')) {
    render(visit, 'segments/_row', { row })
    return
  }
  const document = await knownDocument(visit.store, row.segment.documentId)
  render(visit, 'segments/show', { title: visit.t('segments.title', { position: row.segment.position }), document, row })
}

/** Where a row stands in its document; `more` goes with the address. */
function rowAddress({ documentId, position }: Segment, more = ''): string {
  return `/documents/${documentId}?at=${position}${more}#segment-${position}`
}
