import { beforeEach, describe, expect, test } from 'vitest'
import { changeTerm } from '../../src/actions/change-term.ts'
import { knownTerm } from '../../src/actions/known.ts'
import { recheckSlice } from '../../src/actions/recheck.ts'
import { broken, right, salma } from '../support/cast.ts'
import { type AtDesk, atDesk, buttons, open, read, saved, send } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
  await saved(the, 1, 'The army denied it.')
})

const page = async (address: string, language = 'en') => read((await open(the, address, language)).text)
const version = async () => (await the.store.segments.get(1))!.version

describe('a rendering that is lacking', () => {
  test('has a button that puts it in, for the script alone', async () => {
    const { text } = await open(the, '/documents/1?at=1')
    expect(text).toContain('<button type="button" class="needs-script" data-insert="Popular Mobilization Forces">')
  })

  test('has none where it is no longer lacking', async () => {
    await saved(the, 1, right)
    expect((await open(the, '/segments/1')).text).not.toContain('needs-script')
  })
})

describe('the first mention', () => {
  beforeEach(async () => {
    const { version, ...entry } = await knownTerm(the.store, the.forces.id)
    const draft = { ...entry, firstMention: 'Popular Mobilization Forces (PMF)', laterMention: 'PMF' }
    await changeTerm(the.store, { termId: the.forces.id, version, draft }, salma())
    while (await recheckSlice(the.store, the.desk.id));
    await saved(the, 1, 'The army said factions linked to the PMF denied it.')
  })

  test.each([
    ['en', 'بالحشد الشعبي is first mentioned here: write “Popular Mobilization Forces” before “PMF”.'],
    ['ar', 'هنا أول ذكر للعبارة بالحشد الشعبي: اكتب «Popular Mobilization Forces» قبل «PMF».'],
  ])('says so in the reader’s language (%s)', async (language, sentence) => {
    expect(await page('/segments/1', language)).toContain(sentence)
  })

  test('is mended by a press', async () => {
    const { text } = await open(the, '/segments/1')
    const mend = buttons(text).find((button) => button.startsWith('mend '))!
    await send(the, '/segments/1', { version: await version(), target: (await the.store.segments.get(1))!.target, do: mend })
    expect((await the.store.segments.get(1))!.target).toBe('The army said factions linked to the Popular Mobilization Forces denied it.')
  })
})

describe('the report of waivers', () => {
  beforeEach(async () => {
    await saved(the, 1, broken)
    const { text } = await open(the, '/segments/1')
    const waive = buttons(text).find((button) => button.startsWith('waive '))!
    const reason = { [`reason ${waive.slice('waive '.length)}`]: 'a quotation of the minister' }
    await send(the, '/segments/1', { version: await version(), target: broken, do: waive, ...reason })
  })

  test.each(['/documents/1/waivers', '/documents/1/export'])('stands on %s', async (address) => {
    const text = await page(address)
    expect(text).toContain('بالحشد الشعبي · in a rendering we avoid a quotation of the minister سلمى')
    expect(text).toContain('still holds')
    await saved(the, 1, `${broken} More.`)
    expect(await page(address)).toContain('expired: the English changed')
    expect(await page(address, 'ar')).toContain('انقضى: تغيّر النص الإنجليزي')
  })

  test('is counted on the entry’s page', async () => {
    await saved(the, 1, `${broken} More.`)
    await saved(the, 1, right)
    expect(await page(`/terms/${the.forces.id}`)).toContain('Findings of this term: mended 1 time · kept with a reason 1 time')
    expect(await page(`/terms/${the.forces.id}`, 'ar')).toContain('صُحّحت مرة واحدة · جرى تجاوزها مرة واحدة')
  })
})

describe('the glossary', () => {
  test('lists the entries whose findings are mended or kept', async () => {
    expect(await page('/terms?state=noisy')).toContain('No finding of a term has been mended or kept with a reason yet.')
    await saved(the, 1, right)
    const text = await page('/terms?state=noisy')
    expect(text).toContain('mended 1 time')
    expect(text).not.toContain('kept with a reason')
  })
})

describe('an entry never meant in a document', () => {
  test('is gone from the row and the pane, and stands on the heading’s page', async () => {
    const decision = { term: the.forces.id, never: 'yes', back: '/documents/1?at=1' }
    const { status, headers } = await send(the, '/documents/1/decisions', decision)
    expect([status, headers.location]).toEqual([303, '/documents/1?at=1'])
    const pane = await page('/segments/1?part=pane')
    expect(pane).not.toContain('Popular Mobilization Forces')
    expect((await open(the, '/segments/1')).text).not.toContain('<mark class="term-broken"')
    expect(await page('/documents/1/heading')).toContain('الحشد الشعبي Popular Mobilization Forces سلمى')
  })

  test.each([
    { address: '/documents/99/decisions', form: { term: 1, never: 'yes' }, answer: 404 },
    { address: '/documents/1/decisions', form: { term: 99, never: 'yes' }, answer: 404 },
    { address: '/documents/1/decisions', form: { term: 1, never: 'perhaps' }, answer: 422 },
  ])('$form at $address answers $answer', async ({ address, form, answer }) => {
    expect((await send(the, address, form)).status).toBe(answer)
  })
})
