import { changedShare, type DiffPart, twoColumnsFrom, wordDiff } from '../core/diff.ts'
import { findMeant } from '../core/glossary/enforce/mentions.ts'
import { preferredRendering } from '../core/glossary/entry.ts'
import type { WordAnalysis } from '../core/glossary/find/match.ts'
import { enforcedFrom } from '../core/glossary/find/match.ts'
import type { Rendering } from '../core/glossary/term.ts'
import type { Revision } from '../core/revision.ts'
import type { Segment } from '../core/segment.ts'
import type { Translate } from '../i18n/index.ts'
import { matchesOf, type Reading } from './rows.ts'
import type { Visit } from './visit.ts'

export interface RevisionView {
  number: number
  person: string
  at: string
  status: string
  origin: string
  reason: string
  target: string
  parts: DiffPart[]
  columns: boolean
}

/** What stands beside the row in hand: its terms and its history. */
export interface PaneView {
  segment: Segment
  terms: PaneTerm[]
  /** Entries whose Arabic stands in it, but which are never meant in its document. */
  never: { id: number; spelling: string }[]
  revisions: RevisionView[]
}

export interface PaneTerm {
  id: number
  /** 1 to 9 for the key that inserts it, else 0. */
  number: number
  spelling: string
  surface: string
  renderings: Rendering[]
  /** What the key or a press inserts. */
  preferred: string
  note: string
  possible: boolean
  why: string[]
}

/** The pane of a segment; a term that occurs twice is listed once. */
export async function paneOf(visit: Visit, segment: Segment, reading: Reading): Promise<PaneView> {
  const revisions = await visit.store.revisions.list(segment.id)
  const terms = paneTerms(visit.t, segment, reading)
  return { segment, terms, never: neverMeant(segment, reading), revisions: revisionViews(revisions).slice(0, revisionsShown) }
}

/** Revisions with their difference to the one before, newest first as they came. */
export function revisionViews(revisions: readonly Revision[]): RevisionView[] {
  return revisions.map((revision, index) => revisionView(revision, revisions[index + 1]?.target ?? null))
}

/** A revision beside another text, or by itself. */
export function revisionView(revision: Revision, before: string | null): RevisionView {
  const parts = wordDiff(before ?? revision.target, revision.target)
  const { number, person, until, status, origin, reason, target } = revision
  return {
    number,
    person,
    at: until,
    status,
    origin,
    reason,
    target,
    parts,
    columns: before !== null && before !== '' && changedShare(parts) >= twoColumnsFrom,
  }
}

/** How many of the newest revisions the pane shows; the history page shows all. */
const revisionsShown = 5

function paneTerms(t: Translate, segment: Segment, reading: Reading): PaneTerm[] {
  const listed = new Map<number, PaneTerm>()
  for (const match of matchesOf(segment, reading)) {
    const term = reading.glossary.terms.get(match.termId)
    if (!term || listed.has(term.id)) continue
    const number = listed.size < 9 ? listed.size + 1 : 0
    const { spelling, surface, confidence } = match
    listed.set(term.id, {
      id: term.id,
      number,
      spelling,
      surface,
      renderings: term.renderings,
      preferred: preferredRendering(term),
      note: term.note,
      possible: confidence < enforcedFrom,
      why: match.why.flatMap((word) => reason(t, word)),
    })
  }
  return [...listed.values()]
}

function neverMeant(segment: Segment, { glossary, habits, surroundings }: Reading): PaneView['never'] {
  const never = surroundings.get(segment.id)?.never
  if (!never?.size) return []
  const found = new Set(findMeant(glossary, segment.source, habits).map(({ termId }) => termId))
  return [...never].filter((id) => found.has(id)).map((id) => ({ id, spelling: glossary.terms.get(id)?.spellings[0] ?? '' }))
}

/** Why a word was recognised: its parts where it is dressed, and how its form comes about; nothing for a word that stands as listed. */
function reason(t: Translate, word: WordAnalysis): string[] {
  const parts = [...word.proclitics, word.word].join(' + ')
  const form = word.form === 'as-listed' ? '' : t(`terms.forms.${word.form}`)
  const respelled = word.respelled ? t('terms.respelled') : ''
  if (word.proclitics.length === 0 && form === '' && respelled === '') return []
  return [[parts, form, respelled].filter((part) => part !== '').join(' · ')]
}
