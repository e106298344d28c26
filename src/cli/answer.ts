import { typedFor } from './arguments.ts'
import { type Command, type Output, Refusal } from './command.ts'
import { commands } from './commands.ts'
import { help, version } from './help.ts'
import { sentence } from './sentence.ts'
import { likely } from './slip.ts'

/** Runs one line of the shell and answers with the exit code: 0 when done, 2 when it could not be done and standard error says why. */
export async function answer(words: readonly string[], out: Output, errors: Output): Promise<number> {
  try {
    out.write(await printed(words, errors))
    return 0
  } catch (reason) {
    errors.write(`${await sentence(reason)}\n`)
    return 2
  }
}

async function printed(words: readonly string[], warnings: Output): Promise<string | Uint8Array> {
  const [first = 'help'] = words
  if (first === 'help' || words.includes('--help') || words.includes('-h')) return help(words)
  if (first === '--version') return version()
  const command = commandFor(words)
  const typed = typedFor(command, words.slice(command.name.split(' ').length))
  const { run } = await command.load()
  return run(typed, warnings)
}

// Two words (`glossary import`) are tried before one.
function commandFor([first = '', second = '']: readonly string[]): Command {
  const known = commands.map(({ name }) => name)
  const family = known.filter((name) => name.startsWith(`${first} `))
  const typed = family.length > 0 && !second.startsWith('-') ? `${first} ${second}`.trim() : first
  const command = commands.find(({ name }) => name === typed)
  if (command) return command
  const meant = typed === first && family.length > 0 ? family.join(' or ') : likely(typed, known)
  throw new Refusal(`There is no command "${typed}"${meant ? `; did you mean ${meant}?` : '; tarjuman help lists them.'}`)
}
