import type { DocumentRecord } from '../core/document.ts'
import type { Glossary } from '../core/glossary/find/compile.ts'
import { neverIndexed, type Segment } from '../core/segment.ts'
import type { Desk, Store } from '../store/store.ts'
import { sliceBySlice } from './breath.ts'
import { glossaryOf, habitsOfDocuments } from './glossary.ts'
import { knownDesk } from './known.ts'
import { noteOccurrences, noteUnknown } from './note-source.ts'
import { renewFindings } from './renew-findings.ts'

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
  for await (const slice of sliceBySlice(stale, sliceSize)) await recheck(store, await knownDesk(store, document.deskId), slice)
}

/** What must be known of a document is asked once for all its segments: a slice from forty documents would take long. */
function ofFewDocuments(segments: readonly Segment[]): Segment[] {
  const documents = [...new Set(segments.map(({ documentId }) => documentId))].slice(0, documentsInSlice)
  return segments.filter(({ documentId }) => documents.includes(documentId))
}

const documentsInSlice = 5

/** Segments in a slice: short enough that a page asked for meanwhile waits some 30 ms at most. */
const sliceSize = 40
