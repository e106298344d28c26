import { parse } from 'csv-parse/sync'
import { Problem } from '../core/problem.ts'

/** A row of a spreadsheet by its number there, cells trimmed and without the guard against formulas. */
export interface NumberedRow {
  row: number
  cells: string[]
}

/**
 * A spreadsheet's text as its headings and the rows under them, empty rows left out. The separator is the one that finds most headings
 * that `isHeading` knows, unless a first line `sep=;` names it. Problem: `csv.unreadable` (row) where a quotation mark is never closed.
 */
export function csvTable(text: string, isHeading: (cell: string) => boolean): { heading: string[]; rows: NumberedRow[] } {
  const announced = /^\uFEFF?sep=([,;|\t])\r?\n/i.exec(text)
  const body = text.slice(announced?.[0].length ?? 0)
  const records = recordsOf(body, announced?.[1] ?? delimiterOf(body, isHeading))
  const first = records.findIndex((cells) => cells.some(Boolean))
  const rows = records.map((cells, index) => ({ row: index + 1 + (announced ? 1 : 0), cells }))
  return { heading: records[first] ?? [], rows: rows.slice(first + 1).filter(({ cells }) => cells.some(Boolean)) }
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    })
    return records.map((cells) => cells.map((cell) => unguarded(cell.trim())))
  } catch (error) {
    if (error instanceof Error && 'records' in error) throw new Problem('csv.unreadable', { row: Number(error.records) + 1 })
    throw error
  }
}

/** The separator that makes most known headings of the first line that is not empty. */
function delimiterOf(text: string, isHeading: (cell: string) => boolean): string {
  const first = /^[\uFEFF\s,;]*(.*)/.exec(text)?.[1] ?? ''
  const known = (delimiter: string) => first.split(delimiter).filter((cell) => isHeading(cell.replaceAll('"', ''))).length
  return [',', ';', '\t'].reduce((best, delimiter) => (known(delimiter) > known(best) ? delimiter : best))
}

/** A cell that begins like a formula gets an apostrophe before it, and so does one that already has such an apostrophe, to be told apart again. */
export function guarded(cell: string): string {
  return /^'*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell
}

function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}
