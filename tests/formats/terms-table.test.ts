import { describe, expect, test } from 'vitest'
import { readTermsCsv, tableOfCsv } from '../../src/formats/terms-csv.ts'
import { headingsOf, rowsWithSeveral, termsOfTable } from '../../src/formats/terms-table.ts'

const found = (table: string[][]) =>
  termsOfTable(table).terms.map(({ spellings, renderings }) => [spellings[0], ...renderings.map(({ text }) => text)])

describe('the headings of a table', () => {
  test('are found under a title, a date and empty rows', () => {
    const table = [['Desk glossary'], [], ['Updated', '2023-10-17'], ['Arabic', 'English', 'Page'], ['قاعدة', 'base', '3']]
    expect(headingsOf(table)).toEqual({
      names: ['Arabic', 'English', 'Page'],
      known: true,
      columns: ['source', 'target', null],
      firstRow: 5,
    })
    expect(termsOfTable(table)).toMatchObject({ terms: [{ spellings: ['قاعدة'] }], skipped: [], ignored: ['Page'] })
  })

  test('are judged by the script of their cells where no name is known, for a person to confirm', () => {
    const table = [
      ['No', 'Anglais', 'Arabe'],
      ['1', 'base', 'قاعدة'],
      ['2', 'brigade', 'لواء'],
    ]
    expect(headingsOf(table)).toEqual({ names: ['No', 'Anglais', 'Arabe'], known: false, columns: [null, 'target', 'source'], firstRow: 2 })
  })

  test('are not taken from a row that is an entry already', () => {
    expect(headingsOf([[], ['قاعدة', 'base'], ['لواء', 'brigade']])).toMatchObject({
      known: false,
      columns: ['source', 'target'],
      firstRow: 2,
    })
    expect(headingsOf([['قاعدة', 'base']])).toMatchObject({ columns: ['source', 'target'], firstRow: 1 })
  })

  test('may name one column and leave the other to its script', () => {
    const { columns } = headingsOf([
      ['المصطلح', 'Anglais', 'note'],
      ['قاعدة', 'base', 'a word'],
    ])
    expect(columns).toEqual(['source', 'target', 'note'])
  })

  test('that mean the same give the column to the first, and the other is named as left out', () => {
    const table = [
      ['Arabic', 'English', 'Translation', 'عربي'],
      ['قاعدة', 'base', 'camp', 'معسكر'],
    ]
    expect(headingsOf(table).columns).toEqual(['source', 'target', null, null])
    expect(termsOfTable(table)).toMatchObject({ terms: [{ renderings: [{ text: 'base' }] }], ignored: ['Translation', 'عربي'] })
  })

  test('of an empty table are none', () => {
    expect(headingsOf([])).toEqual({ names: [], known: false, columns: [], firstRow: 1 })
    expect(headingsOf([[], ['']])).toMatchObject({ columns: [], known: false })
  })
})

test('what is wrong in a table is named in brief, however long its cells are', () => {
  const long = 'ب'.repeat(1_000_000)
  const table = [
    ['Arabic', 'English', 'Variants', 'Kind', long],
    [long, ''],
    ['قاعدة', 'base', '', long],
    ['لواء', 'brigade', `${long}|`.repeat(5)],
  ]
  const { terms, skipped, ignored } = termsOfTable(table)
  const named = `${'ب'.repeat(200)}…`
  expect(terms).toMatchObject([{ spellings: ['قاعدة'] }])
  expect(ignored).toEqual([named])
  expect(skipped).toEqual([
    { row: 2, code: 'term.no-rendering', values: { spelling: named } },
    { row: 3, code: 'csv.value', values: { column: 'kind', value: named, expected: 'name, noun, phrase' } },
    { row: 4, code: 'term.too-many', values: { limit: 100 } },
  ])
})

