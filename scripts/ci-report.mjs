// Prints `N passed, N failed` from the report that vitest wrote, as the last line of CI; exit code 1 where anything failed or nothing ran.
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Counts the tests of a report in vitest's JSON; a file of tests that could not be loaded counts as one failed. */
export function counted(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded }
}

// Undefined where the tests never came to write one.
function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const report = reportIn(process.argv[2])
  const { passed, failed } = report ? counted(report) : { passed: 0, failed: 1 }
  if (!report) console.log('The tests did not run.')
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
