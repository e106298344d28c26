import { expect, test } from 'vitest'
import { addArticle, segmentAt } from '../support/app.ts'
import { holds, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()
const broken = 'A group linked to the Popular Mobilization Units.'
const article = () => addArticle(here.app, ['جماعة مرتبطة بالحشد الشعبي.', 'ولم تدل الحكومة بأي تصريح.'])

test('a reason that is being typed stays where it is while the English saves itself', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const { row, field, saved, below } = rowOn(page, 1)
  await field.fill(broken)
  await reads(below, /which we avoid/)
  await field.press('End')
  await field.pressSequentially(' It')
  await row.locator('.waive summary').first().click()
  const reason = row.locator('.waive input').first()
  await reason.pressSequentially('The ministry ')
  await reads(saved, /^Saved/)
  await reason.pressSequentially('says so')
  await holds(reason, 'The ministry says so')
  await holds(field, `${broken} It`)
})

test.each([true, false])('Enter in the field for a reason keeps the finding, with script or without (%s)', async (javaScriptEnabled) => {
  const document = await article()
  const { page } = await here.visit({ javaScriptEnabled })
  await page.goto(`/documents/${document.id}?at=1`)
  const { row, field, below } = rowOn(page, 1)
  await field.fill(broken)
  if (!javaScriptEnabled) await row.locator('button[value="save"]').last().click()
  await reads(below, /which we avoid/)
  await row.locator('.waive summary').first().click()
  await row.locator('.waive input').first().fill('A quotation')
  await row.locator('.waive input').first().press('Enter')
  await reads(below, /Kept by Nadia: A quotation/)
})

test('a segment confirmed while the server is away is confirmed when it answers again', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=2`)
  const { field, saved } = rowOn(page, 2)
  await field.pressSequentially('The government made no statement.')
  await reads(saved, /^Saved/)
  await here.app.stop()
  await field.press('Control+Enter')
  await reads(saved, /^The server cannot be reached/)
  await here.app.resume()
  await reads(rowOn(page, 2).status, /Translated/)
  expect((await segmentAt(here.app, document, 2)).status).toBe('translated')
})

test('a text kept for a segment of another page is pointed to, and opens with it', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const { id, version } = await segmentAt(here.app, document, 2)
  await page.evaluate(
    ([key, kept]) => localStorage.setItem(key!, kept!),
    [`tarjuman.${(await here.app.store.desks.first())!.seal}.${id}.x`, JSON.stringify({ version, target: 'Kept words.', at: 1 })],
  )
  await page.goto('/documents')
  await reads(page.locator('[data-kept-elsewhere]'), /has not reached the server yet/)
  await page.locator('[data-kept-elsewhere] a').click()
  await holds(rowOn(page, 2).field, 'Kept words.')
  await expect.poll(async () => (await segmentAt(here.app, document, 2)).target).toBe('Kept words.')
})

test('the menu of statuses closes at Escape and when the English is entered', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const { row, field } = rowOn(page, 1)
  await row.locator('.menu summary').click()
  expect(await row.locator('.menu').getAttribute('open')).toBe('')
  await page.keyboard.press('Escape')
  expect(await row.locator('.menu').getAttribute('open')).toBeNull()
  await row.locator('.menu summary').click()
  await field.focus()
  expect(await row.locator('.menu').getAttribute('open')).toBeNull()
})
