import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type File, filesOf } from './support/project.ts'

const sources = filesOf('src', '.ts')
const tests = [...filesOf('tests', '.ts'), ...filesOf('bench', '.ts')].filter((file) => file.path !== 'tests/house.test.ts')
const views = filesOf('views', '.ejs')

// Who may import whom: a row a folder. `types` may be imported as types only; `top` are the files of src itself (server.ts, cli.ts …).

const imports: Record<string, { from: string[]; types?: string[]; packages: string[] }> = {
  core: { from: [], packages: [] },
  formats: { from: ['core'], packages: ['csv-stringify', 'fflate', 'saxes', 'node:zlib'] },
  store: { from: ['core'], packages: ['kysely', 'better-sqlite3', 'pg', 'node:'] },
  actions: { from: ['core', 'formats'], types: ['store'], packages: [] },
  i18n: { from: [], packages: ['i18next'] },
  web: {
    from: ['core', 'formats', 'actions', 'i18n'],
    types: ['store'],
    packages: ['express', 'compression', 'ejs', 'helmet', 'multer', 'zod', 'node:'],
  },
  cli: { from: ['core', 'formats', 'actions', 'i18n', 'store', 'top'], packages: ['node:'] },
  browser: { from: [], packages: [] },
  top: { from: ['core', 'formats', 'store', 'actions', 'i18n', 'web', 'cli'], packages: ['node:', 'zod'] },
}
const packagesOfOneFile: Record<string, string[]> = { 'src/core/diff.ts': ['diff'] }

const folderOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1] ?? 'top'

