import { stringify } from 'csv-stringify/sync'
import { key } from '../core/arabic/letters.ts'
import { checkedEntry, guessedKind } from '../core/glossary/entry.ts'
import type { Rendering, Standing, TermDraft } from '../core/glossary/term.ts'
import { Problem, type ProblemCode } from '../core/problem.ts'
import { csvTable, guarded, type NumberedRow } from './csv-table.ts'
import { type ColumnName, columnNames, columnOf } from './terms-csv-columns.ts'
import { type Choice, choices } from './terms-csv-values.ts'

/** What a row could not be taken for, or only in part. `row` is the spreadsheet's number, the headings standing in the first row. */
export interface SkippedRow {
  row: number
  code: ProblemCode
  values: Readonly<Record<string, string | number>>
}

/** `terms` is what is good in the file; `skipped` names what is not; `ignored` are headings we do not know. */
export interface TermsCsv {
  terms: TermDraft[]
  skipped: SkippedRow[]
  ignored: string[]
}

/**
 * A glossary out of a spreadsheet's text: columns by heading in any order, English or Arabic, separated by commas, semicolons or tabs.
 * Rows whose Arabic is the same but for its dress are one entry with several renderings.
 * Problems: `csv.column-missing` (column, found), `csv.unreadable` (row).
 */
export function readTermsCsv(text: string): TermsCsv {
  const { heading, rows } = csvTable(text, (cell) => columnOf(cell) !== null)
  const columns = heading.map(columnOf)
  for (const column of ['source', 'target'] as const) {
    if (!columns.includes(column)) throw new Problem('csv.column-missing', { column, found: heading.filter(Boolean).join(', ') || '—' })
  }
  const skipped: SkippedRow[] = []
  const groups = new Map<string, TermRow[]>()
  for (const cells of rows) {
    const row = termRow(cells, columns, skipped)
    if (!row) continue
    const group = key(row.source).replace(/\s+/g, ' ')
    const same = groups.get(group)
    if (same) same.push(row)
    else groups.set(group, [row])
  }
  const terms = [...groups.values()].flatMap((group) => sound(entryOf(group, skipped), group[0]!.row, skipped))
  skipped.sort((a, b) => a.row - b.row)
  return { terms, skipped, ignored: heading.filter((name, index) => name !== '' && !columns[index]) }
}

/**
 * A glossary as a spreadsheet's text, one row a rendering, that `readTermsCsv` reads back without loss and in which no cell is a formula.
 * Spreadsheets read the Arabic in it as UTF-8 only if the file begins with U+FEFF; who makes a file of it puts that before it.
 */
export function writeTermsCsv(terms: readonly TermDraft[]): string {
  const rows = terms.flatMap((term) => term.renderings.map((rendering) => cellsOf(term, rendering)))
  // Without the pattern a lone line end, or a space at an edge, would not be quoted.
  return stringify([columnNames, ...rows.map((cells) => columnNames.map((column) => guarded(cells[column])))], {
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]|^\s|\s$/,
  })
}

/** A row before it is known what else is said of its entry; `undefined` where a cell is empty or bad. */
interface TermRow {
  row: number
  source: string
  target: string
  variants: string[]
  standing: Standing | undefined
  always: boolean
  given: Partial<Omit<TermDraft, 'spellings' | 'renderings'>>
}

function termRow({ row, cells }: NumberedRow, columns: (ColumnName | null)[], skipped: SkippedRow[]): TermRow | null {
  const cell = (column: ColumnName) => cells[columns.indexOf(column)] ?? ''
  const [source, target] = [cell('source'), cell('target')]
  if (source === '') skipped.push({ row, code: 'term.no-spelling', values: {} })
  else if (target === '') skipped.push({ row, code: 'term.no-rendering', values: { spelling: source } })
  if (source === '' || target === '') return null
  const chosen = <Name extends string>(column: ColumnName, { names, meant }: Choice<Name>): Name | undefined => {
    const value = cell(column)
    const name = value === '' ? undefined : meant(value)
    if (value !== '' && !name) skipped.push({ row, code: 'csv.value', values: { column, value, expected: names.join(', ') } })
    return name
  }
  return {
    row,
    source,
    target,
    variants: splitVariants(cell('variants')),
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

function yesOrNo(name: 'yes' | 'no' | undefined): boolean | undefined {
  return name && name === 'yes'
}

function withoutEmpty(given: { [Name in keyof TermRow['given']]: TermRow['given'][Name] | undefined }): TermRow['given'] {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''))
}

