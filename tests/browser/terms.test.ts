import { expect, test } from 'vitest'
import { addArticle, segmentAt } from '../support/app.ts'
import { holds, isInHand, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()

test('a term added from the segment in hand brings back to it, with what was typed saved and the term found', async () => {
  const document = await addArticle(here.app, ['اجتمع المجلس صباحاً.', 'وبحث ملف سد الزيتونة مع الأهالي.'])
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=2`)
  await isInHand(rowOn(page, 2).field)
  await page.keyboard.insertText('It discussed the dam.')
  await page.locator('[data-add-term] summary').click()
  await page.locator('[data-add-term] [name="spellings"]').fill('سد الزيتونة')
  await page.locator('[data-add-term] [name="rendering"]').fill('Zaytuna Dam')
  await page.locator('[data-add-term]').getByRole('button', { name: 'Add a term' }).click()

  await page.locator('.pane-terms').getByText('سد الزيتونة').waitFor()
  expect(new URL(page.url()).search).toBe('?at=2')
  await isInHand(rowOn(page, 2).field)
  await holds(rowOn(page, 2).field, 'It discussed the dam.')
  expect((await segmentAt(here.app, document, 2)).target).toBe('It discussed the dam.')
  expect(await rowOn(page, 2).row.locator('.source mark').allTextContents()).toContain('سد الزيتونة')
  await reads(rowOn(page, 2).below, /سد الزيتونة is here; the English lacks “Zaytuna Dam”/)
})

test('a term that is half typed goes along from row to row, and once added leads back to the row that is then in hand', async () => {
  const document = await addArticle(here.app, ['اجتمع مجلس العين صباحاً.', 'وبحث ملف سد اللوز مع الأهالي.'])
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=2`)
  const form = page.locator('[data-add-term]')
  await form.locator('summary').click()
  await form.locator('[name="spellings"]').fill('سد اللوز')
  await form.locator('[name="rendering"]').fill('Lawz Dam')
  await rowOn(page, 1).field.click()
  await reads(page.locator('.pane-handle'), 'Segment 1')
  await holds(form.locator('[name="spellings"]'), 'سد اللوز')
  await holds(form.locator('[name="rendering"]'), 'Lawz Dam')
  await isInHand(rowOn(page, 1).field)

  await rowOn(page, 2).field.click()
  await reads(page.locator('.pane-handle'), 'Segment 2')
  await rowOn(page, 1).field.click()
  await reads(page.locator('.pane-handle'), 'Segment 1')
  await form.getByRole('button', { name: 'Add a term' }).click()
  await page.waitForURL(/at=1$/)
  expect(await rowOn(page, 2).row.locator('.source mark').allTextContents()).toContain('سد اللوز')
})

test('a rendering pressed in the pane comes to where the caret was', async () => {
  const document = await addArticle(here.app, ['وصلت قيادة الحشد الشعبي إلى الأنبار.'])
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  await page.keyboard.insertText('Leaders of the  came.')
  for (let left = 0; left < ' came.'.length; left++) await page.keyboard.press('ArrowLeft')
  await page.locator('.pane').getByRole('button', { name: 'Popular Mobilization Forces' }).click()
  await holds(rowOn(page, 1).field, 'Leaders of the Popular Mobilization Forces came.')
})

test('a term is changed and retired, and its former states stay to be read', async () => {
  const { page } = await here.visit()
  await page.goto(`/terms?search=${encodeURIComponent('خلية الإعلام الأمني')}`)
  await page.locator('.glossary a').first().click()
  await page.getByLabel('Note').fill('The government’s own English.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await reads(page.locator('.history'), /The government’s own English/)
  await page.getByText('The entry is saved.').waitFor()
  await page.getByRole('button', { name: 'Retire this term' }).click()
  await reads(page.locator('main'), /every text stays as it is/)
  await page.getByRole('button', { name: 'Retire this term' }).click()
  await reads(page.locator('h1'), /Retired/)
  await page.getByRole('button', { name: 'Use this term again' }).click()
  await page.getByRole('button', { name: 'Retire this term' }).waitFor()
})
