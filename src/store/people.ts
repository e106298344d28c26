import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import type { People } from './store.ts'

/** The people who work here, in the database. */
export function people(db: Kysely<Schema>): People {
  return {
    first: () => db.selectFrom('person').selectAll().orderBy('id').limit(1).executeTakeFirst(),

    add: (name) => db.insertInto('person').values({ name }).returningAll().executeTakeFirstOrThrow(),

    async rename(id, name) {
      await db.updateTable('person').set({ name }).where('id', '=', id).execute()
    },
  }
}
