import type { TermDraft } from '../core/glossary/term.ts'
import { Problem } from '../core/problem.ts'
import { headingsOf, type Table, tableOfTerms } from './terms-table.ts'
import { type CellFormat, numberKind, unescaped } from './xlsx-cells.ts'
import { packedXlsx } from './xlsx-package.ts'
import { allowedInWorkbook, cellsOfSheet, type Workbook } from './xlsx-sheet.ts'
import { readXml } from './xml-reading.ts'
import { unzipped, type Zip } from './zip.ts'

/**
 * The cells of a workbook's glossary: of the first sheet whose headings name the Arabic and the English, else the first with any heading
 * of ours, else the first that is not empty. Problems: `glossary.kind` and `xlsx.unreadable` (name), `zip.unreadable`, `zip.too-large`, `xml.unsafe`.
 */
export function tableOfXlsx(bytes: Uint8Array, fileName: string): Table {
  try {
    return bestTable(unzipped(bytes, fileName), fileName)
  } catch (problem) {
    // Nobody can find a line of the XML in their spreadsheet.
    if (problem instanceof Problem && problem.code === 'xml.unreadable') throw new Problem('xlsx.unreadable', { name: fileName })
    throw problem
  }
}

/** A glossary as a workbook of one sheet, every cell of it text, that is read back without loss. The same entries always give the same bytes. */
export function writeXlsx(terms: readonly TermDraft[]): Uint8Array {
  return packedXlsx(tableOfTerms(terms))
}

function bestTable(zip: Zip, fileName: string): Table {
  const main = workbookOf(zip, fileName)
  const workbook: Workbook = {
    fileName,
    from1904: main.from1904,
    strings: stringsIn(main.part('sharedStrings')),
    formats: formatsIn(main.part('styles')),
    left: allowedInWorkbook(),
  }
  let best: { table: Table; worth: number } = { table: [], worth: 0 }
  for (const sheet of main.sheets) {
    const table = cellsOfSheet(sheet, workbook)
    const worth = worthOf(table)
    if (worth > best.worth) best = { table, worth }
    if (worth === 3) break
  }
  return best.table
}

function worthOf(table: Table): number {
  if (table.length === 0) return 0
  const { known, columns } = headingsOf(table)
  return known ? (columns.includes('source') && columns.includes('target') ? 3 : 2) : 1
}

interface Parts {
  from1904: boolean
  sheets: Iterable<Uint8Array>
  /** A part by the last word of its relation; empty when there is none. */
  part(relation: string): Uint8Array | null
}

function workbookOf(zip: Zip, fileName: string): Parts {
  const path = relationsOf(zip, '').find(({ relation }) => relation === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const bytes = zip.part(path)
  if (!bytes) throw new Problem(zip.names.some((name) => name.startsWith('xl/')) ? 'xlsx.unreadable' : 'glossary.kind', { name: fileName })
  const relations = relationsOf(zip, path)
  const pathOf = (wanted: (part: Relation) => boolean) => relations.find(wanted)?.path
  const ids: string[] = []
  let from1904 = false
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true|on)$/.test(attributes.date1904 ?? '')
      // The prefix before the relation's id is the file's own choice; sheetId has none.
      if (name === 'sheet') ids.push(Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id'))?.[1] ?? '')
    },
  })
  const paths = ids.flatMap((id) => pathOf((part) => part.id === id && part.relation === 'worksheet') ?? [])
  if (paths.length === 0) throw new Problem('xlsx.unreadable', { name: fileName })
  return {
    from1904,
    sheets: partsAt(zip, [...new Set(paths)]),
    part: (relation) => zip.part(pathOf((part) => part.relation === relation) ?? ''),
  }
}

function* partsAt(zip: Zip, paths: string[]): Generator<Uint8Array> {
  for (const path of paths) {
    const bytes = zip.part(path)
    if (bytes) yield bytes
  }
}

interface Relation {
  id: string
  relation: string
  path: string
}

/** What a part of the package refers to, by addresses inside it; of the package as a whole for the path ''. */
function relationsOf(zip: Zip, path: string): Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const bytes = zip.part(`${folder}_rels/${path.slice(folder.length)}.rels`)
  const relations: Relation[] = []
  if (!bytes) return relations
  readXml(bytes, {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name === 'Relationship') relations.push({ id, relation: type.slice(type.lastIndexOf('/') + 1), path: resolved(folder, target) })
    },
  })
  return relations
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** The texts that cells share; runs of one text are joined, readings given above it are left out. */
function stringsIn(bytes: Uint8Array | null): string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = 0
  if (!bytes) return strings
  readXml(bytes, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic += 1
      inText = name === 't' && phonetic === 0
    },
    text(found) {
      if (inText) text += found
    },
    close(name) {
      inText = false
      if (name === 'rPh') phonetic -= 1
      if (name === 'si') strings.push(unescaped(text))
    },
  })
  return strings
}

function formatsIn(bytes: Uint8Array | null): CellFormat[] {
  const formats: CellFormat[] = []
  const codes = new Map<number, string>()
  let ofCells = false
  if (!bytes) return formats
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') ofCells = true
      if (name !== 'xf' || !ofCells) return
      const id = Number(attributes.numFmtId ?? 0)
      formats.push({ numbers: numberKind(id, codes.get(id)), quoted: /^(?:1|true)$/.test(attributes.quotePrefix ?? '') })
    },
    close(name) {
      if (name === 'cellXfs') ofCells = false
    },
  })
  return formats
}
