import type { Habits } from '../core/arabic/habits.ts'
import type { Finding, RecordedWaiver, Waiver } from '../core/checks/finding.ts'
import type { Document, DocumentRecord, Heading, Progress, Unit } from '../core/document.ts'
import type { Use } from '../core/glossary/decision.ts'
import type { Term, TermDraft, TermRevision } from '../core/glossary/term.ts'
import type { By, Person } from '../core/person.ts'
import type { Revision } from '../core/revision.ts'
import type { Segment, SegmentDraft, Status } from '../core/segment.ts'

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
  concordance: Concordance
  turns: Turns
  /** All or nothing: what `work` throws undoes everything it wrote, and is thrown on. Inside a transaction it simply runs `work`. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>
  /** Writes the whole database to one new file (SQLite) and answers with its path; throws where the file exists. */
  backup(file: string): Promise<string>
  close(): Promise<void>
}

export interface People {
  /** The person who was added first: on a machine of one's own, the one who sits there. */
  first(): Promise<Person | undefined>
  add(name: string): Promise<Person>
  rename(id: number, name: string): Promise<void>
}

/** A workspace with its own glossary and documents. `glossaryVersion` rises with every change of a term. */
export interface Desk {
  id: number
  name: string
  glossaryVersion: number
}

export interface Desks {
  first(): Promise<Desk | undefined>
  get(id: number): Promise<Desk | undefined>
  add(name: string): Promise<Desk>
  /** Answers with the new version. */
  raiseGlossaryVersion(id: number): Promise<number>
}

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
  progress(id: number): Promise<Progress>
}

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
  /** The English of those segments of a desk in which a rendering is missing or misspelt, to the findings' knowledge. */
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

export interface Revisions {
  add(revision: Omit<Revision, 'id' | 'number' | 'batchId'> & { batchId?: number | null }): Promise<Revision>
  /** Overwrites target and until of the newest revision, for saves close together. */
  extend(id: number, target: string, until: string): Promise<void>
  latest(segmentId: number): Promise<Revision | undefined>
  /** Newest first. */
  list(segmentId: number): Promise<Revision[]>
  get(segmentId: number, number: number): Promise<Revision | undefined>
}

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

/** The folded Arabic words of all sources and where they stand: to find the segments a change of an entry can concern. */
export interface Words {
  /** Notes the words of segments that have none noted yet; noted again, nothing changes. */
  index(segments: readonly { id: number; source: string }[]): Promise<void>
  /** The words that have one of these stretches of letters somewhere inside. */
  containing(stretches: readonly string[]): Promise<{ id: number; key: string }[]>
  /** The segments of a desk that have a word of each of these groups; perhaps a few more where there are more than two groups. In order of their numbers. */
  segmentsWith(deskId: number, groups: readonly (readonly number[])[]): Promise<number[]>
}

/** In how many segments of how many documents an entry is used, and how. */
export type Usage = Record<Use | 'segments' | 'documents', number>

/** A segment in which an entry is used. */
export interface UsedSegment {
  id: number
  documentId: number
  title: string
  position: number
  source: string
  target: string
  status: Status
  use: Use
}

export interface Occurrences {
  /** Puts these counts, by entry, in place of all of the segments named. */
  replace(found: ReadonlyMap<number, ReadonlyMap<number, number>>): Promise<void>
  usage(termId: number): Promise<Usage>
  /** Those of one use, or all; newest document first, then in order. */
  list(termId: number, options: { use?: Use | undefined; page: number; limit: number }): Promise<UsedSegment[]>
}

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

/** A change of a decision with its mends, or an import of a glossary. */
export type BatchKind = 'term-change' | 'import'

export interface Batch {
  id: number
  deskId: number
  kind: BatchKind
  name: string
  person: string
  at: string
  /** How many entries an import added and changed: of entries that are taken away again nothing else is left. */
  added: number
  changed: number
  /** Who took it back and when, null where it was not. */
  undoneBy: string | null
  undoneAt: string | null
}

/** What a batch did to an entry: what it was before (null: the batch added it), and the version it had afterwards. */
export interface BatchTerm {
  batchId: number
  termId: number
  before: TermDraft | null
  version: number
}

/** What an entry was after a batch, null where it is that still. */
interface After {
  after: TermDraft | null
}

