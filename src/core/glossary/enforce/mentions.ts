import { findWording, type Wording, wording } from '../../english/renderings.ts'
import type { EnglishText } from '../../english/words.ts'
import { onceForEach } from '../../once.ts'
import { preferredRendering } from '../entry.ts'
import type { Glossary } from '../find/compile.ts'
import { findTerms, type Habits } from '../find/find.ts'
import { insideLonger, type Match } from '../find/match.ts'
import type { Term } from '../term.ts'

/**
 * What the check of a segment must know of the document around it. It is derived from the whole document each time and never kept with the
 * segment, so that it stays right when segments move, split or change.
 */
export interface Surroundings {
  /** Whether it is a headline: it brings nothing in, and every form is right there. */
  isHeadline?: boolean
  /** Entries that the Arabic of the document has before this segment already. */
  before: ReadonlySet<number>
  /** Entries that the Arabic of the document has again after this segment where there is no English yet. */
  awaited: ReadonlySet<number>
  /** Entries whose short form stands in the English of another segment of the document. */
  shortElsewhere: ReadonlySet<number>
  /** Entries that somebody decided are never meant in this document (علي is here never the person). */
  never: ReadonlySet<number>
}

/** How an entry is called where a document first has it and later on. */
export interface MentionForms {
  /** What the first mention takes: the Popular Mobilization Forces (PMF). */
  first: Wording
  /** The first mention without the short form in brackets. */
  long: Wording
  /** What later mentions may take; null where the entry names none. */
  short: Wording | null
  /** Wrong ones whose place the short one takes: acronyms to avoid, and what later mentions took by a former decision. */
  formerShort: readonly Wording[]
  /** Whether the first mention brings the short form in, in brackets. */
  introduces: boolean
}

/** An entry, perhaps one that knows what its later mentions took by former decisions, and what has come in the place of a rendering (see `successor`). */
export interface Successor extends Term {
  formerShort?: readonly string[]
  replaced?: ReadonlyMap<string, string>
}

/** Whether an entry knows what it was called before. */
export function isSuccessor(term: Successor): boolean {
  return term.formerShort !== undefined
}

/** How an entry is called at its first mention and later; null where it makes no difference. */
export const mentionsOf = onceForEach((term: Successor): MentionForms | null => {
  if (!hasMentions(term)) return null
  const { firstMention, laterMention } = term
  const bracketed = /^(.*\S)\s*\(([^()]+)\)$/.exec(firstMention)
  const long = bracketed?.[1] ?? (firstMention || preferredRendering(term))
  const named = laterMention || bracketed?.[2] || ''
  const short = named === long ? '' : named
  return {
    first: wordingOf(term, firstMention || long),
    long: wordingOf(term, long),
    short: short === '' ? null : wordingOf(term, short),
    formerShort: short === '' ? [] : formerShortOf(term),
    introduces: bracketed !== null && bracketed[2] === short,
  }
})

function formerShortOf(term: Successor): Wording[] {
  const avoided = term.renderings.filter(({ standing }) => standing === 'avoid').map(({ text }) => wordingOf(term, text))
  return avoided.filter((one) => isAcronym(one) || term.formerShort?.includes(one.text))
}

/** An English text of an entry, ready for being looked for. */
export function wordingOf({ kind }: Term, text: string): Wording {
  return wording(text, kind === 'name')
}

/** Whether a rendering is nothing but capitals: PMF. */
export function isAcronym({ words }: Wording): boolean {
  return words.length === 1 && words[0]!.capitals
}

/** Whether an entry is called otherwise at its first mention than later. */
function hasMentions({ firstMention, laterMention }: Pick<Term, 'firstMention' | 'laterMention'>): boolean {
  return firstMention !== '' || laterMention !== ''
}

/** The entries of a glossary that are called otherwise at their first mention. */
export const termsWithMentions = onceForEach(({ terms }: Glossary): readonly Term[] => [...terms.values()].filter(hasMentions))

/** Whether the short form of an entry, or what it is to replace, stands in an English text; where it is only brought in, in brackets, it is not yet used. */
export function usesShort(term: Term, { text, words }: EnglishText): boolean {
  const mentions = mentionsOf(term)
  if (!mentions?.short) return false
  const places = [mentions.short, ...mentions.formerShort].flatMap((short) => findWording(words, short))
  return places.some(({ first, end }) => !(mentions.introduces && words[first - 1]?.gap.endsWith('(') && text.charAt(end) === ')'))
}

/** The places where entries stand in a text, without those never meant in its document: what was nested in one of them stands by itself. */
export function findMeant(glossary: Glossary, text: string, habits?: Habits, never?: ReadonlySet<number>): Match[] {
  const found = findTerms(glossary, text, habits)
  if (!never?.size || !found.some(({ termId }) => never.has(termId))) return found
  const meant = found.filter(({ termId }) => !never.has(termId))
  const inside = insideLonger(meant)
  return meant.map((match) => ({ ...match, nested: inside.has(match) }))
}
