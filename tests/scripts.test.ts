import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const root = path.dirname(import.meta.dirname)
const folders: string[] = []

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tarjuman-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('prepare', async () => {
  const address = new URL('../scripts/prepare.mjs', import.meta.url).href
  const { refuseOldNode, packagesAsLocked } = (await import(address)) as {
    refuseOldNode: (version: string) => void
    packagesAsLocked: (folder: string) => boolean
  }

  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('takes Node %s', (version) => {
    expect(() => refuseOldNode(version)).not.toThrow()
  })

  test.each(['20.18.3', '18.20.5', '16.0.0'])('refuses Node %s and says which one is needed', (version) => {
    expect(() => refuseOldNode(version)).toThrow(`Tarjuman needs Node 20.19 or newer, and this is Node ${version}`)
  })

  const lock = (packages: object) => JSON.stringify({ packages })
  const wanted = {
    '': { name: 'x' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha-a' },
    'node_modules/b': { version: '2.0.0', optional: true },
  }
  const { 'node_modules/a': a } = wanted

  test.each([
    ['all that is needed is installed', { 'node_modules/a': a }, true],
    ['a package is missing', {}, false],
    ['a package has another version', { 'node_modules/a': { ...a, version: '1.0.1' } }, false],
    ['a package has other contents', { 'node_modules/a': { ...a, integrity: 'sha-z' } }, false],
    ['an optional package has another version', { 'node_modules/a': a, 'node_modules/b': { version: '2.1.0' } }, false],
  ])('sees whether %s', (_, found, expected) => {
    const folder = folderWith({ 'package-lock.json': lock(wanted), 'node_modules/.package-lock.json': lock(found) })
    expect(packagesAsLocked(folder)).toBe(expected)
  })

  test('installs again where the packages were compiled for another Node', () => {
    const folder = folderWith({
      'package-lock.json': lock(wanted),
      'node_modules/.package-lock.json': lock({ 'node_modules/a': a }),
      'node_modules/.tarjuman-machine': 'plan9 mips 1',
    })
    expect(packagesAsLocked(folder)).toBe(false)
  })

  describe('builds', () => {
    let folder = ''
    const prepared = () => spawnSync(process.execPath, [path.join(folder, 'scripts', 'prepare.mjs')], { encoding: 'utf8' })

    beforeEach(() => {
      folder = folderWith({ 'src/one.ts': 'export const one: number = 1\n', 'src/two.ts': 'export const two: number = 2\n' })
      for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts'])
        cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
      symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
    })

    test('once, and says nothing when nothing is to be done', () => {
      expect(prepared()).toMatchObject({ status: 0, stdout: '', stderr: 'Building …\n' })
      expect(existsSync(path.join(folder, 'dist', 'one.js'))).toBe(true)
      expect(prepared()).toMatchObject({ status: 0, stdout: '', stderr: '' })
    })

    test('a command line that can be started by its name', () => {
      writeFileSync(path.join(folder, 'src', 'cli.ts'), "#!/usr/bin/env node\nconsole.log('ready')\n")
      prepared()
      const cli = path.join(folder, 'dist', 'cli.js')
      expect(readFileSync(cli, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/u)
      if (process.platform !== 'win32') expect(spawnSync(cli, { encoding: 'utf8' }).stdout).toBe('ready\n')
    })

    test('again when a source was deleted, and leaves nothing of it behind', () => {
      prepared()
      rmSync(path.join(folder, 'src', 'two.ts'))
      expect(prepared()).toMatchObject({ status: 0, stderr: 'Building …\n' })
      expect(existsSync(path.join(folder, 'dist', 'two.js'))).toBe(false)
    })

    test.skipIf(process.platform === 'win32')('and a server started by npm stops when the shell between them is stopped', async () => {
      const server = `import { writeFileSync } from 'node:fs'
        process.once('SIGTERM', () => { writeFileSync('stopped', ''); process.exit() })
        setInterval(() => {}, 1000)
        writeFileSync('started', '')\n`
      writeFileSync(path.join(folder, 'src', 'server.ts'), server)
      const env = { ...process.env, npm_lifecycle_event: 'start' }
      const shell = spawn('sh', ['-c', `"${process.execPath}" scripts/start.mjs; true`], { cwd: folder, env, stdio: 'ignore' })
      const there = (name: string) => vi.waitUntil(() => existsSync(path.join(folder, name)), { timeout: 60_000 })
      await there('started')
      shell.kill('SIGTERM')
      expect(await there('stopped')).toBe(true)
    })

    test('and fails with the reason until the source is mended', () => {
      writeFileSync(path.join(folder, 'src', 'one.ts'), 'export const one: number = "1"\n')
      for (const attempt of [prepared(), prepared()]) {
        expect(attempt.status).toBe(1)
        expect(attempt.stderr).toMatch(/src\/one\.ts.*not assignable[\s\S]*tsc failed \(exit code \d\)/u)
      }
      writeFileSync(path.join(folder, 'src', 'one.ts'), 'export const one: number = 1\n')
      expect(prepared().status).toBe(0)
    })
  })
})

describe('the report of CI', () => {
  const file = (status: string, results: number) => ({ status, assertionResults: Array.from({ length: results }) })
  const lastLine = (report: string | undefined) => {
    const folder = folderWith(report === undefined ? {} : { 'report.json': report })
    const { status, stdout } = spawnSync(
      process.execPath,
      [path.join(root, 'scripts', 'ci-report.mjs'), path.join(folder, 'report.json')],
      { encoding: 'utf8' },
    )
    return { status, line: stdout.trimEnd().split('\n').at(-1) }
  }

  test.each([
    ['all passed', { numPassedTests: 7, numFailedTests: 0, testResults: [file('passed', 7)] }, '7 passed, 0 failed', 0],
    ['one failed', { numPassedTests: 6, numFailedTests: 1, testResults: [file('failed', 7)] }, '6 passed, 1 failed', 1],
    [
      'a file of tests could not be loaded',
      { numPassedTests: 7, numFailedTests: 0, testResults: [file('passed', 7), file('failed', 0)] },
      '7 passed, 1 failed',
      1,
    ],
    ['no test ran', { numPassedTests: 0, numFailedTests: 0, testResults: [] }, '0 passed, 0 failed', 1],
  ])('counts when %s', (_, report, line, status) => {
    expect(lastLine(JSON.stringify(report))).toEqual({ line, status })
  })

  test('is a failure where there is none', () => {
    expect(lastLine(undefined)).toEqual({ line: '0 passed, 1 failed', status: 1 })
  })
})
