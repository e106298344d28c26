import { z } from 'zod'
import { addTerm } from '../actions/add-term.ts'
import { conflictsOf } from '../actions/conflicts-of.ts'
import { knownTerm } from '../actions/known.ts'
import { guessedKind, longestWording } from '../core/glossary/entry.ts'
import type { Term } from '../core/glossary/term.ts'
import { emptyEntry, type Rendering, type TermDraft } from '../core/glossary/term.ts'
import { type TermFileKind, writeTerms } from '../formats/terms-file.ts'
import type { Noise, TermsListed } from '../store/store.ts'
import { formOf, idOf, line, lines, ownAddress, queryOf, whole } from './forms.ts'
import { type PageView, pageOf } from './page-of.ts'
import { statesOf } from './term-changes.ts'
import { draftIn, orForm, renderForm, termForm } from './term-form.ts'
import { render } from './views.ts'
import { by, type Handler, type Visit } from './visit.ts'

export interface TermsView extends PageView {
  title: string
  terms: Term[]
  total: number
  search: string
  state: TermsListed
  states: readonly TermsListed[]
  /** By entry, where noisy ones are listed. */
  noise: ReadonlyMap<number, Noise>
  /** By entry, in how many segments a text breaks it, where those are listed. */
  breaches: ReadonlyMap<number, number>
}

/** GET /terms: the glossary, searched and a page at a time. */
export async function list(visit: Visit): Promise<void> {
  const { search, state, page: asked } = queryOf(visit, listQuery)
  const listed = (page: number) => visit.store.terms.list(visit.desk.id, { search, state, page, limit: termsOnPage })
  const found = await listed(asked)
  const page = pageOf(asked, found.total, termsOnPage)
  const { terms, total } = page.page === asked ? found : await listed(page.page)
  const idsWhere = (list: TermsListed) => (state === list ? terms.map(({ id }) => id) : [])
  const noise = await visit.store.terms.noise(idsWhere('noisy'))
  const breaches = await visit.store.terms.breaches(idsWhere('broken'))
  render(visit, 'terms/index', { title: visit.t('terms.title'), terms, total, search, state, states, ...page, noise, breaches })
}

/** GET /terms/new: an empty entry, or one begun with the word selected in a segment. */
export async function ask(visit: Visit): Promise<void> {
  const { source, target, avoid, back } = queryOf(visit, newQuery)
  const kind = source && target ? guessedKind(source, target) : 'name'
  const draft: TermDraft = {
    ...emptyEntry,
    kind,
    spellings: [source],
    renderings: [{ text: target, standing: 'preferred' }, ...avoided(avoid)],
  }
  renderForm(visit, { term: null, draft, problem: null, back })
}

/** Renderings to avoid, as a link from a list of those in use proposes them. */
function avoided(texts: readonly string[]): Rendering[] {
  return texts.slice(0, 20).map((text) => ({ text: text.slice(0, longestWording), standing: 'avoid' }))
}

/** POST /terms. */
export async function add(visit: Visit): Promise<void> {
  const form = formOf(visit, termForm)
  const draft = draftIn(form)
  await orForm(visit, { term: null, draft, back: form.back }, async () => {
    const term = await addTerm(visit.store, visit.desk.id, draft, by(visit))
    visit.res.redirect(303, await addressAfter(visit, term, form.back))
  })
}

/** Where a person is led who has added an entry: to it, where it says what it is in conflict with, or back to where they were. */
async function addressAfter(visit: Visit, term: Term, back: string): Promise<string> {
  const { sameEnglish, sameWords } = await conflictsOf(visit.store, term)
  if (sameEnglish.length + sameWords.length > 0) return `/terms/${term.id}${back ? `?back=${encodeURIComponent(back)}` : ''}#saved`
  return back || `/terms?search=${encodeURIComponent(term.spellings[0] ?? '')}`
}

/** GET /terms/:id: an entry, to be read and changed, with its history. */
export async function show(visit: Visit): Promise<void> {
  const term = await knownTerm(visit.store, idOf(visit))
  const { avoid, back } = queryOf(visit, newQuery)
  renderForm(visit, {
    term,
    draft: { ...term, renderings: [...term.renderings, ...avoided(avoid)] },
    problem: null,
    back,
    states: statesOf(visit.t, term, await visit.store.terms.history(term.id)),
    usage: await visit.store.occurrences.usage(term.id),
    broken: (await visit.store.terms.breaches([term.id])).get(term.id) ?? 0,
    conflicts: await conflictsOf(visit.store, term),
    batches: await visit.store.batches.ofTerm(term.id),
    noise: (await visit.store.terms.noise([term.id])).get(term.id)!,
  })
}

/** GET /glossary.csv, .xlsx and .tbx: the glossary, in a file it can be read back from; retired entries where that is asked for. */
export function exportAs(kind: TermFileKind): Handler {
  return async (visit) => {
    const { retired } = queryOf(visit, z.object({ retired: z.string().optional().catch(undefined) }))
    const terms = await (retired ? visit.store.terms.all(visit.desk.id) : visit.store.terms.active(visit.desk.id))
    const { bytes, type } = writeTerms(terms, kind)
    visit.res.attachment(`glossary.${kind}`).type(type).send(Buffer.from(bytes))
  }
}

const termsOnPage = 100

const states = ['active', 'broken', 'proposed', 'noisy', 'retired'] as const satisfies readonly TermsListed[]
const listQuery = z.object({
  search: line.catch(''),
  state: z.enum(states).catch('active'),
  page: whole.catch(1),
})
const newQuery = z.object({ source: line.catch(''), target: line.catch(''), avoid: lines.catch([]), back: ownAddress })
