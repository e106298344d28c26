import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Document } from '../../src/core/document.ts'
import { addArticle, segmentAt } from '../support/app.ts'
import { holds, isInHand, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()

test('with an Arabic keyboard layout the keys mean the same: Ctrl and the key that says س saves', async () => {
  const { page, document } = await workbench()
  const first = rowOn(page, 1)
  await page.keyboard.insertText('The forces left.')
  await press(first.field, { key: 'س', code: 'KeyS', ctrlKey: true })
  await reads(first.saved, /^Saved/)
  expect((await segmentAt(here.app, document, 1)).target).toBe('The forces left.')
  await press(first.field, { key: 'ف', code: 'KeyT', altKey: true })
  expect(await page.locator('[data-add-term]').evaluate((details) => (details as HTMLDetailsElement).open)).toBe(true)
})

test('keys that belong to a word being composed mean nothing', async () => {
  const { page } = await workbench()
  const first = rowOn(page, 1)
  await page.keyboard.insertText('The forces')
  expect(await press(first.field, { key: 'Enter', code: 'Enter', ctrlKey: true, isComposing: true })).toBe('left to the browser')
  await isInHand(first.field)
  await reads(first.status, 'Not started')
})

test('Alt+Shift+1 puts the first term’s rendering where the caret is, and Ctrl+Z takes it out', async () => {
  const { page } = await workbench()
  const first = rowOn(page, 1)
  await page.keyboard.insertText('linked to the')
  await page.locator('[data-number="1"]').waitFor()
  await page.keyboard.press('Alt+Shift+Digit1')
  await holds(first.field, 'linked to the Popular Mobilization Forces')
  await isInHand(first.field)
  await page.keyboard.press('Control+z')
  await holds(first.field, 'linked to the')
})

test('Ctrl+Insert copies the Arabic into the English', async () => {
  const { page } = await workbench()
  await page.keyboard.press('Control+Insert')
  await holds(rowOn(page, 1).field, 'جماعة مرتبطة بالحشد الشعبي في البلدة')
})

test('Alt+Down and Alt+Up go from segment to segment and say which is in hand', async () => {
  const { page } = await workbench()
  await page.keyboard.press('Alt+ArrowDown')
  await isInHand(rowOn(page, 2).field)
  await reads(page.locator('.pane-handle'), 'Segment 2')
  expect(new URL(page.url()).searchParams.get('at')).toBe('2')
  await page.keyboard.press('Alt+ArrowUp')
  await isInHand(rowOn(page, 1).field)
  await reads(page.locator('.pane-handle'), 'Segment 1')
})

test('Alt+T opens the form for a new term with the selected Arabic in it, or with the selected English', async () => {
  const { page } = await workbench()
  await page.locator('#segment-1 .source').evaluate((source) => {
    const text = document.createTreeWalker(source, NodeFilter.SHOW_TEXT).nextNode()
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, 'جماعة'.length)
  })
  await page.keyboard.press('Alt+t')
  await holds(page.locator('[data-add-term] [name="spellings"]'), 'جماعة')
  await isInHand(page.locator('[data-add-term] [name="rendering"]'))

  await rowOn(page, 1).field.fill('a group')
  await rowOn(page, 1).field.evaluate((field) => (field as HTMLTextAreaElement).setSelectionRange(2, 7))
  await page.keyboard.press('Alt+t')
  await holds(page.locator('[data-add-term] [name="rendering"]'), 'group')
})

test('Alt+T unfolds the pane where a narrow window has it folded', async () => {
  const { page } = await workbench({ width: 1100, height: 800 })
  await page.keyboard.press('Alt+t')
  await isInHand(page.locator('[data-add-term] [name="spellings"]'))
})

test('Alt+Shift+1 puts in nothing of the segment before while the terms of this one are still coming', async () => {
  const { page } = await workbench()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/*part=pane', async (route) => {
    await held
    await route.continue()
  })
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+Shift+Digit1')
  letGo()
  await reads(page.locator('.pane-handle'), 'Segment 2')
  await holds(rowOn(page, 2).field, '')
})

test('Escape folds the menu of a row and leaves the caret at it', async () => {
  const { page } = await workbench()
  const menu = rowOn(page, 1).row.locator('.menu > summary')
  await menu.click()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Needs changes' }).waitFor({ state: 'hidden' })
  await isInHand(menu)
})

test('? shows the list of keys, but not while somebody types a question', async () => {
  const { page } = await workbench()
  await page.keyboard.type('Why?')
  expect(await page.locator('[data-keys]').isVisible()).toBe(false)
  await holds(rowOn(page, 1).field, 'Why?')
  await rowOn(page, 1).field.evaluate((field) => (field as HTMLElement).blur())
  await page.keyboard.press('?')
  await page.getByRole('dialog').and(page.locator('[data-keys]')).waitFor()
  const sent: (string | null)[] = []
  page.on('request', (request) => sent.push(request.postData()))
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await page.locator('[data-keys]').waitFor({ state: 'hidden' })
  expect(sent.filter((form) => form?.includes('do=confirm'))).toEqual([])
})

test('Ctrl+Enter on the last segment of a page goes on to the next page', async () => {
  const document = await addArticle(
    here.app,
    Array.from({ length: 51 }, (_, index) => `الفقرة رقم ${index + 1}.`),
  )
  const { page } = await here.visit()
  await page.goto(`/documents/${document.id}?at=50`)
  await page.keyboard.insertText('Paragraph 50.')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/at=51/)
  await isInHand(rowOn(page, 51).field)
})

/** An article of two paragraphs, opened with the first in hand and the caret in it. */
async function workbench(viewport = { width: 1400, height: 900 }): Promise<{ page: Page; document: Document }> {
  const document = await addArticle(here.app, ['جماعة مرتبطة بالحشد الشعبي في البلدة', 'وغادرت القوات.'])
  const { page } = await here.visit({ viewport })
  await page.goto(`/documents/${document.id}?at=1`)
  await isInHand(rowOn(page, 1).field)
  return { page, document }
}

/** A key as a keyboard of another layout gives it. */
interface Pressed {
  key: string
  code: string
  ctrlKey?: boolean
  altKey?: boolean
  isComposing?: boolean
}

/** Presses it, and tells whether the page took it. */
function press(field: Locator, key: Pressed): Promise<string> {
  return field.evaluate((element, key: Pressed) => {
    const left = element.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))
    return left ? 'left to the browser' : 'taken by the page'
  }, key)
}
