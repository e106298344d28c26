import type { Finding } from './checks/finding.ts'
import { Problem } from './problem.ts'

/** The standing of a translation, in the order in which it usually goes. */
export const statuses = ['not-started', 'draft', 'translated', 'needs-changes', 'reviewed', 'final'] as const
export type Status = (typeof statuses)[number]

/** The statuses that count as done. */
export const doneStatuses = ['translated', 'reviewed', 'final'] as const satisfies readonly Status[]

/** A piece of the source before it is stored: the text of a segment and the paragraph (from 0) it comes from. */
export interface SegmentDraft {
  paragraph: number
  source: string
}

/** What is read of a segment to judge its translation; the target is empty where there is none. */
export interface TextPair {
  source: string
  target: string
}

/**
 * One row of the workbench. `position` counts from 1 through the document without gaps. The sources of one paragraph's
 * segments, joined with nothing between, give the paragraph back; so a sentence keeps the spaces that follow it.
 * `version` rises with every change; `checkedVersion` is the glossary version the findings were made with.
 */
export interface Segment extends SegmentDraft {
  id: number
  documentId: number
  position: number
  target: string
  status: Status
  version: number
  checkedVersion: number
}

/** The `checkedVersion` of a segment that no glossary was held against yet, and of one whose words are not in the index either. */
export const neverChecked = -1
export const neverIndexed = -2

/** The most characters an English text may have: twice the longest paragraph (see `longestParagraph`). */
const longestTarget = 40_000

/** What a person wants of a segment: `version` is the one they saw; without a status the text alone is saved. */
interface Edit {
  version: number
  target: string
  status?: Status
  reason?: string
}

/**
 * The segment after an edit. Text that changes makes it a draft (emptied: not started) unless a status is asked for; where
 * nothing changes the same segment comes back. Throws `segment.changed` for an old version, `segment.final` for a new text
 * in a segment that stays locked, `segment.too-long` for one of more than `longestTarget` characters, `segment.nothing-to-confirm` for an empty text that should be done; each with the position.
 */
export function edited(segment: Segment, edit: Edit): Segment {
  const { position } = segment
  const target = edit.target.replace(/\r\n?/g, '\n')
  if (edit.version !== segment.version) throw new Problem('segment.changed', { position })
  if (segment.status === 'final' && target !== segment.target && !unlocks(edit)) throw new Problem('segment.final', { position })
  if (target.length > longestTarget) throw new Problem('segment.too-long', { position, length: target.length, longest: longestTarget })
  if (edit.status && judges(edit.status) && isEmpty(target)) throw new Problem('segment.nothing-to-confirm', { position })
  if (edit.status === 'needs-changes' && !edit.reason?.trim()) throw new Problem('segment.no-reason', { position })
  const status = statusAfter(segment, target, edit.status)
  if (target === segment.target && status === segment.status) return segment
  return { ...segment, target, status, version: segment.version + 1 }
}

/** Whether an edit takes a Final segment out of its lock; a new text that comes with it becomes a draft. */
function unlocks({ status }: Edit): boolean {
  return status !== undefined && status !== 'final'
}

function statusAfter(segment: Segment, target: string, asked: Status | undefined): Status {
  const unfinished: Status = isEmpty(target) ? 'not-started' : 'draft'
  if (segment.status === 'final' && target !== segment.target) return unfinished
  if (asked === 'draft' || asked === 'not-started') return unfinished
  return asked ?? (target === segment.target ? segment.status : unfinished)
}

/** The status that confirming asks for: one that is done already stays as it is, so that no Reviewed or Final segment falls back. */
export function confirmed(segment: Segment, target: string): Status {
  return isDone(segment.status) && target === segment.target ? segment.status : 'translated'
}

/** The segment as its open findings allow: a broken required term keeps the text and leaves it a draft. */
export function settled(segment: Segment, open: readonly Finding[]): Segment {
  const broken = open.some(({ severity, verdict }) => severity === 'required' && verdict !== 'ok')
  return broken && isDone(segment.status) ? { ...segment, status: 'draft' } : segment
}

/** Whether a status says something of a translation, which must be there then. */
function judges(status: Status): boolean {
  return isDone(status) || status === 'needs-changes'
}

/** Whether a status counts as done. */
export function isDone(status: Status): boolean {
  return doneStatuses.some((done) => done === status)
}

/** Whether a translation has nothing in it but white space. */
export function isEmpty(target: string): boolean {
  return target.trim() === ''
}
