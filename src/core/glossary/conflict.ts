import { key } from '../arabic/letters.ts'
import { mostWordings, preferredRendering } from './entry.ts'
import type { Rendering, Term, TermDraft } from './term.ts'
import type { Said, ToldTerm } from './told.ts'

export const conflictChoices = ['keep', 'take', 'merge'] as const
/** What is done where a file and the glossary have the same Arabic and do not agree: ours stays, theirs is taken, or theirs is added to ours. */
export type ConflictChoice = (typeof conflictChoices)[number]

/** An entry of a file that does not agree with the entry of ours that has its Arabic. */
export interface Conflict {
  told: ToldTerm
  ours: Term
  /** Ours as it would be if theirs were taken: what the file does not say stays as it is. */
  theirs: TermDraft
  /** Ours with their spellings and renderings added, what we would use as *allowed*, and what we leave open filled in. */
  merged: TermDraft
  /** Spellings of theirs that other entries of ours have; they stay there. */
  elsewhere: string[]
}

/** The parts of an entry in the order in which a page tells them. */
export const entryParts = [
  'spellings',
  'renderings',
  'kind',
  'strength',
  'state',
  'exactOnly',
  'firstMention',
  'laterMention',
  'plurals',
  'struck',
  'partOfSpeech',
  'subject',
  'authority',
  'note',
] as const satisfies readonly (keyof TermDraft)[]

/** The parts in which two states of an entry differ. */
export function differingParts(one: TermDraft, other: TermDraft): (typeof entryParts)[number][] {
  return entryParts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]))
}

/** Whether two states of an entry say the same. */
export function isSame(one: TermDraft, other: TermDraft): boolean {
  return differingParts(one, other).length === 0
}

/** Our entry with what a file says of it in place of ours; what is the same but for its order or dress stays as we have it. */
export function entryTaken(ours: Term, { entry, said }: ToldTerm, elsewhere: readonly string[]): TermDraft {
  const says = (part: Said) => said.includes(part)
  const details = Object.fromEntries(detailsOf(said).map((part) => [part, entry[part]]))
  const spellings = entry.spellings.filter((spelling) => !elsewhere.includes(spelling))
  return {
    ...draftOf(ours),
    ...details,
    spellings: says('spellings') ? unlessSame(ours.spellings, spellings, true) : ours.spellings,
    renderings: says('standings') ? unlessSameRenderings(ours, entry) : renderingsTaken(ours, entry),
    plurals: says('plurals') ? unlessSame(ours.plurals, entry.plurals) : ours.plurals,
    struck: says('struck') ? unlessSame(ours.struck, entry.struck) : ours.struck,
  }
}

/** Our entry with what a file adds to it. */
export function mergedEntry(ours: Term, { entry, said }: ToldTerm, elsewhere: readonly string[]): TermDraft {
  const known = new Set(ours.renderings.map(({ text }) => text))
  const added = entry.renderings.filter(({ text }) => !known.has(text))
  const open = detailsOf(said).filter((part) => ours[part] === '')
  const spellings = entry.spellings.filter((spelling) => !elsewhere.includes(spelling))
  return {
    ...draftOf(ours),
    ...Object.fromEntries(open.map((part) => [part, entry[part]])),
    spellings: united(ours.spellings, spellings),
    renderings: [...ours.renderings, ...added.map(asAllowed)].slice(0, mostWordings),
    plurals: united(ours.plurals, entry.plurals),
    struck: united(ours.struck, entry.struck),
  }
}

type Detail = Exclude<keyof TermDraft, 'spellings' | 'renderings' | 'plurals' | 'struck'>

function detailsOf(said: readonly Said[]): Detail[] {
  return said.filter((part) => part !== 'spellings' && part !== 'plurals' && part !== 'struck' && part !== 'standings')
}

/** The entry without what the store knows of it. */
export function draftOf({ id: _, deskId: __, version: ___, changedBy: ____, changedAt: _____, ...draft }: Term): TermDraft {
  return draft
}

/** A list that only has the English, without saying which is preferred, asks no more than that each may be used; what we avoid stays avoided. */
function renderingsTaken(ours: Term, entry: TermDraft): Rendering[] {
  const standing = new Map(ours.renderings.map((rendering) => [rendering.text, rendering.standing]))
  if (entry.renderings.every(({ text }) => (standing.get(text) ?? 'avoid') !== 'avoid')) return ours.renderings
  const told = new Set(entry.renderings.map(({ text }) => text))
  const avoided = ours.renderings.filter((rendering) => rendering.standing === 'avoid' && !told.has(rendering.text))
  return [...entry.renderings, ...avoided].slice(0, mostWordings)
}

function unlessSameRenderings(ours: Term, entry: TermDraft): Rendering[] {
  const known = new Set(ours.renderings.map(markOf))
  const isSame = known.size === entry.renderings.length && entry.renderings.every((rendering) => known.has(markOf(rendering)))
  return isSame && preferredRendering(ours) === preferredRendering(entry) ? ours.renderings : entry.renderings
}

function markOf({ text, standing, always }: Rendering): string {
  return JSON.stringify([text, standing, always ?? false])
}

function asAllowed(rendering: Rendering): Rendering {
  return rendering.standing === 'avoid' ? rendering : { text: rendering.text, standing: 'allowed' }
}

/** Ours where both are the same but for their order and dress; of spellings the first, the main one, is to be the same too. */
function unlessSame(ours: string[], theirs: string[], ordered = false): string[] {
  const [own, other] = [ours.map(key), theirs.map(key)]
  const isSame = new Set([...own, ...other]).size === new Set(own).size && new Set(own).size === new Set(other).size
  return isSame && (!ordered || own[0] === other[0]) ? ours : theirs
}

function united(ours: string[], theirs: string[]): string[] {
  const known = new Set(ours.map(key))
  return [...ours, ...theirs.filter((form) => !known.has(key(form)))].slice(0, mostWordings)
}
