import type { Wording } from '../core/english/renderings.ts'
import { englishWords } from '../core/english/words.ts'
import { isSameDecision } from '../core/glossary/decide/decision.ts'
import { isDecidedName } from '../core/glossary/enforce/names-around.ts'
import { englishEntry } from '../core/glossary/enforce/renderings.ts'
import type { EntryChange } from '../core/glossary/find/patch.ts'
import { reachOf, shortest } from '../core/glossary/find/reach.ts'
import type { Term } from '../core/glossary/term.ts'
import type { Desk, Store } from '../store/store.ts'
import { knownDesk } from './known.ts'

/**
 * Notes that entries of a desk's glossary were changed: raises its version, which it answers with, and marks the segments whose findings
 * are to be made anew (none where only what is told about an entry is new). To be called in the transaction that writes the entries, after they are written; then `keepPatched` outside it.
 */
export async function glossaryChanged(store: Store, deskId: number, changes: readonly EntryChange[]): Promise<number> {
  const version = await store.desks.raiseGlossaryVersion(deskId)
  const isDecided = ({ before, after }: EntryChange) => !before || !after || !isSameDecision(before, after)
  if (changes.some(isDecided)) await store.segments.need(deskId, version, await reachedBy(store, deskId, changes))
  return version
}

/**
 * Carries out in one transaction what was planned outside it, because planning takes longest; null where the glossary was changed since the
 * desk was read, so that the plan is to be made anew.
 */
export function carriedOutOn<T>(store: Store, desk: Desk, carryOut: (store: Store) => Promise<T>): Promise<T | null> {
  return store.transaction(async (store) => {
    await store.turns.ofGlossary(desk.id)
    const { glossaryVersion } = await knownDesk(store, desk.id)
    return glossaryVersion === desk.glossaryVersion ? carryOut(store) : null
  })
}

/** The segments of a desk whose findings a change can touch; undefined for all of them, where it reaches too far to be worth asking. */
async function reachedBy(store: Store, deskId: number, changes: readonly EntryChange[]): Promise<number[] | undefined> {
  const states = changes.flatMap(({ before, after }) => [before, after]).filter((state) => state !== null)
  if (changes.length > changesAsked) return undefined
  const reached = new Set(await segmentsWithArabic(store, deskId, states))
  for (const id of await withTheEnglish(store, deskId, changes)) reached.add(id)
  for (const id of await store.findings.segmentsOf(changes.flatMap(({ before }) => before?.id ?? []))) reached.add(id)
  for (const id of await store.segments.withEnglish(deskId, [...newlyAvoided(changes), ...longerNames(states)])) reached.add(id)
  return [...reached].sort((a, b) => a - b)
}

/** From so many entries on, as in an import, nearly every segment has one. */
const changesAsked = 20

/**
 * A rendering avoided everywhere is found in the English alone. Where it was avoided before, the findings tell its segments; else of each way to
 * write its first word the longest run of plain letters does, and of a long word its beginning, for it may be written with a hyphen or a space
 * inside (cease-fire).
 */
function newlyAvoided(changes: readonly EntryChange[]): string[] {
  const wordings = changes.flatMap(({ before, after }) => {
    const known = new Set(avoidedBy(before).map(({ isName, text }) => `${isName} ${text}`))
    return avoidedBy(after).filter(({ isName, text }) => !known.has(`${isName} ${text}`))
  })
  return shortest(
    wordings.flatMap(({ words, forms, solid }) => {
      const letters = words.length === 1 && solid.size > 0 ? beginning : undefined
      return [...(forms[0] ?? [])].map((key) => (longestFirst(key.split(/[^a-z]+/))[0] ?? '').slice(0, letters))
    }),
  )
}

/** What is part of a name of several words is no English of another entry: of each such name the longest run of plain letters. */
function longerNames(states: readonly Term[]): string[] {
  const wordings = states.filter(isDecidedName).flatMap((term) => englishEntry(term).right)
  const runs = wordings.filter(({ words }) => words.length > 1).map(({ words }) => words.flatMap(({ key }) => key.split(/[^a-z]+/)))
  return shortest(runs.map((some) => longestFirst(some)[0] ?? ''))
}

function avoidedBy(term: Term | null): Wording[] {
  return !term || term.state === 'retired' || term.strength === 'off' ? [] : [...englishEntry(term).always]
}

const beginning = 3

function longestFirst(runs: readonly string[]): string[] {
  return runs.toSorted((a, b) => b.length - a.length)
}

/** The segments of a desk whose Arabic may have these entries; retired ones are in none. */
export async function segmentsWithArabic(store: Store, deskId: number, states: readonly Term[]): Promise<number[]> {
  const reach = reachOf(states)
  const reached = new Set<number>()
  for (const groups of reach.groupsOf(await store.words.containing(reach.stretches))) {
    const ids = groups.map((words) => words.map(({ id }) => id))
    for (const id of await store.words.segmentsWith(deskId, ids)) reached.add(id)
  }
  return [...reached].sort((a, b) => a - b)
}

/**
 * What one entry renders so is no unapproved spelling of another: where another entry's rendering is lacking and this one's stands, that
 * other one is to be looked at again.
 */
async function withTheEnglish(store: Store, deskId: number, changes: readonly EntryChange[]): Promise<number[]> {
  const others = new Set(changes.flatMap(({ before, after }) => changedRenderings(before, after)))
  if (others.size === 0) return []
  const lacking = await store.segments.lacking(deskId)
  return lacking.filter(({ target }) => englishWords(target).some(({ key }) => others.has(key))).map(({ id }) => id)
}

/** The first words of the renderings that came or went. */
function changedRenderings(before: Term | null, after: Term | null): string[] {
  const [former, newer] = [firstWords(before), firstWords(after)]
  return [
    ...former.filter(([text]) => !newer.some(([other]) => other === text)),
    ...newer.filter(([text]) => !former.some(([other]) => other === text)),
  ].map(([, first]) => first)
}

function firstWords(term: Term | null): [text: string, first: string][] {
  if (!term || term.state === 'retired') return []
  return englishEntry(term).right.map(({ text, words }) => [text, words[0]?.key ?? ''])
}
