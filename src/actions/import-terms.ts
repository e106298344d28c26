import { type Conflict, type ConflictChoice, draftOf, isSame } from '../core/glossary/conflict.ts'
import { type ImportPlan, importPlan } from '../core/glossary/import-plan.ts'
import type { EntryChange } from '../core/glossary/patch.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import type { ToldTerm } from '../core/glossary/told.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Batch, Store } from '../store/store.ts'
import { keepPatched } from './glossary.ts'
import { glossaryChanged } from './glossary-changed.ts'

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
  const { done, changes, version } = await store.transaction(async (store) => {
    await store.turns.ofGlossary(wanted.deskId)
    const plan = await plannedImport(store, wanted.deskId, wanted.told)
    const chosen = chosenChanges(plan.conflicts, wanted.choices)
    if (chosen.length > 0) await refuseIfChanged(store, wanted)
    const added = await store.terms.addAll(
      wanted.deskId,
      plan.added.map(({ entry }) => entry),
      by,
    )
    if (!(await store.terms.saveAll(chosen, by))) throw new Problem('glossary.changed')
    const changed = chosen.map(({ before, entry }) => ({ before, after: changedTo(before, entry, by) }))
    const changes: EntryChange[] = [...added.map((after) => ({ before: null, after })), ...changed]
    const done = { plan, batch: await batchOf(store, wanted, changes, by), added, changed: changed.map(({ after }) => after) }
    return { done, changes, version: changes.length > 0 ? await glossaryChanged(store, wanted.deskId, changes) : 0 }
  })
  keepPatched(store, wanted.deskId, version, changes)
  return done
}

/** Entries of ours and what they become. */
function chosenChanges(conflicts: readonly Conflict[], { all, each }: WantedImport['choices']): { before: Term; entry: TermDraft }[] {
  return conflicts.flatMap(({ ours, theirs, merged }) => {
    const choice = each.get(ours.id) ?? all
    const entry = choice === 'take' ? theirs : merged
    return choice === 'keep' || isSame(ours, entry) ? [] : [{ before: ours, entry }]
  })
}

async function refuseIfChanged(store: Store, { deskId, seen }: WantedImport): Promise<void> {
  const desk = await store.desks.get(deskId)
  if (seen !== undefined && desk?.glossaryVersion !== seen) throw new Problem('glossary.changed')
}

/** An entry as it is once it was saved. */
export function changedTo(before: Term, entry: TermDraft, by: By): Term {
  return { ...before, ...entry, version: before.version + 1, changedBy: by.person.name, changedAt: by.at }
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
