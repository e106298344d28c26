import { z } from 'zod'
import { addDocument, changeHeading } from '../actions/add-document.ts'
import { knownDocument } from '../actions/known.ts'
import { hiddenCharacters } from '../core/arabic/letters.ts'
import { sentences } from '../core/arabic/sentences.ts'
import {
  checkedText,
  type Document,
  type Heading,
  looksBroken,
  type Progress,
  paragraphsOf,
  segmentDrafts,
  unwrapped,
} from '../core/document.ts'
import { Problem } from '../core/problem.ts'
import { doneStatuses, type Segment, type Status, statuses } from '../core/segment.ts'
import { decodedText } from '../formats/text.ts'
import { problemSentence } from '../i18n/sentences.ts'
import type { SegmentFilter } from '../store/store.ts'
import { formOf, idOf, line, queryOf, text, uploadOf, whole } from './forms.ts'
import { paneOf } from './pane.ts'
import { type Reading, readingOf, rowOf } from './rows.ts'
import { type DocumentView, type PreviewView, type ProgressView, render } from './views.ts'
import { by, type Visit } from './visit.ts'

/** GET /documents: what there is to translate. */
export async function list(visit: Visit): Promise<void> {
  const documents = await visit.store.documents.list(visit.desk.id)
  render(visit, 'documents/index', { title: visit.t('documents.title'), documents })
}

/** GET /documents/new: the form for a pasted or uploaded article. */
export async function ask(visit: Visit): Promise<void> {
  renderNew(visit, { heading: emptyHeading, unit: 'paragraph', text: '', problem: null })
}

/** POST /documents/preview: the paragraphs as they will be stored, to be joined and split; nothing is stored yet. */
export async function preview(visit: Visit): Promise<void> {
  const form = formOf(visit, previewForm)
  try {
    const raw = givenText(visit, form)
    const edited = form.join
      ? joinedAt(form.text, form.join)
      : form.split
        ? splitAt(form.text, form.split)
        : form.unwrap
          ? unwrappedText(form.text, raw)
          : form.text
    const text = form.raw ? edited : raw
    renderPreview(visit, { heading: form, unit: form.unit, raw, text, problem: tooLong(visit, text, form.unit) })
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    visit.res.status(422)
    renderNew(visit, { heading: form, unit: form.unit, text: form.text, problem: problemSentence(visit.t, problem) })
  }
}

/** POST /documents: stores the article as previewed. */
export async function add(visit: Visit): Promise<void> {
  const form = formOf(visit, previewForm)
  const paragraphs = paragraphsOf(form.text)
  try {
    uploadOf(visit)
    const { id } = await addDocument(
      visit.store,
      { deskId: visit.desk.id, heading: form, unit: form.unit, paragraphs, raw: form.raw || form.text },
      by(visit),
    )
    visit.res.redirect(303, `/documents/${id}?at=1`)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    visit.res.status(422)
    renderPreview(visit, { heading: form, unit: form.unit, raw: form.raw, text: form.text, problem: problemSentence(visit.t, problem) })
  }
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
  render(visit, 'documents/heading', { title: visit.t('documents.heading.title'), document, heading: document, problem: null })
}

/** POST /documents/:id/heading. */
export async function saveHeading(visit: Visit): Promise<void> {
  const document = await knownDocument(visit.store, idOf(visit))
  const heading = formOf(visit, headingForm)
  try {
    await changeHeading(visit.store, document.id, heading)
    visit.res.redirect(303, `/documents/${document.id}`)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    visit.res.status(422)
    render(visit, 'documents/heading', {
      title: visit.t('documents.heading.title'),
      document,
      heading,
      problem: problemSentence(visit.t, problem),
    })
  }
}

/** Segments on a page: a screenful several times over, and quick to send. */
const pageSize = 50

/** The raw text goes through the preview as JSON, because a form would change its line ends. */
const carried = text.transform((json, { addIssue }) => {
  try {
    return z.string().parse(json === '' ? '' : JSON.parse(json))
  } catch {
    addIssue({ code: 'custom', message: 'not a string in JSON' })
    return ''
  }
})
const headingForm = z.object({ title: line, outlet: line, author: line, date: line, address: line })
const previewForm = headingForm.extend({
  unit: z.enum(['paragraph', 'sentence']).default('paragraph'),
  text,
  raw: carried,
  unwrap: z.string().optional(),
  join: z.coerce.number().int().min(1).optional(),
  split: z
    .string()
    .regex(/^\d+:\d+$/)
    .optional(),
})
const filters = ['all', 'unfinished', 'findings', ...statuses] as const satisfies readonly SegmentFilter[]
const pageQuery = z.object({
  at: whole.optional().catch(undefined),
  after: z.coerce.number().int().min(0).catch(0),
  filter: z.enum(filters).catch('all'),
  /** The status that a broken required term has just kept the segment in hand from. */
  kept: z.enum(doneStatuses).optional().catch(undefined),
})