describe('a table whose columns a person has named', () => {
  const table = [
    ['x', 'base', 'قاعدة', 'a note'],
    ['y', 'brigade', 'لواء', ''],
    ['z', '', 'فوج', ''],
  ]

  test('is read by that, from the row that person chose', () => {
    const { terms, skipped, ignored } = termsOfTable(table, { columns: [null, 'target', 'source', 'note'], firstRow: 1 })
    expect(terms).toMatchObject([
      { spellings: ['قاعدة'], note: 'a note' },
      { spellings: ['لواء'], note: '' },
    ])
    expect(skipped).toMatchObject([{ row: 3, code: 'term.no-rendering' }])
    expect(ignored).toEqual([])
    expect(termsOfTable(table, { columns: [null, 'target', 'source'], firstRow: 2 }).terms).toHaveLength(1)
  })

  test('still needs both languages', () => {
    expect(() => termsOfTable(table, { columns: [null, 'target'], firstRow: 1 })).toThrow('csv.column-missing')
  })
})

describe('a row with several values in a cell', () => {
  const table = [
    ['source', 'target', 'standing', 'variants', 'note'],
    ['المجلس الثوري؛ مجلس الثورة', 'Revolutionary Council; RC', '', 'مجلس ثوري', 'house'],
    ['لواء', 'brigade | brigade group', 'preferred', '', ''],
    ['قوة', 'force\nforces / troops', 'avoid', '', ''],
    ['قوة', 'power', '', '', ''],
    ['دوام', '24/7', '', '', ''],
    ['قاعدة', 'base;', '', '', ''],
    ['الحشد الشعبي، الحشد', 'Popular Mobilization Forces', '', '', ''],
    ['ثكنة', 'barracks، camp', '', '', ''],
  ]

  test('is read as one, and counted', () => {
    const { terms } = termsOfTable(table)
    expect(rowsWithSeveral(table)).toBe(4)
    expect(terms[0]).toMatchObject({
      spellings: ['المجلس الثوري؛ مجلس الثورة', 'مجلس ثوري'],
      renderings: [{ text: 'Revolutionary Council; RC' }],
    })
  })

  test('is split where that is asked for: into spellings, at an Arabic comma too, and into renderings that are allowed beside the first', () => {
    const { terms, skipped } = termsOfTable(table, undefined, true)
    const read = terms.map(({ spellings, renderings }) => [spellings, renderings.map(({ text, standing }) => `${text}: ${standing}`)])
    expect(read).toEqual([
      [
        ['المجلس الثوري', 'مجلس ثوري', 'مجلس الثورة'],
        ['Revolutionary Council: preferred', 'RC: allowed'],
      ],
      [['لواء'], ['brigade: preferred', 'brigade group: allowed']],
      [['قوة'], ['force: avoid', 'forces: avoid', 'troops: avoid', 'power: preferred']],
      [['دوام'], ['24/7: preferred']],
      [['قاعدة'], ['base: preferred']],
      [['الحشد الشعبي', 'الحشد'], ['Popular Mobilization Forces: preferred']],
      [['ثكنة'], ['barracks، camp: preferred']],
    ])
    expect(terms[0]?.note).toBe('house')
    expect(skipped).toEqual([])
  })
})

test('cells pasted from a spreadsheet without headings come apart at the tabs, commas in them notwithstanding', () => {
  const table = tableOfCsv('قاعدة\tbase, camp\r\nلواء\tbrigade\r\n')
  const mapping = headingsOf(table)
  expect(readTermsCsv('قاعدة\tbase, camp\r\nلواء\tbrigade\r\n', mapping).terms).toMatchObject([
    { renderings: [{ text: 'base, camp' }] },
    { renderings: [{ text: 'brigade' }] },
  ])
})

test('a data row that happens to hold a name of a column is an entry', () => {
  expect(
    found([
      ['source', 'target', 'note'],
      ['مصطلح', 'term', 'english'],
    ]),
  ).toEqual([['مصطلح', 'term']])
})
