/** How a cell's number is to be read: as a number, a share of a hundred, or a moment. */
type NumberKind = 'number' | 'percent' | 'date' | 'time' | 'date-time'

/** What a format of cells says: how numbers are read, and whether its text stands behind an apostrophe that is not part of it. */
export interface CellFormat {
  numbers: NumberKind
  quoted: boolean
}

/** The kind of a number format by its id (ECMA-376 part 1, section 18.8.30) or by its own code. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn.get(id) ?? 'number'
  const bare = code
    .slice(0, longestCode)
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^[\]]*\]/gi, '')
  if (bare.includes('%')) return 'percent'
  const [date, time] = [/[dy]/i.test(bare) || /^[^hs]*m[^hs]*$/i.test(bare), /[hs]/i.test(bare)]
  if (/general/i.test(bare)) return 'number'
  return date ? (time ? 'date-time' : 'date') : time ? 'time' : 'number'
}

/** Spreadsheets take no longer ones; of a longer one the time to read it can be the square of its length. */
const longestCode = 255

/** A number as a person reads it: without the noise of binary fractions, dates as 2023-10-17, times as 14:03. `from1904`: the calendar of old Macs. */
export function shownNumber(stored: string, kind: NumberKind, from1904: boolean): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  if (kind === 'number') return String(Number(value.toPrecision(15)))
  if (kind === 'percent') return `${Number((value * 100).toPrecision(15))}%`
  return shownMoment(value, kind, from1904) ?? String(value)
}

/** Text of a cell with its escapes resolved: `_x000D_` is U+000D (ECMA-376 part 1, section 22.9.2.19). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Text as it may stand in a cell: what XML forbids or changes as an escape, and what looks like an escape escaped itself. */
export function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[^\t\n -\uFFFD\u{10000}-\u{10FFFF}]|\p{Cs}/gu,
      (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
}

/** The index of a column, from 0, and the number of a row, from 1, of an address such as `AB12`; null when it is none. */
export function placeOf(address: string): { column: number; row: number } | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? []
  if (!letters || !row) return null
  return { column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, row: Number(row) }
}

/** The address of a cell by the index of its column, from 0 to 25, and the number of its row. */
export function addressOf(column: number, row: number): string {
  return `${String.fromCharCode(65 + column)}${row}`
}

const builtIn = new Map<number, NumberKind>([
  ...[9, 10].map((id) => [id, 'percent'] as const),
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'time'] as const),
  [22, 'date-time'],
])

const day = 86_400_000

function shownMoment(serial: number, kind: NumberKind, from1904: boolean): string | null {
  // Day 60 is the 29th of February 1900, which never was: from there on the count is one ahead.
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const moment = new Date(start + Math.round((serial * day) / 1000) * 1000)
  if (serial < 0 || Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999) return null
  const [date, time] = moment.toISOString().slice(0, 19).split('T') as [string, string]
  const clock = time.endsWith(':00') ? time.slice(0, 5) : time
  if (kind === 'time') return clock
  return kind === 'date' || time === '00:00:00' ? date : `${date} ${clock}`
}
