import { key } from '../core/arabic/letters.ts'
import { draftOf } from '../core/glossary/conflict.ts'
import type { EntryChange } from '../core/glossary/patch.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { BatchTerm, Store } from '../store/store.ts'
import { keepPatched } from './glossary.ts'
import { glossaryChanged } from './glossary-changed.ts'
import { changedTo } from './import-terms.ts'
import { knownBatch } from './known.ts'

/** What undoing an import did: entries taken away, entries put back to what they were, and those left alone because they were changed since. */
export interface UndoneImport {
  removed: number
  restored: number
  left: Term[]
}

/**
 * Takes an import back in one transaction. An entry it added is deleted, because a glossary full of retired mistakes helps nobody; but one
 * that something is on record about (a waiver, a document's decision) is retired, so that the record stays. An entry it changed goes back to
 * what it was. Whatever was changed since is left alone.
 */
export async function undoImport(store: Store, batchId: number, by: By): Promise<UndoneImport> {
  const { deskId, restored, left, changes, version } = await store.transaction(async (store) => {
    const batch = await knownBatch(store, batchId)
    await store.turns.ofGlossary(batch.deskId)
    if (batch.undoneAt !== null || !(await store.batches.undone(batch.id, by))) throw new Problem('batch.undone', { name: batch.name })
    const done = await store.batches.terms(batch.id)
    const { steps, left } = await stepsBack(store, batch.deskId, done)
    const changes = await carriedOut(store, batch.deskId, steps, left, by)
    const version = changes.length > 0 ? await glossaryChanged(store, batch.deskId, changes) : 0
    const added = new Set(done.filter(({ before }) => !before).map(({ termId }) => termId))
    const restored = changes.filter(({ before }) => !added.has(before!.id)).length
    return { deskId: batch.deskId, restored, left, changes, version }
  })
  keepPatched(store, deskId, version, changes)
  return { removed: changes.length - restored, restored, left }
}

/** An entry as it is, and what it goes back to; null where it goes altogether. */
interface Step {
  term: Term
  back: TermDraft | null
}

async function stepsBack(store: Store, deskId: number, done: readonly BatchTerm[]): Promise<{ steps: Step[]; left: Term[] }> {
  const terms = new Map((await store.terms.all(deskId)).map((term) => [term.id, term]))
  const added = done.filter(({ before }) => !before).map(({ termId }) => termId)
  const recorded = await store.terms.withRecord(added)
  const steps: Step[] = []
  const left: Term[] = []
  for (const { termId, before, version } of done) {
    const term = terms.get(termId)
    if (!term) continue
    if (term.version !== version) left.push(term)
    else steps.push({ term, back: before ?? (recorded.has(termId) ? { ...draftOf(term), state: 'retired' } : null) })
  }
  return { steps, left }
}

/** Takes entries away first, so that their spellings are free again for those that had them. */
async function carriedOut(store: Store, deskId: number, steps: readonly Step[], left: Term[], by: By): Promise<EntryChange[]> {
  const gone = steps.filter(({ back }) => !back).map(({ term }) => term)
  await store.terms.remove(gone.map(({ id }) => id))
  const wanted = steps.flatMap(({ term, back }) => (back ? [{ before: term, entry: back }] : []))
  const taken = await takenFrom(store, deskId, wanted)
  const saved = wanted.filter(({ before }) => !taken.has(before.id))
  for (const { before } of wanted) if (taken.has(before.id)) left.push(before)
  if (!(await store.terms.saveAll(saved, by))) throw new Problem('glossary.changed')
  return [
    ...gone.map((before) => ({ before, after: null })),
    ...saved.map(({ before, entry }) => ({ before, after: changedTo(before, entry, by) })),
  ]
}

/** Those that cannot go back because another entry has come to a spelling that they gave up in the import. */
async function takenFrom(store: Store, deskId: number, wanted: readonly { before: Term; entry: TermDraft }[]): Promise<Set<number>> {
  const inUse = wanted.filter(({ entry }) => entry.state !== 'retired')
  const others = await store.terms.withSpellings(
    deskId,
    inUse.flatMap(({ entry }) => entry.spellings),
  )
  const owners = new Map<string, number[]>()
  for (const { id, state, spellings } of others) {
    if (state !== 'retired') for (const spelling of spellings) owners.set(key(spelling), [...(owners.get(key(spelling)) ?? []), id])
  }
  const isTaken = ({ before, entry }: (typeof inUse)[number]) =>
    entry.spellings.some((spelling) => owners.get(key(spelling))?.some((id) => id !== before.id))
  return new Set(inUse.filter(isTaken).map(({ before }) => before.id))
}
