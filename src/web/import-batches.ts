import { knownBatch } from '../actions/known.ts'
import { undoImport } from '../actions/undo-import.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import { Problem } from '../core/problem.ts'
import type { Batch, BatchTerm } from '../store/store.ts'
import { idOf } from './forms.ts'
import { changesBetween } from './uses.ts'
import { type ImportedView, render } from './views.ts'
import { by, type Visit } from './visit.ts'

/** GET /terms/batches: what was done to the glossary in one go, newest first. */
export async function list(visit: Visit): Promise<void> {
  const batches = await visit.store.batches.list(visit.desk.id, batchesShown)
  render(visit, 'imports/index', { title: visit.t('imports.list.title'), batches })
}

/** GET /terms/batches/:id: what an import did, and the way back. */
export async function show(visit: Visit): Promise<void> {
  const batch = await importOf(visit)
  const done = await visit.store.batches.terms(batch.id)
  const terms = new Map((await visit.store.terms.all(visit.desk.id)).map((term) => [term.id, term]))
  const there = done.flatMap((one) => {
    const term = terms.get(one.termId)
    return term ? [{ ...one, term }] : []
  })
  const changed = there.filter(({ before }) => before)
  render(visit, 'imports/show', {
    title: batch.name,
    batch,
    added: there
      .filter(({ before }) => !before)
      .map(({ term }) => term)
      .slice(0, entriesShown),
    changed: await Promise.all(changed.slice(0, entriesShown).map((one) => changedView(visit, one))),
    left: batch.undoneAt === null ? [] : await leftAlone(visit, batch, there),
  })
}

/** POST /terms/batches/:id/undo: takes an import back. */
export async function undo(visit: Visit): Promise<void> {
  const batch = await importOf(visit)
  await undoImport(visit.store, batch.id, by(visit))
  visit.res.redirect(303, `/terms/batches/${batch.id}`)
}

const batchesShown = 200
const entriesShown = 200

/** Changes of decisions have a page of their own. */
async function importOf(visit: Visit): Promise<Batch> {
  const batch = await knownBatch(visit.store, idOf(visit))
  if (batch.kind !== 'import' || batch.deskId !== visit.desk.id) throw new Problem('batch.missing', { id: batch.id })
  return batch
}

type There = BatchTerm & { term: Term }

async function changedView(visit: Visit, { term, before, version }: There): Promise<ImportedView['changed'][number]> {
  return { term, changes: changesBetween(visit.t, before ?? term, await stateOf(visit, term, version)) }
}

/** The entry as it was in a version. */
async function stateOf(visit: Visit, term: Term, version: number): Promise<TermDraft> {
  if (term.version === version) return term
  return (await visit.store.terms.history(term.id)).find((former) => former.version === version)?.entry ?? term
}

/** What was put back carries the moment at which the import was taken back; what does not was left alone. */
async function leftAlone(visit: Visit, batch: Batch, there: readonly There[]): Promise<Term[]> {
  const left: Term[] = []
  for (const { term } of there) {
    if (term.changedAt === batch.undoneAt) continue
    const states = await visit.store.terms.history(term.id)
    if (!states.some(({ at }) => at === batch.undoneAt)) left.push(term)
  }
  return left
}
