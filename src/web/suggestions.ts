import { z } from 'zod'
import { knownDocument } from '../actions/known.ts'
import { mostTexts, namesInSeveralWays, suggestedTerms } from '../actions/names-without-entry.ts'
import type { DocumentRecord } from '../core/document.ts'
import type { InContext } from '../core/glossary/find/concordance.ts'
import { inContext } from '../core/glossary/find/concordance.ts'
import type { Evidence } from '../core/glossary/suggest/name-evidence.ts'
import type { SeveralWays, Way } from '../core/glossary/suggest/renderings-in-use.ts'
import type { Suggestion } from '../core/glossary/suggest/suggest.ts'
import type { ConcordanceSegment } from '../store/store.ts'
import { queryOf, whole } from './forms.ts'
import { render } from './views.ts'
import type { Visit } from './visit.ts'

/** A place to go to; `title` is the document's, empty where it goes without saying. */
export interface PlaceView {
  href: string
  position: number
  title: string
}

export interface SuggestionsView {
  title: string
  document: DocumentRecord | null
  suggestions: SuggestionView[]
  /** How many phrases are no terms. */
  nonTerms: number
  /** How many segments were looked at, 0 for all. */
  looked: number
}

/** A name without an entry, with the English to propose and one place in its context. */
export interface SuggestionView {
  identity: string
  spelling: string
  rendering: string
  count: number
  evidence: readonly Evidence[]
  example: InContext
  places: PlaceView[]
}

/** A name that the English has in several ways; `decide` is the address of the form that decides on one. */
export interface InUseNameView {
  spelling: string
  termId: number | null
  ways: { text: string; standing: Way['standing']; count: number; places: PlaceView[] }[]
  decide: string
}

/** GET /terms/suggestions: names and phrases without an entry, of a document or of all. */
export async function list(visit: Visit): Promise<void> {
  const { document: id } = queryOf(visit, suggestionsQuery)
  const document = id === undefined ? null : await knownDocument(visit.store, id)
  const { suggestions, texts, more } = await suggestedTerms(visit.store, visit.desk, document?.id ?? null)
  render(visit, 'terms/suggestions', {
    title: visit.t('terms.suggestions.title'),
    document,
    suggestions: suggestions.map((one) => suggestionView(one, texts, document === null)),
    nonTerms: (await visit.store.nonTerms.list(visit.desk.id)).length,
    looked: more ? mostTexts : 0,
  })
}

/** GET /terms/in-use: names that the English has in several ways. */
export async function inUse(visit: Visit): Promise<void> {
  const { names, texts, more } = await namesInSeveralWays(visit.store, visit.desk)
  render(visit, 'terms/in-use', {
    title: visit.t('terms.in-use.title'),
    names: names.slice(0, namesShown).map((name) => nameView(name, texts)),
    looked: more ? mostTexts : 0,
  })
}

const suggestionsQuery = z.object({ document: whole.optional().catch(undefined) })
/** Names that somebody can decide on in one sitting. */
const namesShown = 100
/** UTF-16 units of Arabic on either side of a suggestion. */
const width = 60
/** Links to places beside each way of a name. */
const placesShown = 4

function suggestionView(
  { identity, spelling, rendering, count, evidence, places }: Suggestion,
  texts: readonly ConcordanceSegment[],
  several: boolean,
): SuggestionView {
  const [first] = places
  return {
    identity,
    spelling,
    rendering,
    count,
    evidence,
    example: inContext(texts[first!.text]!.source, first!, width),
    places: places.map(({ text }) => placeView(texts[text]!, several)),
  }
}

function nameView({ spelling, termId, ways }: SeveralWays, texts: readonly ConcordanceSegment[]): InUseNameView {
  return {
    spelling,
    termId,
    ways: ways.map(({ text, standing, texts: at }) => ({
      text,
      standing,
      count: at.length,
      places: [...new Set(at)].slice(0, placesShown).map((index) => placeView(texts[index]!, true)),
    })),
    decide: decideAddress(spelling, termId, ways),
  }
}

/** The form of the entry, or of a new one, with the most frequent way preferred and the others to avoid. */
function decideAddress(spelling: string, termId: number | null, ways: readonly Way[]): string {
  const query = new URLSearchParams({ back: '/terms/in-use' })
  const avoided = termId === null ? ways.slice(1) : ways.filter(({ standing }) => standing === 'unlisted')
  for (const { text } of avoided) query.append('avoid', text)
  if (termId !== null) return `/terms/${termId}?${query}`
  query.append('source', spelling)
  query.append('target', ways[0]!.text)
  return `/terms/new?${query}`
}

function placeView({ documentId, position, title }: ConcordanceSegment, several: boolean): PlaceView {
  return { href: `/documents/${documentId}?at=${position}`, position, title: several ? title : '' }
}
