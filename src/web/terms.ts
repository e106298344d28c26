import { z } from 'zod'
import { addTerm, possibleChange, setTermState } from '../actions/change-term.ts'
import { decideTerm } from '../actions/decide-term.ts'
import { type DecisionEffect, effectOfDecision } from '../actions/decision-effect.ts'
import { knownTerm } from '../actions/known.ts'
import { likelyPlurals } from '../core/arabic/likely-plurals.ts'
import { guessedKind, longestWording } from '../core/glossary/entry.ts'
import { formsOfEntry } from '../core/glossary/forms.ts'
import { withConsequences } from '../core/glossary/succession.ts'
import { emptyEntry, kinds, type Rendering, standings, strengths, type Term, type TermDraft, termStates } from '../core/glossary/term.ts'
import { type TermFileKind, writeTerms } from '../formats/terms-file.ts'
import { formOf, idOf, line, ownAddress, queryOf, text, whole } from './forms.ts'
import { orAgain } from './problems.ts'
import { changesBetween, sameEnglish, statesOf } from './uses.ts'
import { render, type TermFormView } from './views.ts'
import { by, type Handler, type Visit } from './visit.ts'

/** GET /terms: the glossary, searched and a page at a time. */
export async function list(visit: Visit): Promise<void> {
  const { search, state, page: asked } = queryOf(visit, listQuery)
  const listed = (page: number) => visit.store.terms.list(visit.desk.id, { search, state, page, limit: termsOnPage })
  const found = await listed(asked)
  const pages = Math.max(1, Math.ceil(found.total / termsOnPage))
  const page = Math.min(asked, pages)
  const { terms, total } = page === asked ? found : await listed(page)
  const noise = await visit.store.terms.noise(state === 'noisy' ? terms.map(({ id }) => id) : [])
  render(visit, 'terms/index', { title: visit.t('terms.title'), terms, total, search, state, page, pages, noise })
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
  const draft = draftOf(form)
  await orForm(visit, { term: null, draft, back: form.back }, async () => {
    await addTerm(visit.store, visit.desk.id, draft, by(visit))
    visit.res.redirect(303, form.back || `/terms?search=${encodeURIComponent(draft.spellings[0] ?? '')}`)
  })
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
    sameEnglish: await sameEnglish(visit, term),
    batches: await visit.store.batches.ofTerms([term.id]),
    noise: (await visit.store.terms.noise([term.id])).get(term.id)!,
  })
}

/** POST /terms/:id: a new decision that breaks texts is first shown with its effect, and stored when it is confirmed. */
export async function change(visit: Visit): Promise<void> {
  const term = await knownTerm(visit.store, idOf(visit))
  const form = formOf(visit, termForm)
  const draft = { ...draftOf(form), state: term.state }
  const given = { term: { ...term, version: form.version }, draft, back: form.back }
  if (form.again) return void renderForm(visit, given)
  await orForm(visit, given, async () => {
    const wanted = { termId: term.id, version: form.version, draft }
    const { entry } = await possibleChange(visit.store, wanted)
    const proposed = withConsequences(term, entry)
    const effect = form.confirmed ? null : await effectOfDecision(visit.store, visit.desk, term, proposed)
    if (effect && effect.breaks > 0) return renderEffect(visit, term, proposed, effect)
    const batch = await decideTerm(visit.store, wanted, by(visit))
    const back = form.back ? `?back=${encodeURIComponent(form.back)}` : ''
    visit.res.redirect(303, form.confirmed && batch ? `/batches/${batch.id}${back}` : form.back || `/terms/${term.id}`)
  })
}

/** The effect of a decision that is not stored yet, with the whole form, to be sent again as it is. */
function renderEffect(visit: Visit, term: Term, entry: TermDraft, effect: DecisionEffect): void {
  const decided: Record<string, string[]> = {
    firstMention: [entry.firstMention],
    rendering: entry.renderings.map(({ text }) => text),
    standing: entry.renderings.map(({ standing, always }) => (always ? 'avoid-always' : standing)),
  }
  const given = { ...formOf(visit, z.record(z.string(), lines)), ...decided }
  const fields = Object.entries(given).flatMap(([name, values]) => values.map((value) => ({ name, value })))
  const title = visit.t('terms.effect.title')
  render(visit, 'terms/effect', { title, term, changes: changesBetween(visit.t, term, entry), effect, fields })
}

