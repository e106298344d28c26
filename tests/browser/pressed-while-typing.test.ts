import { expect, test } from 'vitest'
import { addArticle, segmentAt } from '../support/app.ts'
import { holds, isInHand, number, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()

test('an entry said to be never meant right after typing: the text is saved first, and then the decision', async () => {
  const document = await addArticle(here.app, ['وصلت قيادة الحشد الشعبي إلى الأنبار.'])
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  await rowOn(page, 1).field.pressSequentially('Leaders came.')
  await page.locator('.pane-terms li', { hasText: 'الحشد الشعبي' }).getByRole('button', { name: 'Never meant here' }).click()
  await reads(page.locator('.pane-never li'), /الحشد الشعبي/)
  await number(rowOn(page, 1).below.getByText('Popular Mobilization Forces'), 0)
  expect((await segmentAt(here.app, document, 1)).target).toBe('Leaders came.')
})

test('a new entry typed beside the text while the text is being saved stays where it is', async () => {
  const document = await addArticle(here.app, ['وصلت قيادة اللواء إلى الأنبار.'])
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const { field, saved } = rowOn(page, 1)
  const spelling = page.locator('[data-add-term] [name="spellings"]')
  const loaded = page.waitForResponse(/part=pane/)
  await field.pressSequentially('Leaders came.')
  await page.locator('[data-add-term] summary').click()
  await spelling.fill('اللواء')
  await (await loaded).finished()
  await reads(saved, /^Saved/)
  await holds(spelling, 'اللواء')
  await isInHand(spelling)
})
