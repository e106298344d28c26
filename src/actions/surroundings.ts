import { type EnglishText, englishText } from '../core/english/words.ts'
import type { Glossary } from '../core/glossary/compile.ts'
import { mentionsOf, type Surroundings, termsWithMentions, usesShort } from '../core/glossary/mentions.ts'
import type { Term } from '../core/glossary/term.ts'
import { isEmpty, type Segment } from '../core/segment.ts'
import type { Beginning, Store } from '../store/store.ts'

/** A segment as far as it must be known where it stands. */
type Placed = Pick<Segment, 'id' | 'documentId' | 'position'>

/**
 * What stands around segments in their documents, by segment; four questions a document at most, however many segments there are. Only
 * entries that were found in these segments are asked for, so that what is found must be noted first.
 */
export async function surroundingsOf(store: Store, segments: readonly Placed[], glossary: Glossary): Promise<Map<number, Surroundings>> {
  const documents = [...new Set(segments.map(({ documentId }) => documentId))]
  const never = await store.decisions.never(documents)
  const all = new Map<number, Surroundings>()
  for (const id of documents) {
    const inIt = segments.filter(({ documentId }) => documentId === id)
    for (const [segmentId, around] of await aroundIn(store, id, inIt, glossary, never.get(id)!)) all.set(segmentId, around)
  }
  return all
}

/**
 * Does what changes where entries are mentioned in documents (another decision, segments moved, split or joined), and answers with the
 * segments that have become the first mention by it, or are it no longer: their findings are to be made anew. `terms` are the entries it
 * can concern; without them, all.
 */
export async function mentionsMovedBy(
  store: Store,
  documentIds: readonly number[],
  glossary: Glossary,
  work: () => Promise<void>,
  terms?: ReadonlySet<number>,
): Promise<Segment[]> {
  const asked = termsWithMentions(glossary).filter(({ id }) => terms?.has(id) ?? true)
  const before = await beginningsIn(store, documentIds, asked)
  await work()
  const after = await beginningsIn(store, documentIds, asked)
  const changed = [...before, ...after].filter(([mark]) => !(before.has(mark) && after.has(mark))).map(([, segmentId]) => segmentId)
  return store.segments.all([...new Set(changed)])
}

/** The segments in which mentions of entries begin, by a mark that is another where the entry begins elsewhere, or comes again without English or no longer. */
async function beginningsIn(store: Store, documentIds: readonly number[], terms: readonly Term[]): Promise<Map<string, number>> {
  const ids = terms.map(({ id }) => id)
  const beginnings = new Map<string, number>()
  for (const documentId of ids.length > 0 ? documentIds : [])
    for (const { termId, segmentId, first, awaited } of await store.mentions.beginnings(documentId, ids))
      beginnings.set(`${termId} ${segmentId} ${awaited !== null && awaited > first}`, segmentId)
  return beginnings
}

/**
 * The first mentions in other segments of the entries whose short form a save has put in or taken out, or which stand in a segment that has
 * its English now, or has it no longer: whether one is brought in for nothing may be otherwise now.
 */
export async function firstMentionsTouched(store: Store, before: Segment, after: Segment, glossary: Glossary): Promise<Segment[]> {
  const [old, fresh] = [englishText(before.target), englishText(after.target)]
  const filled = isEmpty(before.target) === isEmpty(after.target) ? new Set() : await store.mentions.termsIn([after.id])
  const touched = introducing(termsWithMentions(glossary)).filter(
    (term) => filled.has(term.id) || usesShort(term, old) !== usesShort(term, fresh),
  )
  const beginnings = await store.mentions.beginnings(
    after.documentId,
    touched.map(({ id }) => id),
  )
  return store.segments.all([...new Set(beginnings.map(({ segmentId }) => segmentId))].filter((id) => id !== after.id))
}

/** Entries whose first mention brings in a short form: of others nobody asks where the short one stands. */
function introducing(terms: readonly Term[]): Term[] {
  return terms.filter((term) => mentionsOf(term)?.introduces)
}

async function aroundIn(
  store: Store,
  documentId: number,
  segments: readonly Placed[],
  glossary: Glossary,
  never: ReadonlySet<number>,
): Promise<Map<number, Surroundings>> {
  const found = termsWithMentions(glossary).length > 0 ? await store.mentions.termsIn(segments.map(({ id }) => id)) : new Set()
  const terms = termsWithMentions(glossary).filter(({ id }) => found.has(id) && !never.has(id))
  const beginnings = await store.mentions.beginnings(
    documentId,
    terms.map(({ id }) => id),
  )
  const positions = new Set(segments.map(({ position }) => position))
  const begun = new Set(beginnings.filter(({ first }) => positions.has(first)).map(({ termId }) => termId))
  const asked = introducing(terms).filter(({ id }) => begun.has(id))
  const uses = await shortUses(store, documentId, asked)
  const among = (test: (one: Beginning) => boolean) => new Set(beginnings.filter(test).map(({ termId }) => termId))
  return new Map(
    segments.map(({ id, position }) => [
      id,
      {
        before: among(({ first }) => first < position),
        awaited: among(({ awaited }) => awaited !== null && awaited > position),
        shortElsewhere: new Set(uses.filter((use) => use.segmentId !== id).map(({ termId }) => termId)),
        never,
      },
    ]),
  )
}

/** In which segments of a document the short forms of these entries stand in the English. */
async function shortUses(store: Store, documentId: number, terms: readonly Term[]): Promise<{ termId: number; segmentId: number }[]> {
  const shorts = terms.flatMap((term) => [mentionsOf(term)?.short ?? [], mentionsOf(term)?.formerShort ?? []].flat())
  const segments = await store.mentions.english(
    documentId,
    shorts.map(({ text }) => text),
  )
  const english = segments.map(({ id, target }): [number, EnglishText] => [id, englishText(target)])
  return terms.flatMap((term) => english.filter(([, text]) => usesShort(term, text)).map(([segmentId]) => ({ termId: term.id, segmentId })))
}
