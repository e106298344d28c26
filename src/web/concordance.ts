import { z } from 'zod'
import { type ConcordanceLine, type ConcordancePage, concordanceOfTerm, concordanceOfWord } from '../actions/concordance-of.ts'
import { knownTerm } from '../actions/known.ts'
import { longestWording } from '../core/glossary/entry.ts'
import { type InContext, inContext } from '../core/glossary/find/concordance.ts'
import type { Status } from '../core/segment.ts'
import type { ConcordancePlace } from '../store/store.ts'
import { idOf, line, queryOf } from './forms.ts'
import type { Mark } from './marked.ts'
import { markKind } from './marked.ts'
import { render } from './views.ts'
import type { Visit } from './visit.ts'

/** The places of an entry or a word; `lines` is null where nothing was asked or what was asked has no Arabic. */
export interface ConcordanceView {
  title: string
  term: { id: number; segments: number; documents: number } | null
  word: string
  lines: ConcordanceLineView[] | null
  first: string | null
  later: string | null
}

export interface ConcordanceLineView {
  arabic: InContext
  /** Null where there is no translation yet. */
  english: InContext | null
  kind: Mark['kind']
  /** Whether the English lacks the entry's rendering. */
  missing: boolean
  status: Status
  title: string
  position: number
  href: string
}

/** GET /terms/:id/concordance: every place of an entry. */
export async function ofTerm(visit: Visit): Promise<void> {
  const term = await knownTerm(visit.store, idOf(visit))
  const { after } = queryOf(visit, concordanceQuery)
  const [page, usage] = [await concordanceOfTerm(visit.store, visit.desk, term, after), await visit.store.occurrences.usage(term.id)]
  const word = term.spellings[0]!
  answer(visit, { term: { id: term.id, ...usage }, word, page, address: `/terms/${term.id}/concordance?`, after })
}

/** GET /concordance: every place of a word or phrase. */
export async function ofWord(visit: Visit): Promise<void> {
  const { word, after } = queryOf(visit, concordanceQuery)
  const page = word.trim() === '' ? undefined : await concordanceOfWord(visit.store, visit.desk, word, after)
  answer(visit, { term: null, word: word.trim(), page, address: `/concordance?${new URLSearchParams({ word })}&`, after })
}

/** Such as 12.40: after segment 40 of document 12. */
const placeAfter = z
  .string()
  .regex(/^\d{1,9}\.\d{1,9}$/)
  .transform((place): ConcordancePlace => {
    const [documentId, position] = place.split('.').map(Number) as [number, number]
    return { documentId, position }
  })
const concordanceQuery = z.object({
  word: line.catch('').transform((word) => word.slice(0, longestWording)),
  after: placeAfter.nullable().default(null).catch(null),
})

interface Answer {
  term: { id: number; segments: number; documents: number } | null
  word: string
  page: ConcordancePage | undefined
  address: string
  after: ConcordancePlace | null
}

function answer(visit: Visit, { term, word, page, address, after }: Answer): void {
  render(visit, 'concordance/show', {
    title: word === '' ? visit.t('concordance.title') : visit.t('concordance.of', { word }),
    term,
    word,
    lines: page?.lines.map(lineView) ?? null,
    first: after ? address.replace(/[?&]$/, '') : null,
    later: page?.next ? `${address}after=${page.next.documentId}.${page.next.position}` : null,
  })
}

/** UTF-16 units of context: as much Arabic as fits beside the word, and so much English. */
const arabicWidth = 64
const englishWidth = 110

function lineView({ segment, place, finding, waived }: ConcordanceLine): ConcordanceLineView {
  const { documentId, title, position, source, target, status } = segment
  return {
    arabic: inContext(source, place, arabicWidth),
    english: target.trim() === '' ? null : english(target, finding?.target ?? null),
    kind: finding ? markKind(finding, waived) : 'possible',
    missing: finding?.verdict === 'missing' && !waived,
    status,
    title,
    position,
    href: `/documents/${documentId}?at=${position}`,
  }
}

/** The English around what was found; where nothing is known of it, the English from its beginning. */
function english(target: string, found: { start: number; end: number } | null): InContext {
  return found ? inContext(target, found, englishWidth) : inContext(target, { start: 0, end: 0 }, 2 * englishWidth)
}
