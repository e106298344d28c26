import type { By } from '../person.ts'

export const kinds = ['name', 'noun', 'phrase'] as const
/** A *name* is only dressed with proclitics; a *noun* or *phrase* is inflected too. */
export type Kind = (typeof kinds)[number]

export const strengths = ['required', 'warning', 'advice', 'off'] as const
/** What a broken term does: keeps the segment a draft, warns, advises, or nothing. */
export type Strength = (typeof strengths)[number]

export const standings = ['preferred', 'allowed', 'avoid'] as const
export type Standing = (typeof standings)[number]

export const termStates = ['proposed', 'approved', 'retired'] as const
/** Approved entries are looked for and hold with their strength; proposed ones are looked for and only advise; retired ones are kept and not looked for. */
export type TermState = (typeof termStates)[number]

/** An English rendering. `always` (for *avoid* only): found in the English even where the Arabic does not have the term. */
export interface Rendering {
  text: string
  standing: Standing
  always?: boolean
}

/** One decision, before it is stored: the Arabic spellings of a concept (the first is the main one) and its English renderings (at least one, the first *preferred* one is offered). */
export interface TermDraft {
  spellings: string[]
  kind: Kind
  renderings: Rendering[]
  /** The long form for the first mention in a document, and the short one for later mentions; empty when unused. */
  firstMention: string
  laterMention: string
  strength: Strength
  exactOnly: boolean
  /** The entry's own plurals of its head word, for those that no table of the language knows. */
  plurals: string[]
  /** Forms that are never meant by it, each as it would stand in a text. */
  struck: string[]
  partOfSpeech: string
  subject: string
  note: string
  /** Who says so: own usage, UNTERM, BGN, AP, house … */
  authority: string
  state: TermState
}

/** An entry that says nothing yet. */
export const emptyEntry: TermDraft = {
  spellings: [],
  kind: 'name',
  renderings: [],
  firstMention: '',
  laterMention: '',
  strength: 'required',
  exactOnly: false,
  plurals: [],
  struck: [],
  partOfSpeech: '',
  subject: '',
  note: '',
  authority: '',
  state: 'approved',
}

/** A term entry as stored; `version` rises with every change. */
export interface Term extends TermDraft {
  id: number
  deskId: number
  version: number
  changedBy: string
  changedAt: string
}

/** An entry as it is once a change of it was saved. */
export function changedTo(before: Term, entry: TermDraft, by: By): Term {
  return { ...before, ...entry, version: before.version + 1, changedBy: by.person.name, changedAt: by.at }
}

/** A former state of an entry, for its history. `version` is the one it had. */
export interface TermRevision {
  termId: number
  version: number
  entry: TermDraft
  person: string
  at: string
}
