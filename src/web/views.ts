import { fileURLToPath } from 'node:url'
import ejs from 'ejs'
import { hasArabic, isMostlyArabic } from '../core/arabic/letters.ts'
import type { Document, DocumentRecord, Heading } from '../core/document.ts'
import { uses } from '../core/glossary/decide/decision.ts'
import { kinds, standings, strengths } from '../core/glossary/term.ts'
import { stretches } from '../formats/stretches.ts'
import { languages } from '../i18n/index.ts'
import type { Batch, NonTerm } from '../store/store.ts'
import type { BatchView } from './batches.ts'
import type { PreviewView } from './bringing-in.ts'
import type { ConcordanceView } from './concordance.ts'
import type { TermEffectView } from './deciding.ts'
import type { DecisionView } from './decisions.ts'
import type { DocumentListView, DocumentView, ProgressView } from './documents.ts'
import type { ImportedView } from './import-batches.ts'
import type { ColumnsView } from './import-columns.ts'
import type { ImportView } from './import-preview.ts'
import type { PaneView } from './pane.ts'
import type { HistoryView } from './revisions.ts'
import type { RowView } from './rows.ts'
import type { InUseNameView, SuggestionsView } from './suggestions.ts'
import type { TermFormView } from './term-form.ts'
import type { TermsView } from './terms.ts'
import type { TermUsesView } from './uses.ts'
import { clock, day, figure, moment, type Visit } from './visit.ts'
import type { WaiverView } from './waivers.ts'

/** Every view and the type of what it is given, besides what `render` gives to all. */
export interface Views {
  'shared/problem': { title: string; sentence: string }
  'people/welcome': { title: string; name: string; problem: string | null }
  'documents/index': DocumentListView
  'documents/new': {
    title: string
    heading: Heading
    unit: Document['unit']
    text: string
    kept: string
    shown: string
    problem: string | null
  }
  'documents/preview': {
    title: string
    heading: Heading
    unit: Document['unit']
    raw: string
    preview: PreviewView
    elsewhere: boolean
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
  'terms/suggestions': SuggestionsView
  'terms/non-terms': { title: string; nonTerms: NonTerm[] }
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
    seal: look.desk?.seal ?? '',
    languageOf: (text: string) => (hasArabic(text) ? 'ar' : 'en'),
    written,
    stretches,
    kinds,
    strengths,
    standings,
    uses,
    figure: (value: number) => figure(language, value),
    clock: (at: string) => clock(language, at),
    moment: (at: string) => moment(language, at),
    day: (date: string) => day(language, date),
  }
  return ejs.renderFile(`${viewsFolder}${view}.ejs`, { ...shared, ...given }, { cache: true })
}

/** The attributes of a whole note, of which nobody stated the language: those of most of its letters, or of whatever will be typed into an empty one. */
function written(text: string): { lang: string; dir: string } {
  if (text === '') return { lang: '', dir: 'auto' }
  return isMostlyArabic(text) ? { lang: 'ar', dir: 'rtl' } : { lang: 'en', dir: 'ltr' }
}
