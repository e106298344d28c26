import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely'
import { key } from '../core/arabic/letters.ts'
import type { Term, TermDraft, TermRevision } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { asNumber, atomically, contains } from './dialect.ts'
import { isBreach } from './findings.ts'
import { inSlices, slices } from './rows.ts'
import type { Schema } from './schema.ts'
import { entryFrom, insertEntries, saveEntries, withTexts } from './term-rows.ts'

/** A page of the glossary. */
interface TermList {
  terms: Term[]
  /** How many there are in all, on every page. */
  total: number
}

/** Which entries a list has: those in use, of these the ones that texts break, the proposed, and those whose findings were mended or overruled; or the retired. */
export type TermsListed = 'active' | 'broken' | 'proposed' | 'noisy' | 'retired'

/** How often findings of an entry were mended, and how often overruled: one that is mostly overruled is noise. */
export interface Noise {
  mended: number
  waived: number
}

export interface Terms {
  add(deskId: number, term: TermDraft, by: By): Promise<Term>
  /** Many at once, for imports; they come back in their order. */
  addAll(deskId: number, terms: readonly TermDraft[], by: By): Promise<Term[]>
  get(id: number): Promise<Term | undefined>
  /** Those of these entries that there are, in their order. */
  these(ids: readonly number[]): Promise<Term[]>
  /** Takes entries away with everything that hangs on them: only for those without a record. */
  remove(ids: readonly number[]): Promise<void>
  /** Those of these entries that something is on record about: former states, waivers, decisions of documents. */
  withRecord(ids: readonly number[]): Promise<Set<number>>
  /**
   * Writes entries that are there, each as it was read before, and keeps their former states in their history; where one was changed
   * meanwhile it stops with false, and the transaction is to be undone.
   */
  saveAll(changes: readonly { before: Term; entry: TermDraft }[], by: By): Promise<boolean>
  /** All entries that are looked for (not retired), for compiling; in few questions, whatever their number. */
  active(deskId: number): Promise<Term[]>
  /** All entries, retired ones too, for export. */
  all(deskId: number): Promise<Term[]>
  /**
   * A page of the glossary in the order of the main spelling's key. `search` finds Arabic by its folded key and English
   * whatever its case, anywhere in spellings and renderings. Of *noisy* ones the most overruled comes first, of *broken* ones that which is
   * broken in most segments.
   */
  list(deskId: number, options: { search?: string; state?: TermsListed; page: number; limit: number }): Promise<TermList>
  /** Entries that have one of these spellings, by folded key, retired ones too. */
  withSpellings(deskId: number, spellings: readonly string[]): Promise<Term[]>
  /** Adds to how often findings of these entries were mended. */
  noteMended(counts: ReadonlyMap<number, number>): Promise<void>
  /** Of each of these entries that there are. */
  noise(ids: readonly number[]): Promise<Map<number, Noise>>
  /** In how many segments each of these entries is broken; nothing of those that no text breaks. */
  breaches(ids: readonly number[]): Promise<Map<number, number>>
  /** Entries in use that have this English as a rendering they prefer, whatever its case. */
  withPreferred(deskId: number, rendering: string): Promise<Term[]>
  /** Newest first, the present state not among them. */
  history(id: number): Promise<TermRevision[]>
}

