import type { TermDraft } from '../core/glossary/term.ts'
import { Problem } from '../core/problem.ts'
import { fileKind } from './file-kind.ts'
import { readTbx, writeTbx } from './tbx.ts'
import { parts } from './tbx-words.ts'
import { tableOfCsv, writeTermsCsv } from './terms-csv.ts'
import { type FoundTerms, type Mapping, type Table, termsOfTable } from './terms-table.ts'
import { decodedText, largestFile } from './text.ts'
import { tableOfXlsx, writeXlsx } from './xlsx.ts'
import { rootOf, startOf } from './xml-reading.ts'

export const termFileKinds = ['csv', 'xlsx', 'tbx'] as const
/** A kind of file that a glossary travels in; its name is the ending of the file's name. */
export type TermFileKind = (typeof termFileKinds)[number]

/** A glossary as found in a file. The numbers of `skipped` are rows of a table, or entries of a TBX file. */
interface TermFile extends FoundTerms {
  kind: TermFileKind
}

/**
 * The glossary in a file, whatever its name ends in, a table by its own headings or by a mapping a person has chosen.
 * Problems: `file.too-large`, `file.empty`, `file.encoding`, `file.binary`, `file.not-text`, `glossary.kind`, and those of each kind: `csv.column-missing`,
 * `csv.unreadable`, `csv.too-many-rows`, `xlsx.unreadable`, `xml.unreadable`, `xml.unsafe`, `zip.unreadable`, `zip.too-large`.
 */
export function readTerms(bytes: Uint8Array, fileName: string, chosen?: Mapping): TermFile {
  const kind = termFileKind(bytes, fileName)
  if (kind === 'tbx') return { kind, ...readTbx(bytes, fileName) }
  return { kind, ...termsOfTable(tableOf(bytes, fileName, kind), chosen) }
}

/** The cells of a file that is a table, for `headingsOf` and for a page that asks what each column means; null for TBX. Problems: as of `readTerms`. */
export function readTable(bytes: Uint8Array, fileName: string): Table | null {
  const kind = termFileKind(bytes, fileName)
  return kind === 'tbx' ? null : tableOf(bytes, fileName, kind)
}

/** A glossary as a file of a kind, with the type it is sent as. The same entries always give the same bytes. */
export function writeTerms(terms: readonly TermDraft[], kind: TermFileKind): { bytes: Uint8Array; type: string } {
  return { bytes: writers[kind](terms), type: types[kind] }
}

const writers: Record<TermFileKind, (terms: readonly TermDraft[]) => Uint8Array> = {
  // Without the mark at its beginning spreadsheets take UTF-8 for something else.
  csv: (terms) => new TextEncoder().encode(`\uFEFF${writeTermsCsv(terms)}`),
  xlsx: writeXlsx,
  tbx: (terms) => new TextEncoder().encode(writeTbx(terms)),
}

const types: Record<TermFileKind, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  tbx: 'application/x-tbx+xml; charset=utf-8',
}

function tableOf(bytes: Uint8Array, fileName: string, kind: 'csv' | 'xlsx'): Table {
  return kind === 'xlsx' ? tableOfXlsx(bytes, fileName) : tableOfCsv(decodedText(bytes, fileName).text)
}

/** What a file is by its content: a zip can only be a workbook, XML only TBX, and all else is text or refused when it is decoded. */
function termFileKind(bytes: Uint8Array, fileName: string): TermFileKind {
  if (bytes.length > largestFile) throw new Problem('file.too-large', { name: fileName, limit: largestFile / 1024 / 1024 })
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2]! < 9) return 'xlsx'
  const start = startOf(bytes)
  const root = rootOf(start)
  if (root && parts.root.includes(root)) return 'tbx'
  if (root || /^\uFEFF?\s*<\?xml\s/.test(start) || fileKind(bytes)) throw new Problem('glossary.kind', { name: fileName })
  return 'csv'
}