// `import type { A } from 'x'` and `export { a } from 'x'`, `import 'x'`, `import('x')`.
const importing = [
  /^(?:import|export)\b(?<what>[^'"`;()=]*?)\bfrom\s*(['"])(?<address>[^'"]+)\2/gmu,
  /^import\s*(['"])(?<address>[^'"]+)\1/gmu,
  /\bimport\(\s*(['"`])(?<address>[^'"`]+)\1/gu,
]
const importsOf = (text: string) =>
  importing.flatMap((kind) => [...text.matchAll(kind)].map(({ groups }) => ({ what: groups?.what ?? '', address: groups?.address ?? '' })))

function foreignImports({ path: file, text }: File): string[] {
  const own = folderOf(file)
  const rule = imports[own] ?? { from: [], packages: [] }
  return importsOf(text).flatMap(({ what, address }) => {
    if (!address.startsWith('.')) {
      const packages = [...rule.packages, ...(packagesOfOneFile[file] ?? [])]
      return packages.some((name) => address === name || address.startsWith(name.endsWith(':') ? name : `${name}/`)) ? [] : [address]
    }
    const other = folderOf(path.posix.join(path.posix.dirname(file), address))
    const asType = /^\s*type\b/u.test(what) && rule.types?.includes(other)
    return other === own || rule.from.includes(other) || asType ? [] : [address]
  })
}

const found = (pattern: RegExp) => (file: File) => [...file.text.matchAll(pattern)].map((match) => match[0])
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|\s)\/\/.*$/gmu, '$1')

const forbiddenWords = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'service', 'services', 'base', 'misc']
const forbiddenName = /\b(?:function|const|class|interface|type)\s+\w*(?:Utils?|Helpers?|Manager|Services?|Misc)\b/gu

function forbiddenNames({ path: file, text }: File): string[] {
  const inPath = file.split(/[/.-]/u).filter((word) => forbiddenWords.includes(word))
  return [...inPath, ...[...withoutComments(text).matchAll(forbiddenName)].map((match) => match[0])]
}

// Whatever else the store can do is left to the actions: writing without one would skip its rule and its transaction.
const readings =
  `active all asked breaches count countUpTo find first formerTexts get history latest leftTerms list nextUnfinished noise of ofTerm
  page pageBefore progress revisions stale strip terms termsPage these titles usage withPreferred`.split(/\s+/u)
const writing = new RegExp(String.raw`\bstore\s*\.\s*(?:transaction|\w+\s*\.\s*(?!(?:${readings.join('|')})\b)\w+)\s*\(`, 'gu')

// What is the same whatever the language of the page: names, keys of the keyboard, the columns of a file.
const names = /Tarjuman|ترجمان|English|العربية|https?:\/\/|(?:Ctrl|Alt|Shift)\+(?:Enter|[A-Z]\b)?|\b[a-z_]+(?:,[a-z_]+)+/gu

/** Letters a reader would see that did not come through t(): between tags, and in the attributes that are read out or shown. */
function untranslated({ text }: File): string[] {
  const html = text
    .replace(/<%[\s\S]*?%>/gu, '')
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/&#?\w+;/gu, ' ')
    .replace(names, '')
  const attributes = [...html.matchAll(/\b(?:title|alt|placeholder|aria-label)="[^"]*\p{L}[^"]*"/gu)].map(([whole]) => whole)
  const between = html.replace(/<[^>]*>/gu, '\n').match(/^.*\p{L}.*$/gmu) ?? []
  return [...attributes, ...between.map((line) => line.trim())]
}

interface Rule {
  says: string
  files: File[]
  faults: (file: File) => string[]
  /** Files with a fault each, to show that the rule bites. */
  sabotage: [path: string, text: string][]
}

const rules: Rule[] = [
  {
    says: 'a folder imports only what it may',
    files: sources,
    faults: foreignImports,
    sabotage: [
      ['src/core/arabic/words.ts', `import { openStore } from '../../store/open.ts'`],
      ['src/core/segment.ts', `import {\n  diffArrays,\n} from 'diff'`],
      ['src/core/segment.ts', `import 'node:fs'`],
      ['src/formats/text.ts', `import type { Store } from '../store/store.ts'`],
      ['src/store/terms.ts', `import { addDocument } from '../actions/add-document.ts'`],
      ['src/actions/known.ts', `import { openStore } from '../store/open.ts'`],
      ['src/actions/known.ts', `const { a } = await import('../web/app.ts')`],
      ['src/actions/known.ts', `import { randomUUID } from 'node:crypto'`],
      ['src/web/segments.ts', `import { openStore } from '../store/open.ts'`],
      ['src/web/segments.ts', `export { sql } from 'kysely'`],
      ['src/cli/check.ts', `import { findingSentence } from '../web/rows.ts'`],
      ['src/browser/editor.ts', `import { key } from '../core/arabic/letters.ts'`],
      ['src/odd/one.ts', `import { key } from '../core/arabic/letters.ts'`],
    ],
  },
  {
    says: 'web and cli change nothing but through an action',
    files: sources.filter((file) => /^src\/(web|cli)\//u.test(file.path)),
    faults: found(writing),
    sabotage: [
      ['src/web/terms.ts', 'await visit.store.terms.addAll(1, [], by)'],
      ['src/web/batches.ts', 'await visit.store.batches.taken(1, by(visit))'],
      ['src/web/batches.ts', 'await visit.store\n  .batches\n  .termsOf(1)'],
      ['src/cli/x.ts', 'await store.transaction(async () => {})'],
    ],
  },
  {
    says: 'time is an argument: the rules, the files, the store and the actions ask no clock',
    files: sources.filter((file) => /^src\/(core|formats|store|actions)\//u.test(file.path)),
    faults: (file) => found(/\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(/gu)({ ...file, text: withoutComments(file.text) }),
    sabotage: [['src/core/revision.ts', 'const at = new Date().toISOString()']],
  },
  {
    says: 'only config.ts reads the environment',
    files: sources.filter((file) => file.path !== 'src/config.ts'),
    faults: (file) => found(/\bprocess\s*\.\s*env\b|\benv\s*\}\s*=\s*process\b/gu)({ ...file, text: withoutComments(file.text) }),
    sabotage: [['src/server.ts', 'const port = process.env.PORT']],
  },
  {
    says: 'nothing is of type any, and no rule is switched off',
    files: [...sources, ...tests],
    faults: (file) => [
      ...found(/@ts-(?:ignore|expect-error|nocheck)|(?:biome|oxlint|eslint|prettier)-(?:ignore|disable)/gu)(file),
      ...found(/(?:\bas|:|<|,|\|)\s*any\b(?=\s*[[\]>,;)=|&{}]|$)/gmu)({
        ...file,
        text: withoutComments(file.text).replace(/'[^'\n]*'|`[^`]*`/gu, "''"),
      }),
    ],
    sabotage: [
      ['src/core/a.ts', 'export const a = (b: any) => b'],
      ['src/core/a.ts', 'const a = JSON.parse(text) as any'],
      ['src/core/a.ts', 'const a: Map<string, any> = new Map()'],
      ['tests/a.test.ts', '// @ts-expect-error'],
      ['src/core/a.ts', '// biome-ignore lint/a: b'],
    ],
  },
  {
    says: 'names are the words of the trade',
    files: [...sources, ...tests],
    faults: forbiddenNames,
    sabotage: [
      ['src/core/utils.ts', ''],
      ['src/web/form-helpers.ts', ''],
      ['src/core/a.ts', 'export interface TermManager {}'],
      ['src/services/a.ts', ''],
    ],
  },
  {
    says: 'views say nothing but through t()',
    files: views,
    faults: untranslated,
    sabotage: [
      ['views/a.ejs', '<p><%= t("a") %> words</p>'],
      ['views/a.ejs', '<p>كلام</p>'],
      ['views/a.ejs', '<button title="Save it">×</button>'],
      ['views/a.ejs', '<% if (a > b) { %>More<% } %>'],
    ],
  },
]

describe.each(rules)('house rule: $says', ({ files, faults, sabotage }) => {
  test('is kept', () => {
    expect(files.flatMap((file) => faults(file).map((fault) => `${file.path}: ${fault}`))).toEqual([])
  })

  test.each(sabotage)('bites in %s: %s', (file, text) => {
    expect(faults({ path: file, text })).not.toEqual([])
  })
})
