import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import { breaches } from '../core/glossary/decide/decision.ts'
import { doneStatuses, neverChecked, neverIndexed, type Segment, type SegmentDraft, type Status } from '../core/segment.ts'
import { asNumber, atomically, contains, type DialectName, hasAccents } from './dialect.ts'
import { isOpen } from './findings.ts'
import { slices } from './rows.ts'
import type { Schema } from './schema.ts'
import { indexWords } from './words.ts'

/** What the grid shows: all, those not yet done, those with open findings, or one status. */
export type SegmentFilter = 'all' | 'unfinished' | 'findings' | Status

export interface Segments {
  /** Stores the drafts in order, from position 1, in as few statements as the database allows. */
  addAll(documentId: number, drafts: readonly SegmentDraft[]): Promise<void>
  get(id: number): Promise<Segment | undefined>
  getAt(documentId: number, position: number): Promise<Segment | undefined>
  /** Those of these numbers that there are, in no order. */
  all(ids: readonly number[]): Promise<Segment[]>
  /** The segments after a position, in order, at most `limit`; by position, never by OFFSET. */
  page(documentId: number, after: number, limit: number, filter?: SegmentFilter): Promise<Segment[]>
  count(documentId: number, filter?: SegmentFilter): Promise<number>
  /** How many segments of this filter stand at or before a position: where a page begins among them. */
  countUpTo(documentId: number, position: number, filter?: SegmentFilter): Promise<number>
  /** After which position the page of `limit` segments begins that ends at or before a position: the page before, for a filter too. */
  pageBefore(documentId: number, position: number, limit: number, filter?: SegmentFilter): Promise<number>
  /** The first unfinished one after a position, else the first unfinished one of the document. */
  nextUnfinished(documentId: number, after: number): Promise<Segment | undefined>
  /** Writes target, status, version and checkedVersion where the stored version is still `expected`; false where it is not. `at` is when (ISO 8601). */
  save(segment: Segment, expected: number, at: string): Promise<boolean>
  /** Notes that findings were made with this glossary version; raises no version. */
  checked(ids: readonly number[], glossaryVersion: number): Promise<void>
  /** Notes that findings must at least be of this glossary version: for these segments, or for all of the desk. */
  need(deskId: number, glossaryVersion: number, ids?: readonly number[]): Promise<void>
  /** The segments of a desk whose English has one of these runs of small letters a to z somewhere inside, or accents that may stand for them. */
  withEnglish(deskId: number, runs: readonly string[]): Promise<number[]>
  /** The English of those segments of a desk in which a rendering is missing, misspelt or one to avoid, to the findings' knowledge. */
  lacking(deskId: number): Promise<{ id: number; target: string }[]>
  /** Segments of a desk, or of one document of it, whose findings are older than they need be or were never made; at most `limit`. */
  stale(deskId: number, limit: number, documentId?: number): Promise<Segment[]>
  /** The document as at most `pieces` coloured pieces, in order: each with its first position, how many segments it stands for, and how many are done. `status` is theirs where all share one, else null. */
  strip(documentId: number, pieces: number): Promise<StripPiece[]>
}

export interface StripPiece {
  position: number
  segments: number
  done: number
  status: Status | null
}

