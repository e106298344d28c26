import { expect, test } from 'vitest'
import { addArticle, saveElsewhere, segmentAt } from '../support/app.ts'
import { holds, number, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()

test.each([true, false])('changes that do not touch each other are merged on offer (with script: %s)', async (javaScriptEnabled) => {
  const document = await addArticle(here.app, ['غادر البلدة عند الفجر.'])
  await saveElsewhere(here.app, document, 1, 'He left the town\nat dawn.', 'Nadia')
  const { page } = await here.visit({ javaScriptEnabled })
  await page.goto(`/documents/${document.id}?at=1`)
  const { row, field, below } = rowOn(page, 1)
  await saveElsewhere(here.app, document, 1, 'He left the town\nat noon.')
  await field.fill('She left the town\nat dawn.')
  if (!javaScriptEnabled) await row.locator('button[value="save"]').click()
  await reads(below, /Both began from this text: He left the town at dawn\./)
  await reads(below, /Together they read: She left the town at noon\./)
  await row.getByRole('button', { name: 'Take both changes' }).click()
  await number(below.locator('.conflict'), 0)
  await holds(field, 'She left the town\nat noon.')
  expect((await segmentAt(here.app, document, 1)).target).toBe('She left the town\nat noon.')
})

test('somebody’s own text from another window is called their own', async () => {
  const document = await addArticle(here.app, ['غادر البلدة عند الفجر.'])
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const { field, below } = rowOn(page, 1)
  await saveElsewhere(here.app, document, 1, 'He left.', 'Nadia')
  await field.fill('She left.')
  await reads(below, /You saved segment 1 in another window meanwhile/)
})
