import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { changeHeading } from '../../src/actions/add-document.ts'
import { exportKinds } from '../../src/actions/export-document.ts'
import { broken, heading, right } from '../support/cast.ts'
import { type AtDesk, atDesk, open, read, saved } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
  await saved(the, 1, right, 'translated')
})

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const types: Record<(typeof exportKinds)[number], [type: string, disposition: string]> = {
  'bilingual.docx': [docx, 'attachment'],
  'bilingual.html': ['text/html; charset=utf-8', 'inline'],
  'english.docx': [docx, 'attachment'],
  'english.html': ['text/html; charset=utf-8', 'inline'],
  'english.txt': ['text/plain; charset=utf-8', 'attachment'],
}

/** A download as bytes, whatever its type. */
const download = (kind: string, language = 'en') =>
  open(the, `/documents/1/export/${kind}`, language)
    .buffer(true)
    .parse((answer, done) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => done(null, Buffer.concat(pieces)))
    })

const nameOf = (disposition: string) => decodeURIComponent(/filename\*=UTF-8''([^;]+)$/.exec(disposition)?.[1] ?? '')

describe('a document going out', () => {
  test.each(exportKinds)('as %s has its type and its Arabic title as a name', async (kind) => {
    const { status, headers } = await download(kind)
    const [type, disposition] = types[kind]
    expect([status, headers['content-type']]).toEqual([200, type])
    expect(headers['content-disposition']).toMatch(new RegExp(`^${disposition}; filename="${kind}"; filename\\*=UTF-8''[\\w%.~-]+$`))
    const [part, ending] = kind.split('.')
    expect(nameOf(headers['content-disposition']!)).toBe(`${heading.title} – ${part}.${ending}`)
  })

  test.each([
    ['😀'.repeat(100), `${'😀'.repeat(80)} – english.txt`],
    [`${'ا'.repeat(79)}😀`, `${'ا'.repeat(79)}😀 – english.txt`],
    [`a/b\\c:d*e?"f" <g>|h' (i)`, `a b c d e  f   g  h' (i) – english.txt`],
    ['"; filename=evil.exe', `; filename=evil.exe – english.txt`],
    ['عنوان\r\nX-Evil: 1', 'عنوان  X-Evil  1 – english.txt'],
  ])('titled %j has a name that every system takes', async (title, name) => {
    await changeHeading(the.store, 1, { ...heading, title })
    const { status, headers } = await download('english.txt')
    expect([status, headers['x-evil']]).toEqual([200, undefined])
    expect(headers['content-disposition']).toMatch(/^attachment; filename="english\.txt"; filename\*=UTF-8''[\w%.~-]+$/)
    expect(nameOf(headers['content-disposition']!)).toBe(name)
  })

  test('has both texts in it, unharmed', async () => {
    const files = unzipSync((await download('bilingual.docx')).body as Buffer)
    expect(new TextDecoder().decode(files['word/document.xml'])).toContain(right)
    expect(String((await download('english.txt')).body)).toContain(right)
    const page = String((await download('bilingual.html')).body)
    expect(page).toContain('lang="ar"')
    expect(page).toContain('dir="rtl"')
    expect(read(page)).toContain('الحشد الشعبي')
  })

  test('speaks the language of the interface', async () => {
    expect(String((await download('bilingual.html', 'en')).body)).toContain('Translator')
    expect(String((await download('bilingual.html', 'ar')).body)).not.toContain('Translator')
  })

  test.each([
    ['en', '1 of 3 segments has no English yet and is left out here: 3. 1 of 3 segments is not finished: 1. A required term is still open'],
    ['ar', 'مقطع واحد من أصل 3 لم يُترجم بعد ولا يرد هنا: 3. مقطع واحد من أصل 3 لم يكتمل: 1. في المقطع 1 مصطلح إلزامي ما زال مفتوحاً'],
  ])('as clean English says before the text what is not finished (%s)', async (language, said) => {
    await saved(the, 1, broken)
    await saved(the, 2, 'Reinforcements arrived. Nobody was hurt!', 'translated')
    const files = unzipSync((await download('english.docx', language)).body as Buffer)
    const word = new TextDecoder().decode(files['word/document.xml']).replaceAll('<', '\n<')
    expect(read(word)).toContain(said)
    expect(read(String((await download('english.html', language)).body))).toContain(said)
    expect(String((await download('english.txt', language)).body)).toContain(`\n\n[${said}`)
  })

  test('as a page obeys the same policy as every page', async () => {
    for (const kind of ['bilingual.html', 'english.html']) {
      const { headers, body } = await download(kind)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(String(body)).not.toMatch(/<script|\son\w+=|\sstyle=/)
    }
  })

  test('is shown by the browser as it was made: the style sheet in it is allowed, and no other', async () => {
    for (const kind of ['bilingual.html', 'english.html']) {
      const { headers, body } = await download(kind)
      const styles = [...String(body).matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) => style!)
      const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
      expect(styles.length).toBe(1)
      expect(headers['content-security-policy']).toContain(`style-src ${hashes.join(' ')};`)
    }
  })
})

describe('the page to choose from', () => {
  test('offers all five, and says what is not finished and what is open', async () => {
    await saved(the, 1, broken)
    const { text } = await open(the, '/documents/1/export')
    for (const kind of exportKinds) expect(text).toContain(`href="/documents/1/export/${kind}"`)
    expect(read(text)).toContain('3 segments are not finished. 1 finding is open. Each file names on its first page what is unfinished')
    expect(read(text)).toContain('Segments that have no English yet are left out')
    expect(read((await open(the, '/documents/1/export', 'ar')).text)).toContain('لا ترد فيها المقاطع التي لم تُترجم بعد')
  })

  test('says nothing of that when all is done', async () => {
    await saved(the, 2, 'Reinforcements arrived. Nobody was hurt!', 'translated')
    await saved(the, 3, 'Calm returned to the city.', 'translated')
    expect(read((await open(the, '/documents/1/export')).text)).not.toMatch(/not finished|left out/)
  })
})
