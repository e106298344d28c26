import { check } from '../core/checks/index.ts'
import { openFindings } from '../core/checks/waiver.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import { continues, type Origin } from '../core/revision.ts'
import { edited, type Segment, type Status, settled } from '../core/segment.ts'
import type { Store } from '../store/store.ts'
import { glossaryOf, habitsOfDocument } from './glossary.ts'
import { deskOf, knownSegment } from './known.ts'
import { type CheckedFinding, noteSource, worthKeeping } from './recheck.ts'

/** What somebody wants a segment to be; `version` is the one the change was made on. */
export interface SegmentChange {
  segmentId: number
  version: number
  target: string
  /** Asked for by name (confirm, review …); without it a changed text becomes a draft. */
  status?: Status
  origin?: Origin
  reason?: string
  /** Saved over a text that somebody else had saved meanwhile: that text stays in the history as a revision of its own. */
  overrides?: boolean
}

/** What became of it: `keptFrom` is the status that was asked for where a broken required term kept the segment from it. */
export interface SavedSegment {
  segment: Segment
  keptFrom: Status | null
}

/**
 * Saves a translation: text, status, revision and findings in one transaction. Where only a reason is new, that alone goes into the
 * history. Throws the Problems of `edited`.
 */
export async function saveSegment(store: Store, change: SegmentChange, by: By): Promise<SavedSegment> {
  return store.transaction(async (store) => {
    const before = await knownSegment(store, change.segmentId)
    const after = edited(before, change)
    if (after === before) {
      if (change.reason) await recordRevision(store, before, change, by)
      return { segment: before, keptFrom: null }
    }
    const { segment, findings } = await checked(store, after)
    if (!(await store.segments.save(segment, before.version, by.at))) throw new Problem('segment.changed', { position: before.position })
    await store.findings.replace(new Map([[segment.id, findings]]))
    if (before.checkedVersion < segment.checkedVersion) await noteSource(store, before)
    await recordRevision(store, segment, change, by)
    return { segment, keptFrom: segment.status === after.status ? null : after.status }
  })
}

/** The segment with the status its findings allow, and those findings. */
async function checked(store: Store, segment: Segment): Promise<{ segment: Segment; findings: CheckedFinding[] }> {
  const desk = await deskOf(store, segment)
  const glossary = await glossaryOf(store, desk)
  const found = check(segment, glossary, await habitsOfDocument(store, segment.documentId))
  const waivers = (await store.waivers.of([segment.id])).get(segment.id) ?? []
  const open = openFindings(found, segment, glossary, waivers)
  return {
    segment: { ...settled(segment, open), checkedVersion: desk.glossaryVersion },
    findings: worthKeeping(found, segment, glossary, waivers),
  }
}

async function recordRevision(store: Store, segment: Segment, change: SegmentChange, by: By): Promise<void> {
  const next = {
    target: segment.target,
    status: segment.status,
    origin: change.origin ?? 'typed',
    reason: change.reason ?? '',
    person: by.person.name,
    at: by.at,
  } as const
  const latest = await store.revisions.latest(segment.id)
  if (latest && !change.overrides && continues(latest, next)) await store.revisions.extend(latest.id, next.target, by.at)
  else await store.revisions.add({ ...next, segmentId: segment.id, until: by.at })
}
