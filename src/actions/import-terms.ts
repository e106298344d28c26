import { type Conflict, type ConflictChoice, draftOf, isSame } from '../core/glossary/decide/conflict.ts'
import { type ImportPlan, importPlan } from '../core/glossary/decide/import-plan.ts'
import type { ToldTerm } from '../core/glossary/decide/told.ts'
import type { EntryChange } from '../core/glossary/find/patch.ts'
import { changedTo, type Term, type TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Batch, Store } from '../store/store.ts'
import { keepPatched } from './glossary.ts'
import { carriedOutOn, glossaryChanged } from './glossary-changed.ts'
import { knownDesk } from './known.ts'

/** What is to be imported and how. */
export interface WantedImport {
  deskId: number
  told: readonly ToldTerm[]
  /** What the batch is called; null where there is nothing that could be undone, as at a first start. */
  name: string | null
  /** What is done with conflicts: one choice for all, and others for those of some entries of ours, by their numbers. */
  choices: { all: ConflictChoice; each: ReadonlyMap<number, ConflictChoice> }
  /** The version of the glossary that the choices were made on, where a person made them. */
  seen?: number
}

/** What an import did. `batch` is null where it did nothing. */
export interface DoneImport {
  plan: ImportPlan
  batch: Batch | null
  added: Term[]
  changed: Term[]
}

/** What importing these entries would do to the glossary of a desk as it is now. */
export async function plannedImport(store: Store, deskId: number, told: readonly ToldTerm[]): Promise<ImportPlan> {
  return importPlan(await store.terms.all(deskId), told)
}

/**
 * Imports a glossary in one transaction and, where it did anything, as one batch. The same file twice does nothing. Throws Problem
 * *glossary.changed* where choices would be carried out on entries that may not be those that were seen.
 */
export async function importTerms(store: Store, wanted: WantedImport, by: By): Promise<DoneImport> {
  const desk = await knownDesk(store, wanted.deskId)
  const plan = await plannedImport(store, desk.id, wanted.told)
  const chosen = chosenChanges(plan.conflicts, wanted.choices)
  if (chosen.length > 0 && wanted.seen !== undefined && wanted.seen !== desk.glossaryVersion) throw new Problem('glossary.changed')
  const carried = await carriedOutOn(store, desk, (store) => carryOut(store, wanted, plan, chosen, by))
  if (!carried) return importTerms(store, wanted, by)
  keepPatched(store, desk.id, carried.version, carried.changes)
  return carried.done
}

async function carryOut(store: Store, wanted: WantedImport, plan: ImportPlan, chosen: readonly Chosen[], by: By) {
  const drafts = plan.added.map(({ entry }) => entry)
  const added = await store.terms.addAll(wanted.deskId, drafts, by)
  if (!(await store.terms.saveAll(chosen, by))) throw new Problem('glossary.changed')
  const changed = chosen.map(({ before, entry }) => ({ before, after: changedTo(before, entry, by) }))
  const changes: EntryChange[] = [...added.map((after) => ({ before: null, after })), ...changed]
  const done: DoneImport = { plan, batch: await batchOf(store, wanted, changes, by), added, changed: changed.map(({ after }) => after) }
  return { done, changes, version: changes.length > 0 ? await glossaryChanged(store, wanted.deskId, changes) : 0 }
}

interface Chosen {
  before: Term
  entry: TermDraft
}

/** Entries of ours and what they become. */
function chosenChanges(conflicts: readonly Conflict[], { all, each }: WantedImport['choices']): Chosen[] {
  return conflicts.flatMap(({ ours, theirs, merged }) => {
    const choice = each.get(ours.id) ?? all
    const entry = choice === 'take' ? theirs : merged
    return choice === 'keep' || isSame(ours, entry) ? [] : [{ before: ours, entry }]
  })
}

async function batchOf(store: Store, { deskId, name }: WantedImport, changes: readonly EntryChange[], by: By): Promise<Batch | null> {
  if (name === null || changes.length === 0) return null
  const added = changes.filter(({ before }) => !before).length
  const batch = await store.batches.add({ deskId, kind: 'import', name, added, changed: changes.length - added }, by)
  await store.batches.addTerms(
    batch.id,
    changes.map(({ before, after }) => ({ termId: after!.id, before: before && draftOf(before), version: after!.version })),
  )
  return batch
}
