import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addArticle, segmentAt } from '../support/app.ts'
import { holds, isInHand, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()
const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }

test.each(['en', 'ar'] as const)(
  'with a thumb: a text is written, a term put in from the sheet, the text confirmed, in %s',
  async (language) => {
    const document = await addArticle(here.app, ['وصل الوفد إلى الأنبار.', 'وغادر الوفد الأنبار.', 'ولم يدل بأي تصريح.'])
    const { page } = await here.visit({ ...phone, language })
    await page.goto(`/documents/${document.id}?at=3`)
    const [first, second] = [rowOn(page, 1), rowOn(page, 2)]
    await first.field.tap()
    await page.keyboard.insertText('The delegation came to')
    await page.locator('.pane-handle').tap()
    await page.locator('.pane [data-number="1"]').tap()
    await holds(first.field, 'The delegation came to Anbar')
    await standsAboveSheet(page, first.field)
    await first.row.locator('.row-actions .primary').tap()
    await isInHand(second.field)
    await standsAboveSheet(page, second.field)
    await reads(first.status, /Translated|مترجَم/)
    expect((await segmentAt(here.app, document, 1)).status).toBe('translated')
  },
)

test('the row one goes on to comes to stand above the open sheet', async () => {
  const { page } = await here.visit(phone)
  await page.goto('/documents/1?at=4')
  await page.locator('.pane-handle').tap()
  await rowOn(page, 4).field.focus()
  for (const position of [5, 6, 7]) {
    await page.keyboard.press('Alt+ArrowDown')
    await isInHand(rowOn(page, position).field)
    await standsAboveSheet(page, rowOn(page, position).field)
  }
})

/** Waits until the end of a field, and the caret with it, stands above the sheet, and not above the window. */
async function standsAboveSheet(page: Page, field: Locator): Promise<void> {
  const end = async () => {
    const [written, sheet] = await Promise.all([field.boundingBox(), page.locator('.pane').boundingBox()])
    return written && sheet ? written.y + written.height > 0 && written.y + written.height <= sheet.y : false
  }
  await expect.poll(end).toBe(true)
}
