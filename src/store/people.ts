import type { Kysely } from 'kysely'
import type { Person } from '../core/person.ts'
import type { Schema } from './schema.ts'

export interface People {
  /** The person who was added first: on a machine of one's own, the one who sits there. */
  first(): Promise<Person | undefined>
  add(name: string): Promise<Person>
  rename(id: number, name: string): Promise<void>
}

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
