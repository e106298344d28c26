import { type ExpressionBuilder, type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { Habits } from '../core/arabic/habits.ts'
import type { Document, DocumentRecord, Heading, Progress, Unit } from '../core/document.ts'
import type { By } from '../core/person.ts'
import { asNumber } from './dialect.ts'
import { byTitle, type DocumentOrder, mentioning } from './document-search.ts'
import { isOpen, isWaived } from './findings.ts'
import { inSlices } from './rows.ts'
import type { Schema } from './schema.ts'

/** A line of the list of documents. */
export interface DocumentSummary extends Omit<Document, 'raw'> {
  progress: Progress
  /** The last change of any of its segments (ISO 8601), or when it was added. */
  changedAt: string
}

export interface Documents {
  add(deskId: number, heading: Heading, unit: Unit, raw: string, by: By): Promise<Document>
  get(id: number): Promise<Document | undefined>
  /** The same without the raw text, for everything but the page that shows it. */
  record(id: number): Promise<DocumentRecord | undefined>
  change(id: number, heading: Heading): Promise<void>
  /** What these documents are called. */
  titles(ids: readonly number[]): Promise<Map<number, string>>
  /** How these documents spell, as far as it is noted. */
  habits(ids: readonly number[]): Promise<Map<number, Habits>>
  /** Notes how a document spells. What is noted stays: the row of a long document, raw text and all, is not written anew for it. */
  noteHabits(id: number, habits: Habits): Promise<void>
  /** Newest first. One question for all, however many there are. */
  list(deskId: number): Promise<DocumentSummary[]>
  /** The numbers of those that `mentioning` finds, in order; what the order leaves open stands newest first. One question, which counts segments only where the order asks it. */
  find(deskId: number, options: { search?: string; order?: DocumentOrder }): Promise<number[]>
  /** Lines of the list for these documents, in their order. One question for a page of them. */
  these(ids: readonly number[]): Promise<DocumentSummary[]>
  progress(id: number): Promise<Progress>
}

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
      const rows = await summaries(db, (ids) => ids.where('deskId', '=', deskId))
        .orderBy('document.addedAt', 'desc')
        .orderBy('document.id', 'desc')
        .execute()
      return rows.map(summaryOf)
    },

    async find(deskId, { search = '', order = 'newest' }) {
      const found = (await inOrder(db, deskId, order)).filter(mentioning(search))
      return (order === 'title' ? byTitle(found) : found).map(({ id }) => id)
    },

    async these(ids) {
      const rows = await inSlices(ids, (slice) => summaries(db, (ids) => ids.where('document.id', 'in', slice)).execute())
      const byId = new Map(rows.map((row) => [row.id, summaryOf(row)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
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

/** What a search reads, and the order needs. */
const sought = ['document.id', 'document.title', 'document.outlet', 'document.author'] as const

/** The headings of a desk's documents; those to be ordered by title are not yet. */
function inOrder(db: Kysely<Schema>, deskId: number, order: DocumentOrder) {
  const ofDesk = (documents: DocumentQuery) => documents.where('document.deskId', '=', deskId)
  if (order === 'left') {
    const left = withProgress(db, ofDesk).orderBy(({ ref }) => asNumber(sql`${ref('counted.segments')} - ${ref('counted.done')}`), 'desc')
    return left.orderBy('open', 'desc').orderBy('document.addedAt', 'desc').orderBy('document.id', 'desc').select(sought).execute()
  }
  const documents = ofDesk(db.selectFrom('document')).select(sought)
  const dated = order === 'date' ? documents.orderBy('document.date', 'desc') : documents
  return dated.orderBy('document.addedAt', 'desc').orderBy('document.id', 'desc').execute()
}

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
      asNumber(ref('counted.segments')).as('segments'),
      asNumber(ref('counted.done')).as('done'),
      asNumber(ref('counted.words')).as('words'),
      asNumber(ref('counted.wordsDone')).as('wordsDone'),
    ])
    .select((document) => [
      asNumber(findingsOf(document).where(isOpen)).as('open'),
      asNumber(findingsOf(document).where(isWaived)).as('waived'),
    ])
}

/** The lines of the list, in no order. */
function summaries(db: Kysely<Schema>, among: (documents: DocumentQuery) => DocumentQuery) {
  return withProgress(db, among)
    .select(columns)
    .select(({ fn }) => fn.coalesce('counted.changedAt', 'document.addedAt').as('changedAt'))
}

type SummaryRow = Omit<DocumentSummary, 'progress'> & Progress

function summaryOf({ segments, done, words, wordsDone, open, waived, ...document }: SummaryRow): DocumentSummary {
  return { ...document, progress: { segments, done, words, wordsDone, open, waived } }
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
