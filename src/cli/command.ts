/** Where a command writes: standard output or standard error, or a list of lines in a test. */
export interface Output {
  write(text: string | Uint8Array): unknown
}

/** A `--flag` of a command. `value` names what follows it in the usage line (FILE, NAME); one without is a switch. */
export interface Flag {
  value?: string
  /** The only words it takes, where it takes only some. */
  choices?: readonly string[]
  needed?: boolean
}

/** What was typed after the name of a command, already held against what the command takes. */
export interface Typed {
  operands: readonly string[]
  flags: Readonly<Record<string, string>>
  switches: ReadonlySet<string>
}

/** A command of the shell. `operands` are the names of its files and the like, in order, as the usage line shows them; `[FILE]` may be left out. */
export interface Command {
  name: string
  summary: string
  operands: readonly string[]
  flags: Readonly<Record<string, Flag>>
  /** Loaded when it is asked for, so that a command which needs no database does not wait for one. */
  load: () => Promise<{ run: Run }>
}

/** Does what the command is for and answers with what belongs on standard output; warnings go to `warnings`, a line each. */
type Run = (typed: Typed, warnings: Output) => Promise<string | Uint8Array>

/** The command as it is typed, e.g. `segment [--by paragraph|sentence] FILE`. */
export function usage(command: Command): string {
  const flags = Object.entries(command.flags).map(([name, flag]) => {
    const value = flag.choices?.join('|') ?? flag.value
    const text = value ? `--${name} ${value}` : `--${name}`
    return flag.needed ? text : `[${text}]`
  })
  return [command.name, ...flags, ...command.operands].join(' ')
}

/** What somebody typed that the command line cannot take, said in one plain sentence. */
export class Refusal extends Error {}
