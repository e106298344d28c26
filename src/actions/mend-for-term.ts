import { check } from '../core/checks/index.ts'
import type { Glossary } from '../core/glossary/compile.ts'
import { breaks } from '../core/glossary/decision.ts'
import { patched } from '../core/glossary/patch.ts'
import { mendedFor, successor } from '../core/glossary/succession.ts'
import type { Term } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import { isDone, type Segment, type Status } from '../core/segment.ts'
import type { Batch, Desk, Store } from '../store/store.ts'
import { breath } from './breath.ts'
import { glossaryOf, habitsOfDocuments } from './glossary.ts'
import { knownBatch, knownTerm } from './known.ts'
import { recheck, sliceSize } from './recheck.ts'
import { saveSegment } from './save-segment.ts'
import { surroundingsOf } from './surroundings.ts'

/** A segment that breaks the new decision, and what its English would be with the new rendering; without `mended` it is for a person to do. */
export interface Proposal {
  segment: Segment
  mended: string | null
}

/** What is left to be mended after a change of a decision: newest documents first, in order. */
export async function proposalsFor(store: Store, desk: Desk, batch: Batch): Promise<Proposal[]> {
  const [changed] = await store.batches.terms(batch.id)
  if (!changed?.before || batch.undoneAt !== null) return []
  const term = await knownTerm(store, changed.termId)
  if (term.state === 'retired') return []
  await catchUp(store, desk.id)
  const glossary = await withSuccessor(store, desk.id, successor(term, changed.before))
  const ids = await store.findings.openFor(term.id)
  const proposals: Proposal[] = []
  for (let from = 0; from < ids.length; from += proposedAtOnce) {
    if (from > 0) await breath()
    proposals.push(...(await proposed(store, await store.segments.all(ids.slice(from, from + proposedAtOnce)), glossary, term)))
  }
  return proposals.sort((a, b) => b.segment.documentId - a.segment.documentId || a.segment.position - b.segment.position)
}

const proposedAtOnce = 100

/** What the change has left behind is looked at again first, so that the list is whole, or nearly: a page that waits much longer would help nobody. */
async function catchUp(store: Store, deskId: number): Promise<void> {
  for (let slice = 0; slice < slicesCaughtUp; slice++) {
    const desk = await store.desks.get(deskId)
    const stale = desk ? await store.segments.stale(desk.id, sliceSize) : []
    if (!desk || stale.length === 0) return
    await recheck(store, desk, stale)
    await breath()
  }
}

const slicesCaughtUp = 100

/** Today's glossary, in which the entry knows what it was called before. */
async function withSuccessor(store: Store, deskId: number, term: Term): Promise<Glossary> {
  const glossary = await glossaryOf(store, (await store.desks.get(deskId))!)
  return patched(glossary, [{ before: term, after: term }])
}

async function proposed(store: Store, segments: readonly Segment[], glossary: Glossary, term: Term): Promise<Proposal[]> {
  const habits = await habitsOfDocuments(
    store,
    segments.map(({ documentId }) => documentId),
  )
  const surroundings = await surroundingsOf(store, segments, glossary)
  return segments.flatMap((segment): Proposal | [] => {
    const findings = check(segment, glossary, habits.get(segment.documentId), surroundings.get(segment.id))
    const mended = mendedFor(term.id, findings, segment.target)
    if (mended !== segment.target) return { segment, mended }
    return findings.some((finding) => breaks(finding, term)) ? { segment, mended: null } : []
  })
}

/** Which mends a person wants: those of these segments, as they stood when they were shown, or all; Final ones only where it is said. */
export interface WantedMends {
  batchId: number
  chosen: ReadonlyMap<number, number> | 'all'
  finals: boolean
  /** What the revisions say of themselves, in the reader's language. */
  reason: string
}

/** What was mended, and the segments left alone because somebody changed them after they were shown. */
export interface MendedSegments {
  mended: number
  passed: Segment[]
}

/**
 * Puts the new rendering in place of the former one, as ordinary revisions of one batch. What was finished is to be looked at again:
 * Reviewed and Final segments fall back to Translated. In slices, so that pages stay quick; what was done stays done if it is cut short.
 */
export async function mendForTerm(store: Store, desk: Desk, wanted: WantedMends, by: By): Promise<MendedSegments> {
  const batch = await knownBatch(store, wanted.batchId)
  if (batch.undoneAt !== null) throw new Problem('batch.undone', { name: batch.name })
  const open = (await proposalsFor(store, desk, batch)).filter(({ mended }) => mended !== null)
  const { chosen } = wanted
  const asked = open
    .filter(({ segment }) => chosen === 'all' || chosen.has(segment.id))
    .filter(({ segment }) => wanted.finals || segment.status !== 'final')
  const current = asked.filter(({ segment }) => chosen === 'all' || chosen.get(segment.id) === segment.version)
  for (let from = 0; from < current.length; from += mendedAtOnce) {
    if (from > 0) await breath()
    await store.transaction(async (store) => {
      for (const proposal of current.slice(from, from + mendedAtOnce)) await mend(store, proposal, batch.id, wanted.reason, by)
    })
  }
  return { mended: current.length, passed: asked.filter((one) => !current.includes(one)).map(({ segment }) => segment) }
}

const mendedAtOnce = 20

async function mend(store: Store, { segment, mended }: Proposal, batchId: number, reason: string, by: By): Promise<void> {
  const change = { segmentId: segment.id, origin: 'term-change', reason, batchId } as const
  await noteFormerText(store, segment, by)
  const unlocked = segment.status === 'final' ? await unlockedFor(store, segment, batchId, reason, by) : segment
  const status = statusAfterMend(segment.status)
  await saveSegment(store, { ...change, version: unlocked.version, target: mended!, ...(status && { status }) }, by)
}

/** A text that came without a history gets its first revision, for the mend to be compared with and taken back to. */
async function noteFormerText(store: Store, { id: segmentId, target, status }: Segment, by: By): Promise<void> {
  if (await store.revisions.latest(segmentId)) return
  await store.revisions.add({ segmentId, target, status, origin: 'import', reason: '', person: by.person.name, at: by.at, until: by.at })
}

async function unlockedFor(store: Store, segment: Segment, batchId: number, reason: string, by: By): Promise<Segment> {
  const { id: segmentId, version, target } = segment
  const change = { segmentId, version, target, status: 'translated', origin: 'term-change', reason, batchId } as const
  return (await saveSegment(store, change, by)).segment
}

function statusAfterMend(status: Status): Status | undefined {
  if (isDone(status)) return 'translated'
  return status === 'needs-changes' ? status : undefined
}
