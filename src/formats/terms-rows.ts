import { key } from '../core/arabic/letters.ts'
import type { Said, ToldTerm } from '../core/glossary/decide/told.ts'
import { checkedEntry, guessedKind, longestWording, mostWordings } from '../core/glossary/entry.ts'
import type { Rendering, Standing, TermDraft } from '../core/glossary/term.ts'
import { Problem } from '../core/problem.ts'
import type { ColumnName } from './terms-columns.ts'
import type { SkippedRow } from './terms-table.ts'
import { type Choice, choices } from './terms-values.ts'

/** A row of a glossary before it is known what other rows say of its entry; `undefined` where a cell is empty or bad. */
interface TermRow {
  row: number
  source: string
  target: string
  variants: string[]
  plurals: string[]
  struck: string[]
  standing: Standing | undefined
  always: boolean
  given: Given
}

/** What a file says of an entry besides its wordings, as far as it says it. */
export type Given = Partial<Omit<TermDraft, Wordings>>

type Wordings = 'spellings' | 'renderings' | 'plurals' | 'struck'

/** A row read by the names of its columns, or null where it has no Arabic or no English; whatever is bad in it is added to `skipped`. */
export function termRow(row: number, cell: (column: ColumnName) => string, skipped: SkippedRow[]): TermRow | null {
  const [source, target] = [cell('source'), cell('target')]
  if (source === '') skipped.push({ row, code: 'term.no-spelling', values: {} })
  else if (target === '') skipped.push({ row, code: 'term.no-rendering', values: { spelling: source } })
  if (source === '' || target === '') return null
  if (lists.some((column) => cell(column).length > longestList)) {
    skipped.push({ row, code: 'term.too-many', values: { limit: mostWordings } })
    return null
  }
  const chosen = <Name extends string>(column: ColumnName, choice: Choice<Name>) =>
    chosenIn(choice, { row, column, value: cell(column) }, skipped)
  return {
    row,
    source,
    target,
    variants: splitVariants(cell('variants')),
    plurals: splitVariants(cell('plurals')),
    struck: splitVariants(cell('struck')),
    standing: chosen('standing', choices.standing),
    always: chosen('always', choices.truth) === 'yes',
    given: withoutEmpty({
      kind: chosen('kind', choices.kind),
      strength: chosen('strength', choices.strength),
      state: chosen('state', choices.state),
      exactOnly: yesOrNo(chosen('exact_only', choices.truth)),
      firstMention: cell('first_mention'),
      laterMention: cell('later_mention'),
      partOfSpeech: cell('part_of_speech'),
      subject: cell('subject'),
      note: cell('note'),
      authority: cell('authority'),
    }),
  }
}

/** Columns whose cells hold several wordings; a longer cell has more than an entry may have, each letter of them behind a backslash. */
const lists = ['variants', 'plurals', 'struck'] as const
const longestList = 2 * mostWordings * longestWording

/** The entries that the rows make; an entry that may not be stored is named in `skipped` by its first row. */
export function entriesOfRows(rows: readonly TermRow[], skipped: SkippedRow[]): ToldTerm[] {
  return groupsOf(rows).flatMap((group) => {
    const spellings = group.flatMap(({ source, variants }) => [source, ...variants])
    const [plurals, struck] = [group.flatMap((row) => row.plurals), group.flatMap((row) => row.struck)]
    const given = agreed(group, skipped)
    refuseRepeated(group, skipped)
    const standings = group.some(({ standing }) => standing !== undefined)
    return soundEntry({ row: group[0].row, spellings, renderings: renderingsOf(group), standings, plurals, struck, given }, skipped)
  })
}

type Group = [TermRow, ...TermRow[]]

/** Rows with the same Arabic are one entry; but a retired one and one in use are two. */
function groupsOf(rows: readonly TermRow[]): Group[] {
  const groups = new Map<string, Group[]>()
  for (const row of rows) {
    const source = key(row.source).replace(/\s+/g, ' ')
    const same = groups.get(source) ?? []
    const group = same.find(([first]) => !isOther(first, row))
    if (group) group.push(row)
    else groups.set(source, [...same, [row]])
  }
  return [...groups.values()].flat().sort(([a], [b]) => a.row - b.row)
}

function isOther({ given: { state: one } }: TermRow, { given: { state: other } }: TermRow): boolean {
  return one !== undefined && other !== undefined && (one === 'retired') !== (other === 'retired')
}

/** A row that gives an entry a rendering it has from an earlier row is named. */
function refuseRepeated(group: Group, skipped: SkippedRow[]): void {
  const firsts = new Map<string, number>()
  for (const { row, source, target } of group) {
    const first = firsts.get(target)
    if (first === undefined) firsts.set(target, row)
    else skipped.push({ row, code: 'csv.repeated', values: { spelling: source, rendering: target, first } })
  }
}

