import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { answer } from '../src/cli/answer.ts'
import { commands } from '../src/cli/commands.ts'
import { readTermsCsv } from '../src/formats/terms-csv.ts'
import { termFileKinds, writeTerms } from '../src/formats/terms-file.ts'
import { root } from './support/project.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tarjuman-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, contents: string | Uint8Array): string {
  writeFileSync(path.join(folder, name), contents)
  return path.join(folder, name)
}

async function tarjuman(...words: string[]) {
  const said = { out: '', errors: '' }
  const code = await answer(
    words,
    { write: (text) => (said.out += Buffer.from(text).toString()) },
    { write: (text) => (said.errors += Buffer.from(text).toString()) },
  )
  return { code, ...said }
}

/** The rows of a command that is expected to do its work. */
async function rows(...words: string[]): Promise<Record<string, unknown>[]> {
  const { code, out, errors } = await tarjuman(...words)
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  return JSON.parse(out) as Record<string, unknown>[]
}

const forces =
  'source,target,kind,standing\nالحشد الشعبي,Popular Mobilization Forces,name,preferred\nالحشد الشعبي,Popular Mobilization Units,name,avoid\nبغداد,Baghdad,name,preferred\n'

describe('segment', () => {
  test('takes every line that holds something for a paragraph', async () => {
    const text = file('lines.txt', '\uFEFFالعنوان\r\n\r\n  الفقرة الأولى. تليها ثانية.\n \nالأخيرة')
    expect(await rows('segment', text)).toEqual([
      { paragraph: 0, start: 0, end: 7, text: 'العنوان' },
      { paragraph: 1, start: 0, end: 29, text: '  الفقرة الأولى. تليها ثانية.' },
      { paragraph: 2, start: 0, end: 7, text: 'الأخيرة' },
    ])
  })

  test('cuts sentences by Arabic rules when asked', async () => {
    const text = file('sentences.txt', 'قال د. حازم: “لا”. ثم سكت، وانصرف!\nعنوان بلا نقطة\n')
    const found = await rows('segment', '--by', 'sentence', text)
    expect(found.map(({ paragraph, text }) => [paragraph, String(text).trim()])).toEqual([
      [0, 'قال د. حازم: “لا”.'],
      [0, 'ثم سكت، وانصرف!'],
      [1, 'عنوان بلا نقطة'],
    ])
  })

  test.each(['attack-on-base', 'parliament'])('gives the sample %s back when its sentences are joined', async (name) => {
    const sample = path.join(root, 'data/samples', `${name}.ar.txt`)
    const paragraphs = readFileSync(sample, 'utf8').trimEnd().split('\n')
    const joined = paragraphs.map(() => '')
    for (const { paragraph, text, start, end } of await rows('segment', '--by=sentence', sample)) {
      expect(paragraphs[Number(paragraph)]!.slice(Number(start), Number(end))).toBe(text)
      joined[Number(paragraph)] += String(text)
    }
    expect(joined).toEqual(paragraphs)
  })

  test('reads Windows-1256', async () => {
    // «السلام على بغداد» in Windows-1256.
    const bytes = [0xc7, 0xe1, 0xd3, 0xe1, 0xc7, 0xe3, 0x20, 0xda, 0xe1, 0xec, 0x20, 0xc8, 0xdb, 0xcf, 0xc7, 0xcf]
    expect((await rows('segment', file('1256.txt', Uint8Array.from(bytes))))[0]).toMatchObject({ text: 'السلام على بغداد' })
  })
})

