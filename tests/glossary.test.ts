import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { hasArabic, key } from '../src/core/arabic/letters.ts'
import { checkedEntry } from '../src/core/glossary/entry.ts'
import { compile } from '../src/core/glossary/find/compile.ts'
import { findTerms } from '../src/core/glossary/find/find.ts'
import { enforcedFrom } from '../src/core/glossary/find/match.ts'
import { kinds, standings, strengths, type Term } from '../src/core/glossary/term.ts'
import { readTermsCsv } from '../src/formats/terms-csv.ts'

const columns = 'source,target,kind,standing,strength,note,variants,authority,subject,exact_only,always,first_mention,later_mention'.split(
  ',',
)
const files = ['news.csv', 'countries.csv'] as const

interface Row {
  source: string
  target: string
  kind: string
  standing: string
  strength: string
  note: string
  variants: string
  authority: string
  subject: string
  exact_only: string
  always: string
  first_mention: string
  later_mention: string
}

const textOf = (file: string) => readFileSync(new URL(`../glossary/${file}`, import.meta.url), 'utf8')
const rowsOf = (file: string) => parse(textOf(file), { columns: true }) as Row[]
const rows = files.flatMap(rowsOf)
const entries = [...new Set(rows.map(({ source }) => source))].map((source) => rows.filter((row) => row.source === source))
const spellingsOf = ([head]: Row[]) => [head!.source, ...head!.variants.split('|').filter(Boolean)]

/** The rows for which something does not hold, as a reader finds them again in the file. */
const failing = (holds: (row: Row) => boolean) => rows.filter((row) => !holds(row)).map(({ source, target }) => `${source} = ${target}`)

/** Values that stand more than once in a list. */
const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)

