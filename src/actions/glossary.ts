import { type Habits, habitsOf } from '../core/arabic/habits.ts'
import { compiling, type Glossary } from '../core/glossary/find/compile.ts'
import { type EntryChange, patched } from '../core/glossary/find/patch.ts'
import type { Term } from '../core/glossary/term.ts'
import type { Segment } from '../core/segment.ts'
import type { Desk, Store } from '../store/store.ts'
import { inTurns } from './breath.ts'

/**
 * The desk's glossary, ready for searching. Compiling takes long, so it is done in turns and the result is kept by desk and glossary version: a
 * key that no other process can contradict, because the version is read with the desk.
 */
export async function glossaryOf(store: Store, desk: Desk): Promise<Glossary> {
  const there = keptOf(store, desk)
  if (there) return there
  const terms = await store.terms.active(desk.id)
  const former = await derived(compiledGlossaries, store.database).get(desk.id)?.glossary
  // Others wait for it only when it asks the database for nothing any more: they may be in a transaction that nothing gets past.
  const glossary = keptOf(store, desk) ?? inTurns(compiling(withFormer(terms, former)))
  derived(compiledGlossaries, placesFor(store)[0]!).set(desk.id, { version: desk.glossaryVersion, glossary })
  return glossary
}

function keptOf(store: Store, desk: Desk): Promise<Glossary> | undefined {
  const kept = placesFor(store).map((place) => derived(compiledGlossaries, place).get(desk.id))
  return kept.find((one) => one?.version === desk.glossaryVersion)?.glossary
}

/**
 * Keeps the glossary of a new version, made from the former one where that is at hand: then nobody waits for all of it to be compiled. To be
 * called after the transaction that made the version.
 */
export function keepPatched(store: Store, deskId: number, version: number, changes: readonly EntryChange[]): void {
  const compiled = derived(compiledGlossaries, store.database)
  const kept = compiled.get(deskId)
  if (store.inTransaction || kept?.version !== version - 1 || changes.length > patchedAtOnce) return
  const glossary = changes.length === 0 ? kept.glossary : kept.glossary.then((former) => patched(former, changes))
  compiled.set(deskId, { version, glossary })
}

/** More changes than this are compiled in turns, with all that stayed, when somebody asks. */
const patchedAtOnce = 200

const compiledGlossaries = new WeakMap<object, Map<number, { version: number; glossary: Promise<Glossary> }>>()

/** How a document writes hamza and final ya. */
export async function habitsOfDocument(store: Store, documentId: number): Promise<Habits> {
  return (await habitsOfDocuments(store, [documentId])).get(documentId)!
}

/** How each of these documents writes hamza and final ya: noted when it was stored, for its source never changes. */
export async function habitsOfDocuments(store: Store, documentIds: Iterable<number>): Promise<Map<number, Habits>> {
  const ids = [...new Set(documentIds)]
  const habits = await store.documents.habits(ids)
  for (const id of ids) if (!habits.has(id)) habits.set(id, habitsIn(await store.segments.page(id, 0, segmentsThatShowHabits)))
  return habits
}

/** How a document writes, judged by its first segments. */
export function habitsIn(segments: readonly Pick<Segment, 'source'>[]): Habits {
  return habitsOf(segments.slice(0, segmentsThatShowHabits).map((segment) => segment.source))
}

const segmentsThatShowHabits = 200

/** Entries that have not changed are taken over as the values they were, for what is derived from an entry is kept under it. */
function withFormer(terms: readonly Term[], former: Glossary | undefined): Term[] {
  return terms.map((term) => {
    const known = former?.terms.get(term.id)
    return known?.version === term.version ? known : term
  })
}

/** Under what derived values are kept: what a transaction reads may yet be undone, so it keeps its own, and sees what is kept for all. */
function placesFor(store: Store): object[] {
  return store.inTransaction ? [store, store.database] : [store.database]
}

function derived<T>(all: WeakMap<object, Map<number, T>>, place: object): Map<number, T> {
  const kept = all.get(place)
  if (kept) return kept
  const fresh = new Map<number, T>()
  all.set(place, fresh)
  return fresh
}
