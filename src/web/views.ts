import { fileURLToPath } from 'node:url'
import ejs from 'ejs'
import type { DecisionEffect } from '../actions/decision-effect.ts'
import type { Standing } from '../actions/waivers-of.ts'
import { type HiddenCharacter, hasArabic } from '../core/arabic/letters.ts'
import type { DiffPart } from '../core/diff.ts'
import type { Document, DocumentRecord, Heading } from '../core/document.ts'
import type { InContext } from '../core/glossary/concordance.ts'
import type { ConflictChoice } from '../core/glossary/conflict.ts'
import type { Use } from '../core/glossary/decision.ts'
import type { EntryForm } from '../core/glossary/forms.ts'
import type { Evidence } from '../core/glossary/name-evidence.ts'
import type { Way } from '../core/glossary/renderings-in-use.ts'
import { kinds, strengths, type Term, type TermDraft } from '../core/glossary/term.ts'
import type { Segment, Status } from '../core/segment.ts'
import type { ColumnName } from '../formats/terms-columns.ts'
import { languages } from '../i18n/index.ts'
import type { Batch, DocumentSummary, Noise, SegmentFilter, StripPiece, Usage, UsedSegment } from '../store/store.ts'
import type { CarriedFile } from './imports.ts'
import type { Mark } from './marked.ts'
import type { PaneView } from './pane.ts'
import type { RowView } from './rows.ts'
import { clock, figure, moment, type Visit } from './visit.ts'

/** Every view and the type of what it is given, besides what `render` gives to all. */
export interface Views {
  'shared/problem': { title: string; sentence: string }
  'people/welcome': { title: string; name: string; problem: string | null }
  'documents/index': { title: string; documents: DocumentSummary[] }
  'documents/new': { title: string; heading: Heading; unit: Document['unit']; text: string; problem: string | null }
  'documents/preview': {
    title: string
    heading: Heading
    unit: Document['unit']
    raw: string
    preview: PreviewView
    problem: string | null
  }
  'documents/show': DocumentView
  'documents/_progress': { progress: ProgressView }
  'documents/heading': { title: string; document: Document; heading: Heading; decisions: DecisionView[]; problem: string | null }
  'documents/export': { title: string; document: DocumentRecord; unfinished: number; open: number; waivers: WaiverView[] }
  'documents/waivers': { title: string; document: DocumentRecord; waivers: WaiverView[] }
  'segments/_row': { row: RowView }
  'segments/_pane': { pane: PaneView }
  'segments/show': { title: string; document: DocumentRecord; row: RowView }
  'segments/history': HistoryView
  'terms/index': TermsView
  'terms/suggestions': { title: string; document: DocumentRecord | null; suggestions: SuggestionView[]; looked: number }
  'terms/in-use': { title: string; names: InUseNameView[]; looked: number }
  'concordance/show': ConcordanceView
  'terms/form': TermFormView
  'terms/effect': TermEffectView
  'terms/uses': TermUsesView
  'batches/show': BatchView
  'imports/ask': { title: string; text: string; problem: string | null }
  'imports/columns': ColumnsView
  'imports/preview': ImportView
  'imports/index': { title: string; batches: Batch[] }
  'imports/show': ImportedView
}

/** The preview of pasted paragraphs: `text` is one paragraph a line; `sentences` are those of the first paragraphs, for splitting. */
export interface PreviewView {
  text: string
  paragraphs: { number: number; sentences: { text: string; splitAt: string }[] }[]
  total: number
  notShown: number
  broken: boolean
  hidden: HiddenCharacter[]
}

/** How far a document is: a sentence and a strip of its segments. */
export interface ProgressView {
  documentId: number
  summary: string
  segments: number
  strip: StripPiece[]
}

export interface DocumentView {
  title: string
  document: DocumentRecord
  progress: ProgressView
  rows: RowView[]
  pane: PaneView | null
  filter: SegmentFilter
  filters: { value: SegmentFilter; words: string }[]
  count: number
  first: number
  earlier: string | null
  later: string | null
  last: number
}

/** An entry that is never meant in a document. */
export interface DecisionView {
  termId: number
  spelling: string
  rendering: string
  person: string
  at: string
}

