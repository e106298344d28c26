import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addArticle, saveElsewhere, segmentAt } from '../support/app.ts'
import { holds, isInHand, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()
const article = () => addArticle(here.app, ['وصل الوفد صباح السبت.', 'وغادر مساء الأحد.', 'ولم يدل بأي تصريح.'])
const stored = async (document: Awaited<ReturnType<typeof article>>, position: number) =>
  (await segmentAt(here.app, document, position)).target

test('while the server is away the words say so, the text survives a reload and is saved when the server is back', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const first = rowOn(page, 1)
  await here.app.stop()
  await first.field.pressSequentially('The delegation arrived on Saturday.')
  await reads(first.saved, /^The server cannot be reached\. Your text is kept in this browser/)
  expect(await stored(document, 1)).toBe('')

  await here.app.resume()
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await holds(first.field, 'The delegation arrived on Saturday.')
  await reads(first.saved, /^(Your unsaved text was kept|Saved)/)
  await expect.poll(() => stored(document, 1)).toBe('The delegation arrived on Saturday.')
})

test('a fault of the program is not called an unreachable server; the text is kept and sent again', async () => {
  const document = await article()
  const { page, complaints } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  let faults = 0
  await page.route('**/segments/*', (route) =>
    route.request().method() === 'POST' && ++faults === 1 ? route.fulfill({ status: 500, body: 'fault' }) : route.continue(),
  )
  await rowOn(page, 1).field.pressSequentially('It arrived.')
  await reads(rowOn(page, 1).saved, /^The program could not save this/)
  expect(await page.evaluate(() => Object.values(localStorage).join())).toContain('It arrived.')
  await reads(rowOn(page, 1).saved, /^Saved/)
  expect(await stored(document, 1)).toBe('It arrived.')
  expect(complaints.splice(0)).toEqual([expect.stringContaining('500')])
})

