import type { Habits } from '../core/arabic/habits.ts'
import type { Finding, Waiver } from '../core/checks/finding.ts'
import { check } from '../core/checks/index.ts'
import { waiverThatHolds } from '../core/checks/waiver.ts'
import type { Glossary } from '../core/glossary/compile.ts'
import { findMeant } from '../core/glossary/mentions.ts'
import { occurrencesIn } from '../core/glossary/occurrences.ts'
import type { Segment } from '../core/segment.ts'
import type { Desk, Store } from '../store/store.ts'
import { glossaryOf, habitsOfDocument, habitsOfDocuments } from './glossary.ts'
import { mentionsMovedBy, surroundingsOf } from './surroundings.ts'

/**
 * Makes the findings of these segments anew with today's glossary, in one transaction; answers how many were made. The texts are read
 * inside it and after the first write, which keeps others from saving meanwhile (on PostgreSQL that write locks the rows).
 */
export async function recheck(store: Store, desk: Desk, stale: readonly Segment[]): Promise<number> {
  if (stale.length === 0) return 0
  const glossary = await glossaryOf(store, desk)
  const ids = stale.map((segment) => segment.id)
  await store.transaction(async (store) => {
    await store.segments.checked(ids, desk.glossaryVersion)
    const segments = await store.segments.all(ids)
    const unknown = new Set(stale.filter(({ checkedVersion }) => checkedVersion < -1).map(({ id }) => id))
    await noteUnknown(
      store,
      segments.filter(({ id }) => unknown.has(id)),
    )
    const habits = await habitsOfDocuments(
      store,
      segments.map(({ documentId }) => documentId),
    )
    const documents = [...habits.keys()]
    const never = await store.decisions.never(documents)
    const occurrences = segments.map(({ id, documentId, source }): [number, Map<number, number>] => {
      const matches = findMeant(glossary, source, habits.get(documentId), never.get(documentId))
      return [id, occurrencesIn(glossary, matches)]
    })
    const concerned = new Set([...(await store.mentions.termsIn(ids)), ...occurrences.flatMap(([, counts]) => [...counts.keys()])])
    const replace = () => store.occurrences.replace(new Map(occurrences))
    const moved = await mentionsMovedBy(store, documents, glossary, replace, concerned)
    await renewFindings(store, [...segments, ...moved.filter(({ id }) => !ids.includes(id))], glossary, habits)
  })
  return stale.length
}

/** Makes the findings of these segments anew, whatever the glossary version they were made with. */
export async function renewFindings(
  store: Store,
  segments: readonly Segment[],
  glossary: Glossary,
  habits: ReadonlyMap<number, Habits>,
): Promise<void> {
  const waivers = await store.waivers.of(segments.map(({ id }) => id))
  const surroundings = await surroundingsOf(store, segments, glossary)
  const findings = segments.map((segment): [number, CheckedFinding[]] => {
    const found = check(segment, glossary, habits.get(segment.documentId), surroundings.get(segment.id))
    return [segment.id, worthKeeping(found, segment, glossary, waivers.get(segment.id) ?? [])]
  })
  await store.findings.replace(new Map(findings))
}

/** Notes what follows from the source of a segment and not from its English, where a save has checked it before a recheck came to it. */
export async function noteSource(store: Store, segment: Segment, glossary: Glossary): Promise<void> {
  const { id, documentId, source } = segment
  if (segment.checkedVersion < -1) await noteUnknown(store, [segment])
  const never = await store.decisions.never([documentId])
  const habits = new Map([[documentId, await habitsOfDocument(store, documentId)]])
  const counts = occurrencesIn(glossary, findMeant(glossary, source, habits.get(documentId), never.get(documentId)))
  const concerned = new Set([...(await store.mentions.termsIn([id])), ...counts.keys()])
  const moved = await mentionsMovedBy(store, [documentId], glossary, () => store.occurrences.replace(new Map([[id, counts]])), concerned)
  await renewFindings(
    store,
    moved.filter((other) => other.id !== id),
    glossary,
    habits,
  )
}

/** What a database of an older version does not know of its segments: their words, and how their documents spell. */
async function noteUnknown(store: Store, segments: readonly Segment[]): Promise<void> {
  if (segments.length === 0) return
  await store.words.index(segments)
  const habits = await habitsOfDocuments(
    store,
    segments.map(({ documentId }) => documentId),
  )
  for (const [id, of] of habits) await store.documents.noteHabits(id, of)
}

/** A finding together with the waiver that holds for it. */
export interface CheckedFinding {
  finding: Finding
  waiverId: number | null
}

/** What is stored of a check's findings: all but what is right, each with the waiver that holds for it. */
export function worthKeeping(
  findings: readonly Finding[],
  segment: Segment,
  glossary: Glossary,
  waivers: readonly Waiver[],
): CheckedFinding[] {
  return findings
    .filter((finding) => finding.verdict !== 'ok')
    .map((finding) => ({ finding, waiverId: waiverThatHolds(finding, segment, glossary, waivers)?.id ?? null }))
}

/**
 * Rechecks one slice of the segments that a change of the glossary left behind; answers how many there were, 0 when none are left.
 * The database itself is the list of work, so that a restart goes on where it stopped.
 */
export async function recheckSlice(store: Store, deskId: number): Promise<number> {
  const desk = await store.desks.get(deskId)
  if (!desk) return 0
  return recheck(store, desk, ofFewDocuments(await store.segments.stale(desk.id, sliceSize)))
}

/** What must be known of a document is asked once for all its segments: a slice from forty documents would take long. */
function ofFewDocuments(segments: readonly Segment[]): Segment[] {
  const documents = [...new Set(segments.map(({ documentId }) => documentId))].slice(0, documentsInSlice)
  return segments.filter(({ documentId }) => documents.includes(documentId))
}

const documentsInSlice = 5

/** Segments in a slice: short enough that a page asked for meanwhile waits some 30 ms at most. */
export const sliceSize = 40
