import { type ExpressionBuilder, type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { Habits } from '../core/arabic/habits.ts'
import type { Document, Heading, Progress } from '../core/document.ts'
import { whole } from './dialect.ts'
import { isOpen, isWaived } from './findings.ts'
import { inSlices } from './rows.ts'
import type { Schema } from './schema.ts'
import type { DocumentSummary, Documents } from './store.ts'

/** The documents, in the database. */
export function documents(db: Kysely<Schema>): Documents {
  return {
    add: (deskId, heading, unit, raw, by): Promise<Document> =>
      db
        .insertInto('document')
        .values({ ...headingOf(heading), deskId, unit, raw, addedBy: by.person.name, addedAt: by.at })
        .returning([...columns, 'document.raw'])
        .executeTakeFirstOrThrow(),

    get: (id) =>
      db
        .selectFrom('document')
        .select([...columns, 'document.raw'])
        .where('id', '=', id)
        .executeTakeFirst(),

    record: (id) => db.selectFrom('document').select(columns).where('id', '=', id).executeTakeFirst(),

    async change(id, heading) {
      await db.updateTable('document').set(headingOf(heading)).where('id', '=', id).execute()
    },

    async titles(ids) {
      const rows = await inSlices(ids, (slice) => db.selectFrom('document').select(['id', 'title']).where('id', 'in', slice).execute())
      return new Map(rows.map(({ id, title }) => [id, title]))
    },

    async habits(ids) {
      const rows = await inSlices(ids, (slice) => db.selectFrom('document').select(['id', 'habits']).where('id', 'in', slice).execute())
      return new Map(rows.flatMap(({ id, habits }) => (habits === null ? [] : [[id, JSON.parse(habits) as Habits]])))
    },

    async noteHabits(id, habits) {
      await db
        .updateTable('document')
        .set({ habits: JSON.stringify(habits) })
        .where('id', '=', id)
        .where('habits', 'is', null)
        .execute()
    },

    async list(deskId): Promise<DocumentSummary[]> {
      const rows = await withProgress(db, (ids) => ids.where('deskId', '=', deskId))
        .select(columns)
        .select(({ fn }) => fn.coalesce('counted.changedAt', 'document.addedAt').as('changedAt'))
        .orderBy('document.addedAt', 'desc')
        .orderBy('document.id', 'desc')
        .execute()
      return rows.map(({ segments, done, words, wordsDone, open, waived, ...document }) => ({
        ...document,
        progress: { segments, done, words, wordsDone, open, waived },
      }))
    },

    async progress(id): Promise<Progress> {
      const progress = await withProgress(db, (ids) => ids.where('document.id', '=', id)).executeTakeFirst()
      return progress ?? { segments: 0, done: 0, words: 0, wordsDone: 0, open: 0, waived: 0 }
    },
  }
}

/** All but the text as it was brought in, which may be long and is not shown in a list. */
const columns = [
  'document.id',
  'document.deskId',
  'document.title',
  'document.outlet',
  'document.author',
  'document.date',
  'document.address',
  'document.unit',
  'document.addedBy',
  'document.addedAt',
] as const

/** Only what a heading has, whatever else the value carries. */
function headingOf({ title, outlet, author, date, address }: Heading): Heading {
  return { title, outlet, author, date, address }
}

type DocumentQuery = SelectQueryBuilder<Schema, 'document', object>

/** Documents with their progress, counted in the same question, so that a long list is one question too. */
function withProgress(db: Kysely<Schema>, among: (documents: DocumentQuery) => DocumentQuery) {
  const ids = among(db.selectFrom('document')).select('document.id')
  return db
    .selectFrom('document')
    .leftJoin(countsOf(db, ids).as('counted'), 'counted.documentId', 'document.id')
    .where('document.id', 'in', ids)
    .select(({ ref }) => [
      whole(ref('counted.segments')).as('segments'),
      whole(ref('counted.done')).as('done'),
      whole(ref('counted.words')).as('words'),
      whole(ref('counted.wordsDone')).as('wordsDone'),
    ])
    .select((document) => [whole(findingsOf(document).where(isOpen)).as('open'), whole(findingsOf(document).where(isWaived)).as('waived')])
}

/** What is counted of segments, a row for each document that has any: all of it stands in the index `segment_by_done`. */
function countsOf(db: Kysely<Schema>, ids: SelectQueryBuilder<Schema, 'document', { id: number }>) {
  return db
    .selectFrom('segment')
    .where('documentId', 'in', ids)
    .groupBy('documentId')
    .select(({ fn, ref }) => [
      'documentId',
      fn.count('position').as('segments'),
      fn.sum('done').as('done'),
      fn.sum('words').as('words'),
      sql<number>`sum(${ref('words')} * ${ref('done')})`.as('wordsDone'),
      fn.max('changedAt').as('changedAt'),
    ])
}

function findingsOf(document: ExpressionBuilder<Schema, 'document'>) {
  return document
    .selectFrom('segment as checked')
    .innerJoin('finding', 'finding.segmentId', 'checked.id')
    .whereRef('checked.documentId', '=', 'document.id')
    .select(({ fn }) => fn.countAll().as('count'))
}
