import { type Kysely, sql } from 'kysely'
import type { DialectName } from './dialect.ts'
import type { Schema } from './schema.ts'

/**
 * Who waits for whom, where transactions run beside each other (PostgreSQL); asked for first in a transaction, the glossary's turn before that of
 * documents, and held until its end.
 */
export interface Turns {
  /** Nobody else changes the glossary of this desk, or derives anything from it. */
  ofGlossary(deskId: number): Promise<void>
  /** Nobody changes the glossary of this desk; several may hold this. */
  besideGlossary(deskId: number): Promise<void>
  /** Nobody else saves in these documents, or derives anything from them. */
  ofDocuments(ids: Iterable<number>): Promise<void>
}

/** Whose turn it is, in the database: on SQLite one transaction comes after the other anyway. */
export function turns(db: Kysely<Schema>, dialect: DialectName): Turns {
  const take = async (lock: 'pg_advisory_xact_lock' | 'pg_advisory_xact_lock_shared', kind: number, ids: Iterable<number>) => {
    if (dialect === 'sqlite') return
    for (const id of [...new Set(ids)].sort((a, b) => a - b)) await sql`select ${sql.raw(lock)}(${kind}::int, ${id}::int)`.execute(db)
  }

  return {
    ofGlossary: (deskId) => take('pg_advisory_xact_lock', glossaries, [deskId]),
    besideGlossary: (deskId) => take('pg_advisory_xact_lock_shared', glossaries, [deskId]),
    ofDocuments: (ids) => take('pg_advisory_xact_lock', documents, ids),
  }
}

/** Names for kinds of locks; the numbers mean nothing. */
const glossaries = 1
const documents = 2
