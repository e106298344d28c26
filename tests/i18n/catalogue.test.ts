import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { problems } from '../../src/core/problem.ts'
import { translator } from '../../src/i18n/index.ts'
import { findingSentence, problemSentence } from '../../src/i18n/sentences.ts'
import { filesOf, root } from '../support/project.ts'

const sources = filesOf('src', '.ts')
const views = filesOf('views', '.ejs')

type Tree = { [name: string]: string | Tree }

const wordsOf = (language: string) => flat(JSON.parse(readFileSync(path.join(root, 'src/i18n', `${language}.json`), 'utf8')) as Tree)

function flat(tree: Tree, before = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([name, value]) =>
      typeof value === 'string' ? [[before + name, value]] : [...flat(value, `${before}${name}.`)],
    ),
  )
}

const pluralForms = { en: ['one', 'other'], ar: ['zero', 'one', 'two', 'few', 'many', 'other'] }
const plural = /_(?:zero|one|two|few|many|other)$/u
const stems = (words: Map<string, string>) => [...new Set([...words.keys()].map((key) => key.replace(plural, '')))].sort()
const gaps = (text: string) => [...text.matchAll(/\{\{-?\s*(\w+)/gu)].map((match) => match[1]!).sort()

function pluralFaults(words: Map<string, string>, forms: readonly string[]): string[] {
  const counted = new Set([...words.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, '')))
  return [...counted].flatMap((stem) => {
    const missing = forms.filter((form) => !words.has(`${stem}_${form}`)).map((form) => `${stem}_${form} is missing`)
    const others = [...words.keys()].filter((key) => key.replace(plural, '') === stem && !forms.includes(key.slice(stem.length + 1)))
    return [...missing, ...others.map((key) => `${key} is no form of this language`)]
  })
}

/** Keys that nothing says: neither written out nor begun in a template such as `problems.${code}`. */
function unusedKeys(words: Map<string, string>, texts: readonly string[]): string[] {
  const all = texts.join('\n')
  const written = new Set([...all.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/gu)].map((match) => match[1]!))
  const begun = [...all.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)*\.[\w-]*)(?:\$\{|['"`]\s*\+)/gu)].map((match) => match[1]!)
  return stems(words).filter((key) => !written.has(key) && !begun.some((beginning) => key.startsWith(beginning)))
}

describe('the words of the interface', () => {
  test('say thousands as thousands, and a number in an address as it is', () => {
    expect(translator('en')('terms.count', { count: 10_544 })).toBe('10,544 entries')
    expect(translator('ar')('terms.count', { count: 10_544 })).toContain('10,544')
    expect(problemSentence(translator('en'), { code: 'document.missing', values: { id: 10_544 } })).toContain('10544')
  })

  test('name what the English names instead of a term', () => {
    const lack = { check: 'terms', verdict: 'missing', values: { surface: 'السودان', wanted: 'Sudan', found: '' } }
    const named = { ...lack, values: { ...lack.values, found: 'South Sudan' } }
    for (const language of ['en', 'ar'] as const) {
      expect(findingSentence(translator(language), lack)).toContain('Sudan')
      expect(findingSentence(translator(language), named)).toContain('South Sudan')
    }
  })

  const [en, ar] = [wordsOf('en'), wordsOf('ar')]

  test('are the same in both languages', () => {
    expect(stems(ar)).toEqual(stems(en))
  })

  test('have every plural form of their language', () => {
    expect(pluralFaults(en, pluralForms.en)).toEqual([])
    expect(pluralFaults(ar, pluralForms.ar)).toEqual([])
    expect(
      pluralFaults(
        new Map([
          ['a.words_one', ''],
          ['a.words_two', ''],
        ]),
        pluralForms.en,
      ),
    ).toEqual(['a.words_other is missing', 'a.words_two is no form of this language'])
  })

  test('leave the same gaps in both languages', () => {
    const text = (words: Map<string, string>, stem: string) => words.get(stem) ?? words.get(`${stem}_other`) ?? ''
    expect(stems(en).filter((stem) => gaps(text(en, stem)).join() !== gaps(text(ar, stem)).join())).toEqual([])
  })

  test('say something, and are all used', () => {
    const texts = [...sources, ...views].map((file) => file.text)
    expect([...en, ...ar].filter(([, text]) => text.trim() === '')).toEqual([])
    expect(unusedKeys(en, texts)).toEqual([])
    const sabotage = new Map([
      ['a.used', ''],
      ['b.begun', ''],
      ['c.idle', ''],
    ])
    expect(unusedKeys(sabotage, ["t('a.used')", 't(`b.$' + '{name}`)'])).toEqual(['c.idle'])
  })

  test('are there for every key a view asks for', () => {
    const known = new Set(stems(en))
    const asked = views.flatMap((file) =>
      [...file.text.matchAll(/\bt\(\s*(['"])([\w.-]+)\1\s*[,)]/gu)].map((match) => `${file.path}: ${match[2]}`),
    )
    expect(asked.filter((line) => !known.has(line.split(': ')[1]!))).toEqual([])
  })

  test('name every problem', () => {
    expect(Object.keys(problems).filter((code) => !en.has(`problems.${code}`) || !ar.has(`problems.${code}`))).toEqual([])
  })
})
