import { z } from 'zod'
import { noConflicts, type TermConflicts } from '../actions/conflicts-of.ts'
import { knownTerm } from '../actions/known.ts'
import { plain } from '../core/arabic/letters.ts'
import { likelyPlurals } from '../core/arabic/likely-plurals.ts'
import { guessedKind } from '../core/glossary/entry.ts'
import type { EntryForm } from '../core/glossary/find/forms.ts'
import { formsOfEntry } from '../core/glossary/find/forms.ts'
import type { Term } from '../core/glossary/term.ts'
import { emptyEntry, kinds, standings, strengths, type TermDraft, termStates } from '../core/glossary/term.ts'
import type { Batch, Noise, Usage } from '../store/store.ts'
import { line, lines, ownAddress, text } from './forms.ts'
import { orAgain } from './problems.ts'
import { statesOf, type TermState } from './term-changes.ts'
import { render } from './views.ts'
import type { Visit } from './visit.ts'

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
  /** In how many segments a text breaks it. */
  broken: number
  /** Every form in which the entry is looked for; none for a new one. */
  forms: EntryForm[]
  /** What the entry has struck besides, such as a form with what is joined to it: it goes on with the form. */
  otherStruck: string[]
  /** Plurals that the shape of the noun makes likely. */
  proposed: string[]
  conflicts: TermConflicts
  /** What changed it together with texts or other entries, newest first. */
  batches: Batch[]
}

/** The form of an entry as it is sent. */
export const termForm = z.object({
  confirmed: z.string().optional(),
  again: z.string().optional(),
  state: z.enum(termStates).optional(),
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
export function draftIn(form: z.infer<typeof termForm>): TermDraft {
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

/** What a page with the form of an entry is given at least. */
export type FormGiven = Pick<TermFormView, 'term' | 'draft' | 'back'> & Partial<TermFormView>

/** Answers with the form of an entry, or of a new one. */
export function renderForm(visit: Visit, given: FormGiven): void {
  const title = given.term ? visit.t('terms.entry', { spelling: given.term.spellings[0] ?? '' }) : visit.t('terms.new')
  const { term, draft } = given
  const forms = term ? formsOfEntry({ ...term, ...draft }) : []
  const otherStruck = draft.struck.filter((form) => !forms.some(({ word }) => word === plain(form)))
  const proposed = draft.kind === 'name' ? [] : likelyPlurals(draft.spellings[0] ?? '').filter((plural) => !draft.plurals.includes(plural))
  render(visit, 'terms/form', {
    title,
    forms,
    otherStruck,
    proposed,
    states: [],
    usage: null,
    broken: 0,
    conflicts: noConflicts,
    batches: [],
    noise: { mended: 0, waived: 0 },
    problem: null,
    ...given,
  })
}

/** Does the work, or shows the form again with everything that was typed and the sentence that says why not. */
export function orForm(visit: Visit, given: FormGiven, work: () => Promise<void>): Promise<void> {
  return orAgain(visit, work, async (problem, { code }) => {
    const now = given.term && code === 'term.changed' ? await asItIsNow(visit, given.term.id) : {}
    renderForm(visit, { ...given, ...now, problem })
  })
}

/** What somebody else has changed meanwhile is shown below what was typed, and saved again it goes upon that. */
async function asItIsNow(visit: Visit, id: number): Promise<Pick<TermFormView, 'term' | 'states'>> {
  const term = await knownTerm(visit.store, id)
  return { term, states: statesOf(visit.t, term, await visit.store.terms.history(id)) }
}
