import type { Wording } from '../../english/renderings.ts'
import type { EnglishWord } from '../../english/words.ts'
import { addToGroup } from '../../grouped.ts'
import { onceForEach } from '../../once.ts'
import { preferredRendering } from '../entry.ts'
import type { Glossary } from '../find/compile.ts'
import type { Term } from '../term.ts'
import { type MentionForms, mentionsOf, wordingOf } from './mentions.ts'

/** The English side of an entry, ready for being looked for. */
export interface EnglishEntry {
  term: Term
  /** The rendering that is offered. */
  wanted: Wording
  /** How it is called at its first mention in a document and later, where that makes a difference. */
  mentions: MentionForms | null
  /** Preferred and allowed renderings, the first mention (without what it brings in, in brackets) and the later one. */
  right: Wording[]
  avoid: Wording[]
  /** Those of `avoid` that are found even where the Arabic does not have the term. */
  always: ReadonlySet<Wording>
}

/** The English side of a whole glossary. */
interface EnglishGlossary {
  /** Entries with a rendering avoided everywhere that may begin with one of these words. */
  alwaysAvoided(words: readonly EnglishWord[]): { entry: EnglishEntry; wording: Wording }[]
  /** Whether words, as keys with a space between, are a right rendering of an entry other than this. */
  isOthers(keys: string, termId: number): boolean
}

/** The English side of an entry; made once for as long as the entry is in memory. */
export const englishEntry = onceForEach(makeEntry)

/** The English side of a glossary; made once for as long as it is in memory. */
export const englishGlossary = onceForEach(({ terms }: Glossary) => makeGlossary([...terms.values()]))

function makeEntry(term: Term): EnglishEntry {
  const right = term.renderings.filter(({ standing }) => standing !== 'avoid').map(({ text }) => text)
  const mentions = mentionsOf(term)
  const mentioned = mentions ? [mentions.long.text, mentions.short?.text ?? ''].filter((text) => text !== '') : []
  const avoid = term.renderings
    .filter(({ standing }) => standing === 'avoid')
    .map(({ text, always }) => ({ always, wording: wordingOf(term, text) }))
  return {
    term,
    wanted: wordingOf(term, preferredRendering(term)),
    mentions,
    right: [...new Set([...right, ...mentioned])].map((text) => wordingOf(term, text)),
    avoid: avoid.map((one) => one.wording),
    always: new Set(avoid.filter(({ always }) => always).map((one) => one.wording)),
  }
}

function makeGlossary(terms: readonly Term[]): EnglishGlossary {
  const avoided = new Map<string, { entry: EnglishEntry; wording: Wording }[]>()
  const owners = new Map<string, Set<number>>()
  for (const term of terms) {
    const entry = englishEntry(term)
    for (const one of entry.always) addUnderBeginnings(avoided, { entry, wording: one })
    for (const one of entry.right) owned(owners, one.words.map(({ key }) => key).join(' ')).add(term.id)
  }
  return {
    alwaysAvoided: (words) => [...new Set(words.flatMap(({ key }) => avoided.get(beginningOf(key)) ?? []))],
    isOthers: (keys, termId) => [...(owners.get(keys) ?? [])].some((id) => id !== termId),
  }
}

function addUnderBeginnings<T extends { wording: Wording }>(groups: Map<string, T[]>, value: T): void {
  const { forms, solid } = value.wording
  for (const beginning of new Set([...(forms[0] ?? []), ...solid].map(beginningOf))) addToGroup(groups, beginning, value)
}

/** The letters that a word and what it may be joined with have in common: cease-fire, ceasefire. */
function beginningOf(key: string): string {
  return key.slice(0, 3)
}

function owned(owners: Map<string, Set<number>>, keys: string): Set<number> {
  const ids = owners.get(keys) ?? new Set()
  owners.set(keys, ids)
  return ids
}
