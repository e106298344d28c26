import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { emptyEntry, type TermDraft } from '../../src/core/glossary/term.ts'
import { Problem } from '../../src/core/problem.ts'
import { termsOfTable } from '../../src/formats/terms-table.ts'
import { tableOfXlsx, writeXlsx } from '../../src/formats/xlsx.ts'
import { all, parsed, readable } from './strict-xml.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (parts: [id: string, type: string, target: string][]) =>
  `<Relationships>${parts.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** A workbook as other programs write it: its sheets as the rows in them, and whatever parts are to be different. */
function workbook(sheets: string[], parts: Record<string, string | null> = {}): Uint8Array {
  const files: Record<string, string | null> = {
    '_rels/.rels': relations([['rId1', 'officeDocument', '/xl/workbook.xml']]),
    'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets>${sheets.map((_, index) => `<x:sheet name="S${index}" sheetId="${index + 1}" r:id="s${index}"/>`).join('')}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): [string, string, string] => [`s${index}`, 'worksheet', `../xl/worksheets/sheet${index}.xml`]),
      ['t', 'sharedStrings', 'sharedStrings.xml'],
      ['f', 'styles', '/xl/styles.xml'],
    ]),
    ...Object.fromEntries(
      sheets.map((rows, index) => [`xl/worksheets/sheet${index}.xml`, `<worksheet><sheetData>${rows}</sheetData></worksheet>`]),
    ),
    ...parts,
  }
  const kept = Object.entries(files).flatMap(([name, text]) => (text === null ? [] : [[name, strToU8(text)] as const]))
  return zipSync(Object.fromEntries(kept))
}

/** One row of cells written in place. */
const row = (...cells: string[]) => `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
const headed = row('Arabic', 'English')

