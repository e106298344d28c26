import type { Glossary } from '../core/glossary/compile.ts'
import { byWays, entriesInUse, renderingsInUse, type SeveralWays } from '../core/glossary/renderings-in-use.ts'
import { type ReadableText, type Reading, readForNames, type Suggestion, suggest } from '../core/glossary/suggest.ts'
import type { ConcordanceSegment, Desk, Store } from '../store/store.ts'
import { glossaryOf, habitsOfDocuments } from './glossary.ts'

/** Suggestions with the texts that their places count in. */
export interface Suggested {
  suggestions: Suggestion[]
  texts: ConcordanceSegment[]
  /** Whether there are more texts than were looked at. */
  more: boolean
}

/** Names in several ways with the texts that they count in. */
export interface InUse {
  names: SeveralWays[]
  texts: ConcordanceSegment[]
  more: boolean
}

/** So many texts are looked at: of a desk with more, those of its newest documents. */
export const mostTexts = 10_000

/** The names and phrases of a document, or of a desk's newest documents, that recur and have no entry. Found once for each state of texts and glossary. */
export function suggestedTerms(store: Store, desk: Desk, documentId: number | null): Promise<Suggested> {
  return keptFor(suggestedBefore, store, desk, documentId, async () => {
    const { texts, glossary, more, readable } = await textsOf(store, desk, documentId)
    const reading = await inTurns(readForNames(readable, glossary))
    return { suggestions: await inTurns(suggest(reading)), texts, more }
  })
}

/** The names that the English of a desk has in several ways, those with an entry and those without. Found once for each state of texts and glossary. */
export function namesInSeveralWays(store: Store, desk: Desk): Promise<InUse> {
  return keptFor(inUseBefore, store, desk, null, async () => {
    const { texts, glossary, more, readable } = await textsOf(store, desk, null)
    const reading: Reading = await inTurns(readForNames(readable, glossary))
    const [decided, undecided] = [await inTurns(entriesInUse(readable, glossary)), await inTurns(renderingsInUse(reading))]
    return { names: [...decided, ...undecided].sort(byWays), texts, more }
  })
}

async function textsOf(store: Store, desk: Desk, documentId: number | null) {
  const found = await store.concordance.texts(desk.id, documentId, mostTexts + 1)
  const texts = found.slice(0, mostTexts)
  const glossary: Glossary = await glossaryOf(store, desk)
  const habits = await habitsOfDocuments(
    store,
    texts.map((text) => text.documentId),
  )
  const readable: ReadableText[] = texts.map(({ source, target, documentId }) => ({ source, target, habits: habits.get(documentId)! }))
  return { texts, glossary, readable, more: found.length > mostTexts }
}

/** Does a long work with a breath after each turn, so that other requests are answered meanwhile. */
async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
    await new Promise<void>((resume) => setImmediate(resume))
  }
}

interface Kept<T> {
  mark: string
  found: Promise<T>
}

type KeptByDocument<T> = Map<string, Kept<T>>

const suggestedBefore = new WeakMap<object, KeptByDocument<Suggested>>()
const inUseBefore = new WeakMap<object, KeptByDocument<InUse>>()
/** Of so many documents what was found is kept. */
const documentsKept = 8

/** What was found for this state, or is being found by another request; found now where neither is so. The mark is one that no other process can contradict. */
async function keptFor<T>(
  all: WeakMap<object, KeptByDocument<T>>,
  store: Store,
  desk: Desk,
  documentId: number | null,
  find: () => Promise<T>,
): Promise<T> {
  const mark = `${desk.glossaryVersion} ${await store.concordance.mark(desk.id, documentId)}`
  const kept: KeptByDocument<T> = all.get(store.database) ?? new Map()
  all.set(store.database, kept)
  const name = `${desk.id} ${documentId ?? ''}`
  const there = kept.get(name)
  if (there?.mark === mark) return there.found
  const found = find()
  kept.delete(name)
  kept.set(name, { mark, found })
  for (const oldest of kept.keys()) if (kept.size > documentsKept) kept.delete(oldest)
  found.catch(() => kept.delete(name))
  return found
}
