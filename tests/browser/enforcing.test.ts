import { expect, test } from 'vitest'
import { addTerm } from '../../src/actions/add-term.ts'
import { addArticle, saveElsewhere, segmentAt, somebody } from '../support/app.ts'
import { holds, number, reads, rowOn, stage } from '../support/browser.ts'
import { entry } from '../support/cast.ts'

const here = stage()

test('what is lacking is put in at the caret, with the spaces it needs', async () => {
  await addTerm(here.app.store, here.app.desk.id, entry('سد الزيتونة', 'Zaytuna Dam'), somebody('Nadia'))
  const document = await addArticle(here.app, ['وبحث المجلس ملف سد الزيتونة.'])
  await saveElsewhere(here.app, document, 1, 'The council discussed of the day.')
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const { row, field } = rowOn(page, 1)
  await field.press('End')
  for (let left = 0; left < 'of the day.'.length; left++) await field.press('ArrowLeft')
  await row.getByRole('button', { name: 'Put in “Zaytuna Dam”' }).click()
  await holds(field, 'The council discussed Zaytuna Dam of the day.')
  await reads(rowOn(page, 1).below, '')
  await expect.poll(async () => (await segmentAt(here.app, document, 1)).target).toBe('The council discussed Zaytuna Dam of the day.')
})

test('where nobody has put the caret anywhere it goes to the end', async () => {
  const document = await addArticle(here.app, ['وصلت قيادة الحشد الشعبي.', 'وصلت قيادة الحشد الشعبي إلى الأنبار.'])
  await saveElsewhere(here.app, document, 2, 'Leaders came of')
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const { row, field } = rowOn(page, 2)
  await row.getByRole('button', { name: 'Put in “Popular Mobilization Forces”' }).click()
  await holds(field, 'Leaders came of Popular Mobilization Forces')
})

test('without script there is no such button, a rendering is only read, and an entry can be said to be never meant', async () => {
  const document = await addArticle(here.app, ['وصلت قيادة الحشد الشعبي إلى الأنبار.'])
  await saveElsewhere(here.app, document, 1, 'Leaders came.')
  const { page } = await here.visit({ javaScriptEnabled: false })
  await page.goto(`/documents/${document.id}?at=1`)
  await reads(rowOn(page, 1).below, /lacks “Popular Mobilization Forces”/)
  expect(await page.getByRole('button', { name: /^Put in/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Popular Mobilization Forces' }).count()).toBe(0)
  await page.locator('.pane-renderings').getByText('Popular Mobilization Forces').first().waitFor()
  await page.locator('.pane-terms li', { hasText: 'الحشد الشعبي' }).getByRole('button', { name: 'Never meant here' }).click()
  await number(rowOn(page, 1).below.getByText('Popular Mobilization Forces'), 0)
  expect(new URL(page.url()).search).toBe('?at=1')
  const never = page.locator('.pane-never li', { hasText: 'الحشد الشعبي' })
  await never.getByRole('button', { name: 'Look for it again' }).click()
  await reads(rowOn(page, 1).below, /lacks “Popular Mobilization Forces”/)
  expect(await never.count()).toBe(0)
  await page.locator('.pane-terms li', { hasText: 'الحشد الشعبي' }).getByRole('button', { name: 'Never meant here' }).click()
  await page.getByRole('link', { name: 'About this document' }).click()
  await page.getByRole('button', { name: 'Look for it again' }).click()
  await number(page.getByRole('heading', { name: 'Never meant in this document' }), 0)
  await page.goto(`/documents/${document.id}?at=1`)
  await reads(rowOn(page, 1).below, /lacks “Popular Mobilization Forces”/)
})