/** The glossary, in the database: an entry is a row, its spellings and renderings are rows of tables of their own. */
export function terms(db: Kysely<Schema>): Terms {
  const select = () => db.selectFrom('term').selectAll('term')

  return {
    async add(deskId, term, by) {
      const [added] = await insertEntries(db, deskId, [term], by)
      return added!
    },

    addAll: (deskId, terms, by) => insertEntries(db, deskId, terms, by),

    async get(id) {
      const [term] = await withTexts(db, await select().where('id', '=', id).execute())
      return term
    },

    these: async (ids) => withTexts(db, await inSlices(ids, (slice) => select().where('id', 'in', slice).orderBy('id').execute())),

    async remove(ids) {
      for (const slice of slices(ids)) await db.deleteFrom('term').where('id', 'in', slice).execute()
    },

    async withRecord(ids) {
      const found = await inSlices(ids, async (slice) => [
        ...(await db.selectFrom('termRevision').select('termId').where('termId', 'in', slice).execute()),
        ...(await db.selectFrom('waiver').select('termId').where('termId', 'in', slice).execute()),
        ...(await db.selectFrom('documentDecision').select('termId').where('termId', 'in', slice).execute()),
      ])
      return new Set(found.flatMap(({ termId }) => termId ?? []))
    },

    saveAll: (changes, by) => atomically(db, (db) => saveEntries(db, changes, by)),

    active: async (deskId) =>
      withTexts(db, await select().where('deskId', '=', deskId).where('state', '<>', 'retired').orderBy('id').execute()),

    all: async (deskId) => withTexts(db, await select().where('deskId', '=', deskId).orderBy('id').execute()),

    async list(deskId, { search = '', state, page, limit }) {
      let among = db.selectFrom('term').where('deskId', '=', deskId)
      if (state) among = among.where((term) => isListed(term, state))
      if (search.trim()) among = among.where(mentioning(search.trim()))
      const { total } = await among.select(({ fn }) => asNumber(fn.countAll()).as('total')).executeTakeFirstOrThrow()
      const rows = among.selectAll('term')
      const byNoise = () => rows.orderBy(waiversCounted, 'desc').orderBy('mended', 'desc')
      const byBreaches = () => rows.orderBy(segmentsCounted, 'desc')
      const inOrder = (state === 'noisy' ? byNoise() : state === 'broken' ? byBreaches() : rows).orderBy('key').orderBy('id')
      return {
        terms: await withTexts(
          db,
          await inOrder
            .limit(limit)
            .offset((page - 1) * limit)
            .execute(),
        ),
        total,
      }
    },

    async withSpellings(deskId, spellings) {
      const keys = [...new Set(spellings.map(key))]
      const found = await inSlices(keys, (slice) =>
        db
          .selectFrom('termSpelling')
          .innerJoin('term', 'term.id', 'termSpelling.termId')
          .where('termSpelling.key', 'in', slice)
          .where('term.deskId', '=', deskId)
          .selectAll('term')
          .execute(),
      )
      const each = [...new Map(found.map((row) => [row.id, row])).values()]
      return withTexts(
        db,
        each.sort((a, b) => a.id - b.id),
      )
    },

    async noteMended(counts) {
      for (const [id, count] of counts) {
        await db
          .updateTable('term')
          .set(({ eb }) => ({ mended: eb('mended', '+', count) }))
          .where('id', '=', id)
          .execute()
      }
    },

    async noise(ids) {
      const counted = await inSlices(ids, (slice) =>
        db
          .selectFrom('term')
          .where('id', 'in', slice)
          .select((term) => ['id', 'mended', waiversCounted(term).as('waived')])
          .execute(),
      )
      return new Map(counted.map(({ id, mended, waived }) => [id, { mended, waived }]))
    },

    async breaches(ids) {
      const counted = await inSlices(ids, (slice) =>
        db
          .selectFrom('term')
          .innerJoin('finding', 'finding.termId', 'term.id')
          .where('term.id', 'in', slice)
          .where(isBreach)
          .groupBy('term.id')
          .select(({ fn }) => ['term.id', asNumber(fn.count('finding.segmentId').distinct()).as('segments')])
          .execute(),
      )
      return new Map(counted.map(({ id, segments }) => [id, segments]))
    },

    async withPreferred(deskId, rendering) {
      const owners = db
        .selectFrom('termRendering')
        .where('lower', '=', rendering.toLowerCase())
        .where('standing', '=', 'preferred')
        .select('termId')
      const rows = select().where('deskId', '=', deskId).where('state', '<>', 'retired').where('id', 'in', owners).orderBy('id')
      return withTexts(db, await rows.execute())
    },

    async history(id) {
      const rows = await db.selectFrom('termRevision').selectAll().where('termId', '=', id).orderBy('version', 'desc').execute()
      return rows.map((row) => ({ ...row, entry: entryFrom(row.entry) }))
    },
  }
}

type OnTerm = ExpressionBuilder<Schema, 'term'>

function isListed(term: OnTerm, state: TermsListed): Expression<SqlBool> {
  if (state === 'proposed' || state === 'retired') return term('state', '=', state)
  const inUse = term('state', '<>', 'retired')
  if (state === 'broken') return term.and([inUse, term.exists(breachesOf(term).select('finding.segmentId'))])
  if (state === 'active') return inUse
  return term.and([inUse, term.or([term('mended', '>', 0), term.exists(waiversOf(term).select('waiver.id'))])])
}

function waiversOf(term: OnTerm) {
  return term.selectFrom('waiver').whereRef('waiver.termId', '=', 'term.id')
}

function waiversCounted(term: OnTerm) {
  return asNumber(waiversOf(term).select(({ fn }) => fn.countAll().as('count')))
}

function breachesOf(term: OnTerm) {
  return term.selectFrom('finding').whereRef('finding.termId', '=', 'term.id').where(isBreach)
}

function segmentsCounted(term: OnTerm) {
  return asNumber(breachesOf(term).select(({ fn }) => fn.count('finding.segmentId').distinct().as('count')))
}

/** Entries that have the text in a spelling, folded as they are, or in a rendering, whatever the case. */
function mentioning(search: string) {
  const [folded, lower] = [key(search), search.toLowerCase()]
  return (term: OnTerm) => {
    const spelled = term
      .selectFrom('termSpelling')
      .select('termId')
      .where(({ ref }) => contains(ref('termSpelling.key'), folded))
    const rendered = term
      .selectFrom('termRendering')
      .select('termId')
      .where(({ ref }) => contains(ref('lower'), lower))
    const inRenderings = term('term.id', 'in', rendered)
    return folded === '' ? inRenderings : term.or([term('term.id', 'in', spelled), inRenderings])
  }
}