/** What was overruled in a document: `about` says what, `surface` of which text, `standing` whether it still holds. */
export interface WaiverView {
  position: number
  about: string
  surface: string
  reason: string
  person: string
  at: string
  standing: Standing
}

export interface RevisionView {
  number: number
  person: string
  at: string
  status: string
  origin: string
  reason: string
  target: string
  parts: DiffPart[]
  columns: boolean
}

export interface HistoryView {
  title: string
  document: DocumentRecord
  position: number
  segmentId: number
  source: string
  revisions: RevisionView[]
  from: number
  to: number
  compared: RevisionView | null
}

/** A place to go to; `title` is the document's, empty where it goes without saying. */
export interface PlaceView {
  href: string
  position: number
  title: string
}

/** A name without an entry, with the English to propose and one place in its context. `looked` of its page is how many segments were looked at, 0 for all. */
export interface SuggestionView {
  spelling: string
  rendering: string
  count: number
  evidence: readonly Evidence[]
  example: InContext
  places: PlaceView[]
}

/** A name that the English has in several ways; `decide` is the address of the form that decides on one. */
export interface InUseNameView {
  spelling: string
  termId: number | null
  ways: { text: string; standing: Way['standing']; count: number; places: PlaceView[] }[]
  decide: string
}

/** The places of an entry or a word; `lines` is null where nothing was asked or what was asked has no Arabic. */
export interface ConcordanceView {
  title: string
  term: { id: number; segments: number; documents: number } | null
  word: string
  lines: ConcordanceLineView[] | null
  first: string | null
  later: string | null
}

export interface ConcordanceLineView {
  arabic: InContext
  /** Null where there is no translation yet. */
  english: InContext | null
  kind: Mark['kind']
  /** Whether the English lacks the entry's rendering. */
  missing: boolean
  status: Status
  title: string
  position: number
  href: string
}

export interface TermsView {
  title: string
  terms: Term[]
  total: number
  search: string
  state: 'active' | 'retired' | 'noisy'
  page: number
  pages: number
  /** By entry, where noisy ones are listed. */
  noise: ReadonlyMap<number, Noise>
}

export interface TermFormView {
  title: string
  term: Term | null
  draft: TermDraft
  problem: string | null
  back: string
  noise: Noise
  /** Newest first, the present one among them; none for a new entry, or where the form is shown again. */
  states: TermState[]
  usage: Usage | null
  /** Every form in which the entry is looked for; none for a new one. */
  forms: EntryForm[]
  /** Plurals that the shape of the noun makes likely. */
  proposed: string[]
  /** Other entries whose preferred English is the same. */
  sameEnglish: Term[]
  /** What changed it together with texts or other entries, newest first. */
  batches: Batch[]
}

/** One field of an entry as it was and is; `language` null where it is in whatever language the person wrote. */
export interface FieldChange {
  label: string
  language: 'ar' | 'en' | null
  parts: DiffPart[]
}

/** A state an entry has had, and what it changed of the one before (null: it was the first). */
export interface TermState {
  person: string
  at: string
  changes: FieldChange[] | null
}

export interface TermEffectView {
  title: string
  term: Term
  /** Where the form is sent. */
  address: string
  /** The state the entry would be in. */
  state: Term['state']
  changes: FieldChange[]
  effect: DecisionEffect
  /** The whole form, to be sent again. */
  fields: { name: string; value: string }[]
}

export interface TermUsesView {
  title: string
  term: Term
  usage: Usage
  use: Use | null
  listed: UsedSegment[]
  page: number
  pages: number
}

/** A segment of a batch with the difference that was or would be made. */
export interface BatchRow {
  segment: Segment
  document: string
  parts: DiffPart[]
}

export interface BatchView {
  title: string
  batch: Batch
  term: Term
  back: string
  /** What was just mended, and how many were changed meanwhile and left alone. */
  told: { mended: number; passed: number } | null
  changes: FieldChange[]
  proposals: BatchRow[]
  finals: BatchRow[]
  byHand: BatchRow[]
  /** How many mends are proposed in all, and how many texts are left to a person. */
  open: { plain: number; finals: number; byHand: number }
  made: BatchRow[]
  madeInAll: number
  /** What was mended and changed since, and so was not taken back. */
  left: BatchRow[]
  entryLeft: boolean
  /** Whether segments are still to be looked at again, so that more may come. */
  unread: boolean
}

