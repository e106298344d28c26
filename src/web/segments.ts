import { knownDocument, knownSegment } from '../actions/known.ts'
import { type SavedSegment, type SegmentChange, saveSegment } from '../actions/save-segment.ts'
import { setAside } from '../actions/set-aside.ts'
import { takeBackWaiver, waiveFindings } from '../actions/waive-findings.ts'
import { findingName } from '../core/checks/finding-name.ts'
import { check } from '../core/checks/index.ts'
import { Problem } from '../core/problem.ts'
import { confirmed, type Segment, type Status } from '../core/segment.ts'
import { bothIn, conflictOf, refusal } from './conflict.ts'
import { idOf } from './forms.ts'
import { paneOf } from './pane.ts'
import { type Pressed, type RowForm, rowFormOf } from './row-form.ts'
import { type RowView, readingOf, rowAddress, rowOf } from './rows.ts'
import { render } from './views.ts'
import { by, clock, type Visit } from './visit.ts'

/** GET /segments/:id: one row by itself, or with `?part=pane` what stands beside it. */
export async function show(visit: Visit): Promise<void> {
  const segment = await knownSegment(visit.store, idOf(visit))
  const reading = await readingOf(visit, segment.documentId, [segment])
  if (visit.req.query.part === 'pane') render(visit, 'segments/_pane', { pane: await paneOf(visit, segment, reading) })
  else await answerRow(visit, rowOf(visit.t, segment, reading, true))
}

/**
 * POST /segments/:id: saves what stands in the row, and does what the pressed button says. The typed text is in every answer, whatever
 * went wrong.
 */
export async function save(visit: Visit): Promise<void> {
  const segment = await knownSegment(visit.store, idOf(visit))
  const form = rowFormOf(visit)
  try {
    const saved = await changed(visit, await changeOf(visit, segment, form), form.pressed)
    await answerSaved(visit, saved, form)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    await answerUnsaved(visit, segment.id, form, problem)
  }
}

/** Saves the row, by the action that the pressed button means. */
function changed(visit: Visit, change: SegmentChange, pressed: Pressed): Promise<SavedSegment> {
  const { store } = visit
  switch (pressed.verb) {
    case 'waive':
      return waiveFindings(store, { change, reasons: pressed.reasons }, by(visit))
    case 'set-aside':
      return setAside(store, { ...change, reason: visit.t('segments.conflict.set-aside') }, by(visit))
    case 'take-back':
      return takeBackWaiver(store, { change, waiverId: pressed.waiverId }, by(visit))
    default:
      return saveSegment(store, change, by(visit))
  }
}

async function changeOf(visit: Visit, segment: Segment, form: RowForm): Promise<SegmentChange> {
  const { pressed } = form
  if (pressed.verb === 'merge') return bothChanges(segment, form, pressed.version)
  const target = pressed.verb === 'mend' ? await mended(visit, segment, form.target, pressed.finding) : form.target
  const status = statusAsked(segment, target, pressed)
  return {
    segmentId: segment.id,
    version: form.overwrite ?? form.version,
    overrides: form.overwrite !== undefined,
    target,
    ...(status ? { status } : {}),
    reason: pressed.verb === 'status' ? form.reason : '',
    // A mend is a revision of its own, so that the history shows what was put in place of what.
    origin: pressed.verb === 'mend' ? 'replace' : 'typed',
  }
}

/** Both texts in one, over the one that the person saw. Where what was typed since does not go with it, or it has changed again, the two are shown once more. */
function bothChanges(segment: Segment, { former, target, version }: RowForm, seen: number): SegmentChange {
  const both = bothIn(former, target, segment.target)
  return { segmentId: segment.id, version: both === null ? version : seen, overrides: true, target: both ?? target }
}

function statusAsked(segment: Segment, target: string, pressed: Pressed): Status | undefined {
  if (pressed.verb === 'confirm') return confirmed(segment, target)
  return pressed.verb === 'status' ? pressed.status : undefined
}

/** The typed text with the mend of this finding in it; the text itself where the finding is gone. */
async function mended(visit: Visit, segment: Segment, target: string, finding: string): Promise<string> {
  const { glossary, habits, surroundings } = await readingOf(visit, segment.documentId, [segment])
  const mend = check({ ...segment, target }, glossary, habits, surroundings.get(segment.id)).find(
    (found) => found.mend && findingName(found) === finding,
  )?.mend
  return mend ? target.slice(0, mend.start) + mend.text + target.slice(mend.end) : target
}

