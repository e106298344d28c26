import { type DiffPart, wordDiff } from '../core/diff.ts'
import type { Rendering, Term, TermDraft, TermRevision } from '../core/glossary/term.ts'
import type { Key, Translate } from '../i18n/index.ts'

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
