import type { ExpressionBuilder, Kysely } from 'kysely'
import { contains } from './dialect.ts'
import { inSlices } from './rows.ts'
import type { Schema } from './schema.ts'

/** The segment in which a document first mentions an entry, its position, and that of the last one that does and has no English yet; null where none does. */
export interface Beginning {
  termId: number
  segmentId: number
  first: number
  awaited: number | null
}

/** Where a document mentions entries, in the order of its segments as they stand now. */
export interface Mentions {
  /** Where each of these entries was found first; nothing of those that were not. */
  beginnings(documentId: number, termIds: readonly number[]): Promise<Beginning[]>
  /** The entries that were found in any of these segments. */
  termsIn(segmentIds: readonly number[]): Promise<Set<number>>
  /** The English of the segments that have one of these texts in it; perhaps in other letters, capital or small. */
  english(documentId: number, texts: readonly string[]): Promise<{ id: number; target: string }[]>
}

/** Where a document mentions entries, in the order of its segments as they stand now. */
export function mentions(db: Kysely<Schema>): Mentions {
  return {
    async beginnings(documentId, termIds) {
      const found = await inSlices(termIds, (slice) =>
        db
          .selectFrom('term')
          .where('term.id', 'in', slice)
          .select((term) => [
            'term.id as termId',
            mentioning(term, documentId).orderBy('position').as('first'),
            mentioning(term, documentId).where('status', '=', 'not-started').orderBy('position', 'desc').as('awaited'),
          ])
          .execute(),
      )
      const mentioned = found.flatMap(({ first, ...one }) => (first === null ? [] : [{ ...one, first }]))
      const segments = await inSlices([...new Set(mentioned.map(({ first }) => first))], (slice) =>
        db.selectFrom('segment').select(['id', 'position']).where('documentId', '=', documentId).where('position', 'in', slice).execute(),
      )
      const at = new Map(segments.map(({ id, position }) => [position, id]))
      return mentioned.map((one) => ({ ...one, segmentId: at.get(one.first)! }))
    },

    async termsIn(segmentIds) {
      const rows = await inSlices(segmentIds, (slice) =>
        db.selectFrom('occurrence').select('termId').distinct().where('segmentId', 'in', slice).execute(),
      )
      return new Set(rows.map(({ termId }) => termId))
    },

    async english(documentId, texts) {
      const ask = (some: readonly string[]) =>
        db
          .selectFrom('segment')
          .where('documentId', '=', documentId)
          .where((segment) => segment.or(some.map((text) => contains(segment.ref('target'), text))))
          .select(['id', 'target'])
          .execute()
      const rows = await inSlices(texts, ask, conditionsAtOnce)
      return [...new Map(rows.map((row) => [row.id, row])).values()]
    },
  }
}

/** SQLite takes conditions no deeper than a thousand, and each `or` is one deeper. */
const conditionsAtOnce = 500

/** One place where a document mentions an entry: walked to in the order that is asked for, so that what is mentioned often is found at once. */
function mentioning(term: ExpressionBuilder<Schema, 'term'>, documentId: number) {
  return term
    .selectFrom('segment')
    .where('documentId', '=', documentId)
    .where((segment) =>
      segment.exists(
        segment
          .selectFrom('occurrence')
          .select('count')
          .whereRef('occurrence.segmentId', '=', 'segment.id')
          .whereRef('occurrence.termId', '=', 'term.id'),
      ),
    )
    .select('position')
    .limit(1)
}
