import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { nameYourself } from '../../src/actions/name-yourself.ts'
import { createApp } from '../../src/web/app.ts'
import { routes } from '../../src/web/routes.ts'
import { broken, cast, heading, salma } from '../support/cast.ts'
import { overheardStore } from '../support/store.ts'
import { type AtDesk, atDesk, fieldOf, open, read, saved, send, upload } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
  await saved(the, 1, broken)
  await saved(the, 1, `${broken} So it is.`, undefined, salma(20))
  await upload(the, '/terms/import', { text: 'source,target\nفصائل,factions', do: 'import' })
  const decision = { version: 1, spellings: 'الحشد الشعبي', rendering: 'Hashd', standing: 'preferred', kind: 'name', strength: 'required' }
  await send(the, '/terms/1', { ...decision, confirmed: 'yes' })
})

/** An address of each page, by its route; what is no page is sent elsewhere or is a file. */
const pages: Record<string, string[]> = {
  '/welcome': ['/welcome'],
  '/documents': ['/documents'],
  '/documents/new': ['/documents/new'],
  '/documents/:id': ['/documents/1', '/documents/1?at=1', '/documents/1?filter=final', '/documents/1?filter=findings&at=1'],
  '/documents/:id/heading': ['/documents/1/heading'],
  '/documents/:id/waivers': ['/documents/1/waivers'],
  '/documents/:id/export': ['/documents/1/export'],
  '/segments/:id': ['/segments/1'],
  '/segments/:id/revisions': [
    '/segments/1/revisions',
    '/segments/1/revisions?from=1&to=2',
    '/segments/2/revisions',
    '/segments/1/revisions?from=7&to=x',
  ],
  '/terms': ['/terms', '/terms?search=الحشد', '/terms?search=zzz', '/terms?state=retired', '/terms?page=99'],
  '/terms/new': ['/terms/new', '/terms/new?source=%D8%A8&target=B&back=/documents/1'],
  '/terms/import': ['/terms/import'],
  '/terms/batches': ['/terms/batches'],
  '/terms/batches/:id': ['/terms/batches/1'],
  '/terms/:id': ['/terms/1'],
  '/terms/:id/uses': ['/terms/1/uses'],
  '/batches/:id': ['/batches/2'],
  '/terms/:id/concordance': ['/terms/1/concordance', '/terms/3/concordance'],
  '/terms/suggestions': ['/terms/suggestions', '/terms/suggestions?document=1'],
  '/terms/in-use': ['/terms/in-use'],
  '/terms/non-terms': ['/terms/non-terms'],
  '/concordance': ['/concordance', '/concordance?word=%D8%A7%D9%84%D8%AC%D9%8A%D8%B4', '/concordance?word=PMF'],
}
const notPages = ['/', '/documents/preview', '/documents/:id/export/:file', '/glossary.csv', '/glossary.xlsx', '/glossary.tbx']
const addresses = Object.values(pages).flat()

const inline = [/<[^>]*\sstyle\s*=/i, /<style\b/i, /<script(?![^>]*\bsrc=)/i, /<[^>]*\son[a-z]+\s*=/i, /javascript:/i]
const directions = { en: 'ltr', ar: 'rtl' }

describe('every page', () => {
  test('is among the addresses looked at here', () => {
    const asked = routes.filter(([method]) => method === 'get').map(([, path]) => path)
    expect([...Object.keys(pages), ...notPages].toSorted()).toEqual(asked.toSorted())
  })

  test.each(addresses)('%s answers in both languages, in the right direction', async (address) => {
    for (const [language, dir] of Object.entries(directions)) {
      const { status, text, headers } = await open(the, encodeURI(decodeURI(address)), language)
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(text).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}" dir="${dir}"`))
      expect(text).not.toMatch(
        /\b(?:documents|segments|terms|people|findings|shared|keys|problems)\.[a-z][a-z-]*\b(?![.\w]*">)|\{\{|undefined|\[object/,
      )
    }
  })

  test.each(addresses)('%s has no script or style in it', async (address) => {
    const { text } = await open(the, encodeURI(decodeURI(address)))
    for (const pattern of inline) expect(text).not.toMatch(pattern)
  })

  test('comes with a policy that allows no script or style in it, and nothing from elsewhere', async () => {
    const { headers } = await open(the, '/documents')
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|http|\*|data:/)
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['cache-control']).toBe('no-store')
  })

  test('ends its path with a page that leads on, not with the sign between two', async () => {
    for (const address of addresses) {
      const { text } = await open(the, encodeURI(decodeURI(address)))
      for (const [, path] of text.matchAll(/<p class="crumbs">(.*?)<\/p>/gs))
        expect([address, read(path!).trim()]).toEqual([address, expect.stringMatching(/[^›]$/)])
    }
  })

  test('names its part of the program in the bar', async () => {
    expect((await open(the, '/terms')).text).toMatch(/href="\/terms" aria-current="true"/)
    expect((await open(the, '/segments/1')).text).toMatch(/href="\/documents" aria-current="true"/)
  })
})

