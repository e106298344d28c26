import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { key } from '../../src/core/arabic/letters.ts'
import { checkedEntry } from '../../src/core/glossary/entry.ts'
import { emptyEntry, type TermDraft } from '../../src/core/glossary/term.ts'
import { Problem } from '../../src/core/problem.ts'
import { mostRows } from '../../src/formats/csv-table.ts'
import { readTermsCsv, tableOfCsv, writeTermsCsv } from '../../src/formats/terms-csv.ts'
import { always } from '../support/always.ts'
import { drafts, found } from './term-drafts.ts'

const plainEntry: TermDraft = {
  ...emptyEntry,
  spellings: ['الحشد الشعبي'],
  renderings: [{ text: 'Popular Mobilization Forces', standing: 'preferred' }],
}

describe('a glossary in a spreadsheet', () => {
  test('needs only the Arabic and the English', () => {
    expect(found(readTermsCsv('source,target\nالحشد الشعبي,Popular Mobilization Forces\nقاعدة,base\nحق الرد,right to respond'))).toEqual({
      terms: [
        plainEntry,
        { ...plainEntry, spellings: ['قاعدة'], kind: 'noun', renderings: [{ text: 'base', standing: 'preferred' }] },
        { ...plainEntry, spellings: ['حق الرد'], kind: 'phrase', renderings: [{ text: 'right to respond', standing: 'preferred' }] },
      ],
      skipped: [],
      ignored: [],
    })
  })

  test.each([
    ['commas', 'source,target,note\nقاعدة,"base, camp",n'],
    ['semicolons', 'source;target;note\nقاعدة;base, camp;n'],
    ['tabs', 'source\ttarget\tnote\nقاعدة\tbase, camp\tn'],
    ['a line that announces the separator', 'sep=;\r\nsource;target;note\r\nقاعدة;base, camp;n\r\n'],
    ['a mark, line ends of Windows and quotes', '\uFEFF"source","target","note"\r\n"قاعدة","base, camp","n"\r\n'],
    ['columns in another order', 'Note,TARGET , Source\nn,"base, camp",قاعدة'],
    ['English headings', 'Arabic;English;Comments\nقاعدة;base, camp;n'],
    ['Arabic headings', 'العربيّة;الإنجليزيّة;ملاحظات\nقاعدة;base, camp;n'],
    ['other Arabic headings', 'المصدر\tالترجمة\tملاحظة\nقاعدة\tbase, camp\tn'],
    ['empty rows above and between', '\n;;\nsource;target;note\n\n;;\nقاعدة;base, camp;n\n\n'],
    ['mixed line ends', 'source;target;note\r\n\nقاعدة;base, camp;n\r'],
  ])('may come with %s', (_name, text) => {
    const { terms, skipped } = readTermsCsv(text)
    expect(skipped).toEqual([])
    expect(terms).toMatchObject([{ spellings: ['قاعدة'], renderings: [{ text: 'base, camp', standing: 'preferred' }], note: 'n' }])
  })

  test('makes one entry of rows with the same Arabic, however it is dressed', () => {
    const { terms } = readTermsCsv(
      'source,target,standing\nأمير,emir,\nأمير,prince,\nاميرٌ,amir,avoid\nأمير,emir,\nبري,Berri,avoid\nبري,Birri,\nبري,Nabih Berri,preferred',
    )
    expect(terms).toMatchObject([
      {
        spellings: ['أمير', 'اميرٌ'],
        renderings: [
          { text: 'emir', standing: 'preferred' },
          { text: 'prince', standing: 'allowed' },
          { text: 'amir', standing: 'avoid' },
        ],
      },
      {
        renderings: [
          { text: 'Berri', standing: 'avoid' },
          { text: 'Birri', standing: 'allowed' },
          { text: 'Nabih Berri', standing: 'preferred' },
        ],
      },
    ])
  })

  test('fills every field of an entry, in English or Arabic words', () => {
    const full = {
      ...plainEntry,
      spellings: ['كتائب حزب الله', 'كتائب «حزب الله»', 'الكتائب'],
      kind: 'phrase',
      renderings: [
        { text: 'Kataeb Hezbollah', standing: 'avoid', always: true },
        { text: 'Kata’ib Hizballah', standing: 'preferred' },
      ],
      firstMention: 'Kata’ib Hizballah (KH)',
      laterMention: 'KH',
      strength: 'warning',
      exactOnly: true,
      plurals: ['كتائب', 'كتيبات'],
      struck: ['كتائبي'],
      partOfSpeech: 'noun',
      subject: 'groups',
      note: 'One line.\nAnother.',
      authority: 'house',
      state: 'proposed',
    }
    const details = 'كتائب «حزب الله» | الكتائب,Kata’ib Hizballah (KH),KH,noun,groups,"One line.\nAnother.",house,كتائب | كتيبات,كتائبي'
    const headings = 'variants,first_mention,later mention,part-of-speech,subject,note,authority,plurals,struck'
    const english = `source,target,standing,always,kind,strength,exact_only,state,${headings}
كتائب حزب الله,Kataeb Hezbollah,Avoid,YES,phrase,warning,true,proposed,${details}
كتائب حزب الله,Kata’ib Hizballah,preferred,,,,,,,,,,,,,,`
    const inArabic = `المصدر,الترجمة,المنزلة,دائمًا,النوع,الإلزام,مطابقة تامة,الحالة,${headings}
كتائب حزب الله,Kataeb Hezbollah,مرفوض,نعم,عبارة,تحذير,نعم,مقترَح,${details}
كتائب حزب الله,Kata’ib Hizballah,مفضّل,لا,,,,,,,,,,,,,`
    expect(found(readTermsCsv(english))).toEqual({ terms: [full], skipped: [], ignored: [] })
    expect(found(readTermsCsv(inArabic))).toEqual({ terms: [full], skipped: [], ignored: [] })
  })

  test('names by its row what cannot be used, and keeps the rest', () => {
    const { terms, skipped, ignored } = readTermsCsv(
      [
        'source,target,kind,strength,colour',
        'قاعدة,base,noun,mandatory,red',
        ',nothing,,,',
        'لواء,,,,',
        'brigade,لواء,,,',
        'قاعدة,airbase,name,,',
        'كتيبة,battalion,,,',
        `فوج,${'x'.repeat(201)},,,`,
      ].join('\n'),
    )
    expect(terms.map(({ spellings, renderings, strength }) => [spellings[0], renderings.length, strength])).toEqual([
      ['قاعدة', 2, 'required'],
      ['كتيبة', 1, 'required'],
    ])
    expect(skipped).toMatchObject([
      { row: 2, code: 'csv.value', values: { column: 'strength', value: 'mandatory', expected: 'required, warning, advice, off' } },
      { row: 3, code: 'term.no-spelling' },
      { row: 4, code: 'term.no-rendering' },
      { row: 5, code: 'term.spelling-not-arabic', values: { value: 'brigade' } },
      { row: 6, code: 'csv.differs', values: { column: 'kind', value: 'name', first: 2, kept: 'noun' } },
      { row: 8, code: 'term.too-long' },
    ])
    expect(ignored).toEqual(['colour'])
  })

  test.each([
    ['source;note\nقاعدة;base', { column: 'target', found: 'source, note' }],
    ['قاعدة,base\nلواء,brigade', { column: 'source', found: 'قاعدة, base' }],
    ['', { column: 'source', found: '—' }],
  ])('is refused without its two columns, and the headings found are named: %j', (text, values) => {
    expect(problemOf(text)).toMatchObject({ code: 'csv.column-missing', values })
  })

  test('is refused where a quotation mark is never closed, and the row is named', () => {
    expect(problemOf('source,target\nقاعدة,base\n"لواء,brigade\nكتيبة,battalion')).toMatchObject({
      code: 'csv.unreadable',
      values: { row: 3 },
    })
  })

  test('is read or refused with a Problem, whatever stands in it', () => {
    const pieces = fc.constantFrom(
      'source',
      'target',
      'sep=',
      ',',
      ';',
      '\t',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      'قاعدة',
      'base',
      '|',
      '\\',
      '\uFEFF',
      "'=",
      ' ',
    )
    always(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.boolean(), (parts, headed) => {
        const read = problemOf((headed ? 'source,target,variants\n' : '') + parts.join(''))
        expect(read instanceof Problem || Array.isArray((read as { terms: unknown }).terms)).toBe(true)
      }),
      300,
    )
  })

  test('keeps the numbers of its rows, however many empty ones lie between them', () => {
    const { terms, skipped } = readTermsCsv(
      `\r\rsource,target\n${'\n'.repeat(500)}${',,,\r\n'.repeat(500)}قاعدة,\n\nلواء,brigade${'\r'.repeat(1000)}`,
    )
    expect(terms).toMatchObject([{ spellings: ['لواء'] }])
    expect(skipped).toMatchObject([{ row: 1004, code: 'term.no-rendering' }])
  })

  test('may be followed by empty rows without end, and by rows longer or shorter than its headings', () => {
    const empty = `${'\n'.repeat(300_000)}${',,\r'.repeat(100_000)}`
    expect(readTermsCsv(`source,target\nقاعدة,base,,,\nلواء${empty}`)).toMatchObject({
      terms: [{ spellings: ['قاعدة'] }],
      skipped: [{ row: 3 }],
    })
    expect(tableOfCsv(`a,b,c${',x'.repeat(100_000)}\n`)[0]).toHaveLength(256)
  })

  test('gives one Arabic spelling no more renderings than an entry has, and names its first row', () => {
    const { terms, skipped } = readTermsCsv(
      `source,target\nلواء,brigade\n${Array.from({ length: 20_000 }, (_, index) => `قاعدة,base ${index}`).join('\n')}`,
    )
    expect(terms).toMatchObject([{ spellings: ['لواء'] }])
    expect(skipped).toEqual([{ row: 3, code: 'term.too-many', values: { limit: 100 } }])
  })

  test('is refused where it has more rows than can be read, however few of them are filled', () => {
    const rows = (count: number) => `source,target\n${'\n'.repeat(count - 2)}قاعدة,base`
    expect(readTermsCsv(rows(mostRows)).terms).toHaveLength(1)
    const tooMany = { code: 'csv.too-many-rows', values: { rows: mostRows + 1, limit: mostRows } }
    expect(problemOf(rows(mostRows + 1))).toMatchObject(tooMany)
    expect(problemOf(`source,target\n${'ق,b,c\n'.repeat(mostRows)}`)).toMatchObject(tooMany)
  })

  test('comes apart as another reader takes it apart, whatever its quotation marks', () => {
    const pieces = fc.constantFrom(',', '"', '""', '\n', '\r\n', '\r', 'ق', 'b', ' ', '"ق"', '"b,\n"')
    const bare = (table: readonly (readonly string[])[]) =>
      table
        .map((cells) => cells.join(',').replace(/,+$/, ''))
        .join('\n')
        .trimEnd()
    always(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = `a,b${parts.join('')}`
        const others = otherReader(text)
        if (others) expect(bare(tableOfCsv(`sep=,\n${text}`).slice(1))).toBe(bare(others))
        else expect(problemOf(text)).toMatchObject({ code: 'csv.unreadable' })
      }),
      500,
    )
  })

  test('may have quotation marks inside an unquoted cell', () => {
    expect(readTermsCsv('source,target\nكتائب "حزب الله",Kata’ib "Hizballah"').terms).toMatchObject([
      { spellings: ['كتائب "حزب الله"'], renderings: [{ text: 'Kata’ib "Hizballah"' }] },
    ])
  })
})

