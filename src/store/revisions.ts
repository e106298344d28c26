import { type Kysely, sql } from 'kysely'
import type { Revision } from '../core/revision.ts'
import { asNumber } from './dialect.ts'
import { inSlices } from './rows.ts'
import type { Schema } from './schema.ts'

export interface Revisions {
  add(revision: Omit<Revision, 'id' | 'number' | 'batchId' | 'fuller'> & Partial<Pick<Revision, 'batchId' | 'fuller'>>): Promise<Revision>
  /** Overwrites texts and end of the newest revision, for saves close together. */
  extend(id: number, texts: Pick<Revision, 'target' | 'fuller' | 'until'>): Promise<void>
  latest(segmentId: number): Promise<Revision | undefined>
  /** Newest first. */
  list(segmentId: number): Promise<Revision[]>
  get(segmentId: number, number: number): Promise<Revision | undefined>
  /** What was asked of each of these segments when it was last judged, where changes were asked for. */
  asked(segmentIds: readonly number[]): Promise<Map<number, Pick<Revision, 'person' | 'reason'>>>
}

/** The revisions of segments, in the database. */
export function revisions(db: Kysely<Schema>): Revisions {
  const newestFirst = (segmentId: number) =>
    db.selectFrom('revision').selectAll().where('segmentId', '=', segmentId).orderBy('number', 'desc')

  return {
    add: ({ segmentId, target, status, origin, reason, person, at, until, batchId = null, fuller = '' }) =>
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
          fuller,
        }))
        .returningAll()
        .executeTakeFirstOrThrow(),

    async extend(id, { target, fuller, until }) {
      await db.updateTable('revision').set({ target, fuller, until }).where('id', '=', id).execute()
    },

    latest: (segmentId) => newestFirst(segmentId).limit(1).executeTakeFirst(),

    list: (segmentId) => newestFirst(segmentId).execute(),

    get: (segmentId, number) => newestFirst(segmentId).where('number', '=', number).executeTakeFirst(),

    async asked(segmentIds) {
      const judged = await inSlices(segmentIds, (slice) =>
        db
          .selectFrom('revision')
          .where('segmentId', 'in', slice)
          .where('status', 'not in', ['not-started', 'draft'])
          .where((row) => row.or([row('status', '<>', 'needs-changes'), row('reason', '<>', '')]))
          .select(['segmentId', 'status', 'person', 'reason'])
          .orderBy('number')
          .execute(),
      )
      const last = new Map(judged.map((one) => [one.segmentId, one]))
      return new Map([...last].filter(([, { status }]) => status === 'needs-changes'))
    },
  }
}