describe('the parts that the script asks for', () => {
  test.each(['/documents/1?part=progress', '/segments/1?part=pane'])('%s is that part alone', async (address) => {
    const { status, text } = await open(the, address).set('X-Part', 'yes')
    expect(status).toBe(200)
    expect(text.trim()).toMatch(/^<(div|aside)\b/)
    expect(text).not.toMatch(/<html|undefined/)
  })

  test('a segment is its row alone', async () => {
    const { text } = await open(the, '/segments/1').set('X-Part', 'row')
    expect(text.trim()).toMatch(/^<form\b/)
    expect(text).not.toContain('<html')
  })
})

describe('the first visit', () => {
  test('is asked for a name before anything else, and then sees everything', async () => {
    const { store, desk } = await cast()
    const app = createApp(store, desk)
    for (const address of ['/', '/documents', '/documents/1', '/terms', '/glossary.csv']) {
      const { status, headers } = await open({ app }, address)
      expect([status, headers.location]).toEqual([303, address === '/' ? '/welcome' : '/welcome'])
    }
    expect((await open({ app }, '/welcome')).status).toBe(200)
    const welcomed = await send({ app }, '/welcome', { name: '  Salma  ' })
    expect([welcomed.status, welcomed.headers.location]).toEqual([303, '/documents'])
    expect((await open({ app }, '/documents')).text).toContain('Salma')
    expect((await open({ app }, '/')).headers.location).toBe('/documents')
    await store.close()
  })

  test('without a name says so, and changes nothing', async () => {
    const { status, text } = await send(the, '/welcome', { name: '   ' })
    expect(status).toBe(422)
    expect(read(text)).toContain('The name is empty')
    expect(await the.store.people.first()).toMatchObject({ name: 'سلمى' })
  })

  test('in Arabic from the first page on, where the browser prefers it', async () => {
    const { text } = await request(the.app).get('/documents').set('Accept-Language', 'ar-IQ,en;q=0.5')
    expect(text).toContain('<html lang="ar" dir="rtl"')
  })
})

describe('language and light', () => {
  test('are chosen on any page, and lead back to it', async () => {
    const { status, headers } = await send(the, '/preferences', { language: 'ar', back: '/documents/1?at=2' })
    expect([status, headers.location]).toEqual([303, '/documents/1?at=2'])
    const [cookie] = [headers['set-cookie']].flat()
    expect(cookie).toMatch(/^language=ar;.*HttpOnly; SameSite=Lax$/)
    expect((await send(the, '/preferences', { theme: 'dark' })).headers['set-cookie']).toMatchObject([/^theme=dark;/])
    const dark = await request(the.app).get('/documents').set('Cookie', 'theme=dark; language=ar')
    expect(dark.text).toContain('<html lang="ar" dir="rtl" data-theme="dark">')
  })

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '\\\\evil.example', 'evil', ''])(
    'never lead to another site (%j)',
    async (back) => {
      const { headers } = await send(the, '/preferences', { language: 'en', back })
      expect(headers.location).toBe('/documents')
    },
  )

  test('work from a page with an address of any length', async () => {
    const { status } = await send(the, '/preferences', { language: 'ar', back: `/terms?search=${'x'.repeat(3000)}` })
    expect(status).toBe(303)
  })

  test.each([{ theme: 'pink' }, { language: ['ar', 'en'] }])('that do not exist are refused in a sentence: %j', async (form) => {
    const { status, text } = await send(the, '/preferences', form)
    expect(status).toBe(422)
    expect(read(text)).toContain('cannot be used for')
  })

  test('a cookie nobody set is passed over', async () => {
    const { status, text } = await request(the.app).get('/documents').set('Cookie', 'language=klingon; theme=; =; x')
    expect([status, text.includes('<html lang="en"')]).toEqual([200, true])
  })
})

