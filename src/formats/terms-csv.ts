import { stringify } from 'csv-stringify/sync'
import type { TermDraft } from '../core/glossary/term.ts'
import { csvTable, guarded } from './csv-table.ts'
import { columnOf } from './terms-columns.ts'
import { type FoundTerms, type Mapping, type Table, tableOfTerms, termsOfTable } from './terms-table.ts'

/**
 * A glossary out of a spreadsheet's text: columns by heading in any order, English or Arabic, separated by commas, semicolons or tabs.
 * Problems: `csv.column-missing` (column, found), `csv.unreadable` (row), `csv.too-many-rows` (rows, limit).
 */
export function readTermsCsv(text: string, chosen?: Mapping): FoundTerms {
  return termsOfTable(tableOfCsv(text), chosen)
}

/** The cells of a spreadsheet's text, its separator told by our headings. Problems: `csv.unreadable` (row), `csv.too-many-rows` (rows, limit). */
export function tableOfCsv(text: string): Table {
  return csvTable(text, (cell) => columnOf(cell) !== null)
}

/**
 * A glossary as a spreadsheet's text, one row a rendering, that `readTermsCsv` reads back without loss and in which no cell is a formula.
 * Spreadsheets read the Arabic in it as UTF-8 only if the file begins with U+FEFF; who makes a file of it puts that before it.
 */
export function writeTermsCsv(terms: readonly TermDraft[]): string {
  // Without the pattern a lone line end, or a space at an edge, would not be quoted.
  return stringify(
    tableOfTerms(terms).map((cells) => cells.map(guarded)),
    { record_delimiter: '\r\n', quoted_match: /[\r\n]|^\s|\s$/ },
  )
}