const emptyHeading: Heading = { title: '', outlet: '', author: '', date: '', address: '' }

/** Paragraphs whose sentences the preview shows one by one; the rest is edited in the text field. */
const paragraphsShown = 150

function renderNew(visit: Visit, given: { heading: Heading; unit: Document['unit']; text: string; problem: string | null }): void {
  render(visit, 'documents/new', { title: visit.t('documents.new.title'), ...given })
}

function renderPreview(
  visit: Visit,
  given: { heading: Heading; unit: Document['unit']; raw: string; text: string; problem: string | null },
): void {
  const { heading, unit, raw, problem } = given
  render(visit, 'documents/preview', {
    title: visit.t('documents.preview.title'),
    heading,
    unit,
    raw,
    preview: previewOf(given.text, raw),
    problem,
  })
}

/** The raw text: the uploaded file if there is one, else what was pasted at first. */
function givenText(visit: Visit, form: z.infer<typeof previewForm>): string {
  const file = uploadOf(visit)
  const raw = file ? decodedText(file.bytes, file.name).text : form.raw || form.text
  return checkedText(raw)
}

function previewOf(text: string, raw: string): PreviewView {
  const paragraphs = paragraphsOf(text)
  const shown = paragraphs.slice(0, paragraphsShown).map((paragraph, index) => ({
    number: index + 1,
    sentences: sentences(paragraph).map(({ start, end }) => ({ text: paragraph.slice(start, end), splitAt: `${index}:${end}` })),
  }))
  return {
    text: paragraphs.join('\n'),
    paragraphs: shown,
    total: paragraphs.length,
    notShown: paragraphs.length - shown.length,
    broken: looksBroken(text),
    hidden: hiddenCharacters(raw),
  }
}

/** Lines broken by a PDF joined: those of the raw text, whose empty lines tell more, unless somebody has changed the paragraphs meanwhile. */
function unwrappedText(text: string, raw: string): string {
  const untouched = paragraphsOf(text).join('\n') === paragraphsOf(raw).join('\n')
  return unwrapped(untouched ? raw : text).join('\n')
}

/** What stands in the way of storing these paragraphs, said while they can still be split. */
function tooLong(visit: Visit, text: string, unit: Document['unit']): string | null {
  try {
    segmentDrafts(paragraphsOf(text), unit)
    return null
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return problemSentence(visit.t, problem)
  }
}

/** Joins paragraph n (from 1) with the one before it; a space comes between where none is, so that a split can be taken back. */
function joinedAt(text: string, n: number): string {
  const paragraphs = paragraphsOf(text)
  const [before, after] = [paragraphs[n - 2], paragraphs[n - 1]]
  if (before === undefined || after === undefined) return text
  const joined = before + (/\s$/.test(before) || /^\s/.test(after) ? '' : ' ') + after
  return [...paragraphs.slice(0, n - 2), joined, ...paragraphs.slice(n)].join('\n')
}

/** Splits at `paragraph:offset`, both from 0. */
function splitAt(text: string, place: string): string {
  const [number, offset] = place.split(':').map(Number) as [number, number]
  return paragraphsOf(text)
    .flatMap((paragraph, index) =>
      index === number && !/^[\uDC00-\uDFFF]/.test(paragraph.slice(offset))
        ? [paragraph.slice(0, offset), paragraph.slice(offset)]
        : [paragraph],
    )
    .join('\n')
}

/** After which position the page begins that holds a segment. */
function pageStart(at: number, filter: SegmentFilter): number {
  return filter === 'all' ? Math.floor((at - 1) / pageSize) * pageSize : at - 1
}

interface Page {
  document: Document
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
  const segmentsDone = visit.t('documents.done', { count: segments, done })
  return open === 0
    ? segmentsDone
    : visit.t('documents.done-and-open', { done: segmentsDone, open: visit.t('documents.open', { count: open }) })
}
