import { z } from 'zod'
import { possibleChange } from '../actions/change-term.ts'
import { decideTerm } from '../actions/decide-term.ts'
import { type DecisionEffect, effectOfDecision } from '../actions/decision-effect.ts'
import { knownTerm } from '../actions/known.ts'
import { draftOf } from '../core/glossary/conflict.ts'
import { withConsequences } from '../core/glossary/succession.ts'
import { type Term, type TermDraft, termStates } from '../core/glossary/term.ts'
import { formOf, idOf, lines, ownAddress } from './forms.ts'
import { draftIn, orForm, renderForm, termForm } from './term-form.ts'
import type { FieldChange } from './uses.ts'
import { changesBetween } from './uses.ts'
import { render } from './views.ts'
import { by, type Visit } from './visit.ts'

export interface TermEffectView {
  title: string
  term: Term
  /** Where the form is sent; not the address of the page, which cannot be asked for again. */
  sentTo: string
  /** The state the entry would be in. */
  state: Term['state']
  changes: FieldChange[]
  effect: DecisionEffect
  /** The whole form, to be sent again. */
  fields: { name: string; value: string }[]
}

/** POST /terms/:id: an entry is changed. */
export async function change(visit: Visit): Promise<void> {
  const term = await knownTerm(visit.store, idOf(visit))
  const form = formOf(visit, termForm)
  const draft = { ...draftIn(form), state: term.state }
  const given = { term: { ...term, version: form.version }, draft, back: form.back }
  if (form.again) renderForm(visit, given)
  else await orForm(visit, given, () => decide(visit, term, draft, form))
}

/** POST /terms/:id/state: an entry is proposed, approved or retired, or taken up again. */
export async function setState(visit: Visit): Promise<void> {
  const term = await knownTerm(visit.store, idOf(visit))
  const { state, ...form } = formOf(visit, stateForm)
  if (form.again) visit.res.redirect(303, `/terms/${term.id}`)
  else await orForm(visit, { term, draft: term, back: '' }, () => decide(visit, term, { ...draftOf(term), state }, form))
}

interface Asked {
  version: number
  back: string
  confirmed?: string | undefined
}

/** A new decision that breaks texts, or holds texts to the entry no longer, is first shown with its effect, and stored when it is confirmed. */
async function decide(visit: Visit, term: Term, draft: TermDraft, { version, back, confirmed }: Asked): Promise<void> {
  const wanted = { termId: term.id, version, draft }
  const { entry } = await possibleChange(visit.store, wanted)
  const proposed = withConsequences(term, entry)
  const effect = confirmed ? null : await effectOfDecision(visit.store, visit.desk, term, proposed)
  if (effect && (effect.breaks > 0 || (proposed.state === 'retired' && effect.segments > 0))) {
    renderEffect(visit, term, proposed, effect)
    return
  }
  const batch = await decideTerm(visit.store, wanted, by(visit))
  const showMends = confirmed && batch && proposed.state !== 'retired'
  const after = back ? `?back=${encodeURIComponent(back)}` : ''
  visit.res.redirect(303, showMends ? `/batches/${batch.id}${after}` : back || `/terms/${term.id}#saved`)
}

/** The effect of a decision that is not stored yet, with the whole form, to be sent again as it is. */
function renderEffect(visit: Visit, term: Term, entry: TermDraft, effect: DecisionEffect): void {
  const given = formOf(visit, z.record(z.string(), lines))
  const decided: Record<string, string[]> = {
    firstMention: [entry.firstMention],
    rendering: entry.renderings.map(({ text }) => text),
    standing: entry.renderings.map(({ standing, always }) => (always ? 'avoid-always' : standing)),
  }
  const sent = given.state ? given : { ...given, ...decided }
  render(visit, 'terms/effect', {
    title: visit.t('terms.effect.title'),
    term,
    sentTo: given.state ? `/terms/${term.id}/state` : `/terms/${term.id}`,
    state: entry.state,
    changes: changesBetween(visit.t, term, entry),
    effect,
    fields: Object.entries(sent).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
  })
}

const stateForm = z.object({
  state: z.enum(termStates),
  version: z.coerce.number().int(),
  back: ownAddress,
  confirmed: z.string().optional(),
  again: z.string().optional(),
})
