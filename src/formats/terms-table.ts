import { hasArabic } from '../core/arabic/letters.ts'
import type { ToldTerm } from '../core/glossary/decide/told.ts'
import type { Rendering, TermDraft } from '../core/glossary/term.ts'
import { Problem, type ProblemCode } from '../core/problem.ts'
import { refuseTooMany } from './csv-table.ts'
import { type Cell, hasSeveral, splitCells } from './split-cells.ts'
import { type ColumnName, columnNames, columnOf } from './terms-columns.ts'
import { entriesOfRows, joinVariants, termRow } from './terms-rows.ts'

/** The cells of a spreadsheet, row by row from its first; empty rows keep their place, so that the row at index 0 is row 1. */
export type Table = readonly (readonly string[])[]

/** What a row, or an entry of a TBX file, could not be taken for, or only in part. `row` is its number in the file, from 1. */
export interface SkippedRow {
  row: number
  code: ProblemCode
  values: Readonly<Record<string, string | number>>
}

/** `terms` is what is good in a file, `told` the same with where it stands and what of it the file says; `skipped` names what is not; `ignored` are headings, or kinds of facts, that we have no place for. */
export interface FoundTerms {
  terms: TermDraft[]
  told: ToldTerm[]
  skipped: SkippedRow[]
  ignored: string[]
}

/** What each column of a table is taken for, null for one that is left out, and the number of the first row that is an entry. */
export interface Mapping {
  columns: (ColumnName | null)[]
  firstRow: number
}

/** The headings of a table and the mapping they suggest. `known` is false where no heading is one of ours: then the cells are judged by their script. */
interface Headings extends Mapping {
  names: string[]
  known: boolean
}

/**
 * The headings of a table, for a person to confirm or correct: the first of the topmost rows that names both the Arabic and the English,
 * else the first row that is not empty.
 */
export function headingsOf(table: Table): Headings {
  const filled = table.flatMap((cells, index) => (cells.some(Boolean) ? [{ cells, row: index + 1 }] : []))
  const top = filled.slice(0, topmost)
  const { cells, row } = top.find(({ cells }) => namesBoth(cells.map(columnOf))) ?? top[0] ?? { cells: [], row: 0 }
  const columns = columnsOf(cells)
  const known = columns.some(Boolean)
  const sample = filled.filter((other) => other.row > row || (!known && other.row === row)).slice(0, sampled)
  const guessed = withScripts(
    columns,
    sample.map(({ cells }) => cells),
  )
  const isEntry = !known && hasArabic(cells[guessed.indexOf('source')] ?? '')
  return { names: [...cells], known, columns: guessed, firstRow: isEntry ? row : row + 1 }
}

/**
 * The entries of a table, by its own headings or by a mapping that a person has chosen. Rows whose Arabic is the same but for its
 * dress are one entry with several renderings; a cell with several values is read as one unless it is to be split. Problems:
 * `csv.column-missing` (column, found), `csv.too-many-rows` (rows, limit).
 */
export function termsOfTable(table: Table, chosen?: Mapping, split = false): FoundTerms {
  refuseTooMany(table.length)
  const { names, columns, firstRow } = chosen ? { ...chosen, names: [] } : ownMapping(table)
  for (const column of ['source', 'target'] as const) {
    if (!columns.includes(column))
      throw new Problem('csv.column-missing', { column, found: names.filter(Boolean).join(', ').slice(0, 200) || '—' })
  }
  const skipped: SkippedRow[] = []
  const rows = rowsOf(table, { columns, firstRow }).flatMap(({ row, cell }) =>
    (split ? splitCells(cell) : [cell]).flatMap((one) => termRow(row, one, skipped) ?? []),
  )
  const told = entriesOfRows(rows, skipped)
  return foundTerms(
    told,
    skipped,
    names.filter((name, index) => name !== '' && !columns[index]),
  )
}

/** How many rows have several values in the cell of the Arabic or of the English. */
export function rowsWithSeveral(table: Table, chosen?: Mapping): number {
  return rowsOf(table, chosen ?? ownMapping(table)).filter(({ cell }) => hasSeveral(cell)).length
}

function rowsOf(table: Table, { columns, firstRow }: Mapping): { row: number; cell: Cell }[] {
  return table.flatMap((cells, index) => {
    const row = index + 1
    if (row < firstRow || !cells.some(Boolean)) return []
    return [{ row, cell: (column) => cells[columns.indexOf(column)] ?? '' }]
  })
}

/** What was found in a file. What is wrong or left out is named in brief: a cell may hold megabytes. */
export function foundTerms(told: ToldTerm[], skipped: readonly SkippedRow[], ignored: readonly string[]): FoundTerms {
  const values = (all: SkippedRow['values']) =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, typeof value === 'string' ? inBrief(value) : value]))
  const named = skipped.map((one) => ({ ...one, values: values(one.values) })).sort((a, b) => a.row - b.row)
  return { terms: told.map(({ entry }) => entry), told, skipped: named, ignored: ignored.map(inBrief) }
}

function inBrief(text: string): string {
  return text.length > longestNamed ? `${text.slice(0, longestNamed)}…` : text
}

const longestNamed = 200

/** The entries as a table under the headings that are read back, one row a rendering. */
export function tableOfTerms(terms: readonly TermDraft[]): string[][] {
  const rows = terms.flatMap((term) => term.renderings.map((rendering) => cellsOf(term, rendering)))
  return [[...columnNames], ...rows.map((cells) => columnNames.map((column) => cells[column]))]
}

/** How far down headings are looked for (under a title, a date, a note), and how many rows show what a column holds. */
const topmost = 10
const sampled = 50

/** The mapping that a table's headings name outright, without guessing from what the cells hold. */
function ownMapping(table: Table): Mapping & { names: string[] } {
  const { names, firstRow } = headingsOf(table)
  return { names, columns: columnsOf(names), firstRow }
}

/** What each heading means; of two that mean the same the first has the column, and the other is named as left out. */
function columnsOf(names: readonly string[]): (ColumnName | null)[] {
  const columns = Array.from(names, (name) => columnOf(name))
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : null))
}

function namesBoth(columns: (ColumnName | null)[]): boolean {
  return columns.includes('source') && columns.includes('target')
}

/** Where a heading does not say which column is the Arabic or the English, the first unclaimed one in which at least half the cells are of that script. */
function withScripts(named: (ColumnName | null)[], rows: (readonly string[])[]): (ColumnName | null)[] {
  const columns = [...named]
  const width = Math.max(columns.length, ...rows.map(({ length }) => length))
  while (columns.length < width) columns.push(null)
  for (const [column, isOf] of [['source', hasArabic] as const, ['target', isEnglish] as const]) {
    if (columns.includes(column)) continue
    const share = (index: number) => rows.filter((cells) => isOf(cells[index] ?? '')).length
    const index = columns.findIndex((taken, index) => !taken && share(index) > 0 && share(index) * 2 >= rows.length)
    if (index >= 0) columns[index] = column
  }
  return columns
}

function isEnglish(cell: string): boolean {
  return /\p{Script=Latin}/u.test(cell) && !hasArabic(cell)
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
    plurals: joinVariants(term.plurals),
    struck: joinVariants(term.struck),
    always: rendering.always ? 'yes' : '',
    part_of_speech: term.partOfSpeech,
    subject: term.subject,
    note: term.note,
    authority: term.authority,
    state: term.state,
  }
}
