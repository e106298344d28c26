import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** A workspace with its own glossary and documents. `glossaryVersion` rises with every change of a term. */
export interface Desk {
  id: number
  name: string
  glossaryVersion: number
  /** What no desk of another database has: a browser keeps the texts under it that the server did not get. */
  seal: string
}

export interface Desks {
  first(): Promise<Desk | undefined>
  get(id: number): Promise<Desk | undefined>
  add(name: string): Promise<Desk>
  /** Answers with the new version. */
  raiseGlossaryVersion(id: number): Promise<number>
}

/** The desks, in the database. */
export function desks(db: Kysely<Schema>): Desks {
  return {
    first: () => db.selectFrom('desk').selectAll().orderBy('id').limit(1).executeTakeFirst(),

    get: (id) => db.selectFrom('desk').selectAll().where('id', '=', id).executeTakeFirst(),

    add: (name) => db.insertInto('desk').values({ name, seal: randomUUID() }).returningAll().executeTakeFirstOrThrow(),

    async raiseGlossaryVersion(id) {
      const raised = await db
        .updateTable('desk')
        .set((desk) => ({ glossaryVersion: desk('glossaryVersion', '+', 1) }))
        .where('id', '=', id)
        .returning('glossaryVersion')
        .executeTakeFirstOrThrow()
      return raised.glossaryVersion
    },
  }
}
