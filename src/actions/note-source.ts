import type { Habits } from '../core/arabic/habits.ts'
import { findMeant } from '../core/glossary/enforce/mentions.ts'
import { occurrencesIn } from '../core/glossary/enforce/occurrences.ts'
import type { Glossary } from '../core/glossary/find/compile.ts'
import { neverIndexed, type Segment } from '../core/segment.ts'
import type { Store } from '../store/store.ts'
import { habitsOfDocuments } from './glossary.ts'
import { renewFindings } from './renew-findings.ts'
import { mentionsMovedBy } from './surroundings.ts'

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

/** Notes where entries stand in these segments; answers with the segments whose findings are otherwise for what a document mentions first. */
export async function noteOccurrences(
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
  const concerned = new Set([...before.map(({ termId }) => termId), ...occurrences.flatMap(([, counts]) => [...counts.keys()])])
  return mentionsMovedBy(store, documents, glossary, () => store.occurrences.replace(new Map(occurrences)), concerned)
}

/** What is not known yet of segments of a long document, or of an older version: their words, and how their documents spell. */
export async function noteUnknown(store: Store, segments: readonly Segment[]): Promise<void> {
  if (segments.length === 0) return
  await store.words.index(segments)
  const habits = await habitsOfDocuments(
    store,
    segments.map(({ documentId }) => documentId),
  )
  for (const [id, of] of habits) await store.documents.noteHabits(id, of)
}
