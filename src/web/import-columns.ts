import { Problem } from '../core/problem.ts'
import { type ColumnName, columnNames, columnOf } from '../formats/terms-columns.ts'
import { headingsOf, type Mapping, type Table } from '../formats/terms-table.ts'
import type { CarriedFile } from './carried-file.ts'
import { render } from './views.ts'
import type { Visit } from './visit.ts'

/** The question what the columns of a table hold, with the first cells of each. */
export interface ColumnsView {
  title: string
  problem: string | null
  file: CarriedFile
  name: string
  split: boolean
  firstRow: number
  columnNames: readonly ColumnName[]
  columns: { heading: string; chosen: ColumnName | null; cells: string[] }[]
}

/** What a form says of the columns; nothing before they were asked for. */
export interface ToldColumns {
  name: string
  split: string
  column: string[]
  firstRow: number
}

/** Answers with the question what the columns hold: as they were said to be, else as their headings and cells suggest. */
export function askColumns(visit: Visit, file: CarriedFile, table: Table, told: ToldColumns, problem: string | null): void {
  const { names, known, columns: guessed, firstRow: first } = headingsOf(table)
  const { columns: chosen, firstRow } = toldMapping(told) ?? { columns: guessed, firstRow: first }
  const sample = table.filter((cells, index) => index + 1 >= firstRow && cells.some(Boolean)).slice(0, rowsShown)
  const columns = chosen.map((column, index) => ({
    heading: known ? (names[index] ?? '') : '',
    chosen: column,
    cells: sample.map((cells) => cells[index] ?? ''),
  }))
  render(visit, 'imports/columns', {
    title: visit.t('imports.columns.title'),
    problem,
    file,
    name: told.name,
    split: told.split !== '',
    firstRow,
    columnNames,
    columns,
  })
}

/** How many rows of a table show what its columns hold. */
const rowsShown = 3

/** Whether the headings of a table name all that is needed; one of a single column has nothing to choose from. */
export function saysItself(table: Table): boolean {
  const headings = headingsOf(table)
  const named = headings.names.map(columnOf)
  return (named.includes('source') && named.includes('target')) || headings.columns.length < 2
}

/** What each column was said to hold; undefined where nothing was said. */
export function toldMapping({ column, firstRow }: ToldColumns): Mapping | undefined {
  return column.length === 0 ? undefined : { columns: column.map((name) => columnNames.find((known) => known === name) ?? null), firstRow }
}

/** What is wrong with a mapping that a person has chosen, if anything. */
export function faultOf({ columns }: Mapping): Problem | null {
  const chosen = columns.filter((column): column is ColumnName => column !== null)
  const twice = chosen.find((column, index) => chosen.indexOf(column) !== index)
  if (twice) return new Problem('glossary.column-twice', { column: twice })
  return chosen.includes('source') && chosen.includes('target') ? null : new Problem('glossary.columns')
}