/** An import before it is done: each list with its whole count and a page of it. */
export interface ImportView {
  title: string
  problem: string | null
  file: CarriedFile
  /** What each column was said to be, empty where it is left out; null where the headings say it. */
  mapping: { columns: string[]; firstRow: number } | null
  /** Whether the numbers are those of rows. */
  isTable: boolean
  /** What the batch will be called. */
  name: string
  /** The version of the glossary that this was made from. */
  seen: number
  /** Headings that mean nothing to the program. */
  ignored: string[]
  all: ConflictChoice
  added: Listed<ImportRowView>
  same: Listed<ImportRowView>
  conflicts: Listed<ConflictView>
  /** What was chosen for conflicts on other pages. */
  elsewhere: { id: number; choice: ConflictChoice }[]
  repeated: Listed<{ row: number; sentence: string }>
  unread: Listed<{ row: number; sentence: string }>
}

/** A list with the page of it that is shown. */
export interface Listed<One> extends PageView {
  count: number
  shown: One[]
}

export interface ImportRowView {
  row: number
  spelling: string
  rendering: string
}

/** An entry of ours that a file does not agree with; `choice` is empty where the one for all counts. */
export interface ConflictView extends ImportRowView {
  id: number
  choice: ConflictChoice | ''
  parts: LinedUp[]
  /** Spellings of the file's entry that belong to other entries. */
  elsewhere: string[]
}

/** A part in which two states of an entry differ, side by side. */
export interface LinedUp {
  label: string
  language: 'ar' | 'en' | null
  ours: string
  theirs: string
}

/** The question what the columns of a table hold, with the first cells of each. */
export interface ColumnsView {
  title: string
  problem: string | null
  file: CarriedFile
  name: string
  firstRow: number
  columnNames: readonly ColumnName[]
  columns: { heading: string; chosen: ColumnName | null; cells: string[] }[]
}

/** Which page of a list is shown, and how many there are. */
export interface PageView {
  page: number
  pages: number
}

/** An import that was done; each of its lists is shown a page at a time. */
export interface ImportedView {
  title: string
  batch: Batch
  pages: Record<'added' | 'changed' | 'left', PageView>
  added: Term[]
  changed: { term: Term; changes: FieldChange[] }[]
  /** Entries that were changed since, and so stayed when it was taken back. */
  left: Term[]
}

/** The views' folder; the same distance from `src/web` and from `dist/web`. */
export const viewsFolder = fileURLToPath(new URL('../../views/', import.meta.url))

type Look = Pick<Visit, 'language' | 'theme' | 't' | 'address' | 'res'> & Partial<Pick<Visit, 'person' | 'desk'>>

/** Renders a view as the answer; status and headers are the caller's. */
export function render<V extends keyof Views>(look: Look, view: V, given: Views[V]): void {
  const send = (html: string) => look.res.type('html').send(html)
  rendered(look, view, given).then(send, (problem: unknown) => look.res.req.next?.(problem))
}

/** A view as HTML, with what every view is given: words, language, direction, and how to write numbers and times. */
export async function rendered<V extends keyof Views>(look: Omit<Look, 'res'>, view: V, given: Views[V]): Promise<string> {
  const { language, theme, t, address } = look
  const shared = {
    language,
    theme,
    t,
    address,
    dir: languages[language].dir,
    person: look.person?.name ?? '',
    desk: look.desk?.name ?? '',
    languageOf: (text: string) => (hasArabic(text) ? 'ar' : 'en'),
    kinds,
    strengths,
    figure: (value: number) => figure(language, value),
    clock: (at: string) => clock(language, at),
    moment: (at: string) => moment(language, at),
  }
  return ejs.renderFile(`${viewsFolder}${view}.ejs`, { ...shared, ...given }, { cache: true })
}
