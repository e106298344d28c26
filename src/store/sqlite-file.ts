import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Problem, type ProblemCode } from '../core/problem.ts'
import { codeOf } from './dialect.ts'
import { versionIn } from './migrations.ts'

/** Opens a database file, made with the folders above it where it is not there. Problem: *database.unwritable*. */
export function sqliteFile(file: string): Sqlite.Database {
  try {
    if (file !== ':memory:') makeFolder(dirname(resolve(file)))
    // Before SQLite does: what it puts beside a file that may only be read may only be read too, and would stay in the way.
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
    return new Sqlite(file, { timeout: 10_000 })
  } catch (error) {
    throw sqliteProblem(error, file)
  }
}

/**
 * The version of the program that wrote a file, 0 for a new one; nothing is written to it. Problems: *database.unreadable* where its tables
 * are not ours, *database.damaged* where it does not say one version.
 */
export function versionOf(sqlite: Sqlite.Database, file: string): number {
  const tables = sqlite.prepare("select name from sqlite_schema where type = 'table'").pluck().all()
  if (tables.length === 0) return 0
  if (!tables.includes('schema_version')) throw new Problem('database.unreadable', { file })
  const version = versionIn(sqlite.prepare('select * from schema_version').all() as { version?: unknown }[], file)
  if (version === 0) throw new Problem('database.damaged', { file })
  return version
}

/** What SQLite or the system says of a file, as a problem the person can mend; anything else as it is. */
export function sqliteProblem(error: unknown, file: string): unknown {
  const known = meanings.find(({ codes }) => codes.test(codeOf(error)))
  return known ? new Problem(known.problem, { file }) : error
}

const meanings: { codes: RegExp; problem: ProblemCode }[] = [
  { codes: /^SQLITE_NOTADB/, problem: 'database.unreadable' },
  { codes: /^SQLITE_CORRUPT/, problem: 'database.damaged' },
  { codes: /^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/, problem: 'database.unwritable' },
  // The names of the system's own errors: EACCES, EROFS, ENOTDIR …
  { codes: /^E[A-Z]+$/, problem: 'database.unwritable' },
]

// Folder by folder, because Node's own way of making several at once never ends where the system says that /proc holds none.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process that starts at the same moment may have made it.
    if (!existsSync(folder)) throw error
  }
}
