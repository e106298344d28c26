import { type Kysely, sql } from 'kysely'
import type { Revision } from '../core/revision.ts'
import { asNumber } from './dialect.ts'
import type { Schema } from './schema.ts'

export interface Revisions {
  add(revision: Omit<Revision, 'id' | 'number' | 'batchId'> & { batchId?: number | null }): Promise<Revision>
  /** Overwrites target and until of the newest revision, for saves close together. */
  extend(id: number, target: string, until: string): Promise<void>
  latest(segmentId: number): Promise<Revision | undefined>
  /** Newest first. */
  list(segmentId: number): Promise<Revision[]>
  get(segmentId: number, number: number): Promise<Revision | undefined>
}

/** The revisions of segments, in the database. */
export function revisions(db: Kysely<Schema>): Revisions {
  const newestFirst = (segmentId: number) =>
    db.selectFrom('revision').selectAll().where('segmentId', '=', segmentId).orderBy('number', 'desc')

  return {
    add: ({ segmentId, target, status, origin, reason, person, at, until, batchId = null }) =>
      db
        .insertInto('revision')
        .values(({ selectFrom, fn }) => ({
          segmentId,
          number: selectFrom('revision')
            .where('segmentId', '=', segmentId)
            .select(sql<number>`${asNumber(fn.max('number'))} + 1`.as('next')),
          target,
          status,
          origin,
          reason,
          person,
          at,
          until,
          batchId,
        }))
        .returningAll()
        .executeTakeFirstOrThrow(),

    async extend(id, target, until) {
      await db.updateTable('revision').set({ target, until }).where('id', '=', id).execute()
    },

    latest: (segmentId) => newestFirst(segmentId).limit(1).executeTakeFirst(),

    list: (segmentId) => newestFirst(segmentId).execute(),

    get: (segmentId, number) => newestFirst(segmentId).where('number', '=', number).executeTakeFirst(),
  }
}
