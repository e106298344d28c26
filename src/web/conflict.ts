import { type DiffPart, wordDiff } from '../core/diff.ts'
import { merged } from '../core/merge.ts'
import type { Problem } from '../core/problem.ts'
import type { Segment } from '../core/segment.ts'
import { sentenceOf } from './problems.ts'
import type { RowForm } from './row-form.ts'
import type { Visit } from './visit.ts'

/** What stands in the database when a save was based on an older version. */
export interface ConflictView {
  version: number
  person: string
  /** Whether the same person saved it, in another window. */
  own: boolean
  at: string
  theirs: string
  /** What both texts began from; empty where it is not known. */
  former: string
  parts: DiffPart[]
  /** Both changes in one text, where they do not touch each other; else empty. */
  both: string
}

/** What two texts of one segment are to each other, for the person to decide. */
export async function conflictOf(visit: Visit, stored: Segment, { target, former }: RowForm): Promise<ConflictView> {
  const latest = await visit.store.revisions.latest(stored.id)
  return {
    version: stored.version,
    person: latest?.person ?? '',
    own: latest?.person === visit.person.name,
    at: latest?.until ?? '',
    theirs: stored.target,
    former,
    parts: wordDiff(stored.target, target),
    both: bothIn(former, target, stored.target) ?? '',
  }
}

/** Both changes of a text in one; null where they touch each other, where what they began from is not known, or where there is only one. */
export function bothIn(former: string, mine: string, theirs: string): string | null {
  const both = former.trim() === '' ? null : merged(former, mine, theirs)
  return both === mine || both === theirs ? null : both
}

/** Why the save was refused: by somebody else's text, or by one's own from another window. */
export function refusal(visit: Visit, problem: Problem, conflict: ConflictView | null): string {
  return conflict?.own ? visit.t('segments.conflict.own', { position: problem.values.position ?? '' }) : sentenceOf(visit.t, problem)
}