async function answerSaved(visit: Visit, { segment, keptFrom }: SavedSegment, form: RowForm): Promise<void> {
  const goesOn = form.pressed.verb === 'confirm' && keptFrom === null
  const next = goesOn ? await visit.store.segments.nextUnfinished(segment.documentId, segment.position) : segment
  if (!visit.req.get('x-part')) {
    if (isReasonLeft(form)) return answerReasons(visit, segment, form)
    const kept = keptFrom ? `&kept=${keptFrom}` : ''
    visit.res.redirect(303, next ? rowAddress(next, kept) : `/documents/${segment.documentId}`)
    return
  }
  const row = rowOf(visit.t, segment, await readingOf(visit, segment.documentId, [segment]), true)
  if (goesOn && next) visit.res.set('x-next', String(next.position))
  visit.res.set('x-saved', encodeURIComponent(visit.t('segments.saved-at', { time: clock(visit.language, new Date().toISOString()) })))
  await answerRow(visit, { ...row, notice: keptFrom ? visit.t('segments.kept-draft') : '' })
}

/** Whether a reason was typed that the pressed button did not ask for: a page with script keeps it where it stands. */
function isReasonLeft({ pressed: { verb }, reason, reasons }: RowForm): boolean {
  return (verb !== 'status' && reason.trim() !== '') || (verb !== 'waive' && reasons.size > 0)
}

/** The saved row with the reasons that are typed in it and not used yet. */
async function answerReasons(visit: Visit, segment: Segment, form: RowForm): Promise<void> {
  const row = rowOf(visit.t, segment, await readingOf(visit, segment.documentId, [segment]), true)
  await answerRow(visit, withReasons(visit, row, form))
}

/** What was typed goes back to the person, above what stands in the database or why it cannot be saved. */
async function answerUnsaved(visit: Visit, segmentId: number, form: RowForm, problem: Problem): Promise<void> {
  const stored = await knownSegment(visit.store, segmentId)
  const reading = await readingOf(visit, stored.documentId, [stored])
  const typed = { ...stored, target: form.target, version: form.overwrite ?? form.version }
  const row = { ...rowOf(visit.t, typed, reading, true), former: form.former }
  const conflict = problem.code === 'segment.changed' ? await conflictOf(visit, stored, form) : null
  visit.res.status(problem.kind === 'conflict' ? 409 : 422)
  const asked = withReasonWanted(withReasons(visit, row, form), form, problem)
  await answerRow(visit, { ...asked, problem: refusal(visit, problem, conflict), conflict })
}

/** The row with the reasons that were typed in it, each beside its finding; one whose finding is gone is told. */
function withReasons(visit: Visit, row: RowView, { reason, reasons }: RowForm): RowView {
  const typed = new Map(reasons)
  const findings = row.findings.map((finding) => {
    const own = finding.waiver ? '' : (typed.get(finding.name) ?? '')
    if (own !== '') typed.delete(finding.name)
    return { ...finding, reason: own }
  })
  const left = [...typed.values()].join(' · ')
  return { ...row, findings, reason, notice: left === '' ? row.notice : visit.t('segments.reason-typed', { reason: left }) }
}

/** The row with the field open for the reason that was forgotten. */
function withReasonWanted(row: RowView, { pressed }: RowForm, { code }: Problem): RowView {
  if (code === 'segment.no-reason') return { ...row, reasonWanted: true }
  if (code !== 'waiver.no-reason' || pressed.verb !== 'waive') return row
  const wanted = row.findings.find(({ name, waiver }) => !waiver && pressed.reasons.get(name)?.trim() === '')
  return { ...row, findings: row.findings.map((finding) => ({ ...finding, reasonWanted: finding === wanted })) }
}

async function answerRow(visit: Visit, row: RowView): Promise<void> {
  if (visit.req.get('x-part')) {
    render(visit, 'segments/_row', { row })
    return
  }
  const document = await knownDocument(visit.store, row.segment.documentId)
  render(visit, 'segments/show', { title: visit.t('segments.title', { position: row.segment.position }), document, row })
}
