import type { Status } from './segment.ts'

/** Where the text of a revision came from. */
export const origins = ['typed', 'memory', 'machine', 'term-change', 'import', 'restore', 'replace'] as const
export type Origin = (typeof origins)[number]

/** A saved state of a translation. Text is kept whole; `number` counts from 1 within the segment; `at` is its first save, `until` its last. */
export interface Revision {
  id: number
  segmentId: number
  number: number
  target: string
  status: Status
  origin: Origin
  /** Why, where somebody said so (Needs changes, term changed, restored from…), else empty. */
  reason: string
  person: string
  at: string
  until: string
}
