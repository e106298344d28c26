import { z } from 'zod'
import { changeHeading } from '../actions/add-document.ts'
import { knownDocument } from '../actions/known.ts'
import type { DocumentRecord, Heading, Progress } from '../core/document.ts'
import { doneStatuses, type Segment, type Status, statuses } from '../core/segment.ts'
import type { DocumentOrder, DocumentSummary, SegmentFilter, StripPiece } from '../store/store.ts'
import { decisionViews } from './decisions.ts'
import { formOf, headingFields, idOf, line, queryOf, whole } from './forms.ts'
import { onPage, type PageView, pageOf } from './page-of.ts'
import type { PaneView } from './pane.ts'
import { paneOf } from './pane.ts'
import { orAgain } from './problems.ts'
import type { RowView } from './rows.ts'
import { type Reading, readingOf, rowOf } from './rows.ts'
import { render } from './views.ts'
import { figure, type Visit } from './visit.ts'

/** How far a document is: a sentence and a strip of its segments. */
export interface ProgressView {
  documentId: number
  summary: string
  segments: number
  strip: StripPiece[]
}

export interface DocumentListView extends PageView {
  title: string
  documents: DocumentSummary[]
  /** How many are found, on every page. */
  total: number
  search: string
  order: DocumentOrder
  orders: readonly DocumentOrder[]
  /** Whether search and order are offered. */
  searchable: boolean
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

/** GET /documents: what there is to translate, searched, in order and a page at a time. */
export async function list(visit: Visit): Promise<void> {
  const { search, order, page: asked } = queryOf(visit, listQuery)
  const found = await visit.store.documents.find(visit.desk.id, { search, order })
  const page = pageOf(asked, found.length, documentsOnPage)
  const documents = await visit.store.documents.these(onPage(found, page, documentsOnPage))
  const title = visit.t('documents.title')
  const searchable = search !== '' || order !== 'newest' || found.length > seenAtOnce
  render(visit, 'documents/index', { title, documents, total: found.length, search, order, orders, searchable, ...page })
}

/** GET /documents/:id: the workbench, a page of segments after a position, or the page that holds `at`. */
export async function show(visit: Visit): Promise<void> {
  const document = await knownDocument(visit.store, idOf(visit))
  const query = queryOf(visit, pageQuery)
  if (visit.req.query.part === 'progress') {
    render(visit, 'documents/_progress', {
      progress: await progressOf(visit, document.id, await visit.store.documents.progress(document.id)),
    })
    return
  }
  const progress = await visit.store.documents.progress(document.id)
  const at = query.at && Math.min(query.at, progress.segments)
  const after = at ? pageStart(at, query.filter) : Math.min(query.after, pageStart(progress.segments, query.filter))
  const segments = await visit.store.segments.page(document.id, after, pageSize, query.filter)
  const reading = await readingOf(visit, document.id, segments)
  const inHand = segments.find((segment) => segment.position === at) ?? null
  const { filter, kept } = query
  render(visit, 'documents/show', await documentView(visit, { document, progress, segments, reading, inHand, filter, after, kept }))
}

/** GET /documents/:id/heading: the form for title, outlet, author, date and address. */
export async function askHeading(visit: Visit): Promise<void> {
  const document = await knownDocument(visit.store, idOf(visit))
  await renderHeading(visit, document, document, null)
}

/** POST /documents/:id/heading. */
export async function saveHeading(visit: Visit): Promise<void> {
  const document = await knownDocument(visit.store, idOf(visit))
  const heading = formOf(visit, headingForm)
  await orAgain(
    visit,
    async () => {
      await changeHeading(visit.store, document.id, heading)
      visit.res.redirect(303, `/documents/${document.id}`)
    },
    (problem) => renderHeading(visit, document, heading, problem),
  )
}

async function renderHeading(visit: Visit, record: DocumentRecord, heading: Heading, problem: string | null): Promise<void> {
  const document = { ...record, raw: (await visit.store.documents.get(record.id))?.raw ?? '' }
  const decisions = await decisionViews(visit, document.id)
  render(visit, 'documents/heading', { title: visit.t('documents.heading.title'), document, heading, decisions, problem })
}

const documentsOnPage = 100

/** So many documents a screen shows at once: nobody has to look for one of them. */
const seenAtOnce = 7

const orders = ['newest', 'title', 'date', 'left'] as const satisfies readonly DocumentOrder[]
const listQuery = z.object({
  search: line.catch('').transform((typed) => typed.trim()),
  order: z.enum(orders).catch('newest'),
  page: whole.catch(1),
})

/** Segments on a page: a screenful several times over, and quick to send. */
const pageSize = 50

const headingForm = z.object(headingFields)
const filters = ['all', 'unfinished', 'findings', ...statuses] as const satisfies readonly SegmentFilter[]
const pageQuery = z.object({
  at: whole.optional().catch(undefined),
  after: z.coerce.number().int().min(0).catch(0),
  filter: z.enum(filters).catch('all'),
  /** The status that a broken required term has just kept the segment in hand from. */
  kept: z.enum(doneStatuses).optional().catch(undefined),
})

/** After which position the page begins that holds a segment. */
function pageStart(at: number, filter: SegmentFilter): number {
  return filter === 'all' ? Math.floor((at - 1) / pageSize) * pageSize : at - 1
}

interface Page {
  document: DocumentRecord
  progress: Progress
  segments: Segment[]
  reading: Reading
  inHand: Segment | null
  filter: SegmentFilter
  after: number
  kept: Status | undefined
}

async function documentView(visit: Visit, page: Page): Promise<DocumentView> {
  const { document, progress, segments, reading, inHand, filter, after, kept } = page
  const count = filter === 'all' ? progress.segments : await visit.store.segments.count(document.id, filter)
  const before = filter === 'all' ? after : await visit.store.segments.countUpTo(document.id, after, filter)
  const address = (from: number) => `/documents/${document.id}?filter=${filter}&after=${from}`
  return {
    title: document.title,
    document,
    progress: await progressOf(visit, document.id, progress),
    rows: segments.map((segment) => {
      const row = rowOf(visit.t, segment, reading, segment === inHand)
      return row.inHand && kept ? { ...row, notice: visit.t('segments.kept-draft') } : row
    }),
    pane: inHand ? await paneOf(visit, inHand, reading) : null,
    filter,
    filters: filters.map((value) => ({ value, words: filterWords(visit, value) })),
    count,
    first: before + 1,
    earlier: before > 0 ? address(await visit.store.segments.pageBefore(document.id, after, pageSize, filter)) : null,
    later: before + segments.length < count ? address(segments.at(-1)?.position ?? after) : null,
    last: progress.segments,
  }
}

async function progressOf(visit: Visit, documentId: number, progress: Progress): Promise<ProgressView> {
  const strip = await visit.store.segments.strip(documentId, stripPieces)
  return { documentId, summary: summaryOf(visit, progress), segments: progress.segments, strip }
}

/** Pieces of the progress strip: enough to see a paragraph in an article, few enough to draw for a book. */
const stripPieces = 120

function filterWords(visit: Visit, filter: SegmentFilter): string {
  return filter === 'all' || filter === 'unfinished' || filter === 'findings'
    ? visit.t(`documents.filter.${filter}`)
    : visit.t(`segments.status.${filter}`)
}

/** "12 of 21 paragraphs, 2 findings". */
function summaryOf(visit: Visit, progress: { segments: number; done: number; open: number }): string {
  const { segments, done, open } = progress
  const written = (value: number) => figure(visit.language, value)
  const segmentsDone = visit.t('documents.done', { count: segments, figure: written(segments), done: written(done) })
  if (open === 0) return segmentsDone
  return visit.t('documents.done-and-open', {
    done: segmentsDone,
    open: visit.t('documents.open', { count: open, figure: written(open) }),
  })
}
