import { englishText } from '../core/english/words.ts'
import { mentionsOf, type Surroundings, termsWithMentions, usesShort } from '../core/glossary/enforce/mentions.ts'
import type { Glossary } from '../core/glossary/find/compile.ts'
import type { Term } from '../core/glossary/term.ts'
import { isHeadline } from '../core/headline.ts'
import { isEmpty, type Segment } from '../core/segment.ts'
import type { Beginning, Store } from '../store/store.ts'

/** A segment as far as it must be known where it stands. */
type Placed = Pick<Segment, 'id' | 'documentId' | 'position' | 'source'>

/**
 * What stands around segments in their documents, by segment; four questions at most, however many segments and documents there are. Only
 * entries that were found in these segments are asked for, so that what is found must be noted first.
 */
export async function surroundingsOf(store: Store, segments: readonly Placed[], glossary: Glossary): Promise<Map<number, Surroundings>> {
  const never = await store.decisions.never([...new Set(segments.map(({ documentId }) => documentId))])
  const beginnings = await beginningsFor(store, segments, glossary, never)
  const uses = await shortUses(store, segments, glossary, beginnings)
  return new Map(segments.map((segment) => [segment.id, around(segment, beginnings, uses, never.get(segment.documentId)!)]))
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
  const wanted = documentIds.flatMap((documentId) => terms.map(({ id }) => ({ documentId, termId: id })))
  const beginnings = await store.mentions.beginnings(wanted)
  return new Map(
    beginnings.map(({ termId, segmentId, first, awaited }) => [`${termId} ${segmentId} ${awaited !== null && awaited > first}`, segmentId]),
  )
}

/**
 * The first mentions in other segments of the entries whose short form a save has put in or taken out, or which stand in a segment that has
 * its English now, or has it no longer: whether one is brought in for nothing may be otherwise now.
 */
export async function firstMentionsTouched(store: Store, before: Segment, after: Segment, glossary: Glossary): Promise<Segment[]> {
  const [old, fresh] = [englishText(before.target), englishText(after.target)]
  const found = isEmpty(before.target) === isEmpty(after.target) ? [] : await store.mentions.termsIn([after.id])
  const filled = new Set(found.map(({ termId }) => termId))
  const touched = introducing(termsWithMentions(glossary)).filter(
    (term) => filled.has(term.id) || usesShort(term, old) !== usesShort(term, fresh),
  )
  const { documentId } = after
  const beginnings = await store.mentions.beginnings(touched.map(({ id }) => ({ documentId, termId: id })))
  return store.segments.all([...new Set(beginnings.map(({ segmentId }) => segmentId))].filter((id) => id !== after.id))
}

/** Entries whose first mention brings in a short form: of others nobody asks where the short one stands. */
function introducing(terms: readonly Term[]): Term[] {
  return terms.filter((term) => mentionsOf(term)?.introduces)
}

/** Where the entries with mentions that stand in these segments begin in their documents. */
async function beginningsFor(
  store: Store,
  segments: readonly Placed[],
  glossary: Glossary,
  never: ReadonlyMap<number, ReadonlySet<number>>,
): Promise<Beginning[]> {
  const terms = new Set(termsWithMentions(glossary).map(({ id }) => id))
  const found = terms.size === 0 ? [] : await store.mentions.termsIn(segments.map(({ id }) => id))
  return store.mentions.beginnings(found.filter(({ documentId, termId }) => terms.has(termId) && !never.get(documentId)!.has(termId)))
}

/** A segment in which the short form of an entry stands in the English. */
type ShortUse = Omit<Beginning, 'first' | 'awaited'>

/** Where the short forms of the entries that begin in these segments stand, in the English of the same document. */
async function shortUses(
  store: Store,
  segments: readonly Placed[],
  glossary: Glossary,
  beginnings: readonly Beginning[],
): Promise<ShortUse[]> {
  const [ids, terms] = [new Set(segments.map(({ id }) => id)), byId(introducing(termsWithMentions(glossary)))]
  const begun = beginnings.filter(({ segmentId, termId }) => ids.has(segmentId) && terms.has(termId))
  const english = await englishWith(store, begun, [...byId(begun.map(({ termId }) => terms.get(termId)!)).values()])
  return begun.flatMap(({ documentId, termId }) =>
    english
      .filter((segment) => segment.documentId === documentId && usesShort(terms.get(termId)!, segment.text))
      .map(({ segmentId }) => ({ documentId, termId, segmentId })),
  )
}

function byId(terms: readonly Term[]): Map<number, Term> {
  return new Map(terms.map((term) => [term.id, term]))
}

/** The English of these documents in which a short form of these entries may stand. */
async function englishWith(store: Store, documents: readonly { documentId: number }[], terms: readonly Term[]) {
  const shorts = terms.flatMap((term) => [mentionsOf(term)?.short ?? [], mentionsOf(term)?.formerShort ?? []].flat())
  const segments = await store.mentions.english(
    [...new Set(documents.map(({ documentId }) => documentId))],
    shorts.map(({ text }) => text),
  )
  return segments.map(({ id, documentId, target }) => ({ segmentId: id, documentId, text: englishText(target) }))
}

function around(
  { id, documentId, position, source }: Placed,
  beginnings: readonly Beginning[],
  uses: readonly ShortUse[],
  never: ReadonlySet<number>,
): Surroundings {
  const termsOf = <One extends ShortUse>(all: readonly One[], test: (one: One) => boolean) =>
    new Set(all.filter((one) => one.documentId === documentId && test(one)).map(({ termId }) => termId))
  return {
    isHeadline: isHeadline(source),
    before: termsOf(beginnings, ({ first }) => first < position),
    awaited: termsOf(beginnings, ({ awaited }) => awaited !== null && awaited > position),
    shortElsewhere: termsOf(uses, ({ segmentId }) => segmentId !== id),
    never,
  }
}
