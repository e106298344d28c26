import { z } from 'zod'
import { knownTerm } from '../actions/known.ts'
import { type DiffPart, wordDiff } from '../core/diff.ts'
import type { Use } from '../core/glossary/decision.ts'
import { uses } from '../core/glossary/decision.ts'
import { preferredRendering } from '../core/glossary/entry.ts'
import type { Rendering, Term, TermDraft, TermRevision } from '../core/glossary/term.ts'
import type { Key, Translate } from '../i18n/index.ts'
import type { Usage, UsedSegment } from '../store/store.ts'
import { idOf, queryOf, whole } from './forms.ts'
import { type PageView, pageOf } from './page-of.ts'
import { render } from './views.ts'
import type { Visit } from './visit.ts'

/** One field of an entry as it was and is; `language` null where it is in whatever language the person wrote. */
export interface FieldChange {
  label: string
  language: 'ar' | 'en' | null
  parts: DiffPart[]
}

/** A state an entry has had, and what it changed of the one before (null: it was the first). */
export interface TermState {
  person: string
  at: string
  changes: FieldChange[] | null
}

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

/** Other entries in use whose preferred English is the same: nobody who reads it can tell them apart. */
export async function sameEnglish(visit: Visit, term: Term): Promise<Term[]> {
  if (term.state === 'retired') return []
  const others = await visit.store.terms.withPreferred(visit.desk.id, preferredRendering(term))
  return others.filter(({ id }) => id !== term.id)
}

/** Every state an entry has had, newest first, each with what it changed of the one before; saved as it was, it is no other state. */
export function statesOf(t: Translate, term: Term, history: readonly TermRevision[]): TermState[] {
  const states = [{ entry: term as TermDraft, person: term.changedBy, at: term.changedAt }, ...history]
  const shown = states.map(({ entry, person, at }, index) => {
    const before = states[index + 1]?.entry
    return { person, at, changes: before ? changesBetween(t, before, entry) : null }
  })
  return shown.filter(({ changes }) => changes === null || changes.length > 0)
}

/** What is different between two states of an entry, field by field, as word diffs. */
export function changesBetween(t: Translate, before: TermDraft, after: TermDraft): FieldChange[] {
  const [former, newer] = [fieldsOf(t, before), fieldsOf(t, after)]
  return newer.flatMap((field, index) => {
    const old = former[index]!
    return old.text === field.text
      ? []
      : [{ label: field.label, language: field.language, parts: (field.language ? listDiff : wordDiff)(old.text, field.text) }]
  })
}

/** Of a list whole members come and go; where only their order is another, and in all else, words do. */
function listDiff(before: string, after: string): DiffPart[] {
  const [old, fresh] = [before, after].map((text) => text.split(between))
  const gone = old!.filter((one) => !fresh!.includes(one))
  const come = fresh!.filter((one) => !old!.includes(one))
  if (gone.length + come.length === 0 || Math.max(old!.length, fresh!.length) === 1) return wordDiff(before, after)
  const members: DiffPart[] = [
    ...old!.map((text): DiffPart => ({ kind: gone.includes(text) ? 'removed' : 'same', text })),
    ...come.map((text): DiffPart => ({ kind: 'added', text })),
  ]
  return members.filter(({ text }) => text !== '').flatMap((one, index) => (index === 0 ? [one] : [{ kind: 'same', text: between }, one]))
}

/** What stands between the members of a list. */
const between = ' · '

interface Field {
  label: string
  text: string
  /** Null where it is in whatever language the person wrote. */
  language: 'ar' | 'en' | null
}

/** Everything an entry says, field by field, in the reader's words. */
export function fieldsOf(t: Translate, entry: TermDraft): Field[] {
  const ofStanding = (label: Key, among: (rendering: Rendering) => boolean): Field => {
    const texts = entry.renderings.filter(among).map(({ text }) => text)
    return { label: t(label), text: texts.join(between), language: 'en' }
  }
  return [
    { label: t('terms.spellings'), text: entry.spellings.join(between), language: 'ar' },
    ofStanding('terms.standing.preferred', ({ standing }) => standing === 'preferred'),
    ofStanding('terms.standing.allowed', ({ standing }) => standing === 'allowed'),
    ofStanding('terms.standing.avoid', ({ standing, always }) => standing === 'avoid' && !always),
    ofStanding('terms.standing.avoid-always', ({ always }) => always === true),
    { label: t('terms.first-mention'), text: entry.firstMention, language: 'en' },
    { label: t('terms.later-mention'), text: entry.laterMention, language: 'en' },
    { label: t('terms.plurals'), text: entry.plurals.join(between), language: 'ar' },
    { label: t('terms.struck'), text: entry.struck.join(between), language: 'ar' },
    { label: t('terms.kind.label'), text: t(`terms.kind.${entry.kind}`), language: null },
    { label: t('terms.strength.label'), text: t(`terms.strength.${entry.strength}`), language: null },
    { label: t('terms.exact-only'), text: entry.exactOnly ? t('terms.yes') : t('terms.no'), language: null },
    { label: t('terms.part-of-speech'), text: entry.partOfSpeech, language: null },
    { label: t('terms.subject'), text: entry.subject, language: null },
    { label: t('terms.authority'), text: entry.authority, language: null },
    { label: t('terms.note'), text: entry.note, language: null },
    { label: t('terms.state.label'), text: t(`terms.state.${entry.state}`), language: null },
  ]
}

const usesOnPage = 50
const usesQuery = z.object({ use: z.enum(uses).optional().catch(undefined), page: whole.catch(1) })
