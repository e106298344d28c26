import { parse } from 'csv-parse/sync'
import { Problem } from '../core/problem.ts'

/**
 * A spreadsheet's text as rows of cells, trimmed and without the guard against formulas. The separator is the one that finds most headings
 * that `isHeading` knows, else the one that parts most lines alike, unless a first line `sep=;` names it (which stays as an empty row).
 * Problem: `csv.unreadable` (row) where a quotation mark is never closed.
 */
export function csvTable(text: string, isHeading: (cell: string) => boolean): string[][] {
  const announced = /^\uFEFF?sep=([,;|\t])\r?\n/i.exec(text)
  const body = text.slice(announced?.[0].length ?? 0)
  const records = recordsOf(body, announced?.[1] ?? delimiterOf(body, isHeading))
  return announced ? [[], ...records] : records
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

/** The separator that makes most known headings of one of the first lines; where none is known, the one that parts the first lines most. */
function delimiterOf(text: string, isHeading: (cell: string) => boolean): string {
  const lines = text.slice(0, 16_384).split(/[\r\n]+/, 10)
  const known = (delimiter: string) =>
    Math.max(...lines.map((line) => line.split(delimiter).filter((cell) => isHeading(cell.replaceAll('"', ''))).length))
  const parting = (delimiter: string) => lines.filter((line) => line.includes(delimiter)).length
  const worth = (delimiter: string) => known(delimiter) * 100 + parting(delimiter)
  return [',', ';', '\t'].reduce((best, delimiter) => (worth(delimiter) > worth(best) ? delimiter : best))
}

/** A cell that begins like a formula gets an apostrophe before it, and so does one that already has such an apostrophe, to be told apart again. */
export function guarded(cell: string): string {
  return /^'*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before `guarded`. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}
