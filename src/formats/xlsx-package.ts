import { guarded } from './csv-table.ts'
import { openXml, packedOffice, references } from './office-package.ts'
import { type ColumnName, columnNames } from './terms-columns.ts'
import { addressOf, escaped } from './xlsx-cells.ts'
import { content, element, type Xml } from './xml.ts'

/**
 * The bytes of a workbook with one sheet: the first row bold and in sight when scrolling, every cell typed and formatted as text, so that
 * none is a formula and none becomes one when it is edited; Arabic columns read from the right. At most 26 columns.
 */
export function packedXlsx(table: readonly (readonly string[])[]): Uint8Array {
  const strings = new Map<string, number>()
  const sheet = sheetOf(table, strings)
  return packedOffice({
    folder: 'xl',
    vocabulary: 'spreadsheetml',
    main: { file: 'workbook.xml', kind: 'sheet.main', root: workbook() },
    parts: [
      { file: 'worksheets/sheet1.xml', kind: 'worksheet', root: sheet },
      { file: 'styles.xml', kind: 'styles', root: styles() },
      { file: 'sharedStrings.xml', kind: 'sharedStrings', root: sharedStrings(strings) },
    ],
  })
}

const main = `${openXml}/spreadsheetml/2006/main`

/** Columns that hold Arabic, and how wide each is, in digits of the type it is set in. */
const arabicColumns: readonly ColumnName[] = ['source', 'variants']
const widths: Partial<Record<ColumnName, number>> = { source: 30, target: 36, variants: 30, first_mention: 30, note: 40, authority: 24 }

/** The formats of cells by their place in `styles`; a quoted one is for texts that look like a formula. */
const formats = { plain: 0, heading: 1, english: 2, arabic: 3, quotedEnglish: 4, quotedArabic: 5 }

function sheetOf(table: readonly (readonly string[])[], strings: Map<string, number>): Xml {
  const pane = element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' })
  return element(
    'worksheet',
    { xmlns: main },
    element('sheetViews', {}, element('sheetView', { workbookViewId: 0 }, pane)),
    element('sheetFormatPr', { defaultRowHeight: 15 }),
    element(
      'cols',
      {},
      columnNames.map((name, index) => element('col', { min: index + 1, max: index + 1, width: widths[name] ?? 14, customWidth: 1 })),
    ),
    element(
      'sheetData',
      {},
      table.map((cells, index) => rowOf(cells, index + 1, strings)),
    ),
  )
}

function rowOf(cells: readonly string[], row: number, strings: Map<string, number>): Xml {
  const filled = cells.map((text, column) => {
    if (text === '') return []
    const index = strings.get(text) ?? strings.size
    strings.set(text, index)
    return element('c', { r: addressOf(column, row), s: formatOf(text, column, row), t: 's' }, element('v', {}, content(String(index))))
  })
  return element('row', { r: row }, filled.flat())
}

function formatOf(text: string, column: number, row: number): number {
  if (row === 1) return formats.heading
  const arabic = arabicColumns.includes(columnNames[column]!)
  if (guarded(text) !== text) return arabic ? formats.quotedArabic : formats.quotedEnglish
  return arabic ? formats.arabic : formats.english
}

function sharedStrings(strings: Map<string, number>): Xml {
  const texts = [...strings.keys()].map((text) => element('si', {}, element('t', { 'xml:space': 'preserve' }, content(escaped(text)))))
  return element('sst', { xmlns: main, uniqueCount: strings.size }, texts)
}

function styles(): Xml {
  const font = (bold: boolean) =>
    element(
      'font',
      {},
      bold ? element('b') : [],
      element('sz', { val: 11 }),
      element('name', { val: 'Calibri' }),
      element('family', { val: 2 }),
    )
  // 49 is the format of text: what is typed into such a cell later stays text too.
  const base = { numFmtId: 49, fillId: 0, borderId: 0, xfId: 0, applyNumberFormat: 1 }
  const format = (readingOrder: number, quotePrefix?: number) =>
    element(
      'xf',
      { ...base, fontId: 0, applyAlignment: 1, quotePrefix },
      element('alignment', { vertical: 'top', wrapText: 1, readingOrder }),
    )
  const [fromLeft, fromRight] = [1, 2]
  return element(
    'styleSheet',
    { xmlns: main },
    element('fonts', { count: 2 }, font(false), font(true)),
    element(
      'fills',
      { count: 2 },
      ['none', 'gray125'].map((patternType) => element('fill', {}, element('patternFill', { patternType }))),
    ),
    element(
      'borders',
      { count: 1 },
      element(
        'border',
        {},
        ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side)),
      ),
    ),
    element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    element(
      'cellXfs',
      { count: 6 },
      element('xf', { ...base, fontId: 0 }),
      element('xf', { ...base, fontId: 1, applyFont: 1 }),
      format(fromLeft),
      format(fromRight),
      format(fromLeft, 1),
      format(fromRight, 1),
    ),
    element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
  )
}

function workbook(): Xml {
  const sheet = element('sheet', { name: 'Glossary', sheetId: 1, 'r:id': 'worksheet' })
  return element('workbook', { xmlns: main, 'xmlns:r': references }, element('sheets', {}, sheet))
}
