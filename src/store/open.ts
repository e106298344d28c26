import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { CamelCasePlugin, type Dialect, Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { Problem } from '../core/problem.ts'
import { batches } from './batches.ts'
import { concordance } from './concordance.ts'
import { decisions } from './decisions.ts'
import { desks } from './desks.ts'
import { codeOf, type DialectName, ImmediateSqliteDialect } from './dialect.ts'
import { documents } from './documents.ts'
import { findings } from './findings.ts'
import { mentions } from './mentions.ts'
import { type Migration, migrate, migrations, refuseNewer } from './migrations.ts'
import { nonTerms } from './non-terms.ts'
import { occurrences } from './occurrences.ts'
import { people } from './people.ts'
import { revisions } from './revisions.ts'
import type { Schema } from './schema.ts'
import { segments } from './segments.ts'
import { sqliteFile, sqliteProblem, versionOf } from './sqlite-file.ts'
import type { Store } from './store.ts'
import { terms } from './terms.ts'
import { turns } from './turns.ts'
import { waivers } from './waivers.ts'
import { words } from './words.ts'

/**
 * Opens the database, made or brought to the newest version where need be (an older
 * SQLite file is first copied beside itself, as `<file>.version-<n>.backup`). The address is the path of a SQLite file,
 * `:memory:`, or a `postgres://` address. Problems: *database.newer*, *database.unreadable*,
 * *database.damaged*, *database.unwritable*, *database.unreachable*.
 */
export async function openStore(address: string, steps: readonly Migration[] = migrations): Promise<Store> {
  return isPostgres(address) ? openPostgres(address, steps) : openSqlite(address, steps)
}

/** The same of a database that must be there already, for whoever is not to make one by a slip of the pen: else Problem *database.missing*. */
export async function openKeptStore(address: string): Promise<Store> {
  if (isPostgres(address)) return openPostgres(address, migrations, true)
  if (!existsSync(address)) throw new Problem('database.missing', { file: address })
  return openSqlite(address, migrations, true)
}

const isPostgres = (address: string) => /^postgres(ql)?:\/\//.test(address)

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
    segments: segments(db, dialect),
    revisions: revisions(db),
    findings: findings(db),
    waivers: waivers(db),
    terms: terms(db),
    batches: batches(db),
    words: words(db),
    occurrences: occurrences(db),
    mentions: mentions(db),
    decisions: decisions(db),
    nonTerms: nonTerms(db),
    concordance: concordance(db),
    turns: turns(db, dialect),
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
  try {
    // Made whole, because SQLite keeps a file named :memory:, or one without a name, to itself.
    await sql`vacuum into ${resolve(file)}`.execute(db)
    return file
  } catch (error) {
    throw /^SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL)/.test(codeOf(error)) ? new Problem('backup.unwritable', { file }) : error
  }
}

async function openSqlite(file: string, steps: readonly Migration[], kept = false): Promise<Store> {
  const sqlite = sqliteFile(file)
  try {
    const version = versionOf(sqlite, file)
    if (kept && version === 0) throw new Problem('database.missing', { file })
    refuseNewer(version, file, steps)
    settle(sqlite)
    if (version > 0 && version < steps.length) sqlite.prepare('vacuum into ?').run(freeName(`${file}.version-${version}`))
    return await migrated(databaseOver(new ImmediateSqliteDialect(sqlite)), 'sqlite', file, steps)
  } catch (error) {
    sqlite.close()
    throw sqliteProblem(error, file)
  }
}

/** Write-ahead log: readers and a writer do not wait for each other. FULL: what was acknowledged survives a power cut. */
function settle(sqlite: Sqlite.Database): void {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
}

/** Beside the file, never over a backup that is already there. */
function freeName(name: string): string {
  let free = `${name}.backup`
  for (let copy = 2; existsSync(free); copy++) free = `${name}.backup-${copy}`
  return free
}

async function openPostgres(address: string, steps: readonly Migration[], kept = false): Promise<Store> {
  const name = withoutPassword(address)
  const pool = new Pool({ connectionString: address })
  // A connection lost while idle is replaced at the next question; without a listener it would end the process.
  pool.on('error', () => {})
  const db = databaseOver(new PostgresDialect({ pool }))
  try {
    if (kept && !(await isKept(db))) throw new Problem('database.missing', { file: name })
    return await migrated(db, 'postgres', name, steps)
  } catch (error) {
    await db.destroy()
    throw reachable(error, name)
  }
}

/** Whether a server's database has our tables. */
async function isKept(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regclass('schema_version') is not null as found`.execute(db)
  return rows[0]?.found === true
}

/** The server and database of an address, to be shown. */
function withoutPassword(address: string): string {
  if (!URL.canParse(address))
    throw new Problem('database.unreachable', { address: address.replace(/\/\/.*@/s, '//…@'), reason: 'ERR_INVALID_URL' })
  const { protocol, host, pathname } = new URL(address)
  return host + pathname || `${protocol}//`
}

/**
 * No such server or database, or it does not let us in (classes 28 and 3D of PostgreSQL's error codes), or tables of ours without a version
 * (42P07, 42703), as a problem the person can mend.
 */
function reachable(error: unknown, address: string): unknown {
  const code = codeOf(error)
  if (/^(42P07|42703)$/.test(code)) return new Problem('database.damaged', { file: address })
  const unreachable = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28|3D)/.test(code)
  return unreachable ? new Problem('database.unreachable', { address, reason: code }) : error
}

async function migrated(db: Kysely<Schema>, dialect: DialectName, name: string, steps: readonly Migration[]): Promise<Store> {
  await migrate(db, dialect, name, steps)
  return storeOver(db, dialect)
}
