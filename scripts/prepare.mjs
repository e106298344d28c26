// Makes a fresh clone ready to run: the packages of the lock file, then the build. Quick and silent when nothing is to be done.
// Node's own modules only: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const oldestNode = [20, 19]
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Refuses an older Node, installs where the packages are not those of the lock file, builds where the sources are not those of the last build. */
export function prepare(folder = root) {
  refuseOldNode(process.versions.node)
  if (!packagesAsLocked(folder)) install(folder)
  if (readText(machineMark(folder)) === undefined) writeFileSync(machineMark(folder), machine())
  if (!builtFrom(folder, fingerprint(folder))) build(folder)
}

/** Throws one plain sentence where this version of Node (as "20.11.1") is too old for the program. */
export function refuseOldNode(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  throw new Error(
    `Tarjuman needs Node ${oldestNode.join('.')} or newer, and this is Node ${version}: install a newer one from https://nodejs.org.`,
  )
}

/**
 * Whether node_modules holds what package-lock.json asks for, and was compiled for this kind of Node: npm notes what it
 * installed in node_modules/.package-lock.json, without the optional packages that other systems need.
 */
export function packagesAsLocked(folder) {
  const wanted = readJson(path.join(folder, 'package-lock.json'))?.packages
  const found = readJson(path.join(folder, 'node_modules', '.package-lock.json'))?.packages
  if (!wanted) throw new Error(`${path.join(folder, 'package-lock.json')} is missing or unreadable: is this the whole of the repository?`)
  if (!found || (readText(machineMark(folder)) ?? machine()) !== machine()) return false
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true
    return found[name] ? found[name].version === entry.version && found[name].integrity === entry.integrity : entry.optional === true
  })
}

function install(folder) {
  say('Installing the packages; the first time this takes a minute or two …')
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm']
  run('npm ci', [...npm, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], folder)
}

function build(folder) {
  say('Building …')
  const sources = fingerprint(folder)
  rmSync(path.join(folder, 'dist'), { recursive: true, force: true })
  run('tsc', [process.execPath, path.join(folder, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', folder], folder)
  mkdirSync(path.join(folder, 'dist'), { recursive: true })
  const cli = path.join(folder, 'dist', 'cli.js')
  if (readText(cli) !== undefined) chmodSync(cli, 0o755)
  writeFileSync(buildMark(folder), sources)
}

const builtFrom = (folder, sources) => readText(buildMark(folder)) === sources

/** What the sources are at this moment: changed, added, renamed and deleted files all show in it. */
export function fingerprint(folder) {
  const hash = createHash('sha256')
  for (const file of ['tsconfig.json', 'package.json', ...filesBelow(folder, 'src')]) {
    hash.update(`${file}\n`).update(readFileSync(path.join(folder, file)))
  }
  return hash.digest('hex')
}

function filesBelow(folder, name) {
  const entries = readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
  return files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort()
}

// better-sqlite3 is compiled for one ABI of one kind of machine: packages installed by Node 20 do not load in Node 22.
const machine = () => `${process.platform} ${process.arch} ${process.versions.modules}`
const machineMark = (folder) => path.join(folder, 'node_modules', '.tarjuman-machine')
const buildMark = (folder) => path.join(folder, 'dist', '.built-from')

function run(name, [command, ...words], folder) {
  const { status, signal, error } = spawnSync(command, words, {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (error) throw new Error(`${name} could not be started (${error.message}).`)
  if (status !== 0) throw new Error(`${name} failed (${signal ?? `exit code ${status}`}); what it said stands above.`)
}

const say = (line) => process.stderr.write(`${line}\n`)

function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    prepare()
  } catch (reason) {
    say(reason.message)
    process.exitCode = 1
  }
}
