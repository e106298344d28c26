// Runs every check that CI runs, each to its end, and sums up. `node scripts/check.mjs lint types` runs only those named.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare } from './prepare.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

// A program is named by the script it starts with: the .bin folder holds other files on Windows.
const biome = 'node_modules/@biomejs/biome/bin/biome'
const oxlint = 'node_modules/oxlint/bin/oxlint'
const tsc = 'node_modules/typescript/bin/tsc'
const vitest = 'node_modules/vitest/vitest.mjs'

const steps = {
  format: { says: 'Format and order of imports', runs: [[biome, 'check', '--linter-enabled=false', '--error-on-warnings', '.']] },
  lint: { says: 'Lint', runs: [[biome, 'lint', '--error-on-warnings', '.']] },
  promises: { says: 'No forgotten await', runs: [[oxlint, '--type-aware', '--deny-warnings', 'src', 'tests', 'bench']] },
  types: {
    says: 'Types',
    runs: [
      [tsc, '--noEmit'],
      [tsc, '--noEmit', '--project', 'tests'],
    ],
  },
  tests: { says: 'Tests and house rules', runs: [[vitest, 'run']] },
}

const chosen = process.argv.slice(2)
const unknown = chosen.find((name) => !(name in steps))
if (unknown) {
  console.error(`There is no check "${unknown}"; there are ${Object.keys(steps).join(', ')}.`)
  process.exit(2)
}

try {
  prepare(root)
} catch (reason) {
  console.error(reason.message)
  process.exitCode = 1
}

const results = Object.entries(steps)
  .filter(([name]) => chosen.length === 0 || chosen.includes(name))
  .map(([name, { says, runs }]) => {
    console.log(`\n— ${says}`)
    return { name, says, passed: runs.map(passes).every(Boolean) }
  })

console.log()
for (const { name, says, passed } of results) console.log(`${passed ? '✓' : '✗'} ${says}${passed ? '' : `: npm run check -- ${name}`}`)
if (results.some(({ passed }) => !passed)) process.exitCode = 1

function passes(words) {
  return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status === 0
}
