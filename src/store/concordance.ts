import { type Expression, type ExpressionBuilder, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Status } from '../core/segment.ts'
import { asNumber } from './dialect.ts'
import type { Schema } from './schema.ts'

/** A segment as a concordance or a look through many texts needs it. */
export interface ConcordanceSegment {
  id: number
  documentId: number
  title: string
  position: number
  source: string
  target: string
  status: Status
}

/** After which segment a page of a concordance begins. */
export type ConcordancePlace = Pick<ConcordanceSegment, 'documentId' | 'position'>

export interface Concordance {
  /** The segments where an entry stands: newest document first, each in its order, at most `limit` after a place; so are all lists here. */
  ofTerm(deskId: number, termId: number, after: ConcordancePlace | null, limit: number): Promise<ConcordanceSegment[]>
  /** The segments that have, for one of these spellings, one word (by its number in `words`) of each of its groups; perhaps a few more. */
  ofWords(
    deskId: number,
    spellings: readonly (readonly (readonly number[])[])[],
    after: ConcordancePlace | null,
    limit: number,
  ): Promise<ConcordanceSegment[]>
  /** The texts of a document, or of the newest documents of the desk. */
  texts(deskId: number, documentId: number | null, limit: number): Promise<ConcordanceSegment[]>
  /** Another text for every state of these texts: while it stays the same, what was found in them holds. */
  mark(deskId: number, documentId: number | null): Promise<string>
}

/** Where entries and words stand in the texts of a desk, in the database. */
export function concordance(db: Kysely<Schema>): Concordance {
  const inDesk = (deskId: number) =>
    db.selectFrom('segment').innerJoin('document', 'document.id', 'segment.documentId').where('document.deskId', '=', deskId)

  return {
    ofTerm: (deskId, termId, after, limit) =>
      page(
        inDesk(deskId).where('segment.id', 'in', db.selectFrom('occurrence').select('segmentId').where('termId', '=', termId)),
        after,
        limit,
      ),

    ofWords(deskId, spellings, after, limit) {
      const complete = spellings.filter((groups) => groups.length > 0 && groups.every((group) => group.length > 0))
      if (complete.length === 0) return Promise.resolve([])
      return page(inDesk(deskId).where(hasOneOf(db, complete)), after, limit)
    },

    texts: (deskId, documentId, limit) => texts(db, deskId, documentId, limit),

    async mark(deskId, documentId) {
      const documents = documentsOf(db, deskId, documentId)
      const { segments, done, changedAt } = await db
        .selectFrom('segment')
        .where('documentId', 'in', documents.select('id'))
        .select(({ fn }) => [
          asNumber(fn.countAll()).as('segments'),
          asNumber(fn.sum('done')).as('done'),
          fn.max<string | null>('changedAt').as('changedAt'),
        ])
        .executeTakeFirstOrThrow()
      const { titles } = await documents.select(asNumber(sql`sum(length(title))`).as('titles')).executeTakeFirstOrThrow()
      return `${segments} ${done} ${titles} ${changedAt ?? ''}`
    },
  }
}

function documentsOf(db: Kysely<Schema>, deskId: number, documentId: number | null) {
  const all = db.selectFrom('document').where('deskId', '=', deskId)
  return documentId === null ? all : all.where('id', '=', documentId)
}

/** Document by document, each by its index: in one question the database would put all texts of the desk in order first. */
async function texts(db: Kysely<Schema>, deskId: number, documentId: number | null, limit: number): Promise<ConcordanceSegment[]> {
  const documents = await documentsOf(db, deskId, documentId).select(['id', 'title']).orderBy('id', 'desc').execute()
  const found: ConcordanceSegment[] = []
  for (const { id, title } of documents) {
    if (found.length >= limit) break
    const rows = await db
      .selectFrom('segment')
      .where('documentId', '=', id)
      .select(['id', 'documentId', 'position', 'source', 'target', 'status'])
      .orderBy('position')
      .limit(limit - found.length)
      .execute()
    for (const row of rows) found.push({ ...row, title })
  }
  return found
}

type InDesk = SelectQueryBuilder<Schema, 'segment' | 'document', object>

/** Newest document first, each in its order; by document and position, never by OFFSET. */
function page(among: InDesk, after: ConcordancePlace | null, limit: number) {
  const later = after ? among.where(isAfter(after)) : among
  return later
    .select(['segment.id', 'segment.documentId', 'document.title', 'segment.position', 'source', 'target', 'status'])
    .orderBy('segment.documentId', 'desc')
    .orderBy('segment.position')
    .limit(limit)
    .execute()
}

type OnSegment = ExpressionBuilder<Schema, 'segment' | 'document'>

function isAfter({ documentId, position }: ConcordancePlace) {
  return (segment: OnSegment): Expression<SqlBool> =>
    segment.or([
      segment('segment.documentId', '<', documentId),
      segment.and([segment('segment.documentId', '=', documentId), segment('segment.position', '>', position)]),
    ])
}

/** Segments that have, for one of the spellings, a word of each of its groups. A statement carries at most 32,766 values. */
function hasOneOf(db: Kysely<Schema>, spellings: readonly (readonly (readonly number[])[])[]) {
  const having = (group: readonly number[]) =>
    db.selectFrom('segmentWord').select('segmentId').where('wordId', 'in', group.slice(0, mostWords))
  return (segment: OnSegment): Expression<SqlBool> =>
    segment.or(
      spellings.slice(0, 4).map((groups) => segment.and(rarest(groups).map((group) => segment('segment.id', 'in', having(group))))),
    )
}

/** Two words of a phrase tell its segments nearly as well as all of them; the finder looks at what is left. */
function rarest(groups: readonly (readonly number[])[]): (readonly number[])[] {
  return groups.toSorted((a, b) => a.length - b.length).slice(0, 2)
}

const mostWords = 4_000
