import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, type Dialect, Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { Problem } from '../core/problem.ts'
import { batches } from './batches.ts'
import { desks } from './desks.ts'
import { type DialectName, ImmediateSqliteDialect } from './dialect.ts'
import { documents } from './documents.ts'
import { findings } from './findings.ts'
import { type Migration, migrate, migrations, refuseNewer } from './migrations.ts'
import { people } from './people.ts'
import { revisions } from './revisions.ts'
import type { Schema } from './schema.ts'
import { segments } from './segments.ts'
import type { Store } from './store.ts'
import { terms } from './terms.ts'
import { waivers } from './waivers.ts'

/**
 * Opens the database, made or brought to the newest version where need be (an older
 * SQLite file is first copied beside itself, as `<file>.version-<n>.backup`). The address is the path of a SQLite file,
 * `:memory:`, or a `postgres://` address. Problems: *database.newer*, *database.unreadable*, *database.unreachable*.
 */
export async function openStore(address: string, steps: readonly Migration[] = migrations): Promise<Store> {
  return /^postgres(ql)?:\/\//.test(address) ? openPostgres(address, steps) : openSqlite(address, steps)
}

/** The tables behind a dialect, their names as the types have them. */
export function databaseOver(dialect: Dialect): Kysely<Schema> {
  return new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()] })
}

/** The store over a database that is already of the newest version; `database` is what its transactions' stores share with it. */
export function storeOver(db: Kysely<Schema>, dialect: DialectName, database: object = db): Store {
  const store: Store = {
    database,
    inTransaction: db.isTransaction,
    people: people(db),
    desks: desks(db),
    documents: documents(db),
    segments: segments(db),
    revisions: revisions(db),
    findings: findings(db),
    waivers: waivers(db),
    terms: terms(db),
    batches: batches(db),
    transaction: (work) =>
      db.isTransaction ? work(store) : db.transaction().execute((inner) => work(storeOver(inner, dialect, database))),
    backup: (file) => backup(db, dialect, file),
    close: () => db.destroy(),
  }
  return store
}

async function backup(db: Kysely<Schema>, dialect: DialectName, file: string): Promise<string> {
  if (dialect === 'postgres') throw new Problem('backup.postgres')
  if (existsSync(file)) throw new Problem('backup.exists', { file })
  await sql`vacuum into ${file}`.execute(db)
  return file
}

async function openSqlite(file: string, steps: readonly Migration[]): Promise<Store> {
  const sqlite = sqliteFile(file)
  try {
    const version = versionOf(sqlite, file)
    refuseNewer(version, file, steps)
    settle(sqlite)
    if (version > 0 && version < steps.length) sqlite.prepare('vacuum into ?').run(freeName(`${file}.version-${version}`))
    return await migrated(databaseOver(new ImmediateSqliteDialect(sqlite)), 'sqlite', file, steps)
  } catch (error) {
    sqlite.close()
    throw readable(error, file)
  }
}

function sqliteFile(file: string): Sqlite.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(resolve(file)), { recursive: true })
    return new Sqlite(file, { timeout: 10_000 })
  } catch (error) {
    throw readable(error, file)
  }
}

/** Write-ahead log: readers and a writer do not wait for each other. FULL: what was acknowledged survives a power cut. */
function settle(sqlite: Sqlite.Database): void {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
}

/** 0 for a new database; a file with tables that are not ours is refused before anything is written to it. */
function versionOf(sqlite: Sqlite.Database, file: string): number {
  const tables = sqlite.prepare("select name from sqlite_schema where type = 'table'").pluck().all()
  if (tables.length === 0) return 0
  if (!tables.includes('schema_version')) throw new Problem('database.unreadable', { file })
  return Number(sqlite.prepare('select version from schema_version').pluck().get())
}

/** Beside the file, never over a backup that is already there. */
function freeName(name: string): string {
  let free = `${name}.backup`
  for (let copy = 2; existsSync(free); copy++) free = `${name}.backup-${copy}`
  return free
}

/** What SQLite says of a file that is no database, is damaged, or cannot be opened, as a problem the person can mend. */
function readable(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const unreadable = /^(SQLITE_(NOTADB|CORRUPT|CANTOPEN|READONLY|PERM)|EACCES|ENOTDIR|EEXIST)/.test(code)
  return unreadable ? new Problem('database.unreadable', { file }) : error
}

async function openPostgres(address: string, steps: readonly Migration[]): Promise<Store> {
  const name = withoutPassword(address)
  const pool = new Pool({ connectionString: address })
  // A connection lost while idle is replaced at the next question; without a listener it would end the process.
  pool.on('error', () => {})
  const db = databaseOver(new PostgresDialect({ pool }))
  try {
    return await migrated(db, 'postgres', name, steps)
  } catch (error) {
    await db.destroy()
    throw reachable(error, name)
  }
}

/** The server and database of an address, to be shown. */
function withoutPassword(address: string): string {
  if (!URL.canParse(address)) throw new Problem('database.unreachable', { address: 'postgres', reason: 'address' })
  const { host, pathname } = new URL(address)
  return host + pathname
}

/** No such server or database, or it does not let us in (classes 28 and 3D of PostgreSQL's error codes), as a problem the person can mend. */
function reachable(error: unknown, address: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const unreachable = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28|3D)/.test(code)
  return unreachable ? new Problem('database.unreachable', { address, reason: code }) : error
}

async function migrated(db: Kysely<Schema>, dialect: DialectName, name: string, steps: readonly Migration[]): Promise<Store> {
  await migrate(db, dialect, name, steps)
  return storeOver(db, dialect)
}
