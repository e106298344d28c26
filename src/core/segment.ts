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
