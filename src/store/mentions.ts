import type { ExpressionBuilder, Kysely } from 'kysely'
import { contains } from './dialect.ts'
import { inSlices } from './rows.ts'
import type { Schema } from './schema.ts'
import type { Mentions } from './store.ts'

/** Where a document mentions entries, in the order of its segments as they stand now. */
export function mentions(db: Kysely<Schema>): Mentions {
  return {
    async extents(documentId, termIds) {
      const rows = await inSlices(termIds, (slice) =>
        db
          .selectFrom('term')
          .where('term.id', 'in', slice)
          .select((term) => [
            'term.id as termId',
            mentioning(term, documentId, 'asc').select('position').as('first'),
            mentioning(term, documentId, 'desc').select('position').as('last'),
            mentioning(term, documentId, 'asc').select('segment.id').as('segmentId'),
          ])
          .execute(),
      )
      return rows.flatMap(({ termId, first, last, segmentId }) =>
        first === null || last === null || segmentId === null ? [] : [{ termId, first, last, segmentId }],
      )
    },

    async termsIn(segmentIds) {
      const rows = await inSlices(segmentIds, (slice) =>
        db.selectFrom('occurrence').select('termId').distinct().where('segmentId', 'in', slice).execute(),
      )
      return new Set(rows.map(({ termId }) => termId))
    },

    english: (documentId, texts) =>
      inSlices(texts, (slice) =>
        db
          .selectFrom('segment')
          .where('documentId', '=', documentId)
          .where((segment) => segment.or(slice.map((text) => contains(segment.ref('target'), text))))
          .select(['id', 'target'])
          .execute(),
      ),
  }
}

/** The first segment of a document that mentions an entry, or the last: walked to from its end, so that what is mentioned often is found at once. */
function mentioning(term: ExpressionBuilder<Schema, 'term'>, documentId: number, direction: 'asc' | 'desc') {
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
    .orderBy('position', direction)
    .limit(1)
}
