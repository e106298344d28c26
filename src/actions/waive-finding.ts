import { waive } from '../core/checks/waiver.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Store, StoredFinding } from '../store/store.ts'
import { glossaryOf } from './glossary.ts'
import { deskOf, knownSegment } from './known.ts'
import { recheck } from './recheck.ts'

/** Overrules the findings of this name (see `findingName`), with a reason, until the segment or the term changes. */
export async function waiveFinding(store: Store, wanted: { segmentId: number; finding: string; reason: string }, by: By): Promise<void> {
  await store.transaction(async (store) => {
    const segment = await knownSegment(store, wanted.segmentId)
    const found = (await store.findings.of([segment.id])).get(segment.id)?.find((finding) => findingName(finding) === wanted.finding)
    if (!found) throw new Problem('waiver.finding-gone', { position: segment.position })
    const desk = await deskOf(store, segment)
    await store.waivers.add(waive(found, segment, await glossaryOf(store, desk), wanted.reason, by))
    await recheck(store, desk, [segment])
  })
}

/** Takes a waiver back: the finding stands again, and a segment it had let pass becomes a draft at its next save. */
export async function takeBackWaiver(store: Store, waiverId: number): Promise<void> {
  await store.transaction(async (store) => {
    const waiver = await store.waivers.get(waiverId)
    if (!waiver) return
    await store.waivers.remove(waiverId)
    const segment = await knownSegment(store, waiver.segmentId)
    await recheck(store, await deskOf(store, segment), [segment])
  })
}

/** Names a finding so that it can be meant by a button: what it is about, not where it stands. */
export function findingName(finding: Pick<StoredFinding, 'check' | 'verdict' | 'termId' | 'values'>): string {
  return [finding.check, finding.verdict, finding.termId ?? '', finding.values.surface ?? ''].join(' ')
}
