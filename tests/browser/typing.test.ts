import { expect, test } from 'vitest'
import { addArticle, segmentAt } from '../support/app.ts'
import { holds, isInHand, number, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()
const arabic = ['جماعة مرتبطة بالحشد الشعبي.', 'ولم تدل الحكومة بأي تصريح.']
const broken = 'A group linked to the Popular Mobilization Units.'
const right = 'A group linked to the Popular Mobilization Forces.'

async function workbench(options = {}) {
  const document = await addArticle(here.app, arabic)
  const { page } = await here.visit(options)
  await page.goto(`/documents/${document.id}?at=1`)
  return { page, document, ...rowOn(page, 1) }
}

test('a letter typed and taken back leaves the terms marked', async () => {
  const { page, row, field, saved } = await workbench()
  await field.fill(right)
  await reads(saved, /^Saved/)
  await number(row.locator('.mirror mark'), 1)
  await field.press('End')
  await page.keyboard.type('x')
  await number(row.locator('.mirror mark'), 0)
  await page.keyboard.press('Backspace')
  await number(row.locator('.mirror mark'), 1)
  expect(await row.locator('.mirror').textContent()).toBe(`${right}\u200b`)
})

test('Ctrl+Z takes a mend back, and after it what was typed before', async () => {
  const { page, row, field, below } = await workbench()
  await field.click()
  await page.keyboard.insertText(broken)
  await reads(below, /which we avoid/)
  await row.getByRole('button', { name: 'Use “Popular Mobilization Forces”' }).click()
  await holds(field, right)
  await isInHand(field)
  await page.keyboard.press('Control+z')
  await holds(field, broken)
  await page.keyboard.press('Control+z')
  await holds(field, '')
})

test('a pause in mid-sentence says nothing of what is not written yet, and moves nothing; what is wrong is said', async () => {
  const { page, field, saved, below, document } = await workbench()
  await field.click()
  await page.keyboard.insertText('A group')
  const height = await rowOn(page, 1).row.evaluate((row) => row.getBoundingClientRect().height)
  await reads(saved, /^Saved/)
  expect(await below.locator('.finding').count()).toBeGreaterThan(0)
  expect(await below.locator('.finding').first().isVisible()).toBe(false)
  expect(await rowOn(page, 1).row.evaluate((row) => row.getBoundingClientRect().height)).toBe(height)
  await page.keyboard.press('Control+s')
  await below.locator('.finding').first().waitFor()
  expect((await segmentAt(here.app, document, 1)).target).toBe('A group')
})

test('what is lacking is said when the row is left, and stays while somebody writes on', async () => {
  const { page, field, saved, below } = await workbench()
  await field.click()
  await page.keyboard.insertText('A group')
  await reads(saved, /^Saved/)
  await page.keyboard.press('Alt+ArrowDown')
  await below.locator('.finding').first().waitFor()
  await page.keyboard.press('Control+s')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Control+s')
  await below.locator('.finding').first().waitFor()
  await page.keyboard.insertText(' left')
  await reads(saved, /^Saved/)
  expect(await below.locator('.finding').first().isVisible()).toBe(true)
})

test('what is said when a row is left pushes nothing away that is being pressed for it, and stays when the row is entered again', async () => {
  const { page, row, field, saved, below } = await workbench()
  await field.click()
  await page.keyboard.insertText('A group')
  await reads(saved, /^Saved/)
  const menu = rowOn(page, 2).row.locator('.menu > summary')
  const { x, y } = (await menu.boundingBox())!
  await page.mouse.move(x + 5, y + 5)
  await page.mouse.down()
  await rowOn(page, 2).row.and(page.locator('.in-hand')).waitFor()
  expect(await menu.boundingBox()).toMatchObject({ x, y })
  await page.mouse.up()
  await rowOn(page, 2).row.getByRole('button', { name: 'Needs changes' }).waitFor()
  await below.locator('.finding').first().waitFor()
  const height = await row.evaluate((row) => row.getBoundingClientRect().height)
  await field.focus()
  expect(await row.evaluate((row) => row.getBoundingClientRect().height)).toBe(height)
})

test.each([true, false])('“Needs changes” without a reason asks for it in the open menu (with script: %s)', async (javaScriptEnabled) => {
  const { page, row, field, below } = await workbench({ javaScriptEnabled })
  await field.fill(right)
  await row.locator('.menu summary').click()
  await row.locator('.menu').getByRole('button', { name: 'Needs changes' }).click()
  await reads(below, /A reason is needed/)
  const reason = row.locator('.menu input')
  await reason.waitFor()
  if (javaScriptEnabled) await isInHand(reason)
  await page.keyboard.type('The name')
  if (javaScriptEnabled) await holds(reason, 'The name')
})

test('to keep a finding without a reason asks for it where the finding stands', async () => {
  const { row, field, below } = await workbench()
  await field.fill(broken)
  await reads(below, /which we avoid/)
  await row.locator('.waive summary').first().click()
  await row.locator('.waive button').first().click()
  await reads(below, /A reason is needed/)
  await isInHand(row.locator('.waive input').first())
})

test('an empty segment that cannot be confirmed has nothing unsaved', async () => {
  const { page, field, saved, below } = await workbench()
  await field.click()
  await page.keyboard.press('Control+Enter')
  await reads(below, /has no English yet/)
  expect(await saved.textContent()).toBe('')
})

test('a half-typed reason stays half typed when the English is saved', async () => {
  const { row, field, below, saved, document } = await workbench()
  await field.fill(broken)
  await reads(below, /which we avoid/)
  await row.locator('.menu summary').click()
  await row.locator('.menu input').fill('The na')
  await row.getByRole('button', { name: 'Save', exact: true }).click()
  await reads(saved, /^Saved/)
  expect((await segmentAt(here.app, document, 1)).status).toBe('draft')
  await holds(row.locator('.menu input'), 'The na')
})
