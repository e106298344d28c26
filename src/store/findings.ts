import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Finding, Waiver } from '../core/checks/finding.ts'
import { breaches } from '../core/glossary/decide/decision.ts'
import type { Mend, Span } from '../core/span.ts'
import { atomically } from './dialect.ts'
import { grouped, inSlices, slices } from './rows.ts'
import type { Schema } from './schema.ts'

export interface StoredFinding extends Finding {
  segmentId: number
  /** The waiver that holds for it, if any. */
  waiver: Waiver | null
}

export interface Findings {
  /**
   * Puts these in place of all findings of the segments named. `waived` is, for each finding, the id of the waiver that
   * holds for it, or null. Only what is not `ok` need be given.
   */
  replace(findings: ReadonlyMap<number, readonly { finding: Finding; waiverId: number | null }[]>): Promise<void>
  /** The segments that have a finding of this entry neither right nor waived, in order of their numbers. */
  openFor(termId: number): Promise<number[]>
  /** The segments that have any finding of these entries. */
  segmentsOf(termIds: readonly number[]): Promise<number[]>
  /** The findings of all these segments in one question, each list in the order it was given. */
  of(segmentIds: readonly number[]): Promise<Map<number, StoredFinding[]>>
}

/** The findings, in the database. They are derived: each recheck puts new ones in their place. */
export function findings(db: Kysely<Schema>): Findings {
  return {
    replace: (found) =>
      atomically(db, async (db) => {
        const rows = [...found].flatMap(([segmentId, list]) => list.map((item, place) => rowOf(segmentId, place, item)))
        for (const slice of slices([...found.keys()])) await db.deleteFrom('finding').where('segmentId', 'in', slice).execute()
        for (const slice of slices(rows)) await db.insertInto('finding').values(slice).execute()
      }),

    async openFor(termId) {
      const rows = await db
        .selectFrom('finding')
        .where('termId', '=', termId)
        .where(isOpen)
        .select('segmentId')
        .distinct()
        .orderBy('segmentId')
        .execute()
      return rows.map(({ segmentId }) => segmentId)
    },

    async segmentsOf(termIds) {
      const rows = await inSlices(termIds, (slice) =>
        db.selectFrom('finding').where('termId', 'in', slice).select('segmentId').distinct().execute(),
      )
      return rows.map(({ segmentId }) => segmentId)
    },

    async of(segmentIds) {
      const rows = await inSlices(segmentIds, (slice) => withWaiver(db).where('finding.segmentId', 'in', slice).execute())
      return grouped(segmentIds, rows.map(findingOf), (finding) => finding.segmentId)
    },
  }
}

type OnFinding = ExpressionBuilder<Schema, 'finding'>

/**
 * A finding that still asks to be mended: not right, not waived, and not merely that nothing is translated yet.
 * Word for word the condition of the index `finding_open`, values and all, or the index would not serve.
 */
export function isOpen(finding: OnFinding): Expression<SqlBool> {
  return finding.and([
    finding('verdict', '<>', sql.lit('ok')),
    finding('waiverId', 'is', null),
    finding('check', '<>', sql.lit('untranslated')),
  ])
}

/** A finding by which the English breaks the decision of its entry: what is only advice because a pronoun will do (see `enforce`) does not. */
export function isBreach(finding: ExpressionBuilder<Schema, 'finding' | 'term'>): Expression<SqlBool> {
  const asked = sql<boolean>`(${finding.ref('finding.severity')} = ${finding.ref('term.strength')} or ${finding.ref('term.state')} = 'proposed')`
  return finding.and([isOpen(finding), finding('finding.verdict', 'in', breaches), asked])
}

/** A finding somebody overruled. */
export function isWaived(finding: OnFinding): Expression<SqlBool> {
  return finding('waiverId', 'is not', null)
}

function rowOf(segmentId: number, place: number, { finding, waiverId }: { finding: Finding; waiverId: number | null }) {
  const { check, severity, verdict, termId, source, target, values, mend } = finding
  return {
    segmentId,
    place,
    check,
    severity,
    verdict,
    termId,
    waiverId,
    sourceStart: source?.start ?? null,
    sourceEnd: source?.end ?? null,
    targetStart: target?.start ?? null,
    targetEnd: target?.end ?? null,
    values: JSON.stringify(values),
    mend: mend && JSON.stringify(mend),
  }
}

/** Each finding with its waiver beside it, so that both come in one question. */
function withWaiver(db: Kysely<Schema>) {
  return db
    .selectFrom('finding')
    .leftJoin('waiver', 'waiver.id', 'finding.waiverId')
    .selectAll('finding')
    .select([
      'waiver.check as waivedCheck',
      'waiver.verdict as waivedVerdict',
      'waiver.termId as waivedTermId',
      'waiver.termVersion as waivedTermVersion',
      'waiver.surface as waivedSurface',
      'waiver.target as waivedTarget',
      'waiver.reason as waivedReason',
      'waiver.person as waivedBy',
      'waiver.at as waivedAt',
    ])
    .orderBy('finding.segmentId')
    .orderBy('finding.place')
}

type Row = Awaited<ReturnType<ReturnType<typeof withWaiver>['execute']>>[number]

function findingOf(row: Row): StoredFinding {
  return {
    segmentId: row.segmentId,
    check: row.check,
    severity: row.severity,
    verdict: row.verdict,
    termId: row.termId,
    source: spanOf(row.sourceStart, row.sourceEnd),
    target: spanOf(row.targetStart, row.targetEnd),
    values: JSON.parse(row.values) as Record<string, string>,
    mend: row.mend === null ? null : (JSON.parse(row.mend) as Mend),
    waiver: waiverOf(row),
  }
}

function spanOf(start: number | null, end: number | null): Span | null {
  return start === null || end === null ? null : { start, end }
}

/** The columns of a waiver are all there or, where none holds, all null: its id tells. */
function waiverOf(row: Row): Waiver | null {
  if (row.waiverId === null) return null
  return {
    id: row.waiverId,
    segmentId: row.segmentId,
    check: row.waivedCheck!,
    verdict: row.waivedVerdict!,
    termId: row.waivedTermId,
    termVersion: row.waivedTermVersion,
    surface: row.waivedSurface!,
    target: row.waivedTarget!,
    reason: row.waivedReason!,
    person: row.waivedBy!,
    at: row.waivedAt!,
  }
}
