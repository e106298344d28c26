import type { Kysely } from 'kysely'
import type { RecordedWaiver, Waiver } from '../core/checks/finding.ts'
import { grouped, inSlices } from './rows.ts'
import type { Schema } from './schema.ts'
import { entryFrom } from './term-rows.ts'

export interface Waivers {
  add(waiver: Omit<Waiver, 'id'>): Promise<Waiver>
  get(id: number): Promise<Waiver | undefined>
  remove(id: number): Promise<void>
  of(segmentIds: readonly number[]): Promise<Map<number, RecordedWaiver[]>>
  /** In the order of the segments. */
  ofDocument(documentId: number): Promise<(RecordedWaiver & { position: number })[]>
}

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
      const rows = await inSlices(segmentIds, (slice) => recorded(db).where('waiver.segmentId', 'in', slice).orderBy('waiver.id').execute())
      return grouped(segmentIds, rows.map(withTermThen), (waiver) => waiver.segmentId)
    },

    async ofDocument(documentId) {
      const rows = await recorded(db)
        .innerJoin('segment', 'segment.id', 'waiver.segmentId')
        .where('segment.documentId', '=', documentId)
        .select('segment.position')
        .orderBy('segment.position')
        .orderBy('waiver.id')
        .execute()
      return rows.map(withTermThen)
    },
  }
}

/** Waivers with the former state of their entry, where it has changed since. */
function recorded(db: Kysely<Schema>) {
  return db
    .selectFrom('waiver')
    .leftJoin('termRevision', (join) =>
      join.onRef('termRevision.termId', '=', 'waiver.termId').onRef('termRevision.version', '=', 'waiver.termVersion'),
    )
    .selectAll('waiver')
    .select('termRevision.entry as termThen')
}

function withTermThen<Row extends { termThen: string | null }>(row: Row) {
  return { ...row, termThen: row.termThen === null ? null : entryFrom(row.termThen) }
}
