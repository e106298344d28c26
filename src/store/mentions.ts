import type { Kysely } from 'kysely'
import { contains } from './dialect.ts'
import { inSlices } from './rows.ts'
import type { Schema } from './schema.ts'
import type { Mentions } from './store.ts'

/** Where a document mentions entries, in the order of its segments as they stand now. */
export function mentions(db: Kysely<Schema>): Mentions {
  return {
    extents: (documentId, termIds) =>
      inSlices(termIds, (slice) =>
        db
          .selectFrom(extentsOf(db, documentId, slice).as('extent'))
          .innerJoin('segment as begun', 'begun.position', 'extent.first')
          .where('begun.documentId', '=', documentId)
          .select(['extent.termId', 'extent.first', 'extent.last', 'begun.id as segmentId'])
          .execute(),
      ),

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

function extentsOf(db: Kysely<Schema>, documentId: number, termIds: readonly number[]) {
  return (
    db
      .selectFrom('segment')
      // A cross join keeps SQLite from going through all documents that mention the entry.
      .crossJoin('occurrence')
      .whereRef('occurrence.segmentId', '=', 'segment.id')
      .where('segment.documentId', '=', documentId)
      .where('occurrence.termId', 'in', termIds)
      .groupBy('occurrence.termId')
      .select(({ fn }) => ['occurrence.termId', fn.min('position').as('first'), fn.max('position').as('last')])
  )
}
