import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addArticle } from '../support/app.ts'
import { isInHand, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()

test.each([1400, 390])('entering a row moves nothing by a pixel (window of %i)', async (width) => {
  const { page } = await here.visit({ viewport: { width, height: 900 } })
  await page.goto('/documents/2?at=1')
  await page.evaluate(() => document.fonts.ready)
  const before = await places(page)
  for (const position of [1, 2, 3, 4, 5]) {
    await rowOn(page, position).field.focus()
    await reads(page.locator('.pane-handle'), `Segment ${position}`)
    expect(await places(page)).toEqual(before)
  }
})

test.each([
  [1400, 5, 'The Government’s Position'],
  [390, 11, 'International coalition: no injuries'],
])('a save without a new finding moves nothing (window of %i)', async (width, position, text) => {
  const { page } = await here.visit({ viewport: { width, height: 900 } })
  await page.goto(`/documents/1?at=${position + 1}`)
  await page.evaluate(() => document.fonts.ready)
  const { field, saved } = rowOn(page, position)
  await field.focus()
  await reads(page.locator('.pane-handle'), `Segment ${position}`)
  const before = await places(page)
  await page.keyboard.insertText(text)
  await page.keyboard.press('Control+s')
  await reads(saved, /^Saved/)
  expect(await places(page)).toEqual(before)
})

test.each([
  ['in sight', 0],
  ['scrolled out of sight', 700],
])('when a segment %s says what it lacks, the next stays where one sees it', async (_, scrolled) => {
  const { id } = await addArticle(here.app, [
    'وأكدت القوات الأمنية العثور على منصة إطلاق.',
    ...Array.from({ length: 20 }, () => 'ولم يدل بأي تصريح.'),
  ])
  const { page } = await here.visit()
  await page.goto(`/documents/${id}?at=1`)
  await page.evaluate(() => document.fonts.ready)
  const [confirmed, next] = [rowOn(page, 1), rowOn(page, 2)]
  const seenAt = () =>
    next.row.evaluate(async (row) => {
      // What the browser itself does to keep its place comes with the next picture.
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      return Math.round(row.getBoundingClientRect().top)
    })
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/segments/*', async (route) => {
    await held
    await route.continue()
  })
  await confirmed.field.focus()
  await page.keyboard.insertText('It said so.')
  await page.keyboard.press('Control+Enter')
  await isInHand(next.field)
  await page.evaluate((scrolled) => scrollBy(0, scrolled), scrolled)
  const before = await seenAt()
  expect(await confirmed.below.locator('.finding').count()).toBe(0)
  letGo()
  await confirmed.below.locator('.finding').first().waitFor()
  expect(await seenAt()).toBe(before)
})

test('the field’s text stands exactly where the underlines of its terms are drawn', async () => {
  const { page } = await here.visit()
  await page.goto('/documents/2?at=1')
  await page.evaluate(() => document.fonts.ready)
  for (const position of [1, 2, 3, 4]) {
    expect(await rowOn(page, position).row.locator('.mirror').textContent()).toBe(`${await rowOn(page, position).field.inputValue()}\u200b`)
    const [field, mirror] = await Promise.all(
      [rowOn(page, position).field, rowOn(page, position).row.locator('.mirror')].map((part) => part.evaluate(set)),
    )
    expect(field).toEqual(mirror)
  }
})

test('the columns of a row begin on the same line', async () => {
  const { page } = await here.visit()
  await page.goto('/documents/2?at=1')
  await page.evaluate(() => document.fonts.ready)
  const lines = await page.locator('#segment-2').evaluate((row) => {
    const firstLine = (selector: string) => {
      const range = document.createRange()
      range.selectNodeContents(row.querySelector(selector)!)
      return range.getClientRects()[0]!
    }
    const middle = ({ top, height }: DOMRect) => top + height / 2
    return { arabic: middle(firstLine('.source')), english: middle(firstLine('.mirror')) }
  })
  expect(Math.abs(lines.arabic - lines.english)).toBeLessThan(4)
})

test('a long text grows its field, so that nothing in it is hidden', async () => {
  const { page } = await here.visit()
  await page.goto('/documents/1?at=13')
  await isInHand(rowOn(page, 13).field)
  await page.keyboard.insertText('A sentence that goes on and on, '.repeat(60))
  const hidden = await rowOn(page, 13).field.evaluate((field) => field.scrollHeight - field.clientHeight)
  expect(hidden).toBeLessThanOrEqual(0)
})

/** Where the rows stand, and how large they are, in the page. */
function places(page: Page): Promise<string[]> {
  return page.locator('[data-row]').evaluateAll((rows) =>
    rows.map((row) => {
      const { top, left, width, height } = row.getBoundingClientRect()
      return `${row.id} ${[top + scrollY, left, width, height].map((length) => length.toFixed(1)).join(' ')}`
    }),
  )
}

/** What decides where the letters of an element's text come to stand. */
function set(element: Element) {
  const { font, letterSpacing, wordSpacing, lineHeight, whiteSpace, textAlign, overflowWrap, wordBreak, tabSize, direction } =
    getComputedStyle(element)
  const { paddingTop, paddingLeft, paddingRight, borderTopWidth, borderLeftWidth, borderRightWidth } = getComputedStyle(element)
  const { top, left, width, height } = element.getBoundingClientRect()
  const box = { top, left, width, height, paddingTop, paddingLeft, paddingRight, borderTopWidth, borderLeftWidth, borderRightWidth }
  return { font, letterSpacing, wordSpacing, lineHeight, whiteSpace, textAlign, overflowWrap, wordBreak, tabSize, direction, ...box }
}
