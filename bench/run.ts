import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** A benchmark prints its own lines, each with what was measured, the baseline, and the ratio of the two. */
interface Benchmark {
  bench: () => Promise<void> | void
}

// One after the other: two at once would measure each other. `npm run bench -- terms` runs only that one.
const here = import.meta.dirname
const names = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && file !== path.basename(import.meta.filename))
  .map((file) => path.basename(file, '.ts'))
  .sort()
const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !names.includes(name))

if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${names.join(', ')}.`)
  process.exitCode = 2
} else {
  for (const name of chosen.length > 0 ? chosen : names) {
    console.log(`\n${name}`)
    const { bench } = (await import(pathToFileURL(path.join(here, `${name}.ts`)).href)) as Benchmark
    await bench()
  }
}
