import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import { isDone, type Segment, type Status } from '../core/segment.ts'
import type { Batch, Store } from '../store/store.ts'
import { breath } from './breath.ts'
import { knownBatch } from './known.ts'
import { type Proposal, proposalsFor } from './mend-proposals.ts'
import { saveSegment } from './save-segment.ts'

/** Which mends a person wants: those of these segments, as they stood when they were shown, or all but those kept with a reason; Final ones only where it is said. */
export interface WantedMends {
  batchId: number
  chosen: ReadonlyMap<number, number> | 'all'
  finals: boolean
  /** What the revisions say of themselves, in the reader's language. */
  reason: string
}

/** What was mended, and the segments left alone because somebody changed them after they were shown, or the decision meanwhile. */
export interface MendedSegments {
  mended: number
  passed: Segment[]
}

/**
 * Puts the new rendering in place of the former one, as ordinary revisions of one batch, which is from now on of the person who makes the
 * first of them. What was finished is to be looked at again: Reviewed and Final segments fall back to Translated. In slices, so that pages
 * stay quick; what was done stays done if it is cut short.
 */
export async function mendForTerm(store: Store, wanted: WantedMends, by: By): Promise<MendedSegments> {
  const batch = await knownBatch(store, wanted.batchId)
  if (batch.undoneAt !== null) throw new Problem('batch.undone', { name: batch.name })
  const decision = await decisionOf(store, batch)
  const asked = (await proposalsFor(store, batch)).filter((one) => one.mended !== null && isWanted(one, wanted))
  const current = asked.filter(({ segment }) => wanted.chosen === 'all' || wanted.chosen.get(segment.id) === segment.version)
  const passed = asked.filter((one) => !current.includes(one)).map(({ segment }) => segment)
  for (let from = 0; from < current.length; from += mendedAtOnce) {
    if (from > 0) await breath()
    const slice = current.slice(from, from + mendedAtOnce)
    passed.push(...(await store.transaction((store) => mendSlice(store, batch, decision, slice, wanted.reason, by))))
  }
  return { mended: asked.length - passed.length, passed }
}

const mendedAtOnce = 20

function isWanted({ segment, kept }: Proposal, { chosen, finals }: WantedMends): boolean {
  return (chosen === 'all' ? kept.length === 0 : chosen.has(segment.id)) && (finals || segment.status !== 'final')
}

/** A name for the decision that mends are proposed for: another once one of its entries is changed or the batch taken back. */
async function decisionOf(store: Store, { id }: Batch): Promise<string> {
  const { undoneAt } = await knownBatch(store, id)
  const changed = await store.batches.terms(id)
  const terms = await store.terms.these(changed.map(({ termId }) => termId))
  return [undoneAt, ...terms.map(({ version }) => version)].join(' ')
}

/** Answers with the segments left alone: those changed since they were proposed, and all where the decision itself was. */
async function mendSlice(
  store: Store,
  batch: Batch,
  decision: string,
  slice: readonly Proposal[],
  reason: string,
  by: By,
): Promise<Segment[]> {
  await store.turns.besideGlossary(batch.deskId)
  await store.turns.ofDocuments(slice.map(({ segment }) => segment.documentId))
  const now = new Map((await store.segments.all(slice.map(({ segment }) => segment.id))).map((segment) => [segment.id, segment]))
  const holds = (await decisionOf(store, batch)) === decision
  await store.batches.taken(batch.id, by)
  const passed: Segment[] = []
  for (const proposal of slice) {
    const { segment } = proposal
    if (holds && now.get(segment.id)?.version === segment.version) await mend(store, proposal, batch.id, reason, by)
    else passed.push(now.get(segment.id) ?? segment)
  }
  return passed
}

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
