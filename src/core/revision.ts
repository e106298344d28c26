import { wordsOf } from './diff.ts'
import type { Status } from './segment.ts'

/** Where the text of a revision came from; nothing comes from the *memory* yet. */
export type Origin = 'typed' | 'memory' | 'term-change' | 'import' | 'restore' | 'replace'

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
  /** The batch it was made in, with many others at once; null for a save of its own. */
  batchId: number | null
}

/** A save that may become a revision of its own or be added to the newest one. */
export type Save = Pick<Revision, 'person' | 'status' | 'origin' | 'target' | 'at' | 'reason'>

/** How long after its first save a revision still takes in what the same person types. */
const revisionMinutes = 10

/**
 * Whether a save belongs to the newest revision instead of beginning one: typed by the same person within ten minutes of
 * its first save, the status unchanged, no reason given, and at least half of its words still there, so that a text wiped
 * out and written anew stays in the history.
 */
export function continues(latest: Revision, next: Save): boolean {
  const plain = latest.origin === 'typed' && next.origin === 'typed' && latest.reason === '' && next.reason === ''
  const same = latest.person === next.person && latest.status === next.status
  const minutes = (Date.parse(next.at) - Date.parse(latest.at)) / 60_000
  return plain && same && minutes >= 0 && minutes <= revisionMinutes && keptShare(latest.target, next.target) >= 0.5
}

function keptShare(before: string, after: string): number {
  const left = new Map<string, number>()
  for (const word of wordsOf(after)) left.set(word, (left.get(word) ?? 0) + 1)
  const words = wordsOf(before).filter((word) => word.trim() !== '')
  if (words.length === 0) return 1
  const kept = words.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
  return kept.length / words.length
}