describe('a workbook', () => {
  test('is read with shared, written-in and many-coloured texts, and cells left out in between', () => {
    const strings =
      '<sst><si><t>Arabic</t></si><si><r><rPr><b/></rPr><t>Eng</t></r><r><t xml:space="preserve">lish </t></r><rPh><t>not this</t></rPh></si><si><t>line_x000D_one</t></si><si/></sst>'
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
      <row r="4"><c r="A4" t="inlineStr"><is><r><t>قاع</t></r><r><t>دة</t></r></is></c><c r="C4" t="str"><f>"ba"&amp;"se"</f><v>base</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>99</v></c></row>`
    expect(tableOfXlsx(workbook([rows], { 'xl/sharedStrings.xml': strings }), 'x.xlsx')).toEqual([
      ['Arabic', '', 'English'],
      [],
      [],
      ['قاعدة', '', 'base', 'line\rone'],
    ])
  })

  test('gives numbers, dates and truths as they read, and no errors', () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-401]d\\ mmmm&quot; year &quot;yyyy;@"/><numFmt numFmtId="165" formatCode="[Red]0.0&quot; dm&quot;"/><numFmt numFmtId="166" formatCode="yyyy-mm-dd hh:mm"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 164, 165, 10, 20, 166].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`
    const cells: [cell: string, shown: string][] = [
      ['<c><v>12.5</v></c>', '12.5'],
      ['<c><v>0.30000000000000004</v></c>', '0.3'],
      ['<c s="1"><v>45216</v></c>', '2023-10-17'],
      ['<c s="2"><v>45216</v></c>', '2023-10-17'],
      ['<c s="2"><v>1</v></c>', '1900-01-01'],
      ['<c s="3"><v>45216</v></c>', '45216'],
      ['<c s="4"><v>0.25</v></c>', '25%'],
      ['<c s="5"><v>0.5854166666666667</v></c>', '14:03'],
      ['<c s="6"><v>45216.58541666667</v></c>', '2023-10-17 14:03'],
      ['<c t="d"><v>2023-10-17</v></c>', '2023-10-17'],
      ['<c t="b"><v>1</v></c>', 'TRUE'],
      ['<c t="b"><v>0</v></c>', 'FALSE'],
      ['<c t="e"><v>#REF!</v></c>', ''],
      ['<c><v>1e400</v></c>', '1e400'],
      ['<c s="1"><v>-5</v></c>', '-5'],
      ['<c t="str"><v>end</v></c>', 'end'],
    ]
    const rows = `<row>${cells.map(([cell]) => cell).join('')}</row>`
    expect(tableOfXlsx(workbook([rows], { 'xl/styles.xml': styles }), 'x.xlsx')).toEqual([cells.map(([, shown]) => shown)])
  })

  test('from an old Mac counts its days from 1904', () => {
    const main = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet r:id="s0"/></sheets></workbook>'
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    const bytes = workbook(['<row><c><v>43754</v></c></row>'], { 'xl/workbook.xml': main, 'xl/styles.xml': styles })
    expect(tableOfXlsx(bytes, 'x.xlsx')).toEqual([['2023-10-17']])
  })

  test('is read from the sheet that has the headings', () => {
    const notes = row('Read me', 'note')
    const partly = row('العربية', 'ملاحظات') + row('فوج', 'x')
    expect(tableOfXlsx(workbook([notes, partly, headed + row('قاعدة', 'base')]), 'x.xlsx')[1]).toEqual(['قاعدة', 'base'])
    expect(tableOfXlsx(workbook([row('x', 'y'), partly]), 'x.xlsx')[1]).toEqual(['فوج', 'x'])
    expect(tableOfXlsx(workbook(['', row('قاعدة', 'base')]), 'x.xlsx')).toEqual([['قاعدة', 'base']])
    expect(tableOfXlsx(workbook(['']), 'x.xlsx')).toEqual([])
  })

  test('gives a cell that is merged downwards to each row it covers', () => {
    const sheet = `<worksheet><sheetData>${headed}${row('أمير', 'emir')}${row('', 'prince')}${row('قاعدة', 'base')}</sheetData>
      <mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B4:C4"/><mergeCell ref="A1:A1048576"/><mergeCell ref="nonsense"/></mergeCells></worksheet>`
    const { terms, skipped } = termsOfTable(tableOfXlsx(workbook([''], { 'xl/worksheets/sheet0.xml': sheet }), 'x.xlsx'))
    expect(terms).toMatchObject([{ renderings: [{ text: 'emir' }, { text: 'prince' }] }, { renderings: [{ text: 'base' }] }])
    expect(skipped).toEqual([])
  })

  test('with cells far away costs no more than it holds', () => {
    const far = '<row r="1048576"><c r="A1048576" t="str"><v>قاعدة</v></c><c r="XFD1048576" t="str"><v>x</v></c></row>'
    const table = tableOfXlsx(workbook([headed + far]), 'x.xlsx')
    expect(table).toHaveLength(1_048_576)
    expect(table.at(-1)).toEqual(['قاعدة'])
  })

  test.each([
    ['has no workbook', workbook([], { 'xl/workbook.xml': null }), 'xlsx.unreadable'],
    ['has no sheets', workbook([]), 'xlsx.unreadable'],
    ['is another kind of zip', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'glossary.kind'],
    ['is no zip', strToU8('PK'), 'zip.unreadable'],
    ['has a damaged sheet', workbook(['<row>']), 'xlsx.unreadable'],
    ['has a row beyond the last', workbook(['<row r="1048577"/>']), 'xlsx.unreadable'],
    ['has a row between two rows', workbook([`${headed}<row r="1.5"><c t="str"><v>قاعدة</v></c></row>`]), 'xlsx.unreadable'],
    ['has a cell in no row', workbook([`<c t="str"><v>قاعدة</v></c>${headed}`]), 'xlsx.unreadable'],
    [
      'has a sheet with entities of its own',
      workbook([''], { 'xl/worksheets/sheet0.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
      'xml.unsafe',
    ],
  ])('that %s is refused', (_name, bytes, code) => {
    expect(problemOf(bytes)).toMatchObject({ code })
  })

  test('with merged cells that overlap a million times over is read all the same', () => {
    const sheet = `<worksheet><sheetData>${headed}${row('قاعدة', 'base').repeat(2_000)}</sheetData><mergeCells>${'<mergeCell ref="A2:A1048576"/>'.repeat(20_000)}</mergeCells></worksheet>`
    expect(tableOfXlsx(workbook([''], { 'xl/worksheets/sheet0.xml': sheet }), 'x.xlsx')).toHaveLength(2_001)
  })

  test.each([
    ['far more cells than a glossary', workbook(['<row><c r="IV1"><v>1</v></c></row>'.repeat(20_000)])],
    ['one cell merged over far more than a glossary', merged('IV1:IV1048576', '<row><c><v>1</v></c></row>'.repeat(20_000))],
    ['one long text that all its cells share', shared('ب'.repeat(1_000_000), '<row><c t="s"><v>0</v></c></row>'.repeat(100))],
    ['one long text merged over all its rows', merged('C1:C1000', '<row><c><v>1</v></c></row>'.repeat(1000), 'ب'.repeat(100_000))],
  ])('that holds %s is refused', (_name, bytes) => {
    expect(problemOf(bytes)).toMatchObject({ code: 'zip.too-large' })
  })

  test('that names one sheet ten thousand times, or formats no spreadsheet could hold, is read once and at once', () => {
    const sheets = '<x:sheet r:id="s0"/>'.repeat(10_000)
    const main = `<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets>${sheets}</x:sheets></x:workbook>`
    expect(tableOfXlsx(workbook([row('x').repeat(1_000)], { 'xl/workbook.xml': main }), 'x.xlsx')).toHaveLength(1_000)
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(400_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`
    expect(tableOfXlsx(workbook(['<row><c s="0"><v>1</v></c></row>'], { 'xl/styles.xml': styles }), 'x.xlsx')).toEqual([['1']])
  })
})

/** A workbook whose first row has a text in the merged cells' first, above these rows. */
function merged(range: string, rows: string, text = 'x'): Uint8Array {
  const first = `<row><c r="${range.split(':')[0]}" t="str"><v>${text}</v></c></row>`
  const sheet = `<worksheet><sheetData>${first}${rows}</sheetData><mergeCells><mergeCell ref="${range}"/></mergeCells></worksheet>`
  return workbook([''], { 'xl/worksheets/sheet0.xml': sheet })
}

/** A workbook with one shared text. */
function shared(text: string, rows: string): Uint8Array {
  return workbook([rows], { 'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>` })
}

function problemOf(bytes: Uint8Array): unknown {
  try {
    return tableOfXlsx(bytes, 'x.xlsx')
  } catch (problem) {
    if (problem instanceof Problem) return problem
    throw problem
  }
}

describe('a glossary written as a workbook', () => {
  const entry: TermDraft = {
    ...emptyEntry,
    spellings: ['قاعدة', 'قاعده'],
    renderings: [{ text: 'base', standing: 'preferred' }],
    note: '=1+1',
  }
  const files = unzipSync(writeXlsx([entry]))
  const part = (name: string) => parsed(new TextDecoder().decode(files[name]))

  test('has every part it names, and names every part it has', () => {
    const types = all(part('[Content_Types].xml'), 'Override').map(({ attributes }) => attributes.PartName)
    const named = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml', 'xl/sharedStrings.xml']
    expect(types.toSorted()).toEqual(named.map((name) => `/${name}`).toSorted())
    for (const name of Object.keys(files)) expect(() => part(name)).not.toThrow()
    const targets = all(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => `xl/${attributes.Target}`)
    expect(['xl/workbook.xml', ...targets].toSorted()).toEqual(named.toSorted())
  })

  test('holds text only: no formula, and no number a spreadsheet would change', () => {
    const cells = all(part('xl/worksheets/sheet1.xml'), 'c')
    expect(cells.map(({ attributes }) => attributes.t)).toEqual(cells.map(() => 's'))
    expect(all(part('xl/worksheets/sheet1.xml'), 'f')).toEqual([])
    for (const { attributes } of all(all(part('xl/styles.xml'), 'cellXfs')[0]!, 'xf')) expect(attributes.numFmtId).toBe('49')
  })

  test('marks what looks like a formula as text behind an apostrophe, which is no part of it', () => {
    const strings = all(part('xl/sharedStrings.xml'), 't').map(readable)
    const cell = all(part('xl/worksheets/sheet1.xml'), 'c').find(
      ({ children }) => strings[Number(readable(children[0] as never))] === '=1+1',
    )
    const format = all(all(part('xl/styles.xml'), 'cellXfs')[0]!, 'xf')[Number(cell?.attributes.s)]
    expect(format?.attributes.quotePrefix).toBe('1')
  })

  test('keeps its headings bold and in sight, and its Arabic reads from the right', () => {
    const sheet = part('xl/worksheets/sheet1.xml')
    const formats = all(all(part('xl/styles.xml'), 'cellXfs')[0]!, 'xf')
    const formatAt = (address: string) => formats[Number(all(sheet, 'c').find(({ attributes }) => attributes.r === address)?.attributes.s)]!
    expect(all(sheet, 'pane')[0]?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' })
    expect(formatAt('A1').attributes.fontId).toBe('1')
    expect(all(formatAt('A2'), 'alignment')[0]?.attributes.readingOrder).toBe('2')
    expect(all(formatAt('B2'), 'alignment')[0]?.attributes.readingOrder).toBe('1')
  })

  test('is the same file for the same entries', () => {
    expect(writeXlsx([entry])).toEqual(writeXlsx([entry]))
  })
})
