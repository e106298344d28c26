import type { Kysely } from 'kysely'
import { grouped, inSlices } from './rows.ts'
import type { Schema } from './schema.ts'
import type { Waivers } from './store.ts'

/** The waivers, in the database. With a waiver goes its mark on the findings it held for. */
export function waivers(db: Kysely<Schema>): Waivers {
  return {
    add: ({ segmentId, check, verdict, termId, termVersion, surface, target, reason, person, at }) =>
      db
        .insertInto('waiver')
        .values({ segmentId, check, verdict, termId, termVersion, surface, target, reason, person, at })
        .returningAll()
        .executeTakeFirstOrThrow(),

    get: (id) => db.selectFrom('waiver').selectAll().where('id', '=', id).executeTakeFirst(),

    async remove(id) {
      await db.deleteFrom('waiver').where('id', '=', id).execute()
    },

    async of(segmentIds) {
      const rows = await inSlices(segmentIds, (slice) =>
        db.selectFrom('waiver').selectAll().where('segmentId', 'in', slice).orderBy('id').execute(),
      )
      return grouped(segmentIds, rows, (waiver) => waiver.segmentId)
    },

    ofDocument: (documentId) =>
      db
        .selectFrom('segment')
        .innerJoin('waiver', 'waiver.segmentId', 'segment.id')
        .where('segment.documentId', '=', documentId)
        .selectAll('waiver')
        .select('segment.position')
        .orderBy('segment.position')
        .orderBy('waiver.id')
        .execute(),
  }
}
