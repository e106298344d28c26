import type { Batches } from './batches.ts'
import type { Concordance } from './concordance.ts'
import type { Decisions } from './decisions.ts'
import type { Desks } from './desks.ts'
import type { Documents } from './documents.ts'
import type { Findings } from './findings.ts'
import type { Mentions } from './mentions.ts'
import type { NonTerms } from './non-terms.ts'
import type { Occurrences } from './occurrences.ts'
import type { People } from './people.ts'
import type { Revisions } from './revisions.ts'
import type { Segments } from './segments.ts'
import type { Terms } from './terms.ts'
import type { Turns } from './turns.ts'
import type { Waivers } from './waivers.ts'
import type { Words } from './words.ts'

export type { Batch, BatchTerm } from './batches.ts'
export type { ConcordancePlace, ConcordanceSegment } from './concordance.ts'
export type { Decision } from './decisions.ts'
export type { Desk } from './desks.ts'
export type { DocumentOrder } from './document-search.ts'
export type { DocumentSummary } from './documents.ts'
export type { StoredFinding } from './findings.ts'
export type { Beginning } from './mentions.ts'
export type { NonTerm } from './non-terms.ts'
export type { Usage, UsedSegment } from './occurrences.ts'
export type { SegmentFilter, StripPiece } from './segments.ts'
export type { Noise, TermsListed } from './terms.ts'

/**
 * Everything the program keeps, one property a noun. Use it as an argument named `store`; inside
 * `store.transaction(async (store) => …)` the inner one shadows the outer on purpose: the outer would hang on SQLite
 * (one connection) and escape the transaction on PostgreSQL.
 */
export interface Store {
  /** One object for a store and the stores of its transactions: what is derived from the database may be kept under it (in a WeakMap). */
  readonly database: object
  /** Whether what is read may yet be undone: then nothing derived from it may be kept under `database`. */
  readonly inTransaction: boolean
  people: People
  desks: Desks
  documents: Documents
  segments: Segments
  revisions: Revisions
  findings: Findings
  waivers: Waivers
  terms: Terms
  batches: Batches
  words: Words
  occurrences: Occurrences
  mentions: Mentions
  decisions: Decisions
  nonTerms: NonTerms
  concordance: Concordance
  turns: Turns
  /** All or nothing: what `work` throws undoes everything it wrote, and is thrown on. Inside a transaction it simply runs `work`. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>
  /** Writes the whole database to one new file (SQLite) and answers with its path; throws where the file exists. */
  backup(file: string): Promise<string>
  close(): Promise<void>
}
