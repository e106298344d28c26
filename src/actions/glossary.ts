import { type Habits, habitsOf } from '../core/arabic/habits.ts'
import { compile, type Glossary } from '../core/glossary/compile.ts'
import type { Desk, Store } from '../store/store.ts'

/**
 * The desk's glossary, ready for searching. Compiling takes long, so the result is kept by desk and glossary version: a key that no other
 * process can contradict, because the version is read with the desk.
 */
export async function glossaryOf(store: Store, desk: Desk): Promise<Glossary> {
  for (const place of placesFor(store)) {
    const kept = derived(compiledGlossaries, place).get(desk.id)
    if (kept?.version === desk.glossaryVersion) return kept.glossary
  }
  const glossary = compile(await store.terms.active(desk.id))
  derived(compiledGlossaries, placesFor(store)[0]!).set(desk.id, { version: desk.glossaryVersion, glossary })
  return glossary
}

const compiledGlossaries = new WeakMap<object, Map<number, { version: number; glossary: Glossary }>>()

/** How a document writes hamza and final ya, judged by its first segments; the source of a document never changes, so it is kept. */
export async function habitsOfDocument(store: Store, documentId: number): Promise<Habits> {
  // A document's number may be given out again where the transaction that made it failed.
  const habits = derived(documentHabits, placesFor(store)[0]!)
  const kept = habits.get(documentId)
  if (kept) return kept
  const segments = await store.segments.page(documentId, 0, segmentsThatShowHabits)
  const found = habitsOf(segments.map((segment) => segment.source))
  if (habits.size >= documentsKept) habits.clear()
  habits.set(documentId, found)
  return found
}

const segmentsThatShowHabits = 200
const documentsKept = 1000
const documentHabits = new WeakMap<object, Map<number, Habits>>()

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