describe('find-terms', () => {
  test('finds a term however it is dressed, and says why', async () => {
    const text = file('article.txt', 'في بغداد\n\nبيان مرتبط بالحشد الشعبي وللحشد الشعبي مقر')
    const found = await rows('find-terms', '--glossary', file('forces.csv', forces), text)
    expect(found.map(({ paragraph, start, end, source, surface, nested }) => ({ paragraph, start, end, source, surface, nested }))).toEqual(
      [
        { paragraph: 0, start: 3, end: 8, source: 'بغداد', surface: 'بغداد', nested: false },
        { paragraph: 1, start: 11, end: 24, source: 'الحشد الشعبي', surface: 'بالحشد الشعبي', nested: false },
        { paragraph: 1, start: 25, end: 38, source: 'الحشد الشعبي', surface: 'وللحشد الشعبي', nested: false },
      ],
    )
    for (const { confidence } of found) expect(confidence).toBeGreaterThanOrEqual(0.6)
    expect(found[2]!.why).toContain('و + لل + حشد')
  })

  test('names the rows of a glossary that it leaves out, and goes on with the others', async () => {
    const glossary = file('gaps.csv', 'source,target\nبغداد,\nأربيل,Erbil\n')
    const { code, out, errors } = await tarjuman('find-terms', '--glossary', glossary, file('erbil.txt', 'إلى أربيل'))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([{ source: 'أربيل', start: 4, end: 9 }])
    expect(errors).toMatch(/gaps\.csv, row 2: There is no English/u)
  })

  test.each(termFileKinds)('takes a glossary in %s, whatever its name', async (kind) => {
    const glossary = file(`glossary.${kind}.download`, writeTerms(readTermsCsv(forces).terms, kind).bytes)
    const found = await rows('find-terms', '--glossary', glossary, file('forces.txt', 'بيان للحشد الشعبي'))
    expect(found.map(({ source, surface }) => [source, surface])).toEqual([['الحشد الشعبي', 'للحشد الشعبي']])
  })

  test('does not look for retired entries', async () => {
    const glossary = file('retired.csv', 'source,target,state\nبغداد,Baghdad,retired\nأربيل,Erbil,approved\n')
    expect((await rows('find-terms', '--glossary', glossary, file('both.txt', 'من بغداد إلى أربيل'))).map(({ source }) => source)).toEqual([
      'أربيل',
    ])
  })
})

describe('check', () => {
  const source = 'جماعة مرتبطة بالحشد الشعبي\n\nفي بغداد\n'
  const checked = (english: string, ...more: string[]) =>
    rows('check', '--glossary', file('forces.csv', forces), file('source.txt', source), file('target.txt', english), ...more)

  test('says which rendering is to be avoided, and which one is wanted', async () => {
    const found = await checked('a group linked to the Popular Mobilization Units\n\nin Baghdad\n')
    expect(found).toMatchObject([
      {
        paragraph: 0,
        check: 'terms',
        severity: 'required',
        verdict: 'avoid',
        term: 'الحشد الشعبي',
        sourceStart: 13,
        sourceEnd: 26,
        targetStart: 22,
        targetEnd: 48,
      },
    ])
    expect(found[0]!.message).toContain('Popular Mobilization Forces')
  })

  test('holds line n against line n, empty lines counted', async () => {
    expect(await checked('a group linked to the Popular Mobilization Forces\n\nin the capital\n')).toMatchObject([
      { paragraph: 2, verdict: 'missing', term: 'بغداد', sourceStart: 3, sourceEnd: 8, targetStart: null, targetEnd: null },
    ])
  })

  test('lists what is right only with --all', async () => {
    const right = 'a group linked to the Popular Mobilization Forces\n\nin Baghdad\n'
    expect(await checked(right)).toEqual([])
    expect((await checked(right, '--all')).map(({ paragraph, verdict, severity }) => [paragraph, verdict, severity])).toEqual([
      [0, 'ok', 'none'],
      [2, 'ok', 'none'],
    ])
  })

  test('names a line without a translation, and says that the files are not equally long', async () => {
    const words = [
      'check',
      '--glossary',
      file('forces.csv', forces),
      file('source.txt', source),
      file('short.txt', 'the Popular Mobilization Forces\n'),
    ]
    const { code, out, errors } = await tarjuman(...words)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([{ paragraph: 2, check: 'untranslated', verdict: 'empty', term: null, sourceStart: null }])
    expect(errors).toMatch(/source\.txt and .*short\.txt are not of one length \(lines: 3 and 1\)/u)
  })

  test('takes a translation that is not begun for one whose lines are all empty', async () => {
    const words = ['check', '--glossary', file('forces.csv', forces), file('source.txt', source), file('empty.txt', '')]
    const { code, out } = await tarjuman(...words)
    expect(code).toBe(0)
    expect((JSON.parse(out) as { paragraph: number; verdict: string }[]).map(({ paragraph, verdict }) => [paragraph, verdict])).toEqual([
      [0, 'empty'],
      [2, 'empty'],
    ])
  })

  test('has nothing to say against the translation of the sample', async () => {
    const sample = (name: string) => path.join(root, 'data/samples', name)
    const found = await rows(
      'check',
      '--glossary',
      path.join(root, 'glossary/news.csv'),
      sample('parliament.ar.txt'),
      sample('parliament.en.txt'),
    )
    expect(found).toEqual([])
  })
})