test('a page left open sends by itself what it kept while the server was away', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=2`)
  const second = rowOn(page, 2)
  await here.app.stop()
  await second.field.pressSequentially('It left.')
  await reads(second.saved, /^The server cannot be reached/)
  await here.app.resume()
  await reads(second.saved, /^Saved/)
  expect(await stored(document, 2)).toBe('It left.')
  await page.reload()
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('closing the page warns only while something is unsaved', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const first = rowOn(page, 1)
  const warnings: string[] = []
  page.on('dialog', async (dialog) => {
    warnings.push(dialog.type())
    await dialog.accept()
  })
  await first.field.pressSequentially('Saved.')
  await reads(first.saved, /^Saved/)
  await page.reload()
  expect(warnings).toEqual([])

  await page.route('**/segments/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await first.field.pressSequentially(' Not yet.')
  await page.reload()
  expect(warnings).toEqual(['beforeunload'])
})

test('a link pressed right after typing saves first and then goes there, without a warning', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const warnings: string[] = []
  page.on('dialog', async (dialog) => {
    warnings.push(dialog.type())
    await dialog.accept()
  })
  await rowOn(page, 1).field.pressSequentially('It arrived.')
  await page.locator('.document-top').getByRole('link', { name: 'Export' }).click()
  await reads(page.locator('h1'), 'Export')
  expect(warnings).toEqual([])
  expect(await stored(document, 1)).toBe('It arrived.')
})

test('a text typed and taken back again leaves nothing behind that could come back later', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const first = rowOn(page, 1)
  await first.field.pressSequentially('It')
  await reads(first.saved, /^Not saved yet/)
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await reads(first.saved, /^$|^Saved/)
  await expect.poll(() => stored(document, 1)).toBe('')
  await page.reload()
  await holds(first.field, '')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('of two tabs on one segment the later is told, sees both texts, and saves its own', async () => {
  const document = await article()
  const { page } = await tabThatComesLate(document.id, 'Mine: it arrived.')
  const first = rowOn(page, 1)
  await reads(first.below, /was changed by somebody else meanwhile\. Nothing is lost/)
  await reads(first.below.locator('.conflict-text'), 'Theirs: it came.')
  await holds(first.field, 'Mine: it arrived.')
  expect(await stored(document, 1)).toBe('Theirs: it came.')

  await first.row.getByRole('button', { name: 'Save mine' }).click()
  await expect.poll(() => stored(document, 1)).toBe('Mine: it arrived.')
  await expect.poll(() => first.below.locator('.conflict').count()).toBe(0)
  const revisions = await here.app.store.revisions.list((await segmentAt(here.app, document, 1)).id)
  expect(revisions.map((revision) => revision.target)).toEqual(['Mine: it arrived.', 'Theirs: it came.'])
})

test('or it takes the other text, without a warning and without a trace in the field', async () => {
  const document = await article()
  const { page } = await tabThatComesLate(document.id, 'Mine: it arrived.')
  const first = rowOn(page, 1)
  const warnings: string[] = []
  page.on('dialog', async (dialog) => {
    warnings.push(dialog.type())
    await dialog.accept()
  })
  await first.row.getByText('Take the other text').click()
  await holds(first.field, 'Theirs: it came.')
  await page.keyboard.press('Control+z')
  await holds(first.field, 'Mine: it arrived.')
  await page.keyboard.press('Control+Shift+z')
  await holds(first.field, 'Theirs: it came.')
  expect(warnings).toEqual([])
  await page.reload()
  await holds(first.field, 'Theirs: it came.')
  expect(await stored(document, 1)).toBe('Theirs: it came.')
  const revisions = await here.app.store.revisions.list((await segmentAt(here.app, document, 1)).id)
  expect(revisions.map((revision) => revision.target)).toEqual(['Theirs: it came.', 'Mine: it arrived.', 'Theirs: it came.'])
})

test('what one tab keeps of a segment no other tab throws away by saving its own', async () => {
  const document = await article()
  const { page } = await tabThatComesLate(document.id, 'Mine: it arrived.')
  const other = await page.context().newPage()
  await other.goto(`/documents/${document.id}?at=2`)
  await rowOn(other, 1).field.fill('Theirs again: it came.')
  await reads(rowOn(other, 1).saved, /^Saved/)
  await rowOn(page, 1).field.pressSequentially(' At last.')
  await reads(rowOn(page, 1).saved, /^Not saved yet/)
  await rowOn(other, 1).field.fill('Theirs once more: it came.')
  await reads(rowOn(other, 1).saved, /^Saved/)
  expect(await page.evaluate(() => Object.values(localStorage).join())).toContain('Mine: it arrived. At last.')
})

test('what was kept of another database at the same address comes into no text of this one', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto('/documents')
  const { id, version } = await segmentAt(here.app, document, 1)
  const name = `tarjuman.anotherdatabase.${id}.x`
  await page.evaluate(
    ([name, kept]) => localStorage.setItem(name!, kept!),
    [name, JSON.stringify({ version, target: 'Of another.', at: 1 })],
  )
  await page.goto(`/documents/${document.id}?at=1`)
  await holds(rowOn(page, 1).field, '')
  expect(await page.evaluate((name) => localStorage.getItem(name), name)).toContain('Of another.')
})

test('what is typed right after a segment is confirmed goes into the next one', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  await page.route('**/segments/*', async (route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await rowOn(page, 1).field.pressSequentially('It arrived.')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('It left.')
  await holds(rowOn(page, 2).field, 'It left.')
  await holds(rowOn(page, 1).field, 'It arrived.')
  await reads(rowOn(page, 1).status, /^Translated$/)
  await reads(rowOn(page, 2).saved, /^Saved/)
  expect([await stored(document, 1), await stored(document, 2)]).toEqual(['It arrived.', 'It left.'])
})

test('a segment that could not be confirmed is gone back to', async () => {
  const document = await addArticle(here.app, ['نفى الحشد الشعبي ذلك.', 'وغادر الوفد.'])
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  await rowOn(page, 1).field.pressSequentially('They denied it.')
  await page.keyboard.press('Control+Enter')
  await reads(rowOn(page, 1).below, /stays a draft/)
  await isInHand(rowOn(page, 1).field)
  await rowOn(page, 1).below.locator('.waive > summary').first().click()
  await isInHand(rowOn(page, 1).below.locator('.waive input').first())
  await page.keyboard.type('quoted so')
  await page.keyboard.press('Enter')
  await reads(rowOn(page, 1).below, /Kept by Nadia: quoted so/)
})

test('what is typed in a form stays there when the language or the look of the page is changed', async () => {
  const { page } = await here.visit()
  await page.goto('/documents/new')
  await page.getByLabel('Paste the Arabic text').fill('وصل الوفد.')
  await page.getByLabel('A segment for each sentence').check()
  await page.getByRole('button', { name: 'العربية' }).click()
  await reads(page.locator('h1'), /إضافة وثيقة/)
  await holds(page.locator('textarea[name="text"]'), 'وصل الوفد.')
  expect(await page.locator('input[value="sentence"]').isChecked()).toBe(true)
  await page.reload()
  await holds(page.locator('textarea[name="text"]'), '')
})

/** A tab opened before somebody else saved, in which something is typed afterwards. */
async function tabThatComesLate(id: number, text: string): Promise<{ page: Page }> {
  const { page } = await here.visit()
  await page.goto(`/documents/${id}?at=1`)
  await saveElsewhere(here.app, (await here.app.store.documents.get(id))!, 1, 'Theirs: it came.')
  await rowOn(page, 1).field.pressSequentially(text)
  await page.keyboard.press('Control+s')
  await rowOn(page, 1).below.locator('.conflict').waitFor()
  return { page }
}

test('what is typed during a slow save is neither lost nor overwritten', async () => {
  const document = await article()
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=1`)
  const first = rowOn(page, 1)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/segments/*', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await first.field.pressSequentially('The delegation')
  await page.keyboard.press('Control+s')
  await reads(first.saved, /^Saving/)
  await first.field.pressSequentially(' arrived', { delay: 5 })
  letGo()
  await first.field.pressSequentially(' on Saturday.', { delay: 5 })
  await holds(first.field, 'The delegation arrived on Saturday.')
  await reads(first.saved, /^Saved/)
  await holds(first.field, 'The delegation arrived on Saturday.')
  expect(await stored(document, 1)).toBe('The delegation arrived on Saturday.')
})
