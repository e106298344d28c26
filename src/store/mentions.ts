import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { afterSentence, longestHeadline, sentenceSigns } from '../core/headline.ts'
import { contains } from './dialect.ts'
import { grouped, inSlices } from './rows.ts'
import type { Schema } from './schema.ts'

/** An entry in a document. */
interface Mentioned {
  documentId: number
  termId: number
}

/** The segment in which a document first mentions an entry, its position, and that of the last one that does and has no English yet; null where none does. */
export interface Beginning extends Mentioned {
  segmentId: number
  first: number
  awaited: number | null
}

/** Where documents mention entries, in the order of their segments as they stand now. */
export interface Mentions {
  /** Where each of these entries was found first in its document, headlines apart; nothing of those that were not. */
  beginnings(wanted: readonly Mentioned[]): Promise<Beginning[]>
  /** The entries that were found in any of these segments, by document. */
  termsIn(segmentIds: readonly number[]): Promise<Mentioned[]>
  /** The English of the segments of these documents that have one of these texts in it; perhaps in other letters, capital or small. */
  english(documentIds: readonly number[], texts: readonly string[]): Promise<{ id: number; documentId: number; target: string }[]>
}

/** Where documents mention entries, in the order of their segments as they stand now. */
export function mentions(db: Kysely<Schema>): Mentions {
  return {
    beginnings: (wanted) =>
      inSlices(
        wanted,
        (slice) =>
          db
            .with(
              (name) => name('begun').materialized(),
              (db) =>
                db
                  .selectFrom(['document', 'term'])
                  .where((pair) => isAmong(pair, slice))
                  .select((pair) => [
                    'document.id as documentId',
                    'term.id as termId',
                    mentioning(pair).orderBy('position').as('first'),
                    mentioning(pair).where('status', '=', 'not-started').orderBy('position', 'desc').as('awaited'),
                  ]),
            )
            .selectFrom('begun')
            .innerJoin('segment', (join) =>
              join.onRef('segment.documentId', '=', 'begun.documentId').onRef('segment.position', '=', 'begun.first'),
            )
            .select(['begun.documentId', 'begun.termId', 'segment.id as segmentId', 'segment.position as first', 'begun.awaited'])
            .execute(),
        conditionsAtOnce,
      ),

    termsIn: (segmentIds) =>
      inSlices(segmentIds, (slice) =>
        db
          .selectFrom('occurrence')
          .innerJoin('segment', 'segment.id', 'occurrence.segmentId')
          .select(['segment.documentId', 'occurrence.termId'])
          .distinct()
          .where('occurrence.segmentId', 'in', slice)
          .execute(),
      ),

    async english(documentIds, texts) {
      const ask = (some: readonly string[]) =>
        db
          .selectFrom('segment')
          .where('documentId', 'in', documentIds)
          .where((segment) => segment.or(some.map((text) => contains(segment.ref('target'), text))))
          .select(['id', 'documentId', 'target'])
          .execute()
      const rows = await inSlices(texts, ask, conditionsAtOnce)
      return [...new Map(rows.map((row) => [row.id, row])).values()]
    },
  }
}

/** SQLite takes conditions no deeper than a thousand, and each `or` is one deeper. */
const conditionsAtOnce = 500

type Pair = ExpressionBuilder<Schema, 'document' | 'term'>

/** Whether these two were asked for together; that both were asked for at all is said besides, so that they are found by their keys. */
function isAmong(pair: Pair, wanted: readonly Mentioned[]) {
  const [documents, terms] = [new Set(wanted.map(({ documentId }) => documentId)), new Set(wanted.map(({ termId }) => termId))]
  const byDocument = grouped([...documents], wanted, ({ documentId }) => documentId)
  const together = [...byDocument].map(([documentId, entries]) => {
    const ids = entries.map(({ termId }) => termId)
    return pair.and([pair('document.id', '=', documentId), pair('term.id', 'in', ids)])
  })
  return pair.and([pair('document.id', 'in', [...documents]), pair('term.id', 'in', [...terms]), pair.or(together)])
}

/** One place where a document mentions an entry: walked to in the order that is asked for, so that what is mentioned often is found at once. */
function mentioning(pair: Pair) {
  return pair
    .selectFrom('segment')
    .whereRef('segment.documentId', '=', 'document.id')
    .where((segment) => {
      const occurs = segment
        .selectFrom('occurrence')
        .select('count')
        .whereRef('occurrence.segmentId', '=', 'segment.id')
        .whereRef('occurrence.termId', '=', 'term.id')
      // In this order: the walk needs nothing but an index, as long as no text is looked at that does not have the entry.
      return sql<boolean>`case when ${segment.exists(occurs)} then ${isNoHeadline(segment)} end`
    })
    .select('position')
    .limit(1)
}

/** What `isHeadline` tells, of the source of a segment. */
function isNoHeadline({ ref }: ExpressionBuilder<Schema, 'segment'>) {
  const source = ref('segment.source')
  const ends = sql`rtrim(${source}, ${afterSentence}) <> rtrim(${source}, ${afterSentence + sentenceSigns})`
  return sql<boolean>`(length(${source}) > ${longestHeadline} or ${ends})`
}
