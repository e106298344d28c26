import { addDocument, checkedArticle } from '../actions/add-document.ts'
import type { HiddenCharacter } from '../core/arabic/letters.ts'
import { hiddenCharacters } from '../core/arabic/letters.ts'
import { checkedText, type Heading, looksBroken, paragraphsOf, type Unit } from '../core/document.ts'
import { sentences } from '../core/sentences.ts'
import { articleForm, asGiven, givenArticle, isAsShown, paragraphsAsked, sealOf } from './article-form.ts'
import { formOf, uploadOf } from './forms.ts'
import { orAgain, problemOf } from './problems.ts'
import { render } from './views.ts'
import { by, type Visit } from './visit.ts'

/**
 * The preview of pasted paragraphs: `text` is one paragraph a line, and `shown` tells whether somebody has edited it since; `sentences` are those of
 * the first paragraphs, for splitting.
 */
export interface PreviewView {
  text: string
  shown: string
  paragraphs: { number: number; sentences: { text: string; splitAt: string }[] }[]
  total: number
  notShown: number
  broken: boolean
  hidden: HiddenCharacter[]
}

/** GET /documents/new: the form for a pasted or uploaded article. */
export async function ask(visit: Visit): Promise<void> {
  renderNew(visit, { heading: emptyHeading, unit: 'paragraph', text: '', kept: '', shown: '', problem: null })
}

/** POST /documents/preview: the paragraphs as they will be stored, to be joined and split; nothing is stored yet. Or back from there to the form. */
export async function preview(visit: Visit): Promise<void> {
  const form = formOf(visit, articleForm)
  const { unit } = form
  if (form.again) {
    renderNew(visit, { heading: form, unit, ...asGiven(form), problem: null })
    return
  }
  await orAgain(
    visit,
    async () => {
      const { raw, text } = givenArticle(visit, form)
      const elsewhere = (form.join !== undefined || form.split !== undefined) && !isAsShown(form)
      const paragraphs = elsewhere ? text : paragraphsAsked({ ...form, text, raw })
      const problem = problemOf(visit, () => checkedArticle({ heading: form, unit, paragraphs: paragraphsOf(paragraphs) }))
      renderPreview(visit, { heading: form, unit, raw, text: paragraphs, elsewhere, problem })
    },
    (problem) => renderNew(visit, { heading: form, unit, text: form.text, kept: form.kept, shown: form.shown, problem }),
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
    (problem) => renderPreview(visit, { heading: form, unit, raw, text, elsewhere: false, problem }),
  )
}

const emptyHeading: Heading = { title: '', outlet: '', author: '', date: '', address: '' }

/** Paragraphs whose sentences the preview shows one by one; the rest is edited in the text field. */
const paragraphsShown = 150

/** The browser may keep these pages, which answer a form, so that its Back button brings them back with everything in them. */
const keepable = 'private, no-cache'

/** What both pages are given. */
interface Given {
  heading: Heading
  unit: Unit
  text: string
  problem: string | null
}

function renderNew(visit: Visit, given: Given & { kept: string; shown: string }): void {
  visit.res.set('Cache-Control', keepable)
  render(visit, 'documents/new', { title: visit.t('documents.new.title'), ...given })
}

function renderPreview(visit: Visit, given: Given & { raw: string; elsewhere: boolean }): void {
  const { text, ...rest } = given
  visit.res.set('Cache-Control', keepable)
  render(visit, 'documents/preview', { title: visit.t('documents.preview.title'), ...rest, preview: previewOf(text, given.raw) })
}

function previewOf(text: string, raw: string): PreviewView {
  const paragraphs = paragraphsOf(text)
  const shown = paragraphs.slice(0, paragraphsShown).map((paragraph, index) => ({
    number: index + 1,
    sentences: sentences(paragraph).map(({ start, end }) => ({ text: paragraph.slice(start, end), splitAt: `${index}:${end}` })),
  }))
  return {
    text: paragraphs.join('\n'),
    shown: sealOf(text),
    paragraphs: shown,
    total: paragraphs.length,
    notShown: paragraphs.length - shown.length,
    broken: looksBroken(text),
    hidden: hiddenCharacters(raw),
  }
}
