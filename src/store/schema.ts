import type { Generated } from 'kysely'
import type { CheckName, Severity, Verdict } from '../core/checks/finding.ts'
import type { Heading, Unit } from '../core/document.ts'
import type { Kind, Standing, Strength, TermState } from '../core/glossary/term.ts'
import type { Origin } from '../core/revision.ts'
import type { Status } from '../core/segment.ts'
import type { BatchKind } from './batches.ts'

/**
 * The tables as Kysely's types, for the compiler to hold every query against. In the database the names are written
 * `with_underscores`. Flags are 0 or 1, times ISO 8601 text in UTC; what is JSON says so.
 */
export interface Schema {
  schemaVersion: { version: number }
  person: { id: Generated<number>; name: string }
  desk: { id: Generated<number>; name: string; glossaryVersion: Generated<number>; seal: string }
  document: DocumentTable
  segment: SegmentTable
  revision: RevisionTable
  waiver: WaiverTable
  finding: FindingTable
  term: TermTable
  termSpelling: TermSpellingTable
  termRendering: TermRenderingTable
  termRevision: TermRevisionTable
  word: { id: Generated<number>; key: string }
  segmentWord: { wordId: number; segmentId: number }
  occurrence: OccurrenceTable
  batch: BatchTable
  batchTerm: BatchTermTable
  documentDecision: DocumentDecisionTable
  nonTerm: NonTermTable
}

interface DocumentTable extends Heading {
  id: Generated<number>
  deskId: number
  unit: Unit
  addedBy: string
  addedAt: string
  /** JSON of how it spells (`Habits`), null where that is not noted yet. */
  habits: Generated<string | null>
  raw: string
}

interface SegmentTable {
  id: Generated<number>
  documentId: number
  /** From 1, unique within the document. */
  position: number
  paragraph: number
  status: Generated<Status>
  version: Generated<number>
  /** The glossary version the findings were made with; -1 where none were made yet, -2 where its words are not noted either. */
  checkedVersion: Generated<number>
  /** The glossary version the findings must at least be of: raised where an entry is changed that can stand in the segment. */
  neededVersion: Generated<number>
  /** Arabic words of the source, counted once so that progress need not read the texts. */
  words: number
  /** 1 where the status counts as done: an index can then count and find them without reading the texts. */
  done: Generated<number>
  changedAt: string | null
  source: string
  target: Generated<string>
}

interface RevisionTable {
  id: Generated<number>
  segmentId: number
  number: number
  target: string
  status: Status
  origin: Origin
  reason: string
  person: string
  at: string
  until: string
  /** The batch it was made in, null for a save of its own. */
  batchId: Generated<number | null>
  fuller: Generated<string>
}

interface WaiverTable {
  id: Generated<number>
  segmentId: number
  check: CheckName
  verdict: Verdict
  termId: number | null
  termVersion: number | null
  surface: string
  target: string
  reason: string
  person: string
  at: string
}

interface FindingTable {
  segmentId: number
  /** From 0, the order in which the check gave them. */
  place: number
  check: CheckName
  severity: Severity
  verdict: Verdict
  termId: number | null
  waiverId: number | null
  sourceStart: number | null
  sourceEnd: number | null
  targetStart: number | null
  targetEnd: number | null
  /** JSON of `Finding.values`. */
  values: string
  /** JSON of `Finding.mend`. */
  mend: string | null
}

interface TermTable {
  id: Generated<number>
  deskId: number
  /** The folded key of the main spelling: the order of the glossary. */
  key: string
  kind: Kind
  firstMention: string
  laterMention: string
  strength: Strength
  exactOnly: number
  /** JSON of `TermDraft.plurals`. */
  plurals: string
  /** JSON of `TermDraft.struck`. */
  struck: string
  /** How often a finding of it was mended by a save. */
  mended: Generated<number>
  partOfSpeech: string
  subject: string
  note: string
  authority: string
  state: TermState
  version: Generated<number>
  changedBy: string
  changedAt: string
}

interface TermSpellingTable {
  termId: number
  /** From 0, the main spelling first. */
  place: number
  text: string
  /** The text folded, for search and for finding the entries that share a spelling. */
  key: string
}

interface TermRenderingTable {
  termId: number
  place: number
  text: string
  /** The text in small letters, for search. */
  lower: string
  standing: Standing
  always: number
}

interface TermRevisionTable {
  termId: number
  version: number
  /** JSON of the `TermDraft` it was. */
  entry: string
  person: string
  at: string
}

/** Where each entry was found in the Arabic and is enforced; derived, renewed whenever a segment is checked. */
interface OccurrenceTable {
  segmentId: number
  termId: number
  count: number
}

/** Something done in one go that can be taken back in one go. */
interface BatchTable {
  id: Generated<number>
  deskId: number
  kind: BatchKind
  name: string
  person: string
  at: string
  added: Generated<number>
  changed: Generated<number>
  undoneBy: string | null
  undoneAt: string | null
}

interface BatchTermTable {
  batchId: number
  termId: number
  /** JSON of the `TermDraft` it was, null where the batch added the entry. */
  before: string | null
  /** The version the entry had after the batch. */
  version: number
}

/** "In this document this term is never meant." */
interface DocumentDecisionTable {
  documentId: number
  termId: number
  person: string
  at: string
}

/** A phrase that is not to be suggested again. */
interface NonTermTable {
  deskId: number
  /** Its words as look-up keys without articles. */
  identity: string
  spelling: string
  person: string
  at: string
}
