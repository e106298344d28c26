import { readFileSync } from 'node:fs'
import { usage } from './command.ts'
import { commands } from './commands.ts'

/** What `tarjuman help` prints: every command with its usage and what it is for, or those of one name. */
export function help(words: readonly string[]): string {
  const asked = words.filter((word) => word !== 'help' && !word.startsWith('-')).join(' ')
  const known = commands.filter(({ name }) => name === asked || name.startsWith(`${asked} `))
  const shown = known.length > 0 ? known : commands
  const lines = shown.map((command) => `  tarjuman ${usage(command)}\n      ${command.summary}\n`)
  const rest = '  tarjuman help\n  tarjuman --version\n'
  return known.length > 0
    ? lines.join('')
    : `${[...lines, rest].join('')}\nA FILE of - is standard input. Offsets are UTF-16 units; paragraphs count from 0.\n`
}

/** The version of the program, as package.json has it. */
export function version(): string {
  // src/cli and dist/cli lie equally deep.
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return `${(JSON.parse(text) as { version: string }).version}\n`
}
