import { z } from 'zod'
import { decideInDocument } from '../actions/decide-in-document.ts'
import { knownDocument } from '../actions/known.ts'
import { preferredRendering } from '../core/glossary/entry.ts'
import { formOf, idOf, ownAddress, whole } from './forms.ts'
import { by, type Visit } from './visit.ts'

/** An entry that is never meant in a document. */
export interface DecisionView {
  termId: number
  spelling: string
  rendering: string
  person: string
  at: string
}

/** POST /documents/:id/decisions: an entry is never meant in this document, or may be again. */
export async function decide(visit: Visit): Promise<void> {
  const document = await knownDocument(visit.store, idOf(visit))
  const { term, never, back } = formOf(visit, decisionForm)
  await decideInDocument(visit.store, { documentId: document.id, termId: term, never: never === 'yes' }, by(visit))
  visit.res.redirect(303, back || `/documents/${document.id}/heading`)
}

/** The entries that are never meant in a document, as its page lists them. */
export async function decisionViews(visit: Visit, documentId: number): Promise<DecisionView[]> {
  const decisions = await visit.store.decisions.of(documentId)
  const terms = new Map((await visit.store.terms.these(decisions.map(({ termId }) => termId))).map((term) => [term.id, term]))
  return decisions.map(({ termId, person, at }) => {
    const { spellings, renderings } = terms.get(termId)!
    return { termId, spelling: spellings[0] ?? '', rendering: preferredRendering({ renderings }), person, at }
  })
}

const decisionForm = z.object({ term: whole, never: z.enum(['yes', 'no']), back: ownAddress })