describe('the starter glossary', () => {
  test('has at least 550 entries', () => {
    expect(entries.length).toBeGreaterThanOrEqual(550)
  })

  test.each(files)('%s has the columns a spreadsheet shows, in their order', (file) => {
    expect(parse(textOf(file))[0]).toEqual(columns)
  })

  test('has no entry in both files', () => {
    const [news, countries] = files.map((file) => new Set(rowsOf(file).map(({ source }) => source)))
    expect([...news!].filter((source) => countries!.has(source))).toEqual([])
  })

  test('keeps the rows of an entry together', () => {
    const heads = rows.filter((row, index) => row.source !== rows[index - 1]?.source)
    expect(repeated(heads.map(({ source }) => source))).toEqual([])
  })

  test('gives no rendering twice in one entry', () => {
    expect(repeated(rows.map(({ source, target }) => `${source} = ${target.toLowerCase()}`))).toEqual([])
  })

  test('prefers exactly one rendering in each entry, and names it first', () => {
    const wrong = entries.filter(
      ([head, ...others]) => head!.standing !== 'preferred' || others.some((row) => row.standing === 'preferred'),
    )
    expect(wrong.map(([head]) => head!.source)).toEqual([])
  })

  test('uses the words for kind, standing and strength that the program knows', () => {
    const oneOf = (values: readonly string[], value: string) => values.includes(value)
    expect(failing(({ standing }) => oneOf(standings, standing))).toEqual([])
    expect(failing(({ kind, standing }) => (standing === 'preferred' ? oneOf(kinds, kind) : kind === ''))).toEqual([])
    expect(failing(({ strength, standing }) => (standing === 'preferred' ? oneOf(strengths, strength) : strength === ''))).toEqual([])
    expect(failing(({ exact_only }) => ['', 'yes'].includes(exact_only))).toEqual([])
    expect(failing(({ always, standing }) => always === '' || (always === 'yes' && standing === 'avoid'))).toEqual([])
  })

  test('says of every entry who uses it and what it is about', () => {
    const authorities = ['AP', 'BBC', 'BGN', 'CLDR', 'UN', 'house', 'own usage']
    expect(failing(({ standing, authority }) => standing !== 'preferred' || authorities.includes(authority))).toEqual([])
    expect(failing(({ standing, subject }) => standing !== 'preferred' || subject !== '')).toEqual([])
  })

  test('writes Arabic where Arabic belongs, and only there', () => {
    const arabicOnly = /^[\p{Script=Arabic} -]+$/u
    expect(entries.flatMap(spellingsOf).filter((spelling) => !arabicOnly.test(spelling))).toEqual([])
    expect(failing(({ target, first_mention, later_mention }) => !hasArabic(target + first_mention + later_mention))).toEqual([])
    expect(failing(({ authority, subject }) => !hasArabic(authority + subject))).toEqual([])
  })

  test('is written tidily: no hidden marks, no stray spaces, hamza kept', () => {
    const cells = rows.flatMap((row) => Object.values(row))
    expect(cells.filter((cell) => cell !== cell.trim() || /\s{2}|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640]/u.test(cell))).toEqual([])
    expect(cells.filter((cell) => /(?<!\p{L})(?:الامم|الامن|امريكا|اسرائيل|ايران|الاردن)(?!\p{L})/u.test(cell))).toEqual([])
  })

  test('has no spelling in two entries, nor twice in one, however it is dressed', () => {
    expect(repeated(entries.flatMap(spellingsOf).map(key))).toEqual([])
  })

  test('never asks to avoid words that a right rendering of the same entry contains', () => {
    const words = (text: string) =>
      ` ${text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} `
    const wrong = entries.flatMap((entry) => {
      const right = entry.filter(({ standing }) => standing !== 'avoid').map(({ target }) => words(target))
      const avoided = entry.filter(({ standing }) => standing === 'avoid')
      return avoided
        .filter(({ target }) => right.some((text) => text.includes(words(target))))
        .map(({ source, target }) => `${source}: ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('allows both the long form of the first mention and the short one of later mentions', () => {
    const wrong = entries.filter((entry) => {
      const right = entry.filter(({ standing }) => standing !== 'avoid').map(({ target }) => target)
      const { first_mention: first, later_mention: later } = entry[0]!
      const long = first.replace(/ \([^)]*\)$/, '')
      return (first === '') !== (later === '') || (first !== '' && !(right.includes(long) && right.includes(later)))
    })
    expect(wrong.map(([head]) => head!.source)).toEqual([])
  })
})

describe('the starter glossary, read by the program', () => {
  const read = files.map((file) => readTermsCsv(textOf(file)))
  const terms = read
    .flatMap((file) => file.terms)
    .map((term, index): Term => ({ ...term, id: index + 1, deskId: 1, version: 1, changedBy: '', changedAt: '' }))
  const glossary = compile(terms)

  test('has no row that is skipped and no column that is ignored', () => {
    expect(read.flatMap(({ skipped, ignored }) => [...skipped, ...ignored])).toEqual([])
    expect(terms.length).toBe(entries.length)
  })

  test('is fit to be stored as it stands', () => {
    expect(terms.filter((term) => JSON.stringify(checkedEntry(term).spellings) !== JSON.stringify(term.spellings))).toEqual([])
  })

  test('is found in its own spellings, and surely enough to be enforced', () => {
    const lost = terms
      .flatMap((term) => term.spellings.map((spelling) => ({ term, spelling })))
      .filter(({ term, spelling }) => {
        const whole = findTerms(glossary, spelling).find(
          (match) => match.termId === term.id && match.start === 0 && match.end === spelling.length,
        )
        return !whole || whole.confidence < enforcedFrom
      })
    expect(lost.map(({ spelling }) => spelling)).toEqual([])
  })

  test('is found in a sentence of news', () => {
    const sentence = 'وللحشد الشعبي قاعدة قرب البوكمال، بحسب بيانٍ لخلية الإعلام الأمني نقلته رويترز عن الولايات المتحدة الأمريكية'
    const found = findTerms(glossary, sentence).filter(({ nested, confidence }) => !nested && confidence >= enforcedFrom)
    const sources = found.map(({ termId }) => glossary.terms.get(termId)!.spellings[0])
    expect(sources).toEqual(['الحشد الشعبي', 'البوكمال', 'بيان', 'خلية الإعلام الأمني', 'رويترز', 'الولايات المتحدة'])
  })
})
