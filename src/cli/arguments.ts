import { parseArgs } from 'node:util'
import { type Command, type Flag, Refusal, type Typed, usage } from './command.ts'
import { likely } from './slip.ts'

/** Reads what was typed after the name of a command; throws a Refusal that names the word at fault and the likely slip. */
export function typedFor(command: Command, words: readonly string[]): Typed {
  const { tokens } = parseArgs({ args: [...words], options: optionsOf(command), strict: false, allowPositionals: true, tokens: true })
  const typed = { operands: [] as string[], flags: {} as Record<string, string>, switches: new Set<string>() }
  for (const token of tokens) {
    if (token.kind === 'positional') typed.operands.push(token.value)
    if (token.kind === 'option') {
      const flag = knownFlag(command, token.name, token.rawName)
      if (isSwitch(flag)) typed.switches.add(withoutValue(token.rawName, token.value))
      else typed.flags[token.name] = withValue(command, token.name, flag, token.inlineValue ? token.value : followingValue(token.value))
    }
  }
  refuseWhatIsMissing(command, typed)
  return typed
}

const isSwitch = (flag: Flag) => flag.value === undefined && flag.choices === undefined

function optionsOf(command: Command) {
  return Object.fromEntries(
    Object.entries(command.flags).map(([name, flag]) => [name, { type: isSwitch(flag) ? ('boolean' as const) : ('string' as const) }]),
  )
}

function knownFlag(command: Command, name: string, raw: string): Flag {
  const flag = Object.hasOwn(command.flags, name) ? command.flags[name] : undefined
  if (flag) return flag
  const meant = likely(
    raw,
    Object.keys(command.flags).map((known) => `--${known}`),
  )
  throw new Refusal(`${command.name} has no ${raw}${meant ? `; did you mean ${meant}?` : `: it is typed as ${usage(command)}.`}`)
}

function withoutValue(raw: string, value: string | undefined): string {
  if (value !== undefined) throw new Refusal(`${raw} is a switch and takes no value, and it got "${value}".`)
  return raw.slice(2)
}

// `--glossary --all`: the next flag is not the file that was forgotten.
const followingValue = (value: string | undefined) => (value?.startsWith('--') ? undefined : value)

function withValue(command: Command, name: string, flag: Flag, value: string | undefined): string {
  const wanted = flag.choices?.join(' or ') ?? `a value, as in ${usage(command)}`
  if (!value) throw new Refusal(`--${name} wants ${wanted}.`)
  if (flag.choices && !flag.choices.includes(value)) {
    const meant = likely(value, flag.choices)
    throw new Refusal(`--${name} takes ${wanted}, and it got "${value}"${meant ? `; did you mean ${meant}?` : '.'}`)
  }
  return value
}

function refuseWhatIsMissing(command: Command, typed: Typed) {
  for (const [name, flag] of Object.entries(command.flags)) {
    if (flag.needed && typed.flags[name] === undefined)
      throw new Refusal(`${command.name} needs --${name} ${flag.choices?.join('|') ?? flag.value}: it is typed as ${usage(command)}.`)
  }
  const most = command.operands.length
  const least = command.operands.filter((name) => !name.startsWith('[')).length
  const given = typed.operands.length
  if (given >= least && given <= most) return
  const wanted = most === 0 ? 'nothing' : command.operands.join(' and ')
  throw new Refusal(
    `${command.name} wants ${wanted} and got ${given === 0 ? 'nothing' : typed.operands.join(', ')}: it is typed as ${usage(command)}.`,
  )
}
