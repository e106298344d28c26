import { z } from 'zod'
import { knownTerm } from '../actions/known.ts'
import type { Use } from '../core/glossary/decide/decision.ts'
import { uses } from '../core/glossary/decide/decision.ts'
import type { Term } from '../core/glossary/term.ts'
import type { Usage, UsedSegment } from '../store/store.ts'
import { idOf, queryOf, whole } from './forms.ts'
import { type PageView, pageOf } from './page-of.ts'
import { render } from './views.ts'
import type { Visit } from './visit.ts'

export interface TermUsesView extends PageView {
  title: string
  term: Term
  usage: Usage
  /** In how many segments a text breaks it. */
  broken: number
  use: Use | null
  listed: UsedSegment[]
}

/** GET /terms/:id/uses: the segments in which an entry is used, all or those that follow it, break it … */
export async function list(visit: Visit): Promise<void> {
  const term = await knownTerm(visit.store, idOf(visit))
  const { use, page: asked } = queryOf(visit, usesQuery)
  const usage = await visit.store.occurrences.usage(term.id)
  const broken = (await visit.store.terms.breaches([term.id])).get(term.id) ?? 0
  const page = pageOf(asked, use ? usage[use] : usage.segments, usesOnPage)
  const listed = await visit.store.occurrences.list(term.id, { use, page: page.page, limit: usesOnPage })
  const title = visit.t('terms.uses.title', { spelling: term.spellings[0] ?? '' })
  render(visit, 'terms/uses', { title, term, usage, broken, use: use ?? null, listed, ...page })
}

const usesOnPage = 50
const usesQuery = z.object({ use: z.enum(uses).optional().catch(undefined), page: whole.catch(1) })