describe('a glossary written as a spreadsheet', () => {
  test('has a row for each rendering under the headings', () => {
    const two = { ...plainEntry, renderings: [...plainEntry.renderings, { text: 'PMU', standing: 'avoid' as const, always: true }] }
    expect(writeTermsCsv([two]).split('\r\n')).toEqual([
      'source,target,standing,kind,strength,variants,first_mention,later_mention,exact_only,always,part_of_speech,subject,note,authority,state,plurals,struck',
      'الحشد الشعبي,Popular Mobilization Forces,preferred,name,required,,,,,,,,,,approved,,',
      'الحشد الشعبي,PMU,avoid,name,required,,,,,yes,,,,,approved,,',
      '',
    ])
  })

  test.each(['=1+1', '+966', '-1', '@SUM(A1)', '\t=1', "'=1", "''=1", '＝1'])('holds no formula: %j', (note) => {
    const entry = { ...plainEntry, note, renderings: [{ text: note, standing: 'preferred' as const }] }
    const written = writeTermsCsv([entry])
    expect(written).not.toMatch(/(^|[,"])[=+\-@\t＝]/m)
    expect(readTermsCsv(written).terms[0]).toEqual(checkedEntry(entry))
  })

  test('is read back without loss, whatever the entries', () => {
    always(
      fc.property(fc.uniqueArray(drafts, { selector: ({ spellings }) => key(spellings[0]!) }), (entries) => {
        for (const delimiter of [',', ';', '\t']) {
          const text = delimiter === ',' ? writeTermsCsv(entries) : retold(writeTermsCsv(entries), delimiter)
          expect(found(readTermsCsv(text))).toEqual({ terms: entries, skipped: [], ignored: [] })
        }
      }),
      60,
    )
  })
})

function problemOf(text: string): unknown {
  try {
    return readTermsCsv(text)
  } catch (problem) {
    if (problem instanceof Problem) return problem
    throw problem
  }
}

/** The same rows as another program would save them, every cell in quotes. */
function retold(csv: string, delimiter: string): string {
  const cells = [...csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n)/g)]
  return cells.map(([, cell, end]) => `${cell!.startsWith('"') ? cell : `"${cell}"`}${end === ',' ? delimiter : '\n'}`).join('')
}

/** The trimmed cells as csv-parse has them, or null where a quotation mark is never closed. */
function otherReader(text: string): string[][] | null {
  try {
    const records: string[][] = parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true })
    return records.map((cells) => cells.map((cell) => cell.trim()))
  } catch {
    return null
  }
}