describe('a document of any length', () => {
  const long = async (segments: number, given?: AtDesk) => {
    const desk = given ?? the
    const paragraphs = Array.from({ length: segments }, (_, n) => `الفقرة رقم ${n + 1} عن الجيش.`)
    const { id } = await addDocument(desk.store, { deskId: desk.desk.id, heading, unit: 'paragraph', paragraphs, raw: '' }, salma())
    return id
  }
  const positions = (html: string) => [...html.matchAll(/data-position="(\d+)"/g)].map(([, position]) => Number(position))

  test('of 10,000 segments opens at any place, with its page of rows and about as large', async () => {
    const [short, tall] = [await long(50), await long(10_000)]
    const all = (await open(the, `/documents/${short}`)).text
    const page = (await open(the, `/documents/${tall}?after=9900`)).text
    expect(positions(page)).toEqual(Array.from({ length: 50 }, (_, n) => 9901 + n))
    expect(read(page)).toContain('9,901–9,950 of 10,000')
    expect(page.length).toBeLessThan(all.length * 1.35)
    expect(positions((await open(the, `/documents/${tall}?at=9999`)).text)).toEqual(Array.from({ length: 50 }, (_, n) => 9951 + n))
    const last = (await open(the, `/documents/${tall}?after=9950`)).text
    expect(last).toContain(`href="/documents/${tall}?filter=all&amp;after=9900"`)
    expect(last).not.toContain('rel="next"')
  })

  test('asked for a place beyond its end shows its end', async () => {
    const id = await long(60)
    for (const address of [`/documents/${id}?at=500`, `/documents/${id}?after=500`]) {
      expect(positions((await open(the, address)).text)).toEqual([51, 52, 53, 54, 55, 56, 57, 58, 59, 60])
    }
  })

  test.each(['at=x', 'at=0', 'at=99999999999', 'after=-1', 'filter=none', 'at=1&at=2', 'after[]=3'])(
    'with ?%s begins at its beginning',
    async (query) => {
      const { status, text } = await open(the, `/documents/1?${query}`)
      expect([status, positions(text)]).toEqual([200, [1, 2, 3]])
    },
  )

  test('shows what a filter asks for, and where in it the page stands', async () => {
    const id = await long(120)
    const all = await the.store.segments.page(id, 0, 120)
    const { saveSegment } = await import('../../src/actions/save-segment.ts')
    for (const { id: segmentId, version, position } of all) {
      if (position % 2) continue
      await saveSegment(the.store, { segmentId, version, target: 'The army.', status: 'translated' }, salma())
    }
    const first = (await open(the, `/documents/${id}?filter=translated`)).text
    expect(positions(first)).toEqual(Array.from({ length: 50 }, (_, n) => 2 * (n + 1)))
    expect(read(first)).toContain('1–50 of 60')
    const second = (await open(the, `/documents/${id}?filter=translated&after=100`)).text
    expect(positions(second)).toEqual(Array.from({ length: 10 }, (_, n) => 100 + 2 * (n + 1)))
    expect(read(second)).toContain('51–60 of 60')
    expect(read((await open(the, `/documents/${id}?filter=final`)).text)).toContain('No segment matches')
  })

  test('asks the database as often for a page of 50 as for one of 5', async () => {
    const { store, questions } = await overheardStore()
    const heard = await atDesk(store)
    await nameYourself(store, 'سلمى')
    const asked: number[] = []
    for (const segments of [5, 50, 50]) {
      const id = await long(segments, heard)
      await open(heard, `/documents/${id}?at=1`)
      questions.length = 0
      expect((await open(heard, `/documents/${id}?at=1`)).status).toBe(200)
      asked.push(questions.length)
    }
    expect(asked[1]).toBe(asked[0])
    expect(asked[2]).toBe(asked[0])
    expect(asked[0]).toBeLessThan(20)
  })
})

describe('the list of documents', () => {
  test('says how far each is', async () => {
    await saved(the, 2, 'Reinforcements arrived. Nobody was hurt!', 'translated')
    expect(read((await open(the, '/documents')).text)).toMatch(/هجوم على قاعدة عسكرية .*1 of 3 segments · 1 finding/)
  })
})

describe('the history of a segment', () => {
  test.each([
    ['en', /^1 · .*2025.* · Draft$/, /^3 · .* · Draft · restored$/],
    ['ar', /^1 · .*2025.* · مسودة$/, /^3 · .* · مسودة · مستعاد$/],
  ])('tells revisions of one minute apart by what they were (%s)', async (language, first, last) => {
    expect((await send(the, '/segments/1/restore', { number: 1 })).status).toBe(303)
    const { text } = await open(the, '/segments/1/revisions', language)
    for (const name of ['from', 'to']) {
      const list = new RegExp(`<select name="${name}">(.*?)</select>`, 's').exec(text)?.[1] ?? ''
      const options = [...list.matchAll(/<option[^>]*>(.*?)<\/option>/gs)].map(([, option]) => read(option!))
      expect(options).toEqual([expect.stringMatching(last), expect.any(String), expect.stringMatching(first)])
    }
    expect(text).toContain('<p class="reason"><bdi lang="en" dir="ltr">restored from revision')
  })
})

