import { z } from 'zod'
import { noteNonTerm, suggestAgain } from '../actions/note-non-term.ts'
import { formOf, line, ownAddress } from './forms.ts'
import { render } from './views.ts'
import { by, type Visit } from './visit.ts'

/** GET /terms/non-terms: what was suggested and is no term. */
export async function list(visit: Visit): Promise<void> {
  render(visit, 'terms/non-terms', { title: visit.t('terms.non-terms.title'), nonTerms: await visit.store.nonTerms.list(visit.desk.id) })
}

/** POST /terms/non-terms: a suggested phrase is no term, or may be suggested again. */
export async function change(visit: Visit): Promise<void> {
  const { do: what, identity, spellings, back } = formOf(visit, nonTermForm)
  if (what === 'again') await suggestAgain(visit.store, visit.desk.id, identity)
  else await noteNonTerm(visit.store, visit.desk.id, { identity, spelling: spellings }, by(visit))
  visit.res.redirect(303, back || '/terms/non-terms')
}

const nonTermForm = z.object({ do: z.enum(['note', 'again']), identity: line, spellings: line, back: ownAddress })
