import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { key } from '../../src/core/arabic/letters.ts'
import { emptyEntry, type TermDraft } from '../../src/core/glossary/term.ts'
import { Problem } from '../../src/core/problem.ts'
import { readTable, readTerms, termFileKinds, writeTerms } from '../../src/formats/terms-file.ts'
import { headingsOf } from '../../src/formats/terms-table.ts'
import { always } from '../support/always.ts'
import { drafts, found } from './term-drafts.ts'

const entries: TermDraft[] = [
  {
    ...emptyEntry,
    spellings: ['قاعدة', 'قاعده'],
    kind: 'noun',
    renderings: [
      { text: 'base', standing: 'preferred' },
      { text: '=1+1', standing: 'avoid', always: true },
    ],
  },
  { ...emptyEntry, spellings: ['لواء'], kind: 'noun', renderings: [{ text: 'brigade', standing: 'preferred' }], note: '+966' },
]

describe.each(termFileKinds)('a glossary as %s', (kind) => {
  const { bytes } = writeTerms(entries, kind)

  test('is known by what is in it, whatever the file is called', () => {
    expect(found(readTerms(bytes, 'glossary.txt'))).toEqual({ kind, terms: entries, skipped: [], ignored: [] })
  })

  test('is read back without loss, whatever the entries', () => {
    always(
      fc.property(fc.uniqueArray(drafts, { selector: ({ spellings }) => key(spellings[0]!), minLength: 1 }), (entries) => {
        expect(found(readTerms(writeTerms(entries, kind).bytes, 'x'))).toEqual({ kind, terms: entries, skipped: [], ignored: [] })
      }),
      60,
    )
  })

  test('is read or refused with a Problem when it is cut off or bytes of it are changed', () => {
    always(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length - 1), fc.nat(255), (length, at, byte) => {
        const changed = bytes.slice()
        changed[at] = byte
        for (const damaged of [bytes.slice(0, length), changed]) {
          try {
            readTerms(damaged, 'x')
          } catch (problem) {
            if (!(problem instanceof Problem)) throw problem
          }
        }
      }),
      150,
    )
  })

  test('is a file of its type without entries too', () => {
    expect(found(readTerms(writeTerms([], kind).bytes, 'x'))).toEqual({ kind, terms: [], skipped: [], ignored: [] })
  })
})

test('the types that files are sent as', () => {
  expect(termFileKinds.map((kind) => writeTerms([], kind).type)).toEqual([
    'text/csv; charset=utf-8',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/x-tbx+xml; charset=utf-8',
  ])
})

test('a table without headings of ours can be read by the columns a person names', () => {
  const csv = strToU8('Arabe;Anglais\nقاعدة;base')
  expect(() => readTerms(csv, 'x.csv')).toThrow('csv.column-missing')
  const mapping = headingsOf(readTable(csv, 'x.csv') ?? [])
  expect(mapping).toMatchObject({ names: ['Arabe', 'Anglais'], known: false })
  expect(readTerms(csv, 'x.csv', mapping).terms).toMatchObject([{ spellings: ['قاعدة'] }])
})

test('XML in an encoding nobody knows is said to be damaged, and is no table', () => {
  const xml = '<?xml version="1.0" encoding="x-user-defined"?><tbx><text/></tbx>'
  expect(() => readTerms(new TextEncoder().encode(xml), 'a.tbx')).toThrow(new Problem('xml.unreadable', { line: 1 }))
})

test('TBX has no columns to name', () => {
  expect(readTable(writeTerms(entries, 'tbx').bytes, 'x.tbx')).toBeNull()
  expect(readTable(writeTerms(entries, 'xlsx').bytes, 'x.xlsx')).toHaveLength(4)
})

test.each([
  ['glossary.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'glossary.kind'],
  ['glossary.pdf', strToU8('%PDF-1.7'), 'glossary.kind'],
  ['memory.tmx', strToU8('<?xml version="1.0"?><tmx version="1.4"/>'), 'glossary.kind'],
  ['page.xls', strToU8('<html><table><tr><td>قاعدة</td></tr></table></html>'), 'glossary.kind'],
  ['glossary.docx', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'glossary.kind'],
  ['empty.csv', strToU8('  \n'), 'file.empty'],
  ['large.csv', new Uint8Array(10 * 1024 * 1024 + 1), 'file.too-large'],
])('%s is refused, and the file is named', (name, bytes, code) => {
  try {
    readTerms(bytes, name)
    expect.unreachable()
  } catch (problem) {
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ code, values: { name } })
  }
})

test('a spreadsheet saved as Unicode text is read as a table', () => {
  const text = Uint8Array.from(Buffer.from('\uFEFFArabic\tEnglish\r\nقاعدة\tbase\r\n', 'utf16le'))
  expect(readTerms(text, 'x.txt')).toMatchObject({ kind: 'csv', terms: [{ spellings: ['قاعدة'] }] })
})

test('the same glossary comes out of TBX of both versions', () => {
  const [one, other] = ['groups-v3-dct.tbx', 'groups-v2.tbx'].map((name) => readTerms(readFileSync(`tests/fixtures/${name}`), name).terms)
  expect(one).toEqual(other)
})
