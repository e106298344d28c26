import { z } from 'zod'
import { possibleChange } from '../actions/change-term.ts'
import { decideTerm } from '../actions/decide-term.ts'
import { type DecisionEffect, effectOfDecision } from '../actions/decision-effect.ts'
import { knownTerm } from '../actions/known.ts'
import { withConsequences } from '../core/glossary/succession.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import { formOf, idOf, lines } from './forms.ts'
import { changesBetween, type FieldChange } from './term-changes.ts'
import { draftIn, orForm, renderForm, termForm } from './term-form.ts'
import { render } from './views.ts'
import { by, type Visit } from './visit.ts'

export interface TermEffectView {
  title: string
  term: Term
  /** The state the entry would be in. */
  state: Term['state']
  changes: FieldChange[]
  effect: DecisionEffect
  /** The whole form, to be sent again. */
  fields: { name: string; value: string }[]
}

/** POST /terms/:id: an entry is changed, and with what was typed proposed, approved, retired or taken up again. */
export async function change(visit: Visit): Promise<void> {
  const term = await knownTerm(visit.store, idOf(visit))
  const form = formOf(visit, termForm)
  const draft = { ...draftIn(form), state: form.state ?? term.state }
  const given = { term: { ...term, version: form.version }, draft, back: form.back }
  if (form.again) renderForm(visit, given)
  else await orForm(visit, given, () => decide(visit, term, draft, form))
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
  render(visit, 'terms/effect', {
    title: visit.t('terms.effect.title'),
    term,
    state: entry.state,
    changes: changesBetween(visit.t, term, entry),
    effect,
    fields: Object.entries({ ...given, ...decided }).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
  })
}
