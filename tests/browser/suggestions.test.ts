import { expect, test } from 'vitest'
import { addArticle } from '../support/app.ts'
import { holds, isInHand, number, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()

/** The sample article that comes with its translation. */
const parliament = 'مجلس النواب يقر'

test('a name of the sample article is added with one press and found at once', async () => {
  const { page } = await here.visit()
  await page.goto('/documents')
  await page.locator('.list-main', { hasText: parliament }).click()
  await page.getByRole('link', { name: 'Suggested terms' }).click()
  const name = page.getByRole('form', { name: 'نور السامرائي' })
  await holds(name.getByRole('textbox'), 'Nour al-Samarrai')
  await name.getByRole('button', { name: 'Add' }).click()

  await name.waitFor({ state: 'detached' })
  expect(page.url()).toContain('/terms/suggestions?document=')
  await page.locator('.crumbs a').last().click()
  await page.locator('.source mark', { hasText: 'نور السامرائي' }).waitFor()
})

test('everything of the glossary is one press away', async () => {
  const { page } = await here.visit()
  await page.goto('/terms')
  for (const part of ['Suggested terms', 'Names in several ways', 'Concordance', 'Import', 'Imports and changes', 'Entries']) {
    await page.getByRole('navigation', { name: 'Parts of the glossary' }).getByRole('link', { name: part, exact: true }).click()
    await reads(page.locator('.parts [aria-current]'), part)
  }
})

test('without script it is one press as well', async () => {
  const { page } = await here.visit({ javaScriptEnabled: false })
  await page.goto('/terms/suggestions')
  await page.getByRole('form', { name: 'كريم الشمري' }).getByRole('button', { name: 'Add' }).click()
  await number(page.getByRole('form', { name: 'كريم الشمري' }), 0)
  expect(new URL(page.url()).pathname).toBe('/terms/suggestions')
})

test('Alt+K opens every place of the selected word in a page of its own, with the Arabic layout too', async () => {
  const document = await addArticle(here.app, ['اجتمع مجلس الزيتونة صباحاً.', 'ورد على مجلس الزيتونة.'])
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  await isInHand(rowOn(page, 1).field)
  await rowOn(page, 2)
    .row.locator('.source')
    .evaluate((source) => {
      const text = source.textContent ?? ''
      const range = source.ownerDocument.createRange()
      range.setStart(source.firstChild!, text.indexOf('الزيتونة'))
      range.setEnd(source.firstChild!, text.indexOf('الزيتونة') + 'الزيتونة'.length)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    })
  const opening = page.context().waitForEvent('page')
  await rowOn(page, 1).field.dispatchEvent('keydown', { key: 'ن', code: 'KeyK', altKey: true })
  const concordance = await opening
  await concordance.locator('.kwic-list').waitFor()
  expect(await concordance.locator('mark.kwic-word').allTextContents()).toEqual(['الزيتونة', 'الزيتونة'])
  await reads(concordance.locator('.kwic').first(), 'اجتمع مجلس الزيتونة صباحاً.')
  await concordance.close()
})
