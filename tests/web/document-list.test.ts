import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import type { Heading } from '../../src/core/document.ts'
import { createApp } from '../../src/web/app.ts'
import { heading, salma } from '../support/cast.ts'
import { overheardStore } from '../support/store.ts'
import { type AtDesk, atDesk, fieldOf, open, read } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
})

const blank: Heading = { title: '', outlet: '', author: '', date: '', address: '' }

async function add(change: Partial<Heading>, paragraphs = ['الفقرة عن الجيش.'], at = the) {
  const given = { deskId: at.desk.id, heading: { ...blank, ...change }, unit: 'paragraph', paragraphs, raw: '' } as const
  return (await addDocument(at.store, given, salma())).id
}

/** So many documents titled خبر 1, خبر 2 …; the one of the cast comes before them. */
async function addMany(count: number, at = the) {
  for (let n = 1; n <= count; n++) await add({ title: `خبر ${n}` }, undefined, at)
}

const titles = (html: string) => [...html.matchAll(/class="list-title"><bdi[^>]*>([^<]*)</g)].map(([, title]) => title)
const found = async (query: string) => titles((await open(the, `/documents?${query}`)).text)

describe('a search of the documents', () => {
  test('is not in the way where all are seen at once, and is there as soon as they are not', async () => {
    await addMany(6)
    expect((await open(the, '/documents')).text).not.toContain('role="search"')
    await addMany(1)
    const { text } = await open(the, '/documents')
    expect(text).toContain('<form method="get" action="/documents" class="search" role="search">')
    expect(read(text)).toContain('Documents 8 documents')
  })

  test('finds by title, outlet and author, and shows what was searched', async () => {
    await add({ title: 'إعادة إعمار المدينة', outlet: 'Al-Monitor', author: 'مصطفى' })
    await add({ title: 'بيان' })
    for (const search of ['اعادة اعمار', 'al-monitor', 'مصطفي', ' إعمار  monitor ']) {
      expect([search, await found(`search=${encodeURIComponent(search)}`)]).toEqual([search, ['إعادة إعمار المدينة']])
    }
    const { text } = await open(the, '/documents?search=%20Al-Monitor&order=title')
    expect(fieldOf(text, 'search')).toBe('Al-Monitor')
    expect(text).toContain('<option value="title" selected>')
    expect(read(text)).toContain('Al-Monitor · مصطفى · changed')
    expect(fieldOf((await open(the, '/documents?search=zzz')).text, 'search')).toBe('zzz')
  })

  test.each([
    ['en', 'No document has “<b>الموصل”', 'Show all documents'],
    ['ar', 'لا وثيقة فيها «<b>الموصل»', 'عرض كل الوثائق'],
  ])('that finds nothing names what was searched and offers the way back (%s)', async (language, sentence, back) => {
    const { text } = await open(the, `/documents?search=${encodeURIComponent('<b>الموصل')}&order=date`, language)
    expect(read(text)).toContain(sentence)
    expect(text).toContain(`<a class="button" href="/documents?order=date">${back}</a>`)
    expect(text).toContain('role="search"')
  })

  test('on an empty desk is none: it says how to begin', async () => {
    const desk = await the.store.desks.add('Sport')
    expect(await the.store.documents.find(desk.id, {})).toEqual([])
    const { text } = await open({ app: createApp(the.store, desk) }, '/documents?order=title')
    expect(read(text)).toContain('There are no documents yet.')
  })

  test.each(['search[]=x', 'order=none', 'page=x', 'page=0', `search=${'x'.repeat(3000)}`])('with ?%s is all of them', async (query) => {
    expect(await found(query)).toEqual([heading.title])
  })
})

test('the documents come in the order asked for', async () => {
  const [cast, long, crisis] = [heading.title, 'يوم طويل', '«أزمة» جديدة']
  await add({ title: long, date: '2020-02-01' }, ['الأولى.', 'الثانية.', 'الثالثة.', 'الرابعة.'])
  await add({ title: crisis })
  expect(heading.date > '2020-02-01').toBe(true)
  expect(await found('')).toEqual([crisis, long, cast])
  expect(await found('order=title')).toEqual([crisis, cast, long])
  expect(await found('order=date')).toEqual([cast, long, crisis])
  expect(await found('order=left')).toEqual([long, cast, crisis])
})

describe('a long list', () => {
  test('comes in pages of 100, which keep the search and the order', async () => {
    await addMany(201)
    const search = encodeURIComponent('خبر')
    const first = (await open(the, `/documents?search=${search}&order=title`)).text
    expect(titles(first)).toEqual(Array.from({ length: 100 }, (_, n) => `خبر ${n + 1}`))
    expect(first).toContain(`rel="next" href="/documents?search=${search}&amp;order=title&amp;page=2"`)
    expect(first).not.toContain('rel="prev"')
    const last = (await open(the, `/documents?search=${search}&order=title&page=99`)).text
    expect(titles(last)).toEqual(['خبر 201'])
    expect(read(last)).toContain('Page 3 of 3')
    expect(read(last)).toContain('201 documents')
    expect(last).not.toContain('rel="next"')
  })

  test('asks the database as often as a short one, whatever the order', async () => {
    const { store, questions } = await overheardStore()
    const heard = await atDesk(store)
    const asked = async (query: string) => {
      questions.length = 0
      expect((await open(heard, `/documents?${query}`)).status).toBe(200)
      return questions.length
    }
    const queries = ['', 'order=title', 'order=date', 'order=left', `search=${encodeURIComponent('ا')}`]
    const each = async () => {
      const counts: number[] = []
      for (const query of queries) counts.push(await asked(query))
      return counts
    }
    await asked('')
    const few = await each()
    await addMany(120, heard)
    expect(await each()).toEqual(few)
    expect(Math.max(...few)).toBeLessThan(6)
  })
})

describe('figures and dates of the list are written as the reader writes them', () => {
  test.each([
    ['en', ['0 of 1,200 segments', '1,200 words'], '28 Feb 2025'],
    ['ar', ['0 من 1,200 مقطع', '1,200 كلمة'], '28 فبراير 2025'],
  ])('(%s)', async (language, figures, date) => {
    await add(
      { title: 'طويل', date: '2025-02-28' },
      Array.from({ length: 1200 }, () => 'كلمة'),
    )
    const { text } = await open(the, '/documents', language)
    for (const words of [...figures, date]) expect(read(text)).toContain(words)
    expect(text).toContain(`<time datetime="2025-02-28">${date}</time>`)
  })
})
