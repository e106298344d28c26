import type { Habits } from '../core/arabic/habits.ts'
import type { Finding, RecordedWaiver } from '../core/checks/finding.ts'
import { check } from '../core/checks/index.ts'
import { waiverThatHolds } from '../core/checks/waiver.ts'
import type { DocumentRecord } from '../core/document.ts'
import type { Glossary } from '../core/glossary/compile.ts'
import { findMeant } from '../core/glossary/mentions.ts'
import { occurrencesIn } from '../core/glossary/occurrences.ts'
import { neverIndexed, type Segment } from '../core/segment.ts'
import type { Desk, Store } from '../store/store.ts'
import { breath } from './breath.ts'
import { glossaryOf, habitsOfDocuments } from './glossary.ts'
import { knownDesk } from './known.ts'
import { mentionsMovedBy, surroundingsOf } from './surroundings.ts'

/**
 * Makes the findings of these segments anew with today's glossary, in one transaction; answers how many were made. The glossary may take
 * long to compile, which is done outside: where it was changed meanwhile the work begins again with the newer one, because what that change
 * marks to be looked at again it tells by the findings of its moment.
 */
export async function recheck(store: Store, desk: Desk, stale: readonly Segment[]): Promise<number> {
  if (stale.length === 0) return 0
  const glossary = await glossaryOf(store, desk)
  const newest = await store.transaction(async (store) => {
    await store.turns.besideGlossary(desk.id)
    const now = await knownDesk(store, desk.id)
    if (now.glossaryVersion === desk.glossaryVersion) await recheckWith(store, now, glossary, stale)
    return now
  })
  return newest.glossaryVersion === desk.glossaryVersion ? stale.length : recheck(store, newest, stale)
}

async function recheckWith(store: Store, desk: Desk, glossary: Glossary, stale: readonly Segment[]): Promise<void> {
  const ids = stale.map(({ id }) => id)
  const documents = new Set(stale.map(({ documentId }) => documentId))
  await store.turns.ofDocuments(documents)
  await store.segments.checked(ids, desk.glossaryVersion)
  const segments = await store.segments.all(ids)
  const unknown = new Set(stale.filter(({ checkedVersion }) => checkedVersion === neverIndexed).map(({ id }) => id))
  await noteUnknown(
    store,
    segments.filter(({ id }) => unknown.has(id)),
  )
  const habits = await habitsOfDocuments(store, documents)
  const moved = await noteOccurrences(store, segments, glossary, habits)
  await renewFindings(store, [...segments, ...moved.filter(({ id }) => !ids.includes(id))], glossary, habits)
}

/** Notes where entries stand in these segments; answers with the segments whose findings are otherwise for what a document mentions first. */
async function noteOccurrences(
  store: Store,
  segments: readonly Segment[],
  glossary: Glossary,
  habits: ReadonlyMap<number, Habits>,
): Promise<Segment[]> {
  const documents = [...habits.keys()]
  const never = await store.decisions.never(documents)
  const occurrences = segments.map(({ id, documentId, source }): [number, Map<number, number>] => {
    const matches = findMeant(glossary, source, habits.get(documentId), never.get(documentId))
    return [id, occurrencesIn(glossary, matches)]
  })
  const before = await store.mentions.termsIn(segments.map(({ id }) => id))
  const concerned = new Set([...before, ...occurrences.flatMap(([, counts]) => [...counts.keys()])])
  return mentionsMovedBy(store, documents, glossary, () => store.occurrences.replace(new Map(occurrences)), concerned)
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
  if (segment.checkedVersion === neverIndexed) await noteUnknown(store, [segment])
  const habits = await habitsOfDocuments(store, [segment.documentId])
  const moved = await noteOccurrences(store, [segment], glossary, habits)
  await renewFindings(
    store,
    moved.filter(({ id }) => id !== segment.id),
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
  waivers: readonly RecordedWaiver[],
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

/** Rechecks what a change of the glossary left behind in a document, or of these segments of it, for somebody who is to see them all; in slices, as ever. */
export async function recheckDocument(
  store: Store,
  document: Pick<DocumentRecord, 'id' | 'deskId'>,
  ids?: readonly number[],
): Promise<void> {
  const wanted = ids && new Set(ids)
  const all = await store.segments.stale(document.deskId, Number.MAX_SAFE_INTEGER, document.id)
  const stale = all.filter(({ id }) => wanted?.has(id) ?? true)
  for (let from = 0; from < stale.length; from += sliceSize) {
    if (from > 0) await breath()
    await recheck(store, await knownDesk(store, document.deskId), stale.slice(from, from + sliceSize))
  }
}

/** What must be known of a document is asked once for all its segments: a slice from forty documents would take long. */
function ofFewDocuments(segments: readonly Segment[]): Segment[] {
  const documents = [...new Set(segments.map(({ documentId }) => documentId))].slice(0, documentsInSlice)
  return segments.filter(({ documentId }) => documents.includes(documentId))
}

const documentsInSlice = 5

/** Segments in a slice: short enough that a page asked for meanwhile waits some 30 ms at most. */
const sliceSize = 40