describe('the note of an entry', () => {
  /** The form of an entry that has this note. */
  const noted = async (note: string, authority = '') => {
    const entry = { spellings: 'المدينة', rendering: 'city', standing: 'preferred', kind: 'noun', strength: 'advice' }
    expect((await send(the, '/terms', { ...entry, note, authority })).status).toBe(303)
    const [term] = await the.store.terms.withSpellings(the.desk.id, ['المدينة'])
    return (await open(the, `/terms/${term!.id}`)).text
  }

  test.each([
    ['المدينة alone is also Medina; look which is meant.', 'lang="en" dir="ltr"'],
    ['PMF: الاسم المختصر في الوكالات', 'lang="ar" dir="rtl"'],
  ])('is written as most of its letters are, whatever its first word is: %s', async (note, written) => {
    const form = await noted(note, note)
    expect(/<textarea name="note"[^>]*>/.exec(form)?.[0]).toContain(written)
    expect(/<input name="authority"[^>]*>/.exec(form)?.[0]).toContain(written)
    expect((await open(the, '/documents/1?at=3')).text).toContain(`<p class="note" ${written}>${note}</p>`)
  })

  test('is so among the changes of the entry and beside the note of a file that comes in', async () => {
    const [note, other] = ['الحشد alone is any crowd.', 'الحشد alone may be a crowd.']
    const entry = { spellings: 'الحشد الشعبي', rendering: 'Hashd', standing: 'preferred', kind: 'name', strength: 'required' }
    expect((await send(the, '/terms/1', { ...entry, version: 2, note, confirmed: 'yes' })).status).toBe(303)
    expect((await open(the, '/terms/1')).text).toContain('<dd class="diff" lang="en" dir="ltr">')
    const { text } = await upload(the, '/terms/import', { text: `source,target,note\nالحشد الشعبي,Hashd,${other}` })
    for (const one of [note, other]) expect(text).toContain(`<bdi lang="en" dir="ltr">${one}</bdi>`)
  })

  test('goes as it is typed while there is none', async () => {
    expect(/<textarea name="note"[^>]*>/.exec(await noted(''))?.[0]).toContain('dir="auto"')
  })
})

test('a telephone number reads from the left in the preview, the editor and the history', async () => {
  const number = /للتواصل: <bdi dir="ltr">\+964 770 123 4567<\/bdi>/
  const typed = { text: 'للتواصل: +964 770 123 4567', unit: 'paragraph' }
  expect((await upload(the, '/documents/preview', typed)).text).toMatch(number)
  const { headers } = await upload(the, '/documents', typed)
  const document = (await open(the, headers.location!)).text
  expect(document).toMatch(number)
  expect(document).toMatch(new RegExp(`<h1>.*${number.source}`))
  const [, segment] = /data-row="(\d+)"/.exec(document)!
  expect((await open(the, `/segments/${segment}/revisions`)).text).toMatch(number)
})

describe('the preview of a text with hidden characters', () => {
  const told = async (text: string) => {
    const html = (await upload(the, '/documents/preview', { text, unit: 'paragraph' })).text
    return ['problem', 'notice remark'].map((kind) => read(new RegExp(`<p class="${kind}">(.*?)</p>`, 's').exec(html)?.[1] ?? '').trim())
  }

  test('warns of those alone that turn the direction, and names the others quietly', async () => {
    const [warning, remark] = await told('قـال\u00a0الوزير \u202eأمس\u202c.')
    expect(warning).toMatch(/turn the direction .*: 1 direction override \( ?U\+202E ?\)$/)
    expect(remark).toMatch(/cannot be seen.*: 1 tatweel .* 1 no-break space .* 1 direction mark/)
    expect(remark).not.toContain('override')
  })

  test('warns of nothing where none turns it', async () => {
    expect(await told('قـال الوزير أمس.')).toEqual(['', expect.stringContaining('1 tatweel')])
  })
})

describe('the heading of a document', () => {
  test('is changed', async () => {
    const form = { title: 'عنوان جديد', outlet: '', author: 'X', date: '', address: '' }
    expect((await send(the, '/documents/1/heading', form)).headers.location).toBe('/documents/1')
    expect(await the.store.documents.get(1)).toMatchObject(form)
  })

  test.each([
    [{ title: ' ' }, 'The title is empty'],
    [{ date: 'yesterday' }, '“yesterday” is not a date'],
    [{ address: 'javascript:alert(1)' }, 'is not a web address'],
  ])('like %j is refused, and what was typed is still there', async (change, sentence) => {
    const form = { title: 'جديد', outlet: 'المنفذ "الأول"', author: 'كاتب', date: '2025-01-01', address: '', ...change }
    const { status, text } = await send(the, '/documents/1/heading', form)
    expect(status).toBe(422)
    expect(read(text)).toContain(sentence)
    for (const [name, value] of Object.entries(form)) expect(fieldOf(text, name)).toBe(value)
  })
})
