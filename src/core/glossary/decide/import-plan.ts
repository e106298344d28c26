import { key } from '../../arabic/letters.ts'
import type { Term, TermDraft } from '../term.ts'
import { type Conflict, entryTaken, isSame, mergedEntry } from './conflict.ts'
import type { ToldTerm } from './told.ts'

/** What an import would do: each told entry is in one of the four lists, each list in the order of the file. */
export interface ImportPlan {
  /** Entries whose Arabic no entry has. */
  added: ToldTerm[]
  /** Entries that say nothing that is not in the glossary already. */
  same: { told: ToldTerm; ours: Term }[]
  /** Entries whose Arabic an entry has, with other English or other settings. */
  conflicts: Conflict[]
  /** Entries whose Arabic an earlier one of the same file has; that one counts. */
  repeated: { told: ToldTerm; first: ToldTerm }[]
}

/**
 * Sorts the entries of a file by what the glossary makes of them. Entries in use and retired ones are two worlds: what was retired does not
 * stand in the way of a new entry, and a retired entry of a file is only held against one in use where there is no other.
 */
export function importPlan(terms: readonly Term[], told: readonly ToldTerm[]): ImportPlan {
  const plan: ImportPlan = { added: [], same: [], conflicts: [], repeated: [] }
  const sort = sorterInto(plan, terms)
  // Entries in use come first: they have the better right to an entry of ours.
  for (const one of told) if (!isRetired(one.entry)) sort(one)
  for (const one of told) if (isRetired(one.entry)) sort(one)
  const order = new Map(told.map((one, index) => [one, index]))
  plan.added.sort((a, b) => order.get(a)! - order.get(b)!)
  for (const list of [plan.same, plan.conflicts, plan.repeated]) list.sort((a, b) => order.get(a.told)! - order.get(b.told)!)
  return plan
}

function sorterInto(plan: ImportPlan, terms: readonly Term[]): (told: ToldTerm) => void {
  const active = ownersOf(terms.filter((term) => !isRetired(term)))
  const retired = ownersOf(terms.filter(isRetired))
  const claimed = { active: new Map<string, ToldTerm>(), retired: new Map<string, ToldTerm>() }
  const matched = new Map<number, ToldTerm>()

  return (told) => {
    const [world, claims] = isRetired(told.entry) ? [retired, claimed.retired] : [active, claimed.active]
    const keys = told.entry.spellings.map(key)
    const inUse = isRetired(told.entry) ? ownerIn(active, keys) : undefined
    const ours = ownerIn(world, keys) ?? (inUse && !matched.has(inUse.id) ? inUse : undefined)
    const first = keys.map((spelling) => claims.get(spelling)).find(Boolean) ?? (ours && matched.get(ours.id))
    if (first) {
      plan.repeated.push({ told, first })
      return
    }
    for (const spelling of keys) claims.set(spelling, told)
    if (!ours) plan.added.push(told)
    else {
      matched.set(ours.id, told)
      holdAgainst(plan, told, ours, world)
    }
  }
}

/** An entry whose Arabic one of ours has says the same or is in conflict with it. */
function holdAgainst(plan: ImportPlan, told: ToldTerm, ours: Term, world: ReadonlyMap<string, Term>): void {
  const elsewhere = told.entry.spellings.filter((spelling) => (world.get(key(spelling)) ?? ours) !== ours)
  const theirs = entryTaken(ours, told, elsewhere)
  if (isSame(ours, theirs)) plan.same.push({ told, ours })
  else plan.conflicts.push({ told, ours, theirs, merged: mergedEntry(ours, told, elsewhere), elsewhere })
}

function ownersOf(terms: readonly Term[]): Map<string, Term> {
  return new Map(terms.flatMap((term) => term.spellings.map((spelling) => [key(spelling), term] as const)))
}

/** The entry that has the main spelling, else one that has another. */
function ownerIn(owners: ReadonlyMap<string, Term>, keys: readonly string[]): Term | undefined {
  return keys.map((spelling) => owners.get(spelling)).find(Boolean)
}

function isRetired({ state }: TermDraft): boolean {
  return state === 'retired'
}
