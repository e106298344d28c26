import { check } from '../core/checks/index.ts'
import { mendedTerms } from '../core/checks/mended.ts'
import { openFindings } from '../core/checks/waiver.ts'
import type { Glossary } from '../core/glossary/find/compile.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import { type Origin, recorded } from '../core/revision.ts'
import { edited, type Segment, type Status, settled } from '../core/segment.ts'
import type { Desk, Store } from '../store/store.ts'
import { glossaryOf, habitsOfDocument } from './glossary.ts'
import { segmentInTurn } from './known.ts'
import { noteSource } from './note-source.ts'
import { type CheckedFinding, renewFindings, worthKeeping } from './renew-findings.ts'
import { firstMentionsTouched, surroundingsOf } from './surroundings.ts'

/** What somebody wants a segment to be; `version` is the one the change was made on. */
export interface SegmentChange {
  segmentId: number
  version: number
  target: string
  /** Asked for by name (confirm, review …); without it a changed text becomes a draft. */
  status?: Status
  origin?: Origin
  reason?: string
  /** What it was done in together with others, if anything. */
  batchId?: number
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
    const { segment: before, desk } = await segmentInTurn(store, change.segmentId)
    const after = edited(before, change)
    const now = after === before ? null : await checked(store, desk, after)
    if (!now || isUnchanged(before, now.segment)) {
      if (change.reason) await recordRevision(store, before, change, by)
      return { segment: before, keptFrom: now && after.status }
    }
    const { segment } = now
    if (!(await store.segments.save(segment, before.version, by.at))) throw new Problem('segment.changed', { position: before.position })
    await followUp(store, before, now, change)
    await recordRevision(store, segment, change, by)
    return { segment, keptFrom: segment.status === after.status ? null : after.status }
  })
}

/** True where nothing of it is new, be it that a broken term kept a text from the status that was asked for. */
function isUnchanged(before: Segment, { target, status }: Segment): boolean {
  return target === before.target && status === before.status
}

interface Checked {
  segment: Segment
  findings: CheckedFinding[]
  glossary: Glossary
}

/** The segment with the status its findings allow, and those findings. */
async function checked(store: Store, desk: Desk, segment: Segment): Promise<Checked> {
  const glossary = await glossaryOf(store, desk)
  if (segment.checkedVersion < desk.glossaryVersion) await noteSource(store, segment, glossary)
  const surroundings = (await surroundingsOf(store, [segment], glossary)).get(segment.id)
  const found = check(segment, glossary, await habitsOfDocument(store, segment.documentId), surroundings)
  const waivers = (await store.waivers.of([segment.id])).get(segment.id) ?? []
  const open = openFindings(found, segment, glossary, waivers)
  return {
    segment: { ...settled(segment, open), checkedVersion: desk.glossaryVersion },
    findings: worthKeeping(found, segment, glossary, waivers),
    glossary,
  }
}

/** What a changed English does besides: first mentions elsewhere are looked at once more, and what a person has mended is counted for each entry. */
async function followUp(store: Store, before: Segment, { segment, findings, glossary }: Checked, { origin }: SegmentChange): Promise<void> {
  const former = (await store.findings.of([segment.id])).get(segment.id) ?? []
  await store.findings.replace(new Map([[segment.id, findings]]))
  if (!isConsequence(origin)) await store.terms.noteMended(mendedTerms(former, findings, before.target, segment.target))
  const touched = await firstMentionsTouched(store, before, segment, glossary)
  if (touched.length === 0) return
  const habits = new Map([[segment.documentId, await habitsOfDocument(store, segment.documentId)]])
  await renewFindings(store, touched, glossary, habits)
}

/** What follows from a changed decision, or from taking something back, tells nothing of how often an entry is broken. */
function isConsequence(origin: Origin | undefined): boolean {
  return origin === 'term-change' || origin === 'restore'
}

async function recordRevision(store: Store, segment: Segment, change: SegmentChange, by: By): Promise<void> {
  const next = {
    target: segment.target,
    status: segment.status,
    origin: change.origin ?? 'typed',
    reason: change.reason ?? '',
    person: by.person.name,
    at: by.at,
    batchId: change.batchId ?? null,
  } as const
  const latest = await store.revisions.latest(segment.id)
  const { newest, begun } = recorded(change.overrides ? undefined : latest, next)
  if (latest && newest) await store.revisions.extend(latest.id, newest)
  if (begun) await store.revisions.add({ ...next, ...begun, segmentId: segment.id, until: by.at })
}
