import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'

const writer = fileURLToPath(new URL('./writer.ts', import.meta.url))
const run = promisify(execFile)

test('several processes writing the same file at once lose nothing and refuse nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tarjuman-store-'))
  const file = join(folder, 'tarjuman.sqlite')
  const store = await openStore(file)
  const desk = await store.desks.add('الأخبار')
  await Promise.all([1, 2, 3].map(() => run(process.execPath, ['--import', 'tsx', writer, file, '60'])))
  expect((await store.desks.get(desk.id))?.glossaryVersion).toBe(180)
  await store.close()
  rmSync(folder, { recursive: true })
})

test('several processes may start on a new file at the same moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tarjuman-store-'))
  const file = join(folder, 'tarjuman.sqlite')
  await Promise.all([1, 2, 3].map(() => run(process.execPath, ['--import', 'tsx', writer, file, '0'])))
  const store = await openStore(file)
  expect(await store.desks.first()).toBeUndefined()
  await store.close()
  rmSync(folder, { recursive: true })
})
