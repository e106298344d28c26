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
  /** The text with the most words that it has taken in, where `target` has fewer by now; else empty. */
  fuller: string
}

/** A save that may become a revision of its own or go into the newest one. */
export type Save = Pick<Revision, 'person' | 'status' | 'origin' | 'target' | 'at' | 'reason'>

/** What a save does to the history: how the newest revision reads from now on, and the texts of the revision that it begins; null for nothing. */
export interface Recorded {
  newest: Pick<Revision, 'target' | 'fuller' | 'until'> | null
  begun: Pick<Revision, 'target' | 'fuller'> | null
}

/**
 * A save goes into the newest revision where the same person types on within ten minutes of its first save, the status unchanged and no reason
 * given, and at least half of the words are still there, so that a text wiped out and written anew stays in the history. Half is also kept of the
 * fullest text that the revision took in: a text that is worn away in small steps, each of which keeps half, stays as it was at its fullest.
 */
export function recorded(latest: Revision | undefined, next: Save): Recorded {
  const { target } = next
  if (!latest || !goesOn(latest, next) || !keepsHalf(latest.target, target)) return { newest: null, begun: { target, fuller: '' } }
  const fullest = latest.fuller || latest.target
  if (keepsHalf(fullest, target)) return { newest: { target, fuller: unlessFuller(target, fullest), until: next.at }, begun: null }
  const worn = { target: fullest, fuller: '', until: latest.until }
  return { newest: worn, begun: { target, fuller: unlessFuller(target, latest.target) } }
}

/** How long after its first save a revision still takes in what the same person types. */
const revisionMinutes = 10

function goesOn(latest: Revision, next: Save): boolean {
  const plain = latest.origin === 'typed' && next.origin === 'typed' && latest.reason === '' && next.reason === ''
  const same = latest.person === next.person && latest.status === next.status
  const minutes = (Date.parse(next.at) - Date.parse(latest.at)) / 60_000
  return plain && same && minutes >= 0 && minutes <= revisionMinutes
}

/** The former text, unless the present one has more words. */
function unlessFuller(target: string, former: string): string {
  return target === former || spokenWords(target).length > spokenWords(former).length ? '' : former
}

function keepsHalf(before: string, after: string): boolean {
  const left = new Map<string, number>()
  for (const word of spokenWords(after)) left.set(word, (left.get(word) ?? 0) + 1)
  const words = spokenWords(before)
  const kept = words.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
  return kept.length >= words.length / 2
}

const spokenWords = (text: string) => wordsOf(text).filter((word) => word.trim() !== '')
