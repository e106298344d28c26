import { Problem } from '../core/problem.ts'
import { unguarded } from './csv-table.ts'
import { type CellFormat, placeOf, shownNumber, unescaped } from './xlsx-cells.ts'
import { elementsAllowed, readXml, type XmlListener } from './xml-reading.ts'
import { largestUnpacked } from './zip.ts'

/** What the cells of a workbook refer to. */
export interface Workbook {
  fileName: string
  strings: string[]
  formats: CellFormat[]
  from1904: boolean
  /** What all sheets together may still come to. */
  left: Allowance
}

/** How many elements, cells (with the empty ones before them) and UTF-16 units of text a workbook may have. */
interface Allowance {
  elements: number
  cells: number
  units: number
}

/**
 * The cells of a sheet as texts, trimmed: numbers and dates as they read, errors as nothing, a cell merged downwards in every row it
 * covers. Columns beyond the 256th are left out. Problems: `xlsx.unreadable`, `zip.too-large` (name …), and those of reading XML.
 */
export function cellsOfSheet(bytes: Uint8Array, workbook: Workbook): string[][] {
  const table: string[][] = []
  const merged: string[] = []
  let row = 0
  let column = -1
  let cell: { type: string; format: number; text: string } | null = null
  let reading = ''
  let phonetic = 0
  const unreadable = () => new Problem('xlsx.unreadable', { name: workbook.fileName })
  const keep = (text: string) => {
    if (text === '' || column < 0 || column > lastColumn) return
    if (row === 0) throw unreadable()
    while (table.length < row) table.push(nothing)
    if (table[row - 1] === nothing) table[row - 1] = []
    const cells = table[row - 1]!
    count(workbook, Math.max(0, column + 1 - cells.length), text)
    while (cells.length < column) cells.push('')
    cells[column] = text
  }
  const listener: XmlListener = {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1)
        column = -1
        if (!(Number.isInteger(row) && row >= 1 && row <= lastRow)) throw unreadable()
      } else if (name === 'c') {
        column = (attributes.r === undefined ? null : placeOf(attributes.r)?.column) ?? column + 1
        cell = { type: attributes.t ?? 'n', format: Number(attributes.s ?? 0), text: '' }
      } else if (name === 'mergeCell') merged.push(attributes.ref ?? '')
      else if (name === 'rPh') phonetic += 1
      reading = name
    },
    text(text) {
      if (cell && phonetic === 0 && (reading === 'v' || reading === 't')) cell.text += text
    },
    close(name) {
      reading = ''
      if (name === 'rPh') phonetic -= 1
      if (name !== 'c' || !cell) return
      keep(shown(cell, workbook))
      cell = null
    },
  }
  readXml(bytes, listener, workbook.left)
  // Ranges of a sound sheet do not overlap, so that together they cover no more rows than there are in its columns.
  let rows = Math.max(mostCells, table.length)
  for (const range of merged) if (rows > 0) rows -= spread(table, range, workbook)
  return table
}

/** A glossary of 250,000 rows: about 50 MB of cells, and as much text as fits into what may be unpacked. */
export function allowedInWorkbook(): Allowance {
  return { ...elementsAllowed(), cells: mostCells, units: largestUnpacked }
}

/** Counts a cell off: shared texts and merged cells come to far more than the bytes that say so. */
function count({ left, fileName }: Workbook, cells: number, text: string): void {
  left.cells -= cells
  left.units -= text.length
  if (left.cells < 0) throw new Problem('zip.too-large', { name: fileName, limit: mostCells / 100_000 })
  if (left.units < 0) throw new Problem('zip.too-large', { name: fileName, limit: largestUnpacked / 1024 / 1024 })
}

/** What a sheet can have at most (ECMA-376 part 1, section 18.3.1.73), and what a glossary can. */
const lastRow = 1_048_576
const lastColumn = 255
const mostCells = 5_000_000

/** One row for all that are empty: a single cell in the last row of a sheet has a million of them above it. */
const nothing: string[] = []

function shown({ type, format, text }: { type: string; format: number; text: string }, workbook: Workbook): string {
  const { numbers, quoted } = workbook.formats[format] ?? { numbers: 'number', quoted: false }
  if (type === 'e') return ''
  if (type === 'b') return text.trim() === '1' ? 'TRUE' : text.trim() === '0' ? 'FALSE' : text.trim()
  if (type === 'n') return shownNumber(text.trim(), numbers, workbook.from1904)
  const held = type === 's' ? (workbook.strings[Number(text)] ?? '') : unescaped(text)
  // Behind the cell's own apostrophe everything is text; an apostrophe that is a letter of it came from a CSV file.
  return quoted ? held.trim() : unguarded(held.trim())
}

/** Gives a cell that is merged downwards to every row it covers and that is not empty: one Arabic beside several renderings. Returns how many rows it looked at. */
function spread(table: string[][], range: string, workbook: Workbook): number {
  const [from, to] = range.split(':').map(placeOf)
  if (!from || !to || from.column !== to.column || from.column > lastColumn) return 1
  const text = table[from.row - 1]?.[from.column] ?? ''
  const end = text === '' ? from.row : Math.max(from.row, Math.min(to.row, table.length))
  for (let row = from.row; row < end; row++) {
    const cells = table[row]!
    if (cells[from.column] || !cells.some(Boolean)) continue
    count(workbook, Math.max(0, from.column + 1 - cells.length), text)
    while (cells.length < from.column) cells.push('')
    cells[from.column] = text
  }
  return end - from.row + 1
}
