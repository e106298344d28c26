import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { Use } from '../core/glossary/decide/decision.ts'
import type { ConcordanceSegment } from './concordance.ts'
import { asNumber, atomically } from './dialect.ts'
import { isBreach, isWaived } from './findings.ts'
import { slices } from './rows.ts'
import type { Schema } from './schema.ts'

/** In how many segments of how many documents an entry is used, and how. */
export type Usage = Record<Use | 'segments' | 'documents', number>

/** A segment in which an entry is used. */
export interface UsedSegment extends ConcordanceSegment {
  use: Use
}

export interface Occurrences {
  /** Puts these counts, by entry, in place of all of the segments named. */
  replace(found: ReadonlyMap<number, ReadonlyMap<number, number>>): Promise<void>
  usage(termId: number): Promise<Usage>
  /** Those of one use, or all; newest document first, then in order. */
  list(termId: number, options: { use?: Use | undefined; page: number; limit: number }): Promise<UsedSegment[]>
}

/** Where entries stand, in the database. Like findings they are derived: each recheck puts new ones in their place. */
export function occurrences(db: Kysely<Schema>): Occurrences {
  const uses = (termId: number) =>
    db
      .selectFrom('occurrence')
      .innerJoin('segment', 'segment.id', 'occurrence.segmentId')
      .innerJoin('document', 'document.id', 'segment.documentId')
      .innerJoin('term', 'term.id', 'occurrence.termId')
      .where('occurrence.termId', '=', termId)

  return {
    replace: (found) =>
      atomically(db, async (db) => {
        const rows = [...found].flatMap(([segmentId, counts]) => Array.from(counts, ([termId, count]) => ({ segmentId, termId, count })))
        for (const slice of slices([...found.keys()])) await db.deleteFrom('occurrence').where('segmentId', 'in', slice).execute()
        for (const slice of slices(rows, 5_000)) await db.insertInto('occurrence').values(slice).execute()
      }),

    async usage(termId) {
      const rows = await db
        .selectFrom(
          uses(termId)
            .select((use) => useOf(use).as('use'))
            .as('each'),
        )
        .groupBy('use')
        .select(({ fn }) => ['use', asNumber(fn.countAll()).as('segments')])
        .execute()
      const { documents } = await uses(termId)
        .select(({ fn }) => asNumber(fn.count('segment.documentId').distinct()).as('documents'))
        .executeTakeFirstOrThrow()
      const of = (use: Use) => rows.find((row) => row.use === use)?.segments ?? 0
      const counts = { follows: of('follows'), breaks: of('breaks'), waived: of('waived'), untranslated: of('untranslated') }
      return { ...counts, segments: rows.reduce((sum, row) => sum + row.segments, 0), documents }
    },

    async list(termId, { use, page, limit }) {
      const all = uses(termId)
      const rows = await (use ? all.where((one) => sql<boolean>`${useOf(one)} = ${use}`) : all)
        .select(['segment.id', 'segment.documentId', 'position', 'title', 'source', 'target', 'status'])
        .select((one) => useOf(one).as('use'))
        .orderBy('document.addedAt', 'desc')
        .orderBy('document.id', 'desc')
        .orderBy('position')
        .limit(limit)
        .offset((page - 1) * limit)
        .execute()
      return rows
    },
  }
}

type OnUse = ExpressionBuilder<Schema, 'occurrence' | 'segment' | 'term'>

/** Whether the English keeps to the decision. */
function useOf(use: OnUse) {
  const findings = use
    .selectFrom('finding')
    .select('place')
    .whereRef('finding.segmentId', '=', 'segment.id')
    .whereRef('finding.termId', '=', 'occurrence.termId')
  return sql<Use>`case
    when ${use.ref('segment.status')} = 'not-started' then 'untranslated'
    when ${use.exists(findings.where(isBreach))} then 'breaks'
    when ${use.exists(findings.where(isWaived))} then 'waived'
    else 'follows' end`
}
