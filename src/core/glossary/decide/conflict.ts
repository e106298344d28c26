import { key } from '../../arabic/letters.ts'
import { mostWordings, preferredRendering } from '../entry.ts'
import { emptyEntry, type Rendering, type Term, type TermDraft } from '../term.ts'
import { withConsequences } from './succession.ts'
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

/** Whether two states of an entry say the same. */
export function isSame(one: TermDraft, other: TermDraft): boolean {
  return partsApart(one, other).length === 0
}

/** The parts in which two states of an entry differ. */
export function partsApart(one: TermDraft, other: TermDraft): (keyof TermDraft)[] {
  return entryParts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]))
}

const entryParts = Object.keys(emptyEntry) as (keyof TermDraft)[]

/**
 * Our entry with what a file says of it in place of ours. What a file leaves out it does not deny: our further spellings, plurals and struck
 * forms stay, and so do the renderings that we avoid; but what follows from another preferred rendering comes with it.
 */
export function entryTaken(ours: Term, { entry, said }: ToldTerm, elsewhere: readonly string[]): TermDraft {
  const details = Object.fromEntries(detailsOf(said).map((part) => [part, entry[part]]))
  const taken = {
    ...draftOf(ours),
    ...details,
    spellings: united(ours.spellings, withoutThose(entry.spellings, elsewhere)),
    renderings: addsNoRendering(ours, entry, said.includes('standings')) ? ours.renderings : renderingsTaken(ours, entry),
    plurals: united(ours.plurals, entry.plurals),
    struck: united(ours.struck, entry.struck),
  }
  const followed = withConsequences(ours, taken)
  return followed === taken ? taken : { ...followed, ...details, renderings: asTold(followed.renderings, entry) }
}

/** Our entry with what a file adds to it. */
export function mergedEntry(ours: Term, { entry, said }: ToldTerm, elsewhere: readonly string[]): TermDraft {
  const known = new Set(ours.renderings.map(({ text }) => text))
  const added = entry.renderings.filter(({ text }) => !known.has(text))
  const open = detailsOf(said).filter((part) => ours[part] === '')
  return {
    ...draftOf(ours),
    ...Object.fromEntries(open.map((part) => [part, entry[part]])),
    spellings: united(ours.spellings, withoutThose(entry.spellings, elsewhere)),
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

/** A list that only has the English asks no more than that each may be used; one that says which is preferred is to agree in each it names. */
function addsNoRendering(ours: Term, entry: TermDraft, standings: boolean): boolean {
  const known = new Map(ours.renderings.map((rendering) => [rendering.text, rendering]))
  if (!standings) return entry.renderings.every(({ text }) => (known.get(text)?.standing ?? 'avoid') !== 'avoid')
  const agrees = ({ text, standing, always = false }: Rendering) => {
    const own = known.get(text)
    return own?.standing === standing && (own.always ?? false) === always
  }
  return entry.renderings.every(agrees) && preferredRendering(ours) === preferredRendering(entry)
}

function renderingsTaken(ours: Term, entry: TermDraft): Rendering[] {
  const told = new Set(entry.renderings.map(({ text }) => text))
  const avoided = ours.renderings.filter(({ text, standing }) => standing === 'avoid' && !told.has(text))
  return [...entry.renderings, ...avoided].slice(0, mostWordings)
}

/** What follows gives way to what the file says: a rendering that it names keeps the standing it has there. */
function asTold(renderings: readonly Rendering[], entry: TermDraft): Rendering[] {
  const told = new Map(entry.renderings.map((rendering) => [rendering.text, rendering]))
  return renderings.map((one) => told.get(one.text) ?? one).slice(0, mostWordings)
}

function asAllowed(rendering: Rendering): Rendering {
  return rendering.standing === 'avoid' ? rendering : { text: rendering.text, standing: 'allowed' }
}

function withoutThose(spellings: string[], elsewhere: readonly string[]): string[] {
  return spellings.filter((spelling) => !elsewhere.includes(spelling))
}

/** Ours, and after them those of theirs that are more than another dress of one of ours. */
function united(ours: string[], theirs: string[]): string[] {
  const known = new Set(ours.map(key))
  return [...ours, ...theirs.filter((form) => !known.has(key(form)))].slice(0, mostWordings)
}
