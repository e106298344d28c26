import { z } from 'zod'
import { knownBatch } from '../actions/known.ts'
import { undoImport } from '../actions/undo-import.ts'
import { preferredRendering } from '../core/glossary/entry.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import { Problem } from '../core/problem.ts'
import type { Batch } from '../store/store.ts'
import { idOf, queryOf, whole } from './forms.ts'
import { onPage, type PageView, pageOf } from './page-of.ts'
import { changesBetween, type FieldChange } from './term-changes.ts'
import { render } from './views.ts'
import { by, type Visit } from './visit.ts'

/** An entry named by its Arabic and the English that is offered for it. */
interface NamedEntry {
  id: number
  spelling: string
  rendering: string
}

/** An import that was done; each of its lists is shown a page at a time. */
export interface ImportedView {
  title: string
  batch: Batch
  pages: Record<'added' | 'changed' | 'left', PageView>
  added: NamedEntry[]
  changed: { term: Term; changes: FieldChange[] }[]
  /** Entries that were changed since, and so stayed when it was taken back. */
  left: NamedEntry[]
}

/** GET /terms/batches: what was done to the glossary in one go, newest first. */
export async function list(visit: Visit): Promise<void> {
  const batches = await visit.store.batches.list(visit.desk.id, batchesShown)
  render(visit, 'imports/index', { title: visit.t('imports.list.title'), batches })
}

/** GET /terms/batches/:id: what an import did, each list a page at a time, and the way back. */
export async function show(visit: Visit): Promise<void> {
  const batch = await importOf(visit)
  const asked = queryOf(visit, pagesQuery)
  const left = batch.undoneAt === null ? [] : await visit.store.batches.leftTerms(batch.id)
  const pages = {
    added: pageOf(asked.added, batch.added, entriesOnPage),
    changed: pageOf(asked.changed, batch.changed, entriesOnPage),
    left: pageOf(asked.left, left.length, entriesOnPage),
  }
  render(visit, 'imports/show', {
    title: batch.name,
    batch,
    pages,
    added: batch.undoneAt === null ? (await entriesOf(visit, batch, 'added', pages.added.page)).map(({ term }) => named(term)) : [],
    changed:
      batch.undoneAt === null ? (await entriesOf(visit, batch, 'changed', pages.changed.page)).map((one) => changedView(visit, one)) : [],
    left: (await visit.store.terms.these(onPage(left, pages.left, entriesOnPage))).map(named),
  })
}

/** POST /terms/batches/:id/undo: takes an import back. */
export async function undo(visit: Visit): Promise<void> {
  const batch = await importOf(visit)
  await undoImport(visit.store, batch.id, by(visit))
  visit.res.redirect(303, `/terms/batches/${batch.id}`)
}

const batchesShown = 200
const entriesOnPage = 100

/** Changes of decisions, and mends, have a page of their own. */
async function importOf(visit: Visit): Promise<Batch> {
  const batch = await knownBatch(visit.store, idOf(visit))
  if (batch.kind !== 'import' || batch.deskId !== visit.desk.id) throw new Problem('batch.missing', { id: batch.id })
  return batch
}

interface Entry {
  term: Term
  before: TermDraft | null
  after: TermDraft
}

/** A page of the entries that an import added or changed, as they are and as it left them. */
async function entriesOf(visit: Visit, batch: Batch, which: 'added' | 'changed', page: number): Promise<Entry[]> {
  const listed = await visit.store.batches.termsPage(batch.id, { which, page, limit: entriesOnPage })
  const terms = new Map((await visit.store.terms.these(listed.map(({ termId }) => termId))).map((term) => [term.id, term]))
  return listed.flatMap(({ termId, before, after }) => {
    const term = terms.get(termId)
    return term ? [{ term, before, after: after ?? term }] : []
  })
}

function named(term: Term): NamedEntry {
  return { id: term.id, spelling: term.spellings[0] ?? '', rendering: preferredRendering(term) }
}

function changedView({ t }: Visit, { term, before, after }: Entry): ImportedView['changed'][number] {
  return { term, changes: changesBetween(t, before ?? after, after) }
}

const pagesQuery = z.object({ added: whole.catch(1), changed: whole.catch(1), left: whole.catch(1) })