/** POST /terms/:id/state: retires an entry or takes it up again. */
export async function setState(visit: Visit): Promise<void> {
  const term = await knownTerm(visit.store, idOf(visit))
  const { state, version } = formOf(visit, z.object({ state: z.enum(termStates), version: z.coerce.number().int() }))
  await orForm(visit, { term, draft: term, back: '' }, async () => {
    await setTermState(visit.store, { termId: term.id, version, state }, by(visit))
    visit.res.redirect(303, `/terms/${term.id}`)
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

const listQuery = z.object({
  search: line.catch(''),
  state: z.enum(['active', 'retired', 'noisy']).catch('active'),
  page: whole.catch(1),
})
const lines = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])
const newQuery = z.object({ source: line.catch(''), target: line.catch(''), avoid: lines.catch([]), back: ownAddress })
const termForm = z.object({
  confirmed: z.string().optional(),
  again: z.string().optional(),
  version: z.coerce.number().int().default(0),
  back: ownAddress,
  spellings: text,
  rendering: lines,
  standing: lines,
  kind: z.enum(kinds).or(z.literal('')),
  strength: z.enum(strengths),
  exactOnly: z.string().optional(),
  firstMention: line,
  laterMention: line,
  partOfSpeech: line,
  subject: line,
  authority: line,
  note: text,
  plurals: text,
  plural: lines,
  struck: lines,
})

/** The entry as the form has it: spellings one a line, renderings in pairs of text and standing. */
function draftOf(form: z.infer<typeof termForm>): TermDraft {
  const { strength, firstMention, laterMention, partOfSpeech, subject, authority, note } = form
  const spellings = form.spellings.split(/\r?\n/)
  return {
    ...emptyEntry,
    spellings,
    kind: form.kind || guessedKind(spellings[0] ?? '', form.rendering[0] ?? ''),
    renderings: form.rendering.map((text, index) => rendering(text, form.standing[index] ?? '')),
    strength,
    firstMention,
    laterMention,
    partOfSpeech,
    subject,
    authority,
    note,
    exactOnly: form.exactOnly !== undefined,
    plurals: [...form.plurals.split(/\r?\n/), ...form.plural],
    struck: form.struck,
  }
}

/** "avoid-always" is an avoided rendering that is found even where the Arabic does not have the term. */
function rendering(text: string, choice: string): TermDraft['renderings'][number] {
  if (choice === 'avoid-always') return { text, standing: 'avoid', always: true }
  return { text, standing: standings.find((standing) => standing === choice) ?? 'allowed' }
}

type FormGiven = Pick<TermFormView, 'term' | 'draft' | 'back'> & Partial<TermFormView>

function renderForm(visit: Visit, given: FormGiven): void {
  const title = given.term ? visit.t('terms.entry', { spelling: given.term.spellings[0] ?? '' }) : visit.t('terms.new')
  const { term, draft } = given
  const forms = term ? formsOfEntry({ ...term, ...draft }) : []
  const proposed = draft.kind === 'name' ? [] : likelyPlurals(draft.spellings[0] ?? '').filter((plural) => !draft.plurals.includes(plural))
  render(visit, 'terms/form', {
    title,
    forms,
    proposed,
    states: [],
    usage: null,
    sameEnglish: [],
    batches: [],
    noise: { mended: 0, waived: 0 },
    problem: null,
    ...given,
  })
}

/** Does the work, or shows the form again with everything that was typed and the sentence that says why not. */
function orForm(visit: Visit, given: FormGiven, work: () => Promise<void>): Promise<void> {
  return orAgain(visit, work, (problem) => renderForm(visit, { ...given, problem }))
}
