import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { segmentAt } from '../support/app.ts'
import { holds, isInHand, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()

test('a row that was entered before the script is there is in hand, and its keys work', async () => {
  const { page, script } = await slowly('/documents/1')
  await rowOn(page, 5).field.click()
  await page.keyboard.insertText('The government’s ')
  await script()
  await page.keyboard.insertText('position')
  await page.keyboard.press('Control+Enter')
  await reads(rowOn(page, 5).status, 'Translated')
  await isInHand(rowOn(page, 6).field)
})

test('what was typed before the script is there is saved without another key', async () => {
  const { page, script } = await slowly('/documents/1?at=11')
  await rowOn(page, 11).field.click()
  await page.keyboard.insertText('The coalition: no casualties')
  await script()
  await reads(rowOn(page, 11).saved, /^Saved/)
  const document = (await here.app.store.documents.get(1))!
  expect((await segmentAt(here.app, document, 11)).target).toBe('The coalition: no casualties')
})

test('the script does not call back who has gone to another row', async () => {
  const { page, script } = await slowly('/documents/1?at=17')
  await rowOn(page, 17).field.click()
  await page.keyboard.insertText('Reactions')
  await rowOn(page, 18).field.click()
  await script()
  await isInHand(rowOn(page, 18).field)
  await page.keyboard.insertText('Regionally')
  await holds(rowOn(page, 18).field, 'Regionally')
  await holds(rowOn(page, 17).field, 'Reactions')
})

/** A page whose script comes only when it is let through. */
async function slowly(address: string): Promise<{ page: Page; script: () => Promise<void> }> {
  const { page } = await here.visit()
  let letThrough = () => {}
  const asked = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/script/workbench.js', async (route) => {
    await asked
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await rowOn(page, 1).field.waitFor()
  const script = async () => {
    letThrough()
    await page.locator('.scripted').waitFor()
  }
  return { page, script }
}