describe('a slip is answered with one plain sentence and exit code 2', () => {
  const cases: [words: string[], sentence: string][] = [
    [['segmnet', 'a.txt'], 'There is no command "segmnet"; did you mean segment?'],
    [['find_terms'], 'There is no command "find_terms"; did you mean find-terms?'],
    [['translate'], 'There is no command "translate"; tarjuman help lists them.'],
    [['glossary', 'imprt', 'a.csv'], 'There is no command "glossary imprt"; did you mean glossary import?'],
    [['glossary'], 'There is no command "glossary"; did you mean glossary import or glossary export?'],
    [['glossary', '--replace'], 'There is no command "glossary"; did you mean glossary import or glossary export?'],
    [['segment', '--bye', 'sentence', 'a.txt'], 'segment has no --bye; did you mean --by?'],
    [['segment', '--colour', 'a.txt'], 'segment has no --colour: it is typed as segment [--by paragraph|sentence] FILE.'],
    [['segment', '--by', 'sentences', 'a.txt'], '--by takes paragraph or sentence, and it got "sentences"; did you mean sentence?'],
    [['segment', '--by'], '--by wants paragraph or sentence.'],
    [['segment'], 'segment wants FILE and got nothing: it is typed as segment [--by paragraph|sentence] FILE.'],
    [['segment', 'a.txt', 'b.txt'], 'segment wants FILE and got a.txt, b.txt: it is typed as segment [--by paragraph|sentence] FILE.'],
    [['find-terms', 'a.txt'], 'find-terms needs --glossary GLOSSARY: it is typed as find-terms --glossary GLOSSARY FILE.'],
    [['check', '--glossary', '--all', 'a', 'b'], '--glossary wants a value, as in check --glossary GLOSSARY [--all] SOURCE TARGET.'],
    [['check', '--all=yes', '--glossary', 'g', 'a', 'b'], '--all is a switch and takes no value, and it got "yes".'],
    [['segment', 'nowhere.txt'], 'There is no file nowhere.txt.'],
    [['segment', root], `${root} is a folder, and a file is wanted.`],
    [
      ['export', '--as', 'english.txt', 'first', '-'],
      'A document is named by its number, which tarjuman documents lists, and not by "first".',
    ],
  ]

  test.each(cases)('%j', async (words, sentence) => {
    expect(await tarjuman(...words)).toEqual({ code: 2, out: '', errors: `${sentence}\n` })
  })

  test.each([
    ['a picture', 'segment', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['an empty glossary', 'find-terms', ''],
    ['a glossary without its columns', 'find-terms', 'arabe,anglais\nبغداد,Baghdad\n'],
    ['a glossary in which no row can be used', 'find-terms', 'source,target\nبغداد,\n'],
  ])('%s', async (_, command, contents) => {
    const words = command === 'segment' ? [file('bad', contents)] : ['--glossary', file('bad', contents), file('good.txt', 'نص')]
    const { code, out, errors } = await tarjuman(command, ...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(errors).toMatch(/\.\n$/u)
    expect(errors).not.toMatch(/mistake in Tarjuman|problems\./u)
  })
})

describe('nothing', () => {
  const forNothing = async (...words: string[]) => expect(await tarjuman(...words)).toEqual({ code: 0, out: '[]\n', errors: '' })

  test.each([
    ['an empty file', ''],
    ['spaces and line ends', ' \n\u00a0\r\n\t'],
    ['a byte order mark', '\uFEFF'],
  ])('comes of %s', async (_, contents) => {
    const [text, glossary] = [file('nothing.txt', contents), file('forces.csv', forces)]
    await forNothing('segment', text)
    await forNothing('segment', '--by', 'sentence', text)
    await forNothing('find-terms', '--glossary', glossary, text)
  })

  test('is found or missed with a glossary that has only its headings, which is said', async () => {
    const [glossary, text] = [file('headings.csv', 'source,target,note\n,,\n'), file('text.txt', 'في بغداد')]
    const answer = { code: 0, out: '[]\n', errors: `${glossary} has headings and no term below them.\n` }
    expect(await tarjuman('find-terms', '--glossary', glossary, text)).toEqual(answer)
    expect(await tarjuman('check', '--glossary', glossary, text, file('english.txt', 'in Baghdad'))).toEqual(answer)
  })
})

describe('help', () => {
  test('lists every command', async () => {
    const { code, out } = await tarjuman('help')
    expect(code).toBe(0)
    for (const { name } of commands) expect(out).toContain(`tarjuman ${name}`)
    expect((await tarjuman()).out).toBe(out)
  })

  test('of one command is its own', async () => {
    const { out } = await tarjuman('check', '--help')
    expect(out).toContain('tarjuman check --glossary GLOSSARY [--all] SOURCE TARGET')
    expect(out).not.toContain('tarjuman segment')
  })

  test('of two commands with one first word is of both', async () => {
    const { out } = await tarjuman('glossary', '--help')
    expect(out).toContain('tarjuman glossary import')
    expect(out).toContain('tarjuman glossary export')
    expect(out).not.toContain('tarjuman segment')
  })

  test('says which version this is', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
    expect((await tarjuman('--version')).out).toBe(`${version}\n`)
  })
})

describe('as a program', () => {
  const cli = path.join(root, 'src/cli.ts')
  const run = (words: string, input: string) =>
    spawnSync('sh', ['-c', words], {
      cwd: root,
      encoding: 'utf8',
      input,
      maxBuffer: 1 << 28,
      env: { ...process.env, TARJUMAN: `${process.execPath} --import tsx ${cli}` },
    })
  const long = `${'أعلنت بغداد اليوم أن القافلة وصلت. '.repeat(20)}\n`.repeat(300)

  test('begins with the line that makes it one', () => {
    expect(readFileSync(cli, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/u)
  })

  test('writes a long answer to its end into a pipe', () => {
    const { status, stdout } = run('$TARJUMAN segment --by sentence - | cat', long)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toHaveLength(6000)
  })

  test('says nothing when its reader has seen enough', () => {
    const { stderr } = run('$TARJUMAN segment --by sentence - | head -c 10', long)
    expect(stderr).toBe('')
  })

  test('does its work to the end where nobody reads its warnings', () => {
    const glossary = file('warned.csv', `source,target\nبغداد,Baghdad\n${'x,y\n'.repeat(5_000)}`)
    // Standard error goes into the pipe, standard output past it.
    const { stdout } = run(`{ $TARJUMAN find-terms --glossary ${glossary} - 2>&1 >&4 4>&- | true; } 4>&1`, 'في بغداد')
    expect(JSON.parse(stdout)).toHaveLength(1)
  })

  test('reads a file without an end no further than it takes one in', () => {
    const { status, stderr } = run('cat /dev/zero | $TARJUMAN segment -', '')
    expect([status, stderr]).toEqual([2, 'The file is larger than 10 MB: divide it and take the parts one by one.\n'])
  })

  test('calls standard input by its name', () => {
    expect(run('$TARJUMAN find-terms --glossary - nowhere.txt', '')).toMatchObject({
      status: 2,
      stderr: 'Standard input is empty: choose another file.\n',
    })
  })

  test('leaves with 2 and an empty standard output when it could not be done', () => {
    expect(run('$TARJUMAN segment nowhere.txt', '')).toMatchObject({ status: 2, stdout: '', stderr: 'There is no file nowhere.txt.\n' })
  })
})

describe('with the database', () => {
  beforeAll(() => {
    vi.stubEnv('DATABASE_URL', path.join(folder, 'desk.sqlite'))
  })
  afterAll(() => {
    vi.unstubAllEnvs()
  })

  const answered = async (...words: string[]) => {
    const { code, out, errors } = await tarjuman(...words)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    return JSON.parse(out) as Record<string, unknown>
  }

  test.each([['documents'], ['export', '--as', 'english.txt', '1', '-'], ['glossary', 'export'], ['backup', 'copy.sqlite']])(
    'where there is none, nothing is made up for %s, and the way out is said',
    async (...words) => {
      const nowhere = path.join(folder, 'slip', 'tarjuman.sqlite')
      vi.stubEnv('DATABASE_URL', nowhere)
      const { code, out, errors } = await tarjuman(...words)
      vi.stubEnv('DATABASE_URL', path.join(folder, 'desk.sqlite'))
      expect([code, out, existsSync(path.dirname(nowhere)), existsSync('copy.sqlite')]).toEqual([2, '', false, false])
      expect(errors).toContain(`There is no database of Tarjuman at ${nowhere}: set DATA_FOLDER or DATABASE_URL`)
    },
  )

  test('a text is brought in, listed and written out again', async () => {
    const article = file('article.txt', 'عنوان الخبر\n\nوصل الوفد إلى بغداد. وغادرها مساء.\n')
    const imported = await answered('import', '--by', 'sentence', '--title', 'الوفد', '--date', '2024-11-02', article)
    expect(imported).toMatchObject({ title: 'الوفد', segments: 3 })
    expect((await rows('documents'))[0]).toMatchObject({
      document: imported.document,
      title: 'الوفد',
      date: '2024-11-02',
      unit: 'sentence',
      segments: 3,
      done: 0,
    })

    const page = path.join(folder, 'page.html')
    expect(await answered('export', '--as', 'bilingual.html', String(imported.document), page)).toEqual({ file: page })
    expect(readFileSync(page, 'utf8')).toContain('وصل الوفد إلى بغداد.')
    expect(await tarjuman('export', '--as', 'bilingual.html', String(imported.document), page)).toMatchObject({
      code: 2,
      errors: `${page} is there already; --replace writes over it.\n`,
    })
    const nowhere = path.join(folder, 'nowhere', 'page.html')
    expect((await tarjuman('export', '--as', 'bilingual.html', String(imported.document), nowhere)).errors).toBe(
      `There is no folder ${path.dirname(nowhere)}.\n`,
    )
    await answered('export', '--as', 'bilingual.docx', '--replace', String(imported.document), page)
    expect(readFileSync(page).subarray(0, 2).toString()).toBe('PK')
  })

  test('needs no port', async () => {
    vi.stubEnv('PORT', 'abc')
    expect((await tarjuman('documents')).code).toBe(0)
    vi.stubEnv('PORT', undefined)
  })

  test('a document that is not there is named', async () => {
    const { code, errors } = await tarjuman('export', '--as', 'english.txt', '999', '-')
    expect(code).toBe(2)
    expect(errors).toContain('999')
  })

  test('the glossary goes out, and comes in once only', async () => {
    const glossary = file('new.csv', 'source,target\nمضيق الخيال,Strait of Fancy\n')
    const nothing = { same: 0, changed: 0, conflicts: [], repeated: [] }
    expect(await answered('glossary', 'import', '--dry-run', glossary)).toEqual({ ...nothing, added: 1 })
    expect(await answered('glossary', 'import', glossary)).toEqual({ ...nothing, added: 1, batch: 1 })
    expect(await answered('glossary', 'import', glossary)).toEqual({ ...nothing, added: 0, same: 1, batch: null })
    const { code, out } = await tarjuman('glossary', 'export')
    expect(code).toBe(0)
    expect(out).toContain('مضيق الخيال,Strait of Fancy')
  })

  test('where a glossary does not agree with that of the desk, ours is kept unless something else is asked for', async () => {
    const glossary = file('other.csv', 'source,target\nمضيق الخيال,Fancy Strait\nمضيق الخيال,Fancy Strait\n')
    const conflict = { row: 2, source: 'مضيق الخيال', ours: 'Strait of Fancy', theirs: 'Fancy Strait', differs: ['renderings'] }
    const { code, out, errors } = await tarjuman('glossary', 'import', glossary)
    expect([code, JSON.parse(out)]).toMatchObject([0, { added: 0, changed: 0, conflicts: [{ ...conflict, choice: 'keep' }], batch: null }])
    expect(errors).toMatch(/other\.csv, row 3: .* stands in row 2 already\.\n/u)
    expect(JSON.parse((await tarjuman('glossary', 'import', '--conflicts', 'merge', glossary)).out)).toMatchObject({ changed: 1, batch: 2 })
    expect(JSON.parse((await tarjuman('glossary', 'import', '--conflicts=take', glossary)).out)).toMatchObject({ same: 1, changed: 0 })
    expect((await tarjuman('glossary', 'export')).out).toMatch(/Strait of Fancy,preferred.*\r\nمضيق الخيال,Fancy Strait,allowed/u)
    const noted = file('noted.csv', 'source,target,note\nمضيق الخيال,Strait of Fancy,Not on maps.\n')
    const [said] = JSON.parse((await tarjuman('glossary', 'import', '--dry-run', noted)).out).conflicts
    expect(said).toMatchObject({ ours: 'Strait of Fancy', theirs: 'Strait of Fancy', differs: ['note'] })
    expect(await tarjuman('glossary', 'import', '--conflicts', 'both', glossary)).toMatchObject({ code: 2, out: '' })
  })

  test.each(termFileKinds)('the glossary goes out as %s, by its name or by what is asked for, and comes in without loss', async (kind) => {
    const [named, asked] = [path.join(folder, `glossary.${kind}`), path.join(folder, `${kind}-glossary`)]
    expect(await answered('glossary', 'export', named)).toEqual({ file: named })
    await answered('glossary', 'export', '--as', kind, asked)
    expect(readFileSync(asked)).toEqual(readFileSync(named))
    const again = await answered('glossary', 'import', named)
    expect(again).toMatchObject({ added: 0, conflicts: [], repeated: [], batch: null })
    expect(Number((again as { same: number }).same)).toBeGreaterThan(100)
  })

  test('what is no glossary is refused in a sentence', async () => {
    const { code, errors } = await tarjuman('glossary', 'import', file('x.pdf', '%PDF-1.7 '))
    expect([code, errors.split('\n').length]).toEqual([2, 2])
  })

  test('a backup is one file, and never written over another', async () => {
    const backup = path.join(folder, 'backup.sqlite')
    expect(await answered('backup', backup)).toEqual({ file: backup })
    expect(existsSync(backup)).toBe(true)
    expect((await tarjuman('backup', backup)).code).toBe(2)
    const nowhere = path.join(folder, 'nowhere', 'b')
    expect(await tarjuman('backup', nowhere)).toEqual({
      code: 2,
      out: '',
      errors: `The backup cannot be written to ${nowhere}: see that its folder exists, that you may write there and that the disk has room.\n`,
    })
    expect((await tarjuman('backup', folder)).errors).toBe(`${folder} exists already: name a file that does not.\n`)
  })
})