export interface Batches {
  add(batch: Pick<Batch, 'deskId' | 'kind' | 'name'> & Partial<Pick<Batch, 'added' | 'changed'>>, by: By): Promise<Batch>
  get(id: number): Promise<Batch | undefined>
  /** Newest first, those taken back too. */
  list(deskId: number, limit: number): Promise<Batch[]>
  /** Notes who took a batch back and when; false where it was already. */
  undone(id: number, by: By): Promise<boolean>
  addTerms(batchId: number, terms: readonly Omit<BatchTerm, 'batchId'>[]): Promise<void>
  /** In the order of the entries' numbers. */
  terms(batchId: number): Promise<BatchTerm[]>
  /** A page of what a batch did to the entries it added, or changed, as far as they are there still. */
  termsPage(batchId: number, options: { which: 'added' | 'changed'; page: number; limit: number }): Promise<(BatchTerm & After)[]>
  /** The entries of a batch that was taken back which were not, because they had been changed since: no state of theirs is of that moment. */
  leftTerms(batchId: number): Promise<number[]>
  /** The batches that had to do with any of these entries, newest first, each once. */
  ofTerms(termIds: readonly number[]): Promise<Batch[]>
  /** The revisions made in a batch, by segment and number. */
  revisions(batchId: number): Promise<Revision[]>
  /** For each of these revisions, by its id, the text that stood there before. */
  formerTexts(revisionIds: readonly number[]): Promise<Map<number, string>>
}

export interface Waivers {
  add(waiver: Omit<Waiver, 'id'>): Promise<Waiver>
  get(id: number): Promise<Waiver | undefined>
  remove(id: number): Promise<void>
  of(segmentIds: readonly number[]): Promise<Map<number, RecordedWaiver[]>>
  /** In the order of the segments. */
  ofDocument(documentId: number): Promise<(RecordedWaiver & { position: number })[]>
}

export interface TermList {
  terms: Term[]
  /** How many there are in all, before `after` and `limit`. */
  total: number
}

/** How often findings of an entry were mended, and how often overruled: one that is mostly overruled is noise. */
export interface Noise {
  mended: number
  waived: number
}

export interface Terms {
  add(deskId: number, term: TermDraft, by: By): Promise<Term>
  /** Many at once, for imports; they come back in their order. */
  addAll(deskId: number, terms: readonly TermDraft[], by: By): Promise<Term[]>
  get(id: number): Promise<Term | undefined>
  /** Those of these entries that there are, in their order. */
  these(ids: readonly number[]): Promise<Term[]>
  /** Takes entries away with everything that hangs on them: only for those without a record. */
  remove(ids: readonly number[]): Promise<void>
  /** Those of these entries that something is on record about: former states, waivers, decisions of documents. */
  withRecord(ids: readonly number[]): Promise<Set<number>>
  /** Writes the entry where the stored version is still `expected` and keeps the former state in its history; false where it is not. */
  save(id: number, expected: number, term: TermDraft, by: By): Promise<boolean>
  /** The same for many, each as it was read before; where one was changed meanwhile it stops with false, and the transaction is to be undone. */
  saveAll(changes: readonly { before: Term; entry: TermDraft }[], by: By): Promise<boolean>
  /** All entries that are looked for (not retired), for compiling; in few questions, whatever their number. */
  active(deskId: number): Promise<Term[]>
  /** All entries, retired ones too, for export. */
  all(deskId: number): Promise<Term[]>
  /**
   * A page of the glossary in the order of the main spelling's key. `search` finds Arabic by its folded key and English
   * whatever its case, anywhere in spellings and renderings. Of *noisy* ones, those of whose findings some were mended or overruled, the most
   * overruled comes first.
   */
  list(deskId: number, options: { search?: string; state?: 'active' | 'retired' | 'noisy'; page: number; limit: number }): Promise<TermList>
  /** Entries that have one of these spellings, by folded key, retired ones too. */
  withSpellings(deskId: number, spellings: readonly string[]): Promise<Term[]>
  /** Adds to how often findings of these entries were mended. */
  noteMended(counts: ReadonlyMap<number, number>): Promise<void>
  /** Of each of these entries that there are. */
  noise(ids: readonly number[]): Promise<Map<number, Noise>>
  /** Entries in use that have this English as a rendering they prefer, whatever its case. */
  withPreferred(deskId: number, rendering: string): Promise<Term[]>
  /** Newest first, the present state not among them. */
  history(id: number): Promise<TermRevision[]>
}

/** Where a document mentions entries, in the order of its segments as they stand now. */
export interface Mentions {
  /** The first and the last position at which each of these entries was found, and the segment it begins in; nothing of those that were not. */
  extents(documentId: number, termIds: readonly number[]): Promise<{ termId: number; first: number; last: number; segmentId: number }[]>
  /** The entries that were found in any of these segments. */
  termsIn(segmentIds: readonly number[]): Promise<Set<number>>
  /** The English of the segments that have one of these texts in it; perhaps in other letters, capital or small. */
  english(documentId: number, texts: readonly string[]): Promise<{ id: number; target: string }[]>
}

/**
 * Who waits for whom, where transactions run beside each other (PostgreSQL); asked for first in a transaction, the glossary's turn before that of
 * documents, and held until its end.
 */
export interface Turns {
  /** Nobody else changes the glossary of this desk, or derives anything from it. */
  ofGlossary(deskId: number): Promise<void>
  /** Nobody changes the glossary of this desk; several may hold this. */
  besideGlossary(deskId: number): Promise<void>
  /** Nobody else saves in these documents, or derives anything from them. */
  ofDocuments(ids: Iterable<number>): Promise<void>
}

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
