import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Document } from '../../src/core/document.ts'
import { addArticle, segmentAt } from '../support/app.ts'
import { reads, rowOn, stage } from '../support/browser.ts'

const here = stage()

/** Whether a button stands in the window, so that nobody has to look for it. */
async function inSight(page: Page, name: string | RegExp): Promise<boolean> {
  const box = await page.getByRole('button', { name }).boundingBox()
  return box !== null && box.y >= 0 && box.y + box.height <= 900
}

const arabic = [
  'قال الحشد الشعبي إنه انسحب من القاعدة.',
  'ونفى قائد في الحشد الشعبي الأنباء.',
  'عاد الهدوء إلى المدينة.',
  'وأقر البرلمان قانون الحشد الشعبي.',
]
const english = [
  'The Popular Mobilization Forces (PMF) said they had withdrawn from the base.',
  'A Popular Mobilization Forces commander denied the news.',
  'Calm has returned to the city.',
  'Parliament passed the Popular Mobilization Forces law.',
]
const mended = [
  // PMF is made of the former name, and goes with it.
  'The Hashd al-Shaabi said they had withdrawn from the base.',
  'A Hashd al-Shaabi commander denied the news.',
  english[2]!,
  'Parliament passed the Hashd al-Shaabi law.',
]

test('a decision is changed in a desk with ten translated documents: all consistent again, seen, and taken back', async () => {
  const { page } = await here.visit()
  const documents: Document[] = []
  for (let number = 0; number < 10; number++) {
    const document = await addArticle(here.app, arabic)
    documents.push(document)
    for (const [index, target] of english.entries()) {
      const { id, version } = await segmentAt(here.app, document, index + 1)
      const form = { version: String(version), target, do: 'confirm' }
      await page.request.post(`/segments/${id}`, { form, headers: { 'X-Part': 'row' } })
    }
  }
  const texts = async () => {
    const all: string[] = []
    for (const document of documents) {
      for (const position of [1, 2, 3, 4]) all.push((await segmentAt(here.app, document, position)).target)
    }
    return all
  }
  const ten = (of: readonly string[]) => documents.flatMap(() => of)
  expect(await texts()).toEqual(ten(english))

  await page.goto(`/terms?search=${encodeURIComponent('الحشد الشعبي')}`)
  await page.locator('.glossary a').first().click()
  await page.locator('[name="rendering"]').first().fill('Hashd al-Shaabi')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await reads(page.locator('main'), /Would break it ?2\d/)
  await reads(page.locator('.carried'), /قانون الحشد الشعبي.*Popular Mobilization Forces law/)
  await page.getByRole('button', { name: 'Save the decision' }).click()

  await reads(page.locator('.mends').first(), /Popular Mobilization/)
  expect(await inSight(page, 'Take back the decision')).toBe(true)
  await page.locator('.mends > li').nth(15).scrollIntoViewIfNeeded()
  expect(await inSight(page, /^Mend all 3\d/)).toBe(true)
  const next = await page.locator('.mends > li').nth(16).getAttribute('id')
  await page.locator('.mends > li').nth(15).getByRole('button').click()
  await page.waitForURL(`**#${next}`)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(next)
  await page.getByRole('button', { name: /^Mend all 3\d/ }).click()
  await reads(page.locator('main'), /3\d segments were mended/)
  await reads(page.locator('main'), /Every translated text follows this decision/)
  expect(await texts()).toEqual(ten(mended))

  await page.goto(`/documents/${documents[3]!.id}?at=2`)
  await reads(rowOn(page, 2).status, /Translated/)
  expect(await rowOn(page, 2).below.textContent()).not.toMatch(/Popular Mobilization/)
  await reads(page.locator('.pane'), /term changed/)
  await page.goBack()
  await page.getByRole('button', { name: /^Take back the decision and its/ }).click()
  await reads(page.locator('h1'), /Taken back/)
  expect(await texts()).toEqual(ten(english))
})
