import { z } from 'zod'
import { possibleChange, type WantedChange } from '../actions/change-term.ts'
import { decideTerm } from '../actions/decide-term.ts'
import { type DecisionEffect, effectOfDecision, entriesCarried } from '../actions/decision-effect.ts'
import { knownTerm } from '../actions/known.ts'
import { type CarriedEntry, withCarried } from '../core/glossary/decide/carried.ts'
import { isSameDecision } from '../core/glossary/decide/decision.ts'
import { namesLeft, withConsequences } from '../core/glossary/decide/succession.ts'
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
  /** What goes with the former name, though the person has not said so: an acronym that does not fit the new one. */
  goneWith: string[]
  /** Other entries that say the former name, with what they would say. */
  carried: CarriedEntry[]
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

/**
 * A new decision that breaks texts, holds texts to the entry no longer, or from which something follows that the person has not said, is first
 * shown with its effect, and stored when it is confirmed.
 */
async function decide(visit: Visit, term: Term, draft: TermDraft, { version, back, confirmed }: Asked): Promise<void> {
  const wanted = { termId: term.id, version, draft }
  const { entry } = await possibleChange(visit.store, wanted)
  if (!confirmed) {
    const proposed = withConsequences(term, entry)
    const effect = await effectOfDecision(visit.store, visit.desk, term, proposed)
    const carried = await entriesCarried(visit.store, visit.desk, term, proposed)
    const isNews = carried.length > 0 || !isSameDecision(proposed, entry)
    if (effect && (isNews || effect.breaks > 0 || (proposed.state === 'retired' && effect.segments > 0))) {
      renderEffect(visit, term, { typed: entry, entry: proposed, effect, carried })
      return
    }
  }
  const batch = await decideTerm(visit.store, { ...wanted, carried: confirmed ? await carriedIn(visit) : [] }, by(visit))
  const showMends = confirmed && batch && entry.state !== 'retired'
  const after = back ? `?back=${encodeURIComponent(back)}` : ''
  visit.res.redirect(303, showMends ? `/batches/${batch.id}${after}` : back || `/terms/${term.id}#saved`)
}

/** The other entries that are to say the new name too, as the page of the effect sends them. */
async function carriedIn(visit: Visit): Promise<WantedChange[]> {
  const { carry, carriedEntry, carriedFrom, carriedTo } = formOf(visit, carriedForm)
  return Promise.all(
    carry.map(async ([termId, version]) => {
      const texts = carriedFrom.map((from, index) => ({ from, to: carriedTo[index] ?? from }))
      const own = texts.filter((_, index) => carriedEntry[index] === String(termId))
      return { termId, version, draft: withCarried(await knownTerm(visit.store, termId), own) }
    }),
  )
}

/** The entry as it was typed and, with what follows, as it would be; what that does to texts, and to other entries. */
interface Shown {
  typed: TermDraft
  entry: TermDraft
  effect: DecisionEffect
  carried: CarriedEntry[]
}

/** The effect of a decision that is not stored yet, with the whole form, to be sent again as it is. */
function renderEffect(visit: Visit, term: Term, { typed, entry, effect, carried }: Shown): void {
  const given = formOf(visit, z.record(z.string(), lines))
  const decided: Record<string, string[]> = {
    firstMention: [entry.firstMention],
    laterMention: [entry.laterMention],
    rendering: entry.renderings.map(({ text }) => text),
    standing: entry.renderings.map(({ standing, always }) => (always ? 'avoid-always' : standing)),
  }
  render(visit, 'terms/effect', {
    title: visit.t('terms.effect.title'),
    term,
    state: entry.state,
    changes: changesBetween(visit.t, term, entry),
    effect,
    goneWith: namesLeft(entry, [typed]).filter((text) => text !== typed.firstMention),
    carried,
    fields: Object.entries({ ...given, ...decided }).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
  })
}

/** An entry is sent as its number and the version that was shown. */
const shownEntry = z
  .string()
  .regex(/^\d{1,9} \d{1,9}$/)
  .transform((sent) => sent.split(' ').map(Number) as [number, number])
const carriedForm = z.object({
  carry: z.union([shownEntry.transform((one) => [one]), z.array(shownEntry)]).default([]),
  carriedEntry: lines,
  carriedFrom: lines,
  carriedTo: lines,
})
