import type { Kysely } from 'kysely'
import { inSlices, slices } from './rows.ts'
import type { Schema } from './schema.ts'
import type { Batches } from './store.ts'
import { draftOf } from './terms.ts'

/** What was done in one go, in the database. */
export function batches(db: Kysely<Schema>): Batches {
  return {
    add: ({ deskId, kind, name, added = 0, changed = 0 }, by) =>
      db
        .insertInto('batch')
        .values({ deskId, kind, name, person: by.person.name, at: by.at, added, changed, undoneBy: null, undoneAt: null })
        .returningAll()
        .executeTakeFirstOrThrow(),

    get: (id) => db.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst(),

    list: (deskId, limit) => db.selectFrom('batch').selectAll().where('deskId', '=', deskId).orderBy('id', 'desc').limit(limit).execute(),

    async undone(id, by) {
      const undoing = db
        .updateTable('batch')
        .set({ undoneBy: by.person.name, undoneAt: by.at })
        .where('id', '=', id)
        .where('undoneAt', 'is', null)
      return (await undoing.executeTakeFirst()).numUpdatedRows === 1n
    },

    async addTerms(batchId, terms) {
      const rows = terms.map(({ termId, before, version }) => ({ batchId, termId, before: before && JSON.stringify(before), version }))
      for (const slice of slices(rows)) await db.insertInto('batchTerm').values(slice).execute()
    },

    async terms(batchId) {
      const rows = await db.selectFrom('batchTerm').selectAll().where('batchId', '=', batchId).orderBy('termId').execute()
      return rows.map((row) => ({ ...row, before: row.before === null ? null : draftOf(row.before) }))
    },

    ofTerms: (termIds) =>
      inSlices(termIds, (slice) =>
        db
          .selectFrom('batchTerm')
          .innerJoin('batch', 'batch.id', 'batchTerm.batchId')
          .where('termId', 'in', slice)
          .selectAll('batch')
          .distinct()
          .orderBy('batch.id', 'desc')
          .execute(),
      ),

    revisions: (batchId) =>
      db.selectFrom('revision').selectAll().where('batchId', '=', batchId).orderBy('segmentId').orderBy('number').execute(),
  }
}
