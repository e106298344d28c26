import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { changeTerm } from '../../src/actions/change-term.ts'
import { segmentsOnPage } from '../../src/actions/concordance-of.ts'
import { recheckSlice } from '../../src/actions/recheck.ts'
import { waiveFindings } from '../../src/actions/waive-findings.ts'
import { broken, heading, popularForces, right, salma, setState } from '../support/cast.ts'
import { overheardStore } from '../support/store.ts'
import { type AtDesk, atDesk, open, read, saved } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
  while ((await recheckSlice(the.store, the.desk.id)) > 0);
})

const ofWord = (word: string) => `/concordance?word=${encodeURIComponent(word)}`
const words = (html: string) => [...html.matchAll(/<mark class="kwic-word">([^<]*)</g)].map(([, word]) => word)

function bringIn(paragraphs: string[]) {
  return addDocument(the.store, { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs, raw: paragraphs.join('\n') }, salma(5))
}

describe.each(['en', 'ar'])('the concordance of an entry (%s)', (language) => {
  test('shows each place with what stands around it, its English, its segment and its status', async () => {
    await saved(the, 1, right, 'translated')
    const { status, text } = await open(the, '/terms/1/concordance', language)
    expect(status).toBe(200)
    expect(words(text)).toEqual(['بالحشد الشعبي'])
    expect(text).toContain('<p class="kwic arabic" lang="ar" dir="rtl">')
    expect(text).toContain('<mark class="term-right">Popular Mobilization Forces</mark>')
    expect(text).toContain('href="/documents/1?at=1"')
    expect(text).toContain('status-translated')
    expect(read(text)).toContain(language === 'en' ? 'In 1 segment of 1 document.' : 'في مقطع واحد من وثيقة واحدة.')
  })

  test('marks English that the entry does not want, and says where there is none yet', async () => {
    await saved(the, 1, broken)
    expect((await open(the, '/terms/1/concordance', language)).text).toContain(
      '<mark class="term-broken">Popular Mobilization Units</mark>',
    )
    await saved(the, 1, 'Nothing of the kind stands here.')
    expect(read((await open(the, '/terms/1/concordance', language)).text)).toContain(
      language === 'en' ? 'rendering not found' : 'لا أثر للمقابل',
    )
    await saved(the, 1, '')
    expect(read((await open(the, '/terms/1/concordance', language)).text)).toContain(
      language === 'en' ? 'Not translated yet.' : 'لم يُترجم بعد.',
    )
  })
})

test('what somebody kept with a reason is no fault', async () => {
  const { segment } = await saved(the, 1, broken)
  const finding = `terms avoid ${the.forces.id} بالحشد الشعبي`
  await waiveFindings(
    the.store,
    { change: { segmentId: segment.id, version: segment.version, target: broken }, reasons: new Map([[finding, 'a quotation']]) },
    salma(),
  )
  const { text } = await open(the, '/terms/1/concordance')
  expect(text).toContain('<mark class="term-waived">Popular Mobilization Units</mark>')
})

test('a first mention is held to its own form there too', async () => {
  const draft = { ...popularForces, firstMention: 'Popular Mobilization Forces (PMF)', laterMention: 'PMF' }
  await changeTerm(the.store, { termId: the.forces.id, version: the.forces.version, draft }, salma())
  while ((await recheckSlice(the.store, the.desk.id)) > 0);
  await saved(the, 1, 'The army said factions linked to the PMF denied it.')
  expect((await open(the, '/terms/1/concordance')).text).toContain('<mark class="term-warned">PMF</mark>')
})

test('a page of many documents asks the database as often as one of two', async () => {
  const { store, questions } = await overheardStore()
  the = await atDesk(store)
  const draft = { ...popularForces, firstMention: 'Popular Mobilization Forces (PMF)', laterMention: 'PMF' }
  await changeTerm(store, { termId: the.forces.id, version: the.forces.version, draft }, salma())
  const asked: number[] = []
  for (const more of [1, 6]) {
    for (let count = 0; count < more; count++) await bringIn(['نفى الحشد الشعبي ذلك.', 'ثم عاد الحشد الشعبي.'])
    while ((await recheckSlice(store, the.desk.id)) > 0);
    await open(the, '/terms/1/concordance')
    questions.length = 0
    expect(words((await open(the, '/terms/1/concordance')).text)).toHaveLength(asked.length === 0 ? 3 : 15)
    asked.push(questions.length)
  }
  expect(asked[1]).toBe(asked[0])
})

test('an entry that stands nowhere says so, and a retired one is found as a word still', async () => {
  expect(read((await open(the, '/terms/3/concordance')).text)).toContain('قاعدة stands in no document.')
  await setState(the.store, 1, 'retired')
  while ((await recheckSlice(the.store, the.desk.id)) > 0);
  const { text } = await open(the, '/terms/1/concordance')
  expect(read(text)).toContain('الحشد الشعبي stands in no document.')
  expect(text).toContain(`href="${ofWord('الحشد الشعبي')}"`)
  expect(words((await open(the, ofWord('الحشد الشعبي'))).text)).toEqual(['بالحشد الشعبي'])
})

test('a term that is not there is said to be missing', async () => {
  expect((await open(the, '/terms/999/concordance')).status).toBe(404)
})

describe('the concordance of a word', () => {
  test.each([
    ['فصائل', ['فصائل']],
    ['مدينة', ['المدينة']],
    ['بالحشد', ['بالحشد']],
    ['الإصابات', ['إصابات']],
    ['عاد الهدوء', ['عاد الهدوء']],
    ['هدوء', ['الهدوء']],
  ])('%s finds %j', async (word, found) => {
    expect(words((await open(the, ofWord(word))).text)).toEqual(found)
  })

  test.each([
    ['', 'Type an Arabic word or phrase'],
    ['PMF', 'There is no Arabic in “PMF”.'],
    ['قطار', 'قطار stands in no document.'],
    ['<b>قطار', '<b>قطار stands in no document.'],
    ['%_\\', 'There is no Arabic'],
  ])('%s: %s', async (word, sentence) => {
    const { status, text } = await open(the, ofWord(word))
    expect([status, read(text).includes(sentence) ? sentence : read(text)]).toEqual([200, sentence])
  })

  test('goes on page by page until every place was shown once, newest document first', async () => {
    const { id } = await bringIn(Array.from({ length: segmentsOnPage + 3 }, (_, index) => `المدينة رقم ${index + 1}`))
    const first = await open(the, ofWord('مدينة'))
    const later = /rel="next" href="([^"]*)"/.exec(first.text)![1]!.replaceAll('&amp;', '&')
    const second = await open(the, later)
    const positions = [first, second].map(({ text }) => [...text.matchAll(/href="(\/documents\/\d+\?at=\d+)"/g)].map(([, href]) => href))
    const expected = Array.from({ length: segmentsOnPage + 3 }, (_, index) => `/documents/${id}?at=${index + 1}`)
    expect(positions).toEqual([expected.slice(0, segmentsOnPage), [...expected.slice(segmentsOnPage), '/documents/1?at=3']])
    expect(second.text).not.toContain('rel="next"')
    expect(second.text).toContain(`rel="first" href="${ofWord('مدينة')}"`)
    expect((await open(the, `${ofWord('مدينة')}&after=nonsense`)).status).toBe(200)
  })
})
