import { foundInWhole } from '../core/glossary/decide/same-words.ts'
import type { Glossary } from '../core/glossary/find/compile.ts'
import { entriesInUse } from '../core/glossary/suggest/entries-in-use.ts'
import { byWays, renderingsInUse, type SeveralWays, undecidedAmong } from '../core/glossary/suggest/renderings-in-use.ts'
import { type NamesReading, type ReadableText, readForNames, type Suggestion, suggest } from '../core/glossary/suggest/suggest.ts'
import type { ConcordanceSegment, Desk, Store } from '../store/store.ts'
import { inTurns } from './breath.ts'
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

/**
 * The names and phrases of a document, or of a desk's newest documents, that recur and have no entry. Found once for each state of texts and
 * glossary; where many texts were read before and only the glossary has changed since, or what is no term, what was found then is shown without
 * what has an entry now or is no term, and found anew meanwhile.
 */
export async function suggestedTerms(store: Store, desk: Desk, documentId: number | null): Promise<Suggested> {
  const former = formerOf(suggestedBefore, store, desk, documentId)
  const nonTerms = (await store.nonTerms.list(desk.id)).map(({ identity }) => identity)
  const state = await stateOf(store, desk, documentId, nonTerms)
  const found = keptFor(suggestedBefore, store, desk, documentId, state, async () => {
    const { texts, glossary, more, readable } = await textsOf(store, desk, documentId)
    const reading = await inTurns(readForNames(readable, glossary))
    return { suggestions: await inTurns(suggest(reading, new Set(nonTerms))), texts, more }
  })
  if (former?.state.texts !== state.texts || isSameState(former.state, state)) return found
  const before = await former.found
  return before.texts.length > quickTexts ? withoutDecided(before, await glossaryOf(store, desk), new Set(nonTerms)) : found
}

/** So many texts are read anew in less time than a person notices. */
const quickTexts = 1_000

function withoutDecided(found: Suggested, glossary: Glossary, nonTerms: ReadonlySet<string>): Suggested {
  const isOpen = ({ identity, spelling }: Suggestion) => !nonTerms.has(identity) && foundInWhole(glossary, spelling).length === 0
  return { ...found, suggestions: found.suggestions.filter(isOpen) }
}

/** The names that the English of a desk has in several ways, those with an entry and those without. Found once for each state of texts and glossary. */
export async function namesInSeveralWays(store: Store, desk: Desk): Promise<InUse> {
  return keptFor(inUseBefore, store, desk, null, await stateOf(store, desk, null), async () => {
    const { texts, glossary, more, readable } = await textsOf(store, desk, null)
    const reading: NamesReading = await inTurns(readForNames(readable, glossary))
    const [decided, undecided] = [await inTurns(entriesInUse(readable, glossary)), await inTurns(renderingsInUse(reading))]
    return { names: [...undecidedAmong(decided, glossary.terms), ...undecided].sort(byWays), texts, more }
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

/** What found names depend on, in values that no other process can contradict. */
interface State {
  texts: string
  glossary: number
  nonTerms: string
}

async function stateOf(store: Store, desk: Desk, documentId: number | null, nonTerms: readonly string[] = []): Promise<State> {
  return { texts: await store.concordance.mark(desk.id, documentId), glossary: desk.glossaryVersion, nonTerms: nonTerms.join('\n') }
}

function isSameState(one: State, other: State): boolean {
  return one.texts === other.texts && one.glossary === other.glossary && one.nonTerms === other.nonTerms
}

interface Kept<T> {
  state: State
  found: Promise<T>
}

/** By desk and document. */
type KeptByName<T> = Map<string, Kept<T>>

const suggestedBefore = new WeakMap<object, KeptByName<Suggested>>()
const inUseBefore = new WeakMap<object, KeptByName<InUse>>()
/** Of so many documents what was found is kept. */
const documentsKept = 8

const nameOf = (desk: Desk, documentId: number | null) => `${desk.id} ${documentId ?? ''}`

function formerOf<T>(all: WeakMap<object, KeptByName<T>>, store: Store, desk: Desk, documentId: number | null): Kept<T> | undefined {
  return all.get(store.database)?.get(nameOf(desk, documentId))
}

/** What was found for this state, or is being found by another request; found now where neither is so. */
function keptFor<T>(
  all: WeakMap<object, KeptByName<T>>,
  store: Store,
  desk: Desk,
  documentId: number | null,
  state: State,
  find: () => Promise<T>,
): Promise<T> {
  const kept: KeptByName<T> = all.get(store.database) ?? new Map()
  all.set(store.database, kept)
  const name = nameOf(desk, documentId)
  const there = kept.get(name)
  if (there && isSameState(there.state, state)) return there.found
  const found = find()
  kept.delete(name)
  kept.set(name, { state, found })
  for (const oldest of kept.keys()) if (kept.size > documentsKept) kept.delete(oldest)
  found.catch(() => {
    if (kept.get(name)?.found === found) kept.delete(name)
  })
  return found
}