/** What is known of an entry, before what is not said is filled in. */
interface ToldEntry {
  row: number
  spellings: string[]
  renderings: Rendering[]
  /** Whether it is said which rendering is preferred. */
  standings: boolean
  plurals?: string[]
  struck?: string[]
  given: Given
}

/** The entry if it may be stored: required and approved where nothing else is said, its kind guessed; else nothing, and it is named in `skipped`. */
export function soundEntry(
  { row, spellings, renderings, standings, plurals = [], struck = [], given }: ToldEntry,
  skipped: SkippedRow[],
): ToldTerm[] {
  const offered = renderings.find(({ standing }) => standing === 'preferred') ?? renderings[0]
  const kind = guessedKind(spellings[0] ?? '', offered?.text ?? '')
  try {
    const entry = checkedEntry({ spellings: [...new Set(spellings)], renderings, plurals, struck, kind, ...unsaid, ...given })
    return [{ row, entry, said: saidOf(entry, given, standings) }]
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    skipped.push({ row, code: problem.code, values: problem.values })
    return []
  }
}

function saidOf({ spellings, plurals, struck }: TermDraft, given: Given, standings: boolean): Said[] {
  const details = (Object.keys(given) as (keyof Given)[]).filter((name) => given[name] !== '' && given[name] !== false)
  const lists = Object.entries({ spellings: spellings.length > 1, standings, plurals: plurals.length > 0, struck: struck.length > 0 })
  return [...details, ...lists.flatMap(([name, isSaid]) => (isSaid ? [name as Said] : []))]
}

/** The name a value means; a value that means none of them is named in `skipped`. */
export function chosenIn<Name extends string>(
  { names, meant }: Choice<Name>,
  { row, column, value }: { row: number; column: string; value: string },
  skipped: SkippedRow[],
): Name | undefined {
  const name = value === '' ? undefined : meant(value)
  if (value !== '' && !name) skipped.push({ row, code: 'csv.value', values: { column, value, expected: names.join(', ') } })
  return name
}

/**
 * Renderings in order, one told twice counted once. The first without a standing is the preferred one, unless another is said to be that;
 * others without are allowed.
 */
export function renderingsOf(told: readonly { target: string; standing: Standing | undefined; always: boolean }[]): Rendering[] {
  let preferred = told.some(({ standing }) => standing === 'preferred')
  const renderings = new Map<string, Rendering>()
  for (const { target, standing, always } of told) {
    if (renderings.has(target)) continue
    renderings.set(target, { text: target, standing: standing ?? (preferred ? 'allowed' : 'preferred'), ...(always && { always }) })
    preferred ||= standing === undefined
  }
  return [...renderings.values()]
}

/** Variants stand between bars; a bar or backslash of their own has a backslash before it. */
export function joinVariants(variants: string[]): string {
  return variants.map((variant) => variant.replace(/[\\|]/g, '\\$&')).join(' | ')
}

function splitVariants(cell: string): string[] {
  const parts = cell.match(/(?:\\.|[^\\|]|\\$)+/gs) ?? []
  return parts.map((part) => part.replace(/\\(.)/gs, '$1').trim()).filter(Boolean)
}

function yesOrNo(name: 'yes' | 'no' | undefined): boolean | undefined {
  return name && name === 'yes'
}

function withoutEmpty(given: { [Name in keyof Given]: Given[Name] | undefined }): Given {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''))
}

/** What an entry is where nothing is said of it. */
const unsaid = {
  firstMention: '',
  laterMention: '',
  strength: 'required',
  exactOnly: false,
  partOfSpeech: '',
  subject: '',
  note: '',
  authority: '',
  state: 'approved',
} as const

/** What the rows of one entry say of it together: the first word counts, and a row that contradicts it is named. */
function agreed(rows: TermRow[], skipped: SkippedRow[]): Given {
  const said = new Map<string, { value: string | boolean; first: number }>()
  for (const { row, given } of rows) {
    for (const [name, value] of Object.entries(given)) {
      const before = said.get(name)
      if (before === undefined) said.set(name, { value, first: row })
      else if (before.value !== value) {
        const values = { column: columnOfField(name), value: inCell(value), first: before.first, kept: inCell(before.value) }
        skipped.push({ row, code: 'csv.differs', values })
      }
    }
  }
  return Object.fromEntries([...said].map(([name, { value }]) => [name, value]))
}

/** A value as its cell has it, of a long note the beginning. */
function inCell(value: string | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value.length > longestQuoted ? `${value.slice(0, longestQuoted)}…` : value
}

const longestQuoted = 60

function columnOfField(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
