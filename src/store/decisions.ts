import type { Kysely } from 'kysely'
import type { By } from '../core/person.ts'
import { grouped, inSlices } from './rows.ts'
import type { Schema } from './schema.ts'

/** "In this document this entry is never meant." */
export interface Decision {
  termId: number
  person: string
  at: string
}

/** What was decided for one document alone. */
export interface Decisions {
  /** Oldest first. */
  of(documentId: number): Promise<Decision[]>
  /** By document, the entries never meant in it; one question for all. */
  never(documentIds: readonly number[]): Promise<Map<number, Set<number>>>
  /** Made twice it stays as it was. */
  add(documentId: number, termId: number, by: By): Promise<void>
  remove(documentId: number, termId: number): Promise<void>
}

/** What was decided for one document alone, in the database. */
export function decisions(db: Kysely<Schema>): Decisions {
  return {
    of: (documentId) =>
      db
        .selectFrom('documentDecision')
        .select(['termId', 'person', 'at'])
        .where('documentId', '=', documentId)
        .orderBy('at')
        .orderBy('termId')
        .execute(),

    async never(documentIds) {
      const rows = await inSlices(documentIds, (slice) =>
        db.selectFrom('documentDecision').select(['documentId', 'termId']).where('documentId', 'in', slice).execute(),
      )
      return new Map(
        [...grouped(documentIds, rows, (row) => row.documentId)].map(([id, all]) => [id, new Set(all.map(({ termId }) => termId))]),
      )
    },

    async add(documentId, termId, by) {
      await db
        .insertInto('documentDecision')
        .values({ documentId, termId, person: by.person.name, at: by.at })
        .onConflict((there) => there.columns(['documentId', 'termId']).doNothing())
        .execute()
    },

    async remove(documentId, termId) {
      await db.deleteFrom('documentDecision').where('documentId', '=', documentId).where('termId', '=', termId).execute()
    },
  }
}
