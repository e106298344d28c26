import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { type Migration, migrate, migrations } from '../../src/store/migrations.ts'
import { openKeptStore, openStore } from '../../src/store/open.ts'
import { eachStore } from '../support/store.ts'

const versionOne = readFileSync(new URL('./version-1.sql', import.meta.url), 'utf8')

/** Steps a later version might take: one that works and one that fails half way. */
const nickname: Migration = ({ strict }) => [
  "alter table person add column nickname text not null default ''",
  `create table nickname (id integer) ${strict}`,
]
const broken: Migration = () => ['create table half (id integer)', 'this is not a statement']

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tarjuman-store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a database file', () => {
  test('is made with the folders above it, and keeps what was stored when opened again', async () => {
    const file = join(folder, 'new', 'folders', 'tarjuman.sqlite')
    const first = await openStore(file)
    await first.people.add('سلمى')
    await first.close()
    const second = await openStore(file)
    expect((await second.people.first())?.name).toBe('سلمى')
    await second.close()
    expect(readdirSync(join(folder, 'new', 'folders'))).toEqual(['tarjuman.sqlite'])
  })

  test('keeps a log beside it while it is open, and refuses what refers to nothing', async () => {
    const file = join(folder, 'tarjuman.sqlite')
    const store = await openStore(file)
    await expect(store.documents.add(99, heading, 'paragraph', '', { person: { id: 1, name: 'س' }, at: '' })).rejects.toThrow(/FOREIGN KEY/)
    await store.close()
    const again = new Sqlite(file)
    expect(again.pragma('journal_mode', { simple: true })).toBe('wal')
    again.close()
  })

  test('that must be there is not made where it is not, nor an empty file into one', async () => {
    const nowhere = join(folder, 'slip', 'tarjuman.sqlite')
    await expect(openKeptStore(nowhere)).rejects.toMatchObject({ code: 'database.missing', values: { file: nowhere } })
    writeFileSync(join(folder, 'empty'), '')
    await expect(openKeptStore(join(folder, 'empty'))).rejects.toMatchObject({ code: 'database.missing' })
    expect([readdirSync(folder), readFileSync(join(folder, 'empty'), 'utf8')]).toEqual([['empty'], ''])
    const store = await openKeptStore(oldFile())
    expect((await store.documents.list(1)).length).toBe(1)
    await store.close()
  })

  test('of version 1 is opened with all it holds', async () => {
    const file = oldFile()
    const store = await openStore(file)
    const [document] = await store.documents.list(1)
    expect(document).toMatchObject({ title: 'عنوان قديم', changedAt: '2025-03-01T09:00:00.000Z', progress: { segments: 1, done: 1 } })
    expect(await store.segments.getAt(1, 1)).toMatchObject({ source: 'النص', target: 'The text', version: 2, checkedVersion: -2 })
    expect(await store.terms.active(1)).toMatchObject([{ spellings: ['نصّ'], renderings: [{ text: 'text', standing: 'preferred' }] }])
    await store.close()
  })

  test('of version 1 comes to the same tables as a new one', async () => {
    const old = oldFile()
    await (await openStore(old)).close()
    const fresh = join(folder, 'fresh.sqlite')
    await (await openStore(fresh)).close()
    expect(schemaOf(old)).toEqual(schemaOf(fresh))
  })

  test('of an older version is copied beside itself before it is changed, and no copy over another', async () => {
    const file = oldFile()
    const failing = [...migrations, broken]
    await expect(openStore(file, failing)).rejects.toThrow()
    await expect(openStore(file, failing)).rejects.toThrow()
    await (await openStore(file, [...migrations, nickname])).close()
    const copies = readdirSync(folder).filter((name) => name.includes('backup'))
    expect(copies.sort()).toEqual(['', '-2', '-3'].map((copy) => `tarjuman.sqlite.version-1.backup${copy}`))
    for (const copy of copies) {
      const former = await openStore(join(folder, copy))
      expect((await former.segments.getAt(1, 1))?.target).toBe('The text')
      await former.close()
    }
    await expect(openStore(file)).rejects.toMatchObject({ code: 'database.newer' })
  })

  test('of a newer version is refused and left as it is', async () => {
    const file = oldFile()
    const sqlite = new Sqlite(file)
    sqlite.exec('update schema_version set version = 999')
    sqlite.close()
    const before = readFileSync(file)
    await expect(openStore(file)).rejects.toMatchObject({
      code: 'database.newer',
      values: { file, version: 999, known: migrations.length },
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test.each([
    ['text', Buffer.from('هذا ليس قاعدة بيانات، بل نص عادي طويل بما يكفي ليُقرأ كأنه ملف')],
    ['a damaged database', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4096, 7)])],
  ])('that is %s is refused and left as it is', async (_, bytes) => {
    const file = join(folder, 'strange.sqlite')
    writeFileSync(file, bytes)
    await expect(openStore(file)).rejects.toMatchObject({ code: 'database.unreadable', values: { file } })
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('of another program is refused and left as it is', async () => {
    const file = join(folder, 'other.sqlite')
    const sqlite = new Sqlite(file)
    sqlite.exec('create table bookmark (id integer)')
    sqlite.close()
    const before = readFileSync(file)
    await expect(openStore(file)).rejects.toMatchObject({ code: 'database.unreadable' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('cannot be a folder, nor stand inside a file', async () => {
    const file = join(folder, 'file')
    mkdirSync(join(folder, 'a.sqlite'))
    writeFileSync(file, '')
    for (const address of [join(folder, 'a.sqlite'), join(file, 'tarjuman.sqlite'), join(file, 'folder', 'tarjuman.sqlite')]) {
      await expect(openStore(address)).rejects.toMatchObject({ code: 'database.unwritable', values: { file: address } })
    }
  })

  // Who is root may write everywhere.
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'that may only be read, or whose folder may, is refused',
    async () => {
      const file = oldFile()
      for (const locked of [file, folder]) {
        chmodSync(locked, 0o555)
        await expect(openStore(file)).rejects.toMatchObject({ code: 'database.unwritable', values: { file } })
        chmodSync(locked, 0o755)
        await (await openStore(file)).close()
      }
    },
  )

  test.skipIf(process.platform !== 'linux')('is refused at once where no folder can be made', async () => {
    const file = '/proc/tarjuman/folder/tarjuman.sqlite'
    await expect(openStore(file)).rejects.toMatchObject({ code: 'database.unwritable', values: { file } })
  })

  test.each([
    ['no version', 'delete from schema_version'],
    ['a word for a version', "update schema_version set version = 'abc'"],
    ['version 0', 'update schema_version set version = 0'],
    ['a version before the first', 'update schema_version set version = -5'],
    ['half a version', 'update schema_version set version = 1.5'],
    ['two versions', 'insert into schema_version values (1)'],
    ['versions by another name', 'alter table schema_version rename column version to number'],
  ])('that says %s is damaged, and left as it is', async (_, damage) => {
    const file = oldFile()
    const sqlite = new Sqlite(file)
    sqlite.exec(damage)
    sqlite.close()
    const before = readFileSync(file)
    await expect(openStore(file)).rejects.toMatchObject({ code: 'database.damaged', values: { file } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('a backup', () => {
  test('holds everything and can be opened as a database', async () => {
    const store = await openStore(join(folder, 'tarjuman.sqlite'))
    await store.people.add('سلمى')
    const copy = join(folder, 'copy.sqlite')
    expect(await store.backup(copy)).toBe(copy)
    await store.people.rename(1, 'بعد النسخ')
    await store.close()
    const restored = await openStore(copy)
    expect((await restored.people.first())?.name).toBe('سلمى')
    await restored.close()
  })

  test('never overwrites a file', async () => {
    const file = join(folder, 'precious.txt')
    writeFileSync(file, 'keep me')
    const store = await openStore(':memory:')
    await expect(store.backup(file)).rejects.toMatchObject({ code: 'backup.exists', values: { file } })
    expect(readFileSync(file, 'utf8')).toBe('keep me')
    await expect(store.backup(folder)).rejects.toMatchObject({ code: 'backup.exists', values: { file: folder } })
    await store.close()
  })

  test('that cannot be written is refused', async () => {
    const store = await openStore(':memory:')
    const nowhere = join(folder, 'nowhere', 'copy.sqlite')
    await expect(store.backup(nowhere)).rejects.toMatchObject({ code: 'backup.unwritable', values: { file: nowhere } })
    await store.close()
  })
})

describe('a PostgreSQL address', () => {
  test('where nobody answers is named without its password', async () => {
    const refused = openStore('postgres://salma:secret@127.0.0.1:1/tarjuman')
    await expect(refused).rejects.toMatchObject({ code: 'database.unreachable', values: { address: '127.0.0.1:1/tarjuman' } })
    await expect(refused).rejects.not.toThrow(/secret/)
  })

  test.each([
    ['postgres://', 'postgres://'],
    ['postgres://salma:secret@:x/tarjuman', 'postgres://…@:x/tarjuman'],
  ])('that says too little is named: %s', async (address, shown) => {
    vi.stubEnv('PGPORT', '1')
    await expect(openStore(address)).rejects.toMatchObject({ code: 'database.unreachable', values: { address: shown } })
    vi.unstubAllEnvs()
  })
})

eachStore('the schema', (fresh) => {
  test('takes only the steps it has not taken', async () => {
    const { store, db, dialect } = await fresh()
    await store.people.add('سلمى')
    await migrate(db, dialect, 'test', [...migrations, nickname])
    await migrate(db, dialect, 'test', [...migrations, nickname])
    expect(await sql`select nickname, name from person`.execute(db)).toMatchObject({ rows: [{ nickname: '', name: 'سلمى' }] })
    expect(await db.selectFrom('schemaVersion').selectAll().execute()).toEqual([{ version: migrations.length + 1 }])
  })

  test('stays as it was where a step fails', async () => {
    const { db, dialect } = await fresh()
    await expect(migrate(db, dialect, 'test', [...migrations, nickname, broken])).rejects.toThrow()
    await expect(sql`select nickname from person`.execute(db)).rejects.toThrow()
    expect(await db.selectFrom('schemaVersion').selectAll().execute()).toEqual([{ version: migrations.length }])
  })

  test('of a newer version is refused', async () => {
    const { db, dialect } = await fresh()
    await db.updateTable('schemaVersion').set({ version: 42 }).execute()
    await expect(migrate(db, dialect, 'server/news')).rejects.toMatchObject({
      code: 'database.newer',
      values: { file: 'server/news', version: 42 },
    })
  })

  test.each([[0], [-5], [1, 1]])('that says the versions %j is damaged', async (...versions) => {
    const { db, dialect } = await fresh()
    await db.deleteFrom('schemaVersion').execute()
    for (const version of versions) await db.insertInto('schemaVersion').values({ version }).execute()
    await expect(migrate(db, dialect, 'server/news')).rejects.toMatchObject({ code: 'database.damaged', values: { file: 'server/news' } })
  })

  test('a server is backed up with its own tools, and the program says so', async () => {
    const { store, dialect } = await fresh()
    const backup = store.backup(join(folder, 'copy.sqlite'))
    if (dialect === 'postgres') await expect(backup).rejects.toBeInstanceOf(Problem)
    else expect(existsSync(await backup)).toBe(true)
  })
})

const heading = { title: '', outlet: '', author: '', date: '', address: '' }

/** A file as version 1 of the program left it. */
function oldFile(): string {
  const file = join(folder, 'tarjuman.sqlite')
  const sqlite = new Sqlite(file)
  sqlite.exec(versionOne)
  sqlite.close()
  return file
}

/** The statements that would make a file's tables, their white space evened. */
function schemaOf(file: string): string[] {
  const sqlite = new Sqlite(file)
  const statements = sqlite.prepare('select sql from sqlite_schema where sql is not null order by name').pluck().all()
  sqlite.close()
  return statements.map((statement) => String(statement).replace(/\s+/g, ' '))
}
