import type { ExpressionBuilder, Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Document, Heading, Progress } from '../core/document.ts'
import { whole } from './dialect.ts'
import { isOpen, isWaived } from './findings.ts'
import type { Schema } from './schema.ts'
import type { DocumentSummary, Documents } from './store.ts'

/** The documents, in the database. */
export function documents(db: Kysely<Schema>): Documents {
  return {
    add: (deskId, heading, unit, raw, by): Promise<Document> =>
      db
        .insertInto('document')
        .values({ ...headingOf(heading), deskId, unit, raw, addedBy: by.person.name, addedAt: by.at })
        .returningAll()
        .executeTakeFirstOrThrow(),

    get: (id) => db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst(),

    async change(id, heading) {
      await db.updateTable('document').set(headingOf(heading)).where('id', '=', id).execute()
    },

    async list(deskId): Promise<DocumentSummary[]> {
      const rows = await withProgress(db)
        .select(columns)
        .select(({ fn }) => fn.coalesce(fn.max('segment.changedAt'), 'document.addedAt').as('changedAt'))
        .where('document.deskId', '=', deskId)
        .orderBy('document.addedAt', 'desc')
        .orderBy('document.id', 'desc')
        .execute()
      return rows.map(({ segments, done, words, wordsDone, open, waived, ...document }) => ({
        ...document,
        progress: { segments, done, words, wordsDone, open, waived },
      }))
    },

    async progress(id): Promise<Progress> {
      const progress = await withProgress(db).where('document.id', '=', id).executeTakeFirst()
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

/** Documents with their progress, counted in the same question, so that a long list is one question too. */
function withProgress(db: Kysely<Schema>) {
  return db
    .selectFrom('document')
    .leftJoin('segment', 'segment.documentId', 'document.id')
    .groupBy('document.id')
    .select(({ fn, ref }) => [
      whole(fn.count('segment.position')).as('segments'),
      whole(fn.sum('segment.done')).as('done'),
      whole(fn.sum('segment.words')).as('words'),
      whole(sql`sum(${ref('segment.words')} * ${ref('segment.done')})`).as('wordsDone'),
    ])
    .select((document) => [whole(findingsOf(document).where(isOpen)).as('open'), whole(findingsOf(document).where(isWaived)).as('waived')])
}

function findingsOf(document: ExpressionBuilder<Schema, 'document'>) {
  return document
    .selectFrom('segment as checked')
    .innerJoin('finding', 'finding.segmentId', 'checked.id')
    .whereRef('checked.documentId', '=', 'document.id')
    .select(({ fn }) => fn.countAll().as('count'))
}
