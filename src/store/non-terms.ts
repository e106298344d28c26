import type { Kysely } from 'kysely'
import type { By } from '../core/person.ts'
import type { Schema } from './schema.ts'

/** A phrase that was suggested and is no term; its identity is the one of `Candidate`. */
export interface NonTerm {
  identity: string
  spelling: string
  person: string
  at: string
}

/** What is not to be suggested to a desk again. */
export interface NonTerms {
  /** Newest first. */
  list(deskId: number): Promise<NonTerm[]>
  /** Said twice it stays as it was. */
  add(deskId: number, phrase: Pick<NonTerm, 'identity' | 'spelling'>, by: By): Promise<void>
  remove(deskId: number, identity: string): Promise<void>
}

/** What is not to be suggested to a desk again, in the database. */
export function nonTerms(db: Kysely<Schema>): NonTerms {
  return {
    list: (deskId) =>
      db
        .selectFrom('nonTerm')
        .select(['identity', 'spelling', 'person', 'at'])
        .where('deskId', '=', deskId)
        .orderBy('at', 'desc')
        .orderBy('identity')
        .execute(),

    async add(deskId, { identity, spelling }, by) {
      await db
        .insertInto('nonTerm')
        .values({ deskId, identity, spelling, person: by.person.name, at: by.at })
        .onConflict((there) => there.columns(['deskId', 'identity']).doNothing())
        .execute()
    },

    async remove(deskId, identity) {
      await db.deleteFrom('nonTerm').where('deskId', '=', deskId).where('identity', '=', identity).execute()
    },
  }
}
