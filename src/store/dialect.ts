import type Sqlite from 'better-sqlite3'
import { CompiledQuery, type DatabaseConnection, type Driver, type Expression, type Kysely, SqliteDialect, SqliteDriver, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** The two databases the program runs on. Where they differ is said in this file and in `migrations.ts`. */
export type DialectName = 'sqlite' | 'postgres'

/** Kysely's SQLite dialect, its transactions asking for the right to write at their beginning. */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #sqlite: Sqlite.Database

  constructor(sqlite: Sqlite.Database) {
    super({ database: sqlite })
    this.#sqlite = sqlite
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#sqlite)
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  readonly #sqlite: Sqlite.Database

  constructor(sqlite: Sqlite.Database) {
    super({ database: sqlite })
    this.#sqlite = sqlite
  }

  /** A transaction that reads first and then wants to write is refused at once where another process wrote in between; asked for at the start, the right is waited for. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** SQLite has already rolled back by itself where the disk was full: a second time would hide the true error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection)
  }
}

/** What a database, or the system, calls an error of its own (SQLITE_CANTOPEN, 42P07, EACCES); empty for any other. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Runs the work as one: in the transaction that is already open, or else in one of its own. */
export function atomically<T>(db: Kysely<Schema>, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}

/** A count or sum as a number: PostgreSQL answers `count` and `sum` with eight-byte integers, which its driver hands over as text; an empty sum is 0. */
export function asNumber(value: Expression<unknown>) {
  return sql<number>`cast(coalesce(${value}, 0) as integer)`
}

/** True where the column has the text somewhere inside, its % and _ meaning themselves. */
export function contains(column: Expression<string>, text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`${column} like ${pattern} escape '\\'`
}

/** True where the column has a Latin letter with an accent: one of its own (À to ʯ, Ḁ to ỿ), or an accent after its letter. */
export function hasAccents(column: Expression<string>, dialect: DialectName) {
  const letters = '[\u00C0-\u02AF\u0300-\u036F\u1E00-\u1EFF]'
  if (dialect === 'postgres') return sql<boolean>`${column} ~ ${letters}`
  // Most English has a byte a letter, which SQLite tells ten times as quickly.
  return sql<boolean>`(octet_length(${column}) > length(${column}) and ${column} glob ${`*${letters}*`})`
}
