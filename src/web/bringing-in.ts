import { z } from 'zod'
import { addDocument, checkedArticle } from '../actions/add-document.ts'
import type { HiddenCharacter } from '../core/arabic/letters.ts'
import { hiddenCharacters } from '../core/arabic/letters.ts'
import {
  checkedText,
  type Heading,
  joinedParagraphs,
  looksBroken,
  paragraphsOf,
  splitParagraph,
  type Unit,
  unwrapped,
} from '../core/document.ts'
import { sentences } from '../core/sentences.ts'
import { decodedText } from '../formats/text.ts'
import { formOf, headingFields, text, uploadInsteadOf, uploadOf } from './forms.ts'
import { orAgain, problemOf } from './problems.ts'
import { render } from './views.ts'
import { by, type Visit } from './visit.ts'

/** The preview of pasted paragraphs: `text` is one paragraph a line; `sentences` are those of the first paragraphs, for splitting. */
export interface PreviewView {
  text: string
  paragraphs: { number: number; sentences: { text: string; splitAt: string }[] }[]
  total: number
  notShown: number
  broken: boolean
  hidden: HiddenCharacter[]
}

/** GET /documents/new: the form for a pasted or uploaded article. */
export async function ask(visit: Visit): Promise<void> {
  renderNew(visit, { heading: emptyHeading, unit: 'paragraph', text: '', problem: null })
}

/** POST /documents/preview: the paragraphs as they will be stored, to be joined and split; nothing is stored yet. Or back from there to the form. */
export async function preview(visit: Visit): Promise<void> {
  const form = formOf(visit, articleForm)
  const { unit } = form
  if (form.again) {
    renderNew(visit, { heading: form, unit, text: form.raw, problem: null })
    return
  }
  await orAgain(
    visit,
    async () => {
      const raw = givenText(visit, form)
      const text = form.raw === '' ? raw : paragraphsAsked(form)
      const problem = problemOf(visit, () => checkedArticle({ heading: form, unit, paragraphs: paragraphsOf(text) }))
      renderPreview(visit, { heading: form, unit, raw, text, problem })
    },
    (problem) => renderNew(visit, { heading: form, unit, text: form.text, problem }),
  )
}

/** POST /documents: stores the article as previewed. */
export async function add(visit: Visit): Promise<void> {
  const form = formOf(visit, articleForm)
  const { unit, text, raw } = form
  await orAgain(
    visit,
    async () => {
      uploadOf(visit)
      const article = { deskId: visit.desk.id, heading: form, unit, paragraphs: paragraphsOf(checkedText(text)), raw: raw || text }
      const { id } = await addDocument(visit.store, article, by(visit))
      visit.res.redirect(303, `/documents/${id}?at=1`)
    },
    (problem) => renderPreview(visit, { heading: form, unit, raw, text, problem }),
  )
}

/** The raw text goes through the preview as JSON, because a form would change its line ends. */
const carried = text.transform((json, { addIssue }) => {
  try {
    return z.string().parse(json === '' ? '' : JSON.parse(json))
  } catch {
    addIssue({ code: 'custom', message: 'not a string in JSON' })
    return ''
  }
})

const articleForm = z.object({
  ...headingFields,
  unit: z.enum(['paragraph', 'sentence']).default('paragraph'),
  text,
  raw: carried,
  unwrap: z.string().optional(),
  again: z.string().optional(),
  join: z.coerce.number().int().min(1).optional(),
  split: z
    .string()
    .regex(/^\d+:\d+$/)
    .optional(),
})

type ArticleForm = z.infer<typeof articleForm>

const emptyHeading: Heading = { title: '', outlet: '', author: '', date: '', address: '' }

/** Paragraphs whose sentences the preview shows one by one; the rest is edited in the text field. */
const paragraphsShown = 150

function renderNew(visit: Visit, given: { heading: Heading; unit: Unit; text: string; problem: string | null }): void {
  render(visit, 'documents/new', { title: visit.t('documents.new.title'), ...given })
}

function renderPreview(visit: Visit, given: { heading: Heading; unit: Unit; raw: string; text: string; problem: string | null }): void {
  const { text, ...rest } = given
  render(visit, 'documents/preview', { title: visit.t('documents.preview.title'), ...rest, preview: previewOf(text, given.raw) })
}

/** The raw text: that of the uploaded file, or what was pasted at first. */
function givenText(visit: Visit, form: ArticleForm): string {
  const file = uploadInsteadOf(visit, form.text)
  return checkedText(file ? decodedText(file.bytes, file.name).text : form.raw || form.text)
}

/** The paragraphs, one a line, after what the pressed button asks for. */
function paragraphsAsked({ text, raw, join, split, unwrap }: ArticleForm): string {
  if (unwrap) return unwrappedText(text, raw)
  if (join) return joinedParagraphs(paragraphsOf(text), join - 1).join('\n')
  if (!split) return text
  const [number, offset] = split.split(':').map(Number) as [number, number]
  return splitParagraph(paragraphsOf(text), number, offset).join('\n')
}

/** Lines broken by a PDF joined: those of the raw text, whose empty lines tell more, unless somebody has changed the paragraphs meanwhile. */
function unwrappedText(text: string, raw: string): string {
  const untouched = paragraphsOf(text).join('\n') === paragraphsOf(raw).join('\n')
  return unwrapped(untouched ? raw : text).join('\n')
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
