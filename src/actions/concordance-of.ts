import type { Finding } from '../core/checks/finding.ts'
import { check } from '../core/checks/index.ts'
import { waiverThatHolds } from '../core/checks/waiver.ts'
import { lookedUp, lookedUpIn, standsIn } from '../core/glossary/find/concordance.ts'
import { reachOf } from '../core/glossary/find/reach.ts'
import type { Term } from '../core/glossary/term.ts'
import type { Span } from '../core/span.ts'
import type { ConcordancePlace, ConcordanceSegment, Desk, Store } from '../store/store.ts'
import { glossaryOf, habitsOfDocuments } from './glossary.ts'
import { surroundingsOf } from './surroundings.ts'

/** A place where an entry or a word stands, with what the check says of its English (null where nothing is known of it), and whether that was overruled. */
export interface ConcordanceLine {
  segment: ConcordanceSegment
  place: Span
  finding: Finding | null
  waived: boolean
}

/** A page of a concordance, and where the next one begins (null at the end). */
export interface ConcordancePage {
  lines: ConcordanceLine[]
  next: ConcordancePlace | null
}

/** Segments on a page of a concordance; a line for each place in them. */
export const segmentsOnPage = 40

/** Every place of an entry in the texts of a desk, a page after a place. A retired entry is looked for nowhere: its page is empty. */
export async function concordanceOfTerm(store: Store, desk: Desk, term: Term, after: ConcordancePlace | null): Promise<ConcordancePage> {
  const found = await store.concordance.ofTerm(desk.id, term.id, after, segmentsOnPage + 1)
  const segments = found.slice(0, segmentsOnPage)
  const glossary = await glossaryOf(store, desk)
  const habits = await habitsOfDocuments(store, documentsOf(segments))
  const surroundings = await surroundingsOf(store, segments, glossary)
  const waivers = await store.waivers.of(segments.map(({ id }) => id))
  const lines = segments.flatMap((segment) => {
    const around = surroundings.get(segment.id)
    const found = check(segment, glossary, habits.get(segment.documentId), around).filter(({ termId }) => termId === term.id)
    const places = around?.never.has(term.id) ? [] : standsIn(glossary, segment.source, habits.get(segment.documentId), term.id)
    return places.map((place) => {
      const finding = found.find(({ source }) => source?.start === place.start) ?? null
      const waived = finding !== null && waiverThatHolds(finding, segment, glossary, waivers.get(segment.id) ?? []) !== undefined
      return { segment, place, finding, waived }
    })
  })
  return { lines, next: nextOf(found) }
}

/** Every place of a word or phrase, in all its forms; undefined where what was typed has no Arabic. */
export async function concordanceOfWord(
  store: Store,
  desk: Desk,
  typed: string,
  after: ConcordancePlace | null,
): Promise<ConcordancePage | undefined> {
  const term = lookedUp(typed)
  if (!term) return undefined
  const reach = reachOf([term])
  const spellings = reach
    .groupsOf(await store.words.containing(reach.stretches))
    .map((groups) => groups.map((group) => group.map(({ id }) => id)))
  const found = await store.concordance.ofWords(desk.id, spellings, after, segmentsOnPage + 1)
  const segments = found.slice(0, segmentsOnPage)
  const glossary = lookedUpIn(term)
  const habits = await habitsOfDocuments(store, documentsOf(segments))
  const lines = segments.flatMap((segment) =>
    standsIn(glossary, segment.source, habits.get(segment.documentId)).map((place) => ({ segment, place, finding: null, waived: false })),
  )
  return { lines, next: nextOf(found) }
}

function documentsOf(segments: readonly ConcordanceSegment[]): Set<number> {
  return new Set(segments.map(({ documentId }) => documentId))
}

function nextOf(found: readonly ConcordanceSegment[]): ConcordancePlace | null {
  const last = found.length > segmentsOnPage ? found[segmentsOnPage - 1] : undefined
  return last ? { documentId: last.documentId, position: last.position } : null
}
