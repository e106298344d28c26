import type { Glossary } from '../core/glossary/compile.ts'
import { mentionsOf, type Surroundings, termsWithMentions, usesShort } from '../core/glossary/mentions.ts'
import type { Term } from '../core/glossary/term.ts'
import type { Segment } from '../core/segment.ts'
import type { Store } from '../store/store.ts'

/** What stands around segments in their documents, by segment; four questions a document at most, however many segments there are. */
export async function surroundingsOf(store: Store, segments: readonly Segment[], glossary: Glossary): Promise<Map<number, Surroundings>> {
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
 * Where the mentions of entries begin in documents. Asked before and after what is found in the Arabic has changed, it tells by `movedFrom`
 * which other segments are now the first mention or are it no longer.
 */
export async function beginningsIn(store: Store, documentIds: Iterable<number>, glossary: Glossary): Promise<Beginning[]> {
  const terms = termsWithMentions(glossary).map(({ id }) => id)
  const found: Beginning[] = []
  for (const documentId of new Set(terms.length > 0 ? documentIds : [])) {
    const extents = await store.mentions.extents(documentId, terms)
    found.push(...extents.map(({ termId, first, last }) => ({ documentId, termId, first, again: last > first })))
  }
  return found
}

/** The first mention of an entry in a document, and whether it is mentioned again. */
export interface Beginning {
  documentId: number
  termId: number
  first: number
  again: boolean
}

/** The segments that begin a mention on one side only, those of `known` left out. */
export async function movedFrom(
  store: Store,
  before: readonly Beginning[],
  after: readonly Beginning[],
  known: readonly Segment[],
): Promise<Segment[]> {
  const marks = (all: readonly Beginning[]) => new Set(all.map((one) => Object.values(one).join(' ')))
  const [old, fresh] = [marks(before), marks(after)]
  const changed = [...before, ...after].filter((one) => !old.has(Object.values(one).join(' ')) || !fresh.has(Object.values(one).join(' ')))
  const moved = new Map<number, Segment>()
  for (const { documentId, first } of changed) {
    const segment = await store.segments.getAt(documentId, first)
    if (segment && !known.some(({ id }) => id === segment.id)) moved.set(segment.id, segment)
  }
  return [...moved.values()]
}

/** The first mentions in other segments of the entries whose short form a save has put in or taken out: whether one is brought in for nothing may be otherwise now. */
export async function firstMentionsTouched(store: Store, before: Segment, after: Segment, glossary: Glossary): Promise<Segment[]> {
  const touched = termsWithMentions(glossary).filter((term) => usesShort(term, before.target) !== usesShort(term, after.target))
  const extents = await store.mentions.extents(
    after.documentId,
    touched.map(({ id }) => id),
  )
  const others = [...new Set(extents.map(({ first }) => first))].filter((position) => position !== after.position)
  const segments: Segment[] = []
  for (const position of others) segments.push(...((await store.segments.page(after.documentId, position - 1, 1)) ?? []))
  return segments
}

async function aroundIn(
  store: Store,
  documentId: number,
  segments: readonly Segment[],
  glossary: Glossary,
  never: ReadonlySet<number>,
): Promise<Map<number, Surroundings>> {
  const terms = termsWithMentions(glossary).filter(({ id }) => !never.has(id))
  const extents = await store.mentions.extents(
    documentId,
    terms.map(({ id }) => id),
  )
  const positions = new Set(segments.map(({ position }) => position))
  const begun = new Set(extents.filter(({ first }) => positions.has(first)).map(({ termId }) => termId))
  const uses = await shortUses(
    store,
    documentId,
    terms.filter(({ id }) => begun.has(id)),
  )
  const among = (test: (extent: (typeof extents)[number]) => boolean) => new Set(extents.filter(test).map(({ termId }) => termId))
  return new Map(
    segments.map(({ id, position }) => [
      id,
      {
        before: among(({ first }) => first < position),
        again: among(({ last }) => last > position),
        shortElsewhere: new Set(uses.filter((use) => use.segmentId !== id).map(({ termId }) => termId)),
        never,
      },
    ]),
  )
}

/** In which segments of a document the short forms of these entries stand in the English. */
async function shortUses(store: Store, documentId: number, terms: readonly Term[]): Promise<{ termId: number; segmentId: number }[]> {
  const shorts = terms.flatMap((term) => mentionsOf(term)?.short?.text ?? [])
  const english = await store.mentions.english(documentId, shorts)
  return terms.flatMap((term) =>
    english.filter(({ target }) => usesShort(term, target)).map((segment) => ({ termId: term.id, segmentId: segment.id })),
  )
}
