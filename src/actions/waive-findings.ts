import { findingName } from '../core/checks/finding-name.ts'
import { waive } from '../core/checks/waiver.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import { type Segment, settled } from '../core/segment.ts'
import type { Store, StoredFinding } from '../store/store.ts'
import { glossaryOf } from './glossary.ts'
import { segmentInTurn } from './known.ts'
import { recheck } from './recheck.ts'
import { type SavedSegment, type SegmentChange, saveSegment } from './save-segment.ts'

/**
 * Overrules findings by their names (see `findingName`), each with a reason, until the text changes or the entry asks something else. What stands
 * in the row is saved with them; where one waiver is refused nothing is stored, so that a second try is based on the version the person has.
 */
export async function waiveFindings(
  store: Store,
  wanted: { change: SegmentChange; reasons: ReadonlyMap<string, string> },
  by: By,
): Promise<SavedSegment> {
  return store.transaction(async (store) => {
    const saved = await saveSegment(store, wanted.change, by)
    const { segment } = saved
    const findings = await findingsToday(store, segment)
    const { desk } = await segmentInTurn(store, segment.id)
    const glossary = await glossaryOf(store, desk)
    for (const [name, reason] of wanted.reasons) {
      const found = findings.find((finding) => findingName(finding) === name)
      if (!found) throw new Problem('waiver.finding-gone', { position: segment.position })
      await store.waivers.add(waive(found, segment, glossary, reason, by))
    }
    await findingsToday(store, segment)
    return saved
  })
}

/**
 * Takes a waiver back: the finding stands again, and a segment that was done only because of the waiver becomes a draft, which is a
 * revision like any other. A Final one is locked (`segment.final`). A waiver that is gone already, or another segment's, is left alone.
 */
export async function takeBackWaiver(store: Store, wanted: { change: SegmentChange; waiverId: number }, by: By): Promise<SavedSegment> {
  return store.transaction(async (store) => {
    const saved = await saveSegment(store, wanted.change, by)
    const waiver = await store.waivers.get(wanted.waiverId)
    if (waiver?.segmentId !== saved.segment.id) return saved
    await store.waivers.remove(waiver.id)
    return settledAnew(store, saved, by)
  })
}

async function settledAnew(store: Store, saved: SavedSegment, by: By): Promise<SavedSegment> {
  const { id: segmentId, version, target, status, position } = saved.segment
  const open = (await findingsToday(store, saved.segment)).filter((finding) => finding.waiver === null)
  const allowed = settled(saved.segment, open).status
  if (allowed === status) return saved
  if (status === 'final') throw new Problem('segment.final', { position })
  const { segment } = await saveSegment(store, { segmentId, version, target, status: allowed }, by)
  return { segment, keptFrom: status }
}

/** The findings of a segment by today's glossary, which those in the database may not have caught up with. */
async function findingsToday(store: Store, segment: Segment): Promise<StoredFinding[]> {
  const { desk } = await segmentInTurn(store, segment.id)
  await recheck(store, desk, [segment])
  return (await store.findings.of([segment.id])).get(segment.id) ?? []
}
