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

async function printed(words: readonly string[], warnings: Output): Promise<string> {
  const [first = 'help'] = words
  if (first === 'help' || words.includes('--help') || words.includes('-h')) return help(words)
  if (first === '--version') return version()
  const command = commandFor(words)
  const typed = typedFor(command, words.slice(command.name.split(' ').length))
  const { run } = await command.load()
  return run(typed, warnings)
}

// Two words (`glossary import`) are tried before one.
function commandFor(words: readonly string[]): Command {
  const names = [words.slice(0, 2).join(' '), words[0] ?? '']
  const command = commands.find(({ name }) => names.includes(name))
  if (command) return command
  const known = commands.map(({ name }) => name)
  const meant = likely(names[0] ?? '', known) ?? likely(names[1] ?? '', known)
  throw new Refusal(`There is no command "${words[0]}"${meant ? `; did you mean ${meant}?` : '; tarjuman help lists them.'}`)
}
