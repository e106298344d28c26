import type { ExpressionBuilder, Kysely } from 'kysely'
import type { TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import type { Revision } from '../core/revision.ts'
import { inSlices, slices } from './rows.ts'
import type { Schema } from './schema.ts'
import { entryFrom } from './term-rows.ts'

/** A change of a decision with its mends, mends for a decision as it is, or an import of a glossary. */
export type BatchKind = 'term-change' | 'mends' | 'import'

export interface Batch {
  id: number
  deskId: number
  kind: BatchKind
  name: string
  person: string
  at: string
  /** How many entries an import added and changed: of entries that are taken away again nothing else is left. */
  added: number
  changed: number
  /** Who took it back and when, null where it was not. */
  undoneBy: string | null
  undoneAt: string | null
}

/** What a batch did to an entry: what it was before (null: the batch added it), and the version it had afterwards. */
export interface BatchTerm {
  batchId: number
  termId: number
  before: TermDraft | null
  version: number
}

/** What an entry was after a batch, null where it is that still. */
interface After {
  after: TermDraft | null
}

export interface Batches {
  add(batch: Pick<Batch, 'deskId' | 'kind' | 'name'> & Partial<Pick<Batch, 'added' | 'changed'>>, by: By): Promise<Batch>
  get(id: number): Promise<Batch | undefined>
  /** Newest first, those taken back too; but no mends of which none was made: somebody only looked. */
  list(deskId: number, limit: number): Promise<Batch[]>
  /** Notes who took a batch back and when; false where it was already. */
  undone(id: number, by: By): Promise<boolean>
  addTerms(batchId: number, terms: readonly Omit<BatchTerm, 'batchId'>[]): Promise<void>
  /** In the order of the entries' numbers. */
  terms(batchId: number): Promise<BatchTerm[]>
  /** A page of what a batch did to the entries it added, or changed, as far as they are there still. */
  termsPage(batchId: number, options: { which: 'added' | 'changed'; page: number; limit: number }): Promise<(BatchTerm & After)[]>
  /** The entries of a batch that was taken back which were not, because they had been changed since: no state of theirs is of that moment. */
  leftTerms(batchId: number): Promise<number[]>
  /** The batches that had to do with an entry, newest first; no mends of which none was made. */
  ofTerm(termId: number): Promise<Batch[]>
  /** The latest change of an entry, or mends for it, even where none was made yet. */
  latestFor(termId: number): Promise<Batch | undefined>
  /** Mends of which none was made yet are from now on this person's. */
  taken(id: number, by: By): Promise<void>
  /** The revisions made in a batch, by segment and number. */
  revisions(batchId: number): Promise<Revision[]>
  /** For each of these revisions, by its id, the text that stood there before. */
  formerTexts(revisionIds: readonly number[]): Promise<Map<number, string>>
}

/** What was done in one go, in the database. */
export function batches(db: Kysely<Schema>): Batches {
  return {
    add: ({ deskId, kind, name, added = 0, changed = 0 }, by) =>
      db
        .insertInto('batch')
        .values({ deskId, kind, name, person: by.person.name, at: by.at, added, changed, undoneBy: null, undoneAt: null })
        .returningAll()
        .executeTakeFirstOrThrow(),

    get: (id) => db.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst(),

    list: (deskId, limit) =>
      db.selectFrom('batch').selectAll().where('deskId', '=', deskId).where(isTold).orderBy('id', 'desc').limit(limit).execute(),

    async undone(id, by) {
      const undoing = db
        .updateTable('batch')
        .set({ undoneBy: by.person.name, undoneAt: by.at })
        .where('id', '=', id)
        .where('undoneAt', 'is', null)
      return (await undoing.executeTakeFirst()).numUpdatedRows === 1n
    },

    async addTerms(batchId, terms) {
      const rows = terms.map(({ termId, before, version }) => ({ batchId, termId, before: before && JSON.stringify(before), version }))
      for (const slice of slices(rows)) await db.insertInto('batchTerm').values(slice).execute()
    },

    async terms(batchId) {
      const rows = await db.selectFrom('batchTerm').selectAll().where('batchId', '=', batchId).orderBy('termId').execute()
      return rows.map((row) => ({ ...row, before: draftIn(row.before) }))
    },

    async termsPage(batchId, { which, page, limit }) {
      const rows = await db
        .selectFrom('batchTerm')
        .leftJoin('termRevision', (join) =>
          join.onRef('termRevision.termId', '=', 'batchTerm.termId').onRef('termRevision.version', '=', 'batchTerm.version'),
        )
        .where('batchId', '=', batchId)
        .where('before', which === 'added' ? 'is' : 'is not', null)
        .selectAll('batchTerm')
        .select('termRevision.entry as after')
        .orderBy('batchTerm.termId')
        .limit(limit)
        .offset((page - 1) * limit)
        .execute()
      return rows.map((row) => ({ ...row, before: draftIn(row.before), after: draftIn(row.after) }))
    },

    async leftTerms(batchId) {
      const rows = await db
        .selectFrom('batchTerm')
        .innerJoin('batch', 'batch.id', 'batchTerm.batchId')
        .innerJoin('term', 'term.id', 'batchTerm.termId')
        .where('batch.id', '=', batchId)
        .whereRef('term.changedAt', '<>', 'batch.undoneAt')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('termRevision')
                .select('version')
                .whereRef('termRevision.termId', '=', 'term.id')
                .whereRef('termRevision.at', '=', 'batch.undoneAt'),
            ),
          ),
        )
        .select('term.id')
        .orderBy('term.id')
        .execute()
      return rows.map(({ id }) => id)
    },

    ofTerm: (termId) =>
      db
        .selectFrom('batchTerm')
        .innerJoin('batch', 'batch.id', 'batchTerm.batchId')
        .where('termId', '=', termId)
        .where(isTold)
        .selectAll('batch')
        .orderBy('batch.id', 'desc')
        .execute(),

    latestFor: (termId) =>
      db
        .selectFrom('batchTerm')
        .innerJoin('batch', 'batch.id', 'batchTerm.batchId')
        .where('termId', '=', termId)
        .where('kind', '<>', 'import')
        .selectAll('batch')
        .orderBy('batch.id', 'desc')
        .limit(1)
        .executeTakeFirst(),

    async taken(id, by) {
      const empty = db
        .updateTable('batch')
        .set({ person: by.person.name, at: by.at })
        .where('id', '=', id)
        .where((batch) => batch.not(isTold(batch)))
      await empty.execute()
    },

    revisions: (batchId) =>
      db.selectFrom('revision').selectAll().where('batchId', '=', batchId).orderBy('segmentId').orderBy('number').execute(),

    async formerTexts(revisionIds) {
      const rows = await inSlices(revisionIds, (slice) =>
        db
          .selectFrom('revision')
          .innerJoin('revision as former', (join) =>
            join
              .onRef('former.segmentId', '=', 'revision.segmentId')
              .on(({ eb, ref }) => eb('former.number', '=', eb(ref('revision.number'), '-', 1))),
          )
          .where('revision.id', 'in', slice)
          .select(['revision.id', 'former.target'])
          .execute(),
      )
      return new Map(rows.map(({ id, target }) => [id, target]))
    },
  }
}

/** Whether anything was done in a batch: mends are begun by looking at what could be mended. */
function isTold(batch: ExpressionBuilder<Schema, 'batch'>) {
  const made = batch.selectFrom('revision').select('revision.id').whereRef('revision.batchId', '=', 'batch.id')
  return batch.or([batch('batch.kind', '<>', 'mends'), batch.exists(made)])
}

function draftIn(json: string | null): TermDraft | null {
  return json === null ? null : entryFrom(json)
}
