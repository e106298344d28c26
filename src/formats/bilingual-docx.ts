import type { Bilingual, BilingualRow } from '../core/bilingual.ts'
import { type BilingualPage, bilingualPage, type DirectedText } from './bilingual-page.ts'
import { packedDocx } from './docx-package.ts'
import { grey, hairline } from './docx-styles.ts'
import { isolatedRuns, paragraph, runs } from './docx-text.ts'
import type { ExportWords } from './export-words.ts'
import type { Direction } from './stretches.ts'
import { element, type Xml } from './xml.ts'

/**
 * The bilingual document for Word: heading, what is not finished, the table number | Arabic | English, the findings overruled.
 * `at` is the time of the export (ISO 8601, UTC), which the file's properties tell.
 */
export function bilingualDocx(bilingual: Bilingual, words: ExportWords, at: string): Uint8Array {
  const page = bilingualPage(bilingual, words)
  return packedDocx({
    title: bilingual.heading.title,
    creator: bilingual.translator,
    at,
    direction: words.dir,
    body: [
      ...titleParagraph(page.title),
      ...details(page, words.dir),
      ...notices(page, words),
      gap(),
      texts(bilingual.rows, words),
      ...waivers(page, words),
      gap(),
    ],
  })
}

/** The title of a document of Word, running its own way; nothing where there is none. */
export function titleParagraph({ text, direction }: DirectedText): Xml[] {
  return text ? [paragraph('Title', direction, runs(text, direction))] : []
}

function details({ details }: BilingualPage, direction: Direction): Xml[] {
  return details.map(({ label, value }) =>
    paragraph('Details', direction, runs(`${label}: `, direction, { bold: true }), isolatedRuns(value.text, value.direction, direction)),
  )
}

/** A thin line of space; Word wants a paragraph after a table. */
export function gap(): Xml {
  return paragraph('Space', 'ltr', runs('\u00A0', 'ltr'))
}

function notices({ unfinished, open }: BilingualPage, { dir, open: heading }: ExportWords): Xml[] {
  if (!unfinished && !open.length) return []
  return [
    gap(),
    ...(unfinished ? [paragraph('Notice', dir, runs(unfinished, dir))] : []),
    ...(open.length ? [paragraph('Notice', dir, runs(heading, dir, { bold: true }))] : []),
    ...open.map((line) => paragraph('Notice', dir, listed(line, dir))),
  ]
}

function waivers(page: BilingualPage, { dir, waivers: heading }: ExportWords): Xml[] {
  if (!page.waivers.length) return []
  return [paragraph('Heading1', dir, runs(heading, dir)), ...page.waivers.map((line) => paragraph('Waiver', dir, listed(line, dir)))]
}

/** A line of pieces: the places in the text, a colon, and what is said of them. */
function listed([places, ...rest]: DirectedText[], direction: Direction): Xml[] {
  return [
    ...runs(`${places?.text}: `, direction, { bold: true }),
    ...rest.flatMap(({ text, direction: own }, index) => [...(index ? runs(' — ', direction) : []), ...isolatedRuns(text, own, direction)]),
  ]
}

/** Widths of number, Arabic and English in twentieths of a point: an A4 page less two margins of two centimetres. */
const widths = [624, 4507, 4507] as const

function texts(rows: BilingualRow[], words: ExportWords): Xml {
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': hairline }
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': widths[0] + widths[1] + widths[2], 'w:type': 'dxa' }),
      element('w:tblBorders', {}, element('w:top', line), element('w:bottom', line), element('w:insideH', line)),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, element('w:left', { 'w:w': 113, 'w:type': 'dxa' }), element('w:right', { 'w:w': 113, 'w:type': 'dxa' })),
    ),
    element(
      'w:tblGrid',
      {},
      widths.map((width) => element('w:gridCol', { 'w:w': width })),
    ),
    columnHeadings(words),
    rows.map((row) => textRow(row, words)),
  )
}

function columnHeadings({ number, arabic, english }: ExportWords): Xml {
  const properties = element('w:trPr', {}, element('w:cantSplit'), element('w:tblHeader'))
  return element(
    'w:tr',
    {},
    properties,
    cell(0, paragraph('ColumnHeading', 'ltr', runs(number, 'ltr'))),
    cell(1, paragraph('ColumnHeading', 'rtl', runs(arabic, 'rtl'))),
    cell(2, paragraph('ColumnHeading', 'ltr', runs(english, 'ltr'))),
  )
}

function textRow({ position, source, target }: BilingualRow, words: ExportWords): Xml {
  const english = target.trim() ? runs(endless(target), 'ltr') : runs(words.untranslated, 'ltr', { colour: grey })
  return element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit')),
    cell(0, paragraph('Number', 'ltr', runs(`${position}`, 'ltr'))),
    cell(1, paragraph('Arabic', 'rtl', runs(endless(source), 'rtl'))),
    cell(2, paragraph('English', 'ltr', english)),
  )
}

/** A line end at the very end would only make the row taller. */
function endless(text: string): string {
  return text.replace(/[\r\n]+$/, '')
}

function cell(column: 0 | 1 | 2, inside: Xml): Xml {
  return element('w:tc', {}, element('w:tcPr', {}, element('w:tcW', { 'w:w': widths[column], 'w:type': 'dxa' })), inside)
}