/** The entry if it may be stored; else it is named by its first row. */
function sound(entry: TermDraft, row: number, skipped: SkippedRow[]): TermDraft[] {
  try {
    return [checkedEntry(entry)]
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    skipped.push({ row, code: problem.code, values: problem.values })
    return []
  }
}

function entryOf(rows: TermRow[], skipped: SkippedRow[]): TermDraft {
  const spellings = unique(rows.flatMap((row) => [row.source, ...row.variants]))
  const renderings = renderingsOf(rows)
  const offered = renderings.find(({ standing }) => standing === 'preferred') ?? renderings[0]!
  return {
    spellings,
    kind: guessedKind(spellings[0]!, offered.text),
    renderings,
    firstMention: '',
    laterMention: '',
    strength: 'required',
    exactOnly: false,
    partOfSpeech: '',
    subject: '',
    note: '',
    authority: '',
    state: 'approved',
    ...agreed(rows, skipped),
  }
}

/** The first rendering without a standing is the preferred one, unless another row says it is that. One rendering told twice counts once. */
function renderingsOf(rows: TermRow[]): Rendering[] {
  let preferred = rows.some(({ standing }) => standing === 'preferred')
  const renderings: Rendering[] = []
  for (const { target, standing, always } of rows) {
    if (renderings.some(({ text }) => text === target)) continue
    renderings.push({ text: target, standing: standing ?? (preferred ? 'allowed' : 'preferred'), ...(always && { always }) })
    preferred ||= standing === undefined
  }
  return renderings
}

/** What the rows of one entry say of it together: the first word counts, and a row that contradicts it is named. */
function agreed(rows: TermRow[], skipped: SkippedRow[]): TermRow['given'] {
  const said = new Map<string, string | boolean>()
  for (const { row, given } of rows) {
    for (const [name, value] of Object.entries(given)) {
      const before = said.get(name)
      if (before === undefined) said.set(name, value)
      else if (before !== value)
        skipped.push({ row, code: 'csv.value', values: { column: columnOfField(name), value: String(value), expected: String(before) } })
    }
  }
  return Object.fromEntries(said)
}

function columnOfField(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function cellsOf(term: TermDraft, rendering: Rendering): Record<ColumnName, string> {
  const [source = '', ...variants] = term.spellings
  return {
    source,
    target: rendering.text,
    standing: rendering.standing,
    kind: term.kind,
    strength: term.strength,
    variants: joinVariants(variants),
    first_mention: term.firstMention,
    later_mention: term.laterMention,
    exact_only: term.exactOnly ? 'yes' : '',
    always: rendering.always ? 'yes' : '',
    part_of_speech: term.partOfSpeech,
    subject: term.subject,
    note: term.note,
    authority: term.authority,
    state: term.state,
  }
}

/** Variants stand between bars; a bar or backslash of their own has a backslash before it. */
function joinVariants(variants: string[]): string {
  return variants.map((variant) => variant.replace(/[\\|]/g, '\\$&')).join(' | ')
}

function splitVariants(cell: string): string[] {
  const parts = cell.match(/(?:\\.|[^\\|]|\\$)+/gs) ?? []
  return parts.map((part) => part.replace(/\\(.)/gs, '$1').trim()).filter(Boolean)
}

function unique(values: string[]): string[] {
  return [...new Set(values)]
}
