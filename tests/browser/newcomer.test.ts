import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { holds, isInHand, reads, rowOn, stage } from '../support/browser.ts'

const here = stage('')

/** The sample's first paragraphs, with the glossary's own words, and one in which a required term will be broken. */
const english = [
  'Drone Attack on Ain al-Asad Air Base; Iraqi Government Threatens Perpetrators',
  'Baghdad – Ain al-Asad air base in western Iraq, which hosts forces of the international coalition, came under a drone attack at dawn on Saturday that caused no casualties, the Security Media Cell said.',
  'The cell said in a statement that air defenses “shot down one of the two drones”, and that security forces had found an abandoned launcher in the Hit desert.',
]
const broken = 'Local media had spoken of an unknown group linked to the Popular Mobilization Units, but the Anbar command denied it.'
const mended = broken.replace('Units', 'Forces')

test('a newcomer translates three paragraphs with the keyboard, breaks a term, is told, mends it, compares revisions and takes the Word document home', async () => {
  const { page } = await here.visit()
  await page.goto('/')
  await page.getByLabel('Your name').fill('Nadia Haddad')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'قاعدة عين الأسد' }).click()

  await rowOn(page, 1).field.click()
  for (const [index, text] of english.entries()) {
    await isInHand(rowOn(page, index + 1).field)
    await page.keyboard.insertText(text)
    await page.keyboard.press('Control+Enter')
    await reads(rowOn(page, index + 1).status, 'Translated')
  }
  await isInHand(rowOn(page, 4).field)
  await reads(page.locator('[data-progress] .summary'), /^3 of 21 segments/)

  const ninth = rowOn(page, 9)
  await ninth.field.click()
  await page.keyboard.insertText(broken)
  await page.keyboard.press('Control+Enter')
  await reads(ninth.below, /stays a draft until the required term below is mended/)
  await reads(ninth.below, /بالحشد الشعبي is here; the English has “Popular Mobilization Units”, which we avoid\./)
  await reads(ninth.status, 'Draft')
  await holds(ninth.field, broken)

  await ninth.row.getByRole('button', { name: 'Use “Popular Mobilization Forces”' }).click()
  await holds(ninth.field, mended)
  await ninth.row.getByRole('button', { name: 'Confirm' }).click()
  await reads(ninth.status, 'Translated')
  await isInHand(rowOn(page, 10).field)

  await ninth.field.fill(mended.replace('unknown', 'unnamed'))
  await page.keyboard.press('Control+s')
  await reads(ninth.saved, /^Saved \d\d:\d\d/)
  await ninth.row.getByRole('link', { name: 'History' }).click()
  await comparesTwoRevisions(page)

  await page.locator('.crumbs a').last().click()
  await page.locator('.document-top').getByRole('link', { name: 'Export' }).click()
  expect(await downloadedText(page)).toEqual(
    expect.arrayContaining(['مرتبطة بالحشد الشعبي', 'linked to the Popular Mobilization Forces', ...english.slice(2)]),
  )
})

async function comparesTwoRevisions(page: Page): Promise<void> {
  const [newest] = await page
    .getByLabel('to revision')
    .locator('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value')))
  await page.getByLabel('From revision').selectOption(String(Number(newest) - 1))
  await page.getByLabel('to revision').selectOption(newest ?? '')
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect.poll(() => page.locator('.compared del').allTextContents()).toEqual(['removed: unknown'])
  expect(await page.locator('.compared ins').allTextContents()).toEqual(['added: unnamed'])
  expect(await page.locator('.compared').textContent()).toContain('Nadia Haddad')
}

/** Which of the looked-for sentences stand in the Word document that the page hands over. */
async function downloadedText(page: Page): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Word (DOCX)' }).first().click()])
  expect(download.suggestedFilename()).toMatch(/\.docx$/)
  const bytes = await readFile(await download.path())
  expect(strFromU8(bytes.subarray(0, 2))).toBe('PK')
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const text = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
  const looked = ['مرتبطة بالحشد الشعبي', 'linked to the Popular Mobilization Forces', ...english.slice(2)]
  return looked.filter((sentence) => text.includes(sentence))
}

test('without script the same job is done with plain forms', async () => {
  const { page } = await here.visit({ javaScriptEnabled: false })
  await page.goto('/documents/1?at=11')
  const row = rowOn(page, 11)
  await row.field.fill('International coalition: no injuries')
  await row.row.getByRole('button', { name: 'Confirm' }).click()
  await reads(row.status, 'Translated')
  expect(new URL(page.url()).search).toBe('?at=12')

  await page.goto('/documents/1?at=8')
  const eighth = rowOn(page, 8)
  await eighth.field.fill(
    'The Popular Mobilization Commission denied it; “the brigades of the Popular Mobilization Units obey”, in Anbar, it said.',
  )
  await eighth.row.getByRole('button', { name: 'Confirm' }).click()
  await reads(eighth.status, 'Draft')
  await reads(eighth.below, /“Popular Mobilization Units”, which we avoid/)
  await eighth.row.getByRole('button', { name: 'Use “Popular Mobilization Forces”' }).click()
  await eighth.row.getByRole('button', { name: 'Confirm' }).click()
  await reads(eighth.status, 'Translated')
  expect(await eighth.field.inputValue()).toContain('brigades of the Popular Mobilization Forces obey')

  await page.goto('/documents/1?at=8')
  await eighth.row.getByRole('link', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Compare' }).click()
  await reads(page.locator('h1'), 'History of segment 8')
  const { status } = await page.request.get('/documents/1/export/bilingual.docx').then((answer) => ({ status: answer.status() }))
  expect(status).toBe(200)
})
