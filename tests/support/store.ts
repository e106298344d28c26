import Sqlite from 'better-sqlite3'
import { type Dialect, type Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { afterEach, describe } from 'vitest'
import { type DialectName, ImmediateSqliteDialect } from '../../src/store/dialect.ts'
import { migrate } from '../../src/store/migrations.ts'
import { databaseOver, openStore, storeOver } from '../../src/store/open.ts'
import type { Schema } from '../../src/store/schema.ts'
import type { Store } from '../../src/store/store.ts'

/** An empty store in memory, for one test. */
export function memoryStore(): Promise<Store> {
  return openStore(':memory:')
}

/** An empty store in memory that notes every question put to the database, values filled in: to count and to explain them. */
export async function overheardStore(): Promise<{ store: Store; questions: string[]; sqlite: Sqlite.Database }> {
  const questions: string[] = []
  const sqlite = new Sqlite(':memory:', { verbose: (question) => questions.push(String(question)) })
  sqlite.pragma('foreign_keys = ON')
  const { store } = await opened(databaseOver(new ImmediateSqliteDialect(sqlite)), 'sqlite')
  questions.length = 0
  return { store, questions, sqlite }
}

/** A store and the tables under it, for a test that must look or reach where the store does not. */
export interface Opened {
  store: Store
  db: Kysely<Schema>
  dialect: DialectName
}

/**
 * The same tests on each kind of database: SQLite in memory, PostgreSQL in the process and, where TEST_DATABASE_URL says
 * so, a real server. `fresh` opens an empty store; it is closed when the test is over.
 */
export function eachStore(about: string, tests: (fresh: () => Promise<Opened>) => void): void {
  storesOf(kinds(), about, tests)
}

/** The same without PostgreSQL in the process, which has one connection and is slow: for what is done at the same time. */
export function eachStoreButInProcess(about: string, tests: (fresh: () => Promise<Opened>) => void): void {
  const { [inProcessKind]: _, ...others } = kinds()
  storesOf(others, about, tests)
}

function storesOf(kinds: Record<string, Empty>, about: string, tests: (fresh: () => Promise<Opened>) => void): void {
  for (const [kind, empty] of Object.entries(kinds)) {
    describe(`${about} (${kind})`, () => {
      const open: Opened[] = []
      afterEach(async () => {
        for (const { store } of open.splice(0)) await store.close()
      })
      tests(async () => {
        const one = await empty()
        open.push(one)
        return one
      })
    })
  }
}

const inProcessKind = 'PostgreSQL in the process'

type Empty = () => Promise<Opened>

function kinds(): Record<string, Empty> {
  const server = process.env.TEST_DATABASE_URL
  const always = { SQLite: inMemory, [inProcessKind]: inProcess }
  return server ? { ...always, 'PostgreSQL server': onServer(server) } : always
}

const inMemory: Empty = () => {
  const sqlite = new Sqlite(':memory:')
  sqlite.pragma('foreign_keys = ON')
  return opened(databaseOver(new ImmediateSqliteDialect(sqlite)), 'sqlite')
}

/** PostgreSQL takes seconds to start: one for all tests of a file, emptied before each, and loaded only where it is used. */
let started: Promise<{ dialect: () => Dialect }> | undefined

async function start() {
  const { pgliteDialect, startPglite } = await import('./pglite.ts')
  const pglite = await startPglite()
  return { dialect: () => pgliteDialect(pglite) }
}

const inProcess: Empty = async () => {
  started ??= start()
  const db = databaseOver((await started).dialect())
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  return opened(db, 'postgres')
}

/** A schema of this process's own, emptied before each test, so that several test files may use one server. */
function onServer(address: string): Empty {
  const schema = `tarjuman_test_${process.pid}`
  return async () => {
    const pool = new Pool({ connectionString: address, options: `-c search_path=${schema}` })
    const db = databaseOver(new PostgresDialect({ pool }))
    await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db)
    await sql`create schema ${sql.id(schema)}`.execute(db)
    return opened(db, 'postgres')
  }
}

async function opened(db: Kysely<Schema>, dialect: DialectName): Promise<Opened> {
  await migrate(db, dialect, 'test')
  return { store: storeOver(db, dialect), db, dialect }
}