/** The segments, in the database. */
export function segments(db: Kysely<Schema>, dialect: DialectName): Segments {
  const select = () => db.selectFrom('segment').select(columns)
  const documentsOf = (deskId: number) => db.selectFrom('document').where('deskId', '=', deskId).select('id')
  const count = async (documentId: number, filter: SegmentFilter, upTo?: number) => {
    const among = db.selectFrom('segment').where('documentId', '=', documentId).where(matching(filter))
    const counted = upTo === undefined ? among : among.where('position', '<=', upTo)
    return (await counted.select(({ fn }) => asNumber(fn.countAll()).as('count')).executeTakeFirstOrThrow()).count
  }

  return {
    addAll: (documentId, drafts) =>
      atomically(db, async (db) => {
        const unchecked = (index: number) => (index < indexedAtOnce ? neverChecked : neverIndexed)
        const rows = drafts.map((draft, index) => ({ documentId, position: index + 1, checkedVersion: unchecked(index), ...stored(draft) }))
        for (const slice of slices(rows)) {
          const added = await db.insertInto('segment').values(slice).returning(['id', 'source', 'position']).execute()
          await indexWords(
            db,
            added.filter(({ position }) => position <= indexedAtOnce),
          )
        }
      }),

    get: (id) => select().where('id', '=', id).executeTakeFirst(),

    getAt: (documentId, position) => select().where('documentId', '=', documentId).where('position', '=', position).executeTakeFirst(),

    async all(ids) {
      const found = []
      for (const slice of slices(ids)) found.push(await select().where('id', 'in', slice).execute())
      return found.flat()
    },

    page: (documentId, after, limit, filter = 'all') =>
      select()
        .where('documentId', '=', documentId)
        .where('position', '>', after)
        .where(matching(filter))
        .orderBy('position')
        .limit(limit)
        .execute(),

    async pageBefore(documentId, position, limit, filter = 'all') {
      const before = await db
        .selectFrom('segment')
        .where('documentId', '=', documentId)
        .where('position', '<=', position)
        .where(matching(filter))
        .orderBy('position', 'desc')
        .limit(limit)
        .select('position')
        .execute()
      return Math.max(0, (before.at(-1)?.position ?? 1) - 1)
    },

    count: (documentId, filter = 'all') => count(documentId, filter),

    countUpTo: (documentId, position, filter = 'all') => count(documentId, filter, position),

    async nextUnfinished(documentId, after) {
      const unfinished = select().where('documentId', '=', documentId).where('done', '=', 0).orderBy('position').limit(1)
      return (await unfinished.where('position', '>', after).executeTakeFirst()) ?? (await unfinished.executeTakeFirst())
    },

    async save({ id, target, status, version, checkedVersion }, expected, at) {
      const { numUpdatedRows } = await db
        .updateTable('segment')
        .set({ target, status, done: isDone(status), version, checkedVersion, changedAt: at })
        .where('id', '=', id)
        .where('version', '=', expected)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    checked: (ids, glossaryVersion) =>
      atomically(db, async (db) => {
        const newer = db.updateTable('segment').set({ checkedVersion: glossaryVersion }).where('checkedVersion', '<', glossaryVersion)
        for (const slice of slices(ids)) await newer.where('id', 'in', slice).execute()
      }),

    need: (deskId, glossaryVersion, ids) =>
      atomically(db, async (db) => {
        const needing = db.updateTable('segment').set({ neededVersion: glossaryVersion }).where('neededVersion', '<', glossaryVersion)
        if (!ids) await needing.where('documentId', 'in', documentsOf(deskId)).execute()
        for (const slice of slices(ids ?? [])) await needing.where('id', 'in', slice).execute()
      }),

    async withEnglish(deskId, runs) {
      if (runs.length === 0) return []
      const rows = await db
        .selectFrom('segment')
        .innerJoin('document', 'document.id', 'segment.documentId')
        .where('document.deskId', '=', deskId)
        .where((segment) => {
          const target = segment.ref('segment.target')
          return segment.or([...runs.map((run) => contains(sql<string>`lower(${target})`, run)), hasAccents(target, dialect)])
        })
        .select('segment.id')
        .execute()
      return rows.map(({ id }) => id)
    },

    // By the findings, which are few: joined to the documents, SQLite would ask each segment of the desk whether it has any.
    lacking: (deskId) =>
      db
        .selectFrom('segment')
        .where('id', 'in', db.selectFrom('finding').select('segmentId').where('verdict', 'in', breaches))
        .where('documentId', 'in', documentsOf(deskId))
        .select(['id', 'target'])
        .execute(),

    stale(deskId, limit, documentId) {
      const all = db
        .selectFrom('document')
        .innerJoin('segment', 'segment.documentId', 'document.id')
        .where('deskId', '=', deskId)
        .where(({ ref }) => sql<boolean>`${ref('checkedVersion')} < ${ref('neededVersion')}`)
        .orderBy('document.addedAt', 'desc')
        .orderBy('document.id', 'desc')
        .orderBy('segment.id')
        .limit(limit)
        .select(columns)
      return (documentId === undefined ? all : all.where('document.id', '=', documentId)).execute()
    },

    strip: (documentId, pieces) =>
      db
        .selectFrom('segment')
        .where('documentId', '=', documentId)
        .groupBy((segment) => pieceOf(segment, documentId, pieces))
        .orderBy('position')
        .select(({ fn }) => [
          fn.min('position').as('position'),
          asNumber(fn.countAll()).as('segments'),
          asNumber(fn.sum('done')).as('done'),
          sql<Status | null>`case when min(status) = max(status) then min(status) end`.as('status'),
        ])
        .execute(),
  }
}

/** The words of so many segments are noted when a document is brought in; those of a long one follow with its first check, so that nobody waits for them. */
const indexedAtOnce = 400

const columns = [
  'segment.id',
  'segment.documentId',
  'segment.position',
  'segment.paragraph',
  'segment.source',
  'segment.target',
  'segment.status',
  'segment.version',
  'segment.checkedVersion',
] as const satisfies readonly `segment.${keyof Segment}`[]

function stored({ paragraph, source }: SegmentDraft) {
  return { paragraph, source, words: wordsIn(source) }
}

function isDone(status: Status): number {
  return doneStatuses.some((done) => done === status) ? 1 : 0
}

/** Runs between spaces that hold a letter: figures and dashes alone are not words. */
function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((run) => /\p{L}/u.test(run)).length
}

/** What a filter of the grid asks of a segment. */
function matching(filter: SegmentFilter) {
  return (segment: ExpressionBuilder<Schema, 'segment'>): Expression<SqlBool> => {
    if (filter === 'all') return segment.lit(true)
    if (filter === 'unfinished') return segment('done', '=', 0)
    if (filter !== 'findings') return segment('status', '=', filter)
    return segment.exists(segment.selectFrom('finding').select('place').whereRef('segmentId', '=', 'segment.id').where(isOpen))
  }
}

/** The piece of the strip a segment falls into, from 0; whole numbers divided give whole numbers in both databases. Positions have no gaps, so the last is the number of segments. */
function pieceOf(segment: ExpressionBuilder<Schema, 'segment'>, documentId: number, pieces: number) {
  const all = segment
    .selectFrom('segment as one')
    .where('one.documentId', '=', documentId)
    .select(({ fn }) => fn.max('one.position').as('all'))
  return sql<number>`(${segment.ref('position')} - 1) * ${sql.lit(Math.max(1, Math.trunc(pieces)))} / ${all}`
}
