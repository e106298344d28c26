import { key } from '../core/arabic/letters.ts'
import { draftOf } from '../core/glossary/decide/conflict.ts'
import type { EntryChange } from '../core/glossary/find/patch.ts'
import { changedTo, type Term, type TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Batch, Store } from '../store/store.ts'
import { keepPatched } from './glossary.ts'
import { carriedOutOn, glossaryChanged } from './glossary-changed.ts'
import { knownBatch, knownDesk } from './known.ts'

/** What undoing an import did: entries taken away, entries put back to what they were, and those left alone because they were changed since. */
export interface UndoneImport {
  removed: number
  restored: number
  left: Term[]
}

/**
 * Takes an import back in one transaction. An entry it added is deleted, because a glossary full of retired mistakes helps nobody; but one
 * that something is on record about (a waiver, a document's decision) is retired, so that the record stays. An entry it changed goes back to
 * what it was. Whatever was changed since is left alone. What is to be done is found out before the transaction begins, because for
 * thousands of entries that takes longest; where the glossary was changed meanwhile it is found out anew.
 */
export async function undoImport(store: Store, batchId: number, by: By): Promise<UndoneImport> {
  const batch = await knownBatch(store, batchId)
  const desk = await knownDesk(store, batch.deskId)
  const plan = await plannedUndo(store, batch)
  const done = await carriedOutOn(store, desk, (store) => carryOut(store, batch, plan, by))
  if (!done) return undoImport(store, batchId, by)
  keepPatched(store, desk.id, done.version, done.changes)
  const restored = plan.restored.length
  return { removed: done.changes.length - restored, restored, left: plan.left }
}

/** What undoing does: entries that go, entries that become what they were, and entries that stay as they are. */
interface Plan {
  gone: Term[]
  restored: { before: Term; entry: TermDraft }[]
  left: Term[]
}

async function plannedUndo(store: Store, batch: Batch): Promise<Plan> {
  const terms = new Map((await store.terms.all(batch.deskId)).map((term) => [term.id, term]))
  const plan: Plan = { gone: [], restored: [], left: [] }
  for (const { termId, before, version } of await store.batches.terms(batch.id)) {
    const term = terms.get(termId)
    if (!term) continue
    if (term.version !== version) plan.left.push(term)
    else if (before) plan.restored.push({ before: term, entry: before })
    else plan.gone.push(term)
  }
  const gone = new Set(plan.gone)
  const isTaken = takenAmong([...terms.values()].filter((term) => !gone.has(term)))
  plan.left.push(...plan.restored.filter(isTaken).map(({ before }) => before))
  return { ...plan, restored: plan.restored.filter((one) => !isTaken(one)) }
}

/** Whether an entry cannot go back because another one has come to a spelling that it gave up in the import. */
function takenAmong(terms: readonly Term[]): (step: Plan['restored'][number]) => boolean {
  const owners = new Map<string, number[]>()
  for (const { id, spellings } of terms.filter(({ state }) => state !== 'retired')) {
    for (const spelling of spellings.map(key)) owners.set(spelling, [...(owners.get(spelling) ?? []), id])
  }
  return ({ before, entry }) =>
    entry.state !== 'retired' && entry.spellings.some((spelling) => owners.get(key(spelling))?.some((id) => id !== before.id))
}

/** Takes entries away first, so that their spellings are free again for those that had them. */
async function carryOut(store: Store, batch: Batch, { gone, restored }: Plan, by: By) {
  if (!(await store.batches.undone(batch.id, by))) throw new Problem('batch.undone', { name: batch.name })
  const recorded = await store.terms.withRecord(gone.map(({ id }) => id))
  const removed = gone.filter(({ id }) => !recorded.has(id))
  const retired = gone
    .filter(({ id }) => recorded.has(id))
    .map((before) => ({ before, entry: { ...draftOf(before), state: 'retired' as const } }))
  await store.terms.remove(removed.map(({ id }) => id))
  const saved = [...retired, ...restored]
  if (!(await store.terms.saveAll(saved, by))) throw new Problem('glossary.changed')
  const changes: EntryChange[] = [
    ...removed.map((before) => ({ before, after: null })),
    ...saved.map(({ before, entry }) => ({ before, after: changedTo(before, entry, by) })),
  ]
  return { changes, version: changes.length > 0 ? await glossaryChanged(store, batch.deskId, changes) : 0 }
}
