import { Problem } from '../core/problem.ts'

/** The most rows of a table that are read, empty ones between them too. */
export const mostRows = 100_000

/**
 * A spreadsheet's text as rows of cells, trimmed and without the guard against formulas; empty cells at the end of a row, and empty rows at
 * the end, are left out, and so is what stands beyond the 256th column. The separator is the one that finds most headings
 * that `isHeading` knows, else the one that parts most lines alike, unless a first line `sep=;` names it (which stays as an empty row).
 * Problems: `csv.unreadable` (row) where a quotation mark is never closed, `csv.too-many-rows` (rows, limit).
 */
export function csvTable(text: string, isHeading: (cell: string) => boolean): string[][] {
  const announced = /^\uFEFF?sep=([,;|\t])\r?\n/i.exec(text)
  const body = text.slice(announced?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0))
  const records = recordsOf(body, announced?.[1] ?? delimiterOf(body, isHeading))
  return announced ? [[], ...records] : records
}

/** Throws Problem *csv.too-many-rows* where a table is longer than is read. */
export function refuseTooMany(rows: number): void {
  if (rows > mostRows) throw new Problem('csv.too-many-rows', { rows, limit: mostRows })
}

const mostColumns = 256
const nothing: string[] = []

/** Our own reader, because csv-parse makes an error with its stack of every row that is longer or shorter than the first: 0.1 ms each. */
function recordsOf(text: string, delimiter: string): string[][] {
  const table: string[][] = []
  const stops = [delimiter, '\r', '\n'].map((stop) => stop.charCodeAt(0))
  let [row, last] = [1, 0]
  let cells: string[] = []
  const endRow = () => {
    if (cells.some(Boolean)) {
      if (row <= mostRows) table[row - 1] = withoutTail(cells)
      last = row
    }
    cells = []
    row += 1
  }
  for (let at = 0; at < text.length; at++) {
    const cell = cellAt(text, at, stops)
    if (!cell) throw new Problem('csv.unreadable', { row })
    if (cells.length < mostColumns) cells.push(cell.text && unguarded(cell.text.trim()))
    at = cell.end
    if (text[at] === delimiter) continue
    if (text.startsWith('\r\n', at)) at += 1
    endRow()
  }
  endRow()
  refuseTooMany(last)
  return Array.from(table, (cells) => cells ?? nothing)
}

/** The cell that begins here and the place of what ends it, or null where its quotation mark is never closed. What follows a closed one belongs to it, the marks too. */
function cellAt(text: string, start: number, stops: number[]): { text: string; end: number } | null {
  const quoted = text[start] === '"' ? quotedAt(text, start) : { text: '', end: start }
  if (!quoted) return null
  let { end } = quoted
  while (end < text.length && !stops.includes(text.charCodeAt(end))) end += 1
  const rest = text.slice(quoted.end, end)
  return { text: quoted.end > start && rest !== '' ? `"${quoted.text}"${rest}` : quoted.text + rest, end }
}

/** What stands between this quotation mark and the next that is not doubled, and the place after that. */
function quotedAt(text: string, start: number): { text: string; end: number } | null {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  return end < 0 ? null : { text: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}

function withoutTail(cells: string[]): string[] {
  let { length } = cells
  while (length > 0 && cells[length - 1] === '') length -= 1
  return cells.slice(0, length)
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
