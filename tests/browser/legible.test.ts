import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addArticle, saveElsewhere, segmentAt } from '../support/app.ts'
import { stage } from '../support/browser.ts'

const here = stage()
const sentence = 'نفى الحشد الشعبي في بيان رسمي صلته بالهجوم على قاعدة عين الأسد العسكرية في محافظة الأنبار غربي العراق.'

test.each([1400, 390])('what joins two paragraphs is seen without looking for it (window of %i)', async (width) => {
  const { page } = await here.visit({ viewport: { width, height: 900 } })
  await page.goto('/documents/new')
  await page.locator('textarea[name="text"]').fill(`${sentence}\n${sentence}`)
  await page.locator('form[action="/documents/preview"] .primary').click()
  const join = page.locator('.paragraphs .join')
  await join.waitFor()
  await page.mouse.move(1, 1)
  expect(await join.evaluate((button) => getComputedStyle(button).opacity)).toBe('1')
})

test.each(['en', 'ar'] as const)(
  'a title in Arabic has the height of Arabic lines, in every language of the page (%s)',
  async (language) => {
    const article = await addArticle(here.app, [sentence], sentence)
    const { page } = await here.visit({ language, viewport: { width: 390, height: 900 } })
    await page.goto(`/documents/${article.id}`)
    await page.evaluate(() => document.fonts.ready)
    expect(await lines(page, 'h1')).toBeGreaterThanOrEqual(1.75)
    await page.goto(`/documents/${article.id}/export`)
    expect(await lines(page, '.crumbs')).toBeGreaterThanOrEqual(1.85)
  },
)

test('a title in English keeps the height of Latin lines', async () => {
  const { page } = await here.visit()
  await page.goto('/documents')
  expect(await lines(page, 'h1')).toBeLessThan(1.4)
})

test('a word and the word in its place stand apart, and the text itself has no more room than before', async () => {
  const article = await addArticle(here.app, [sentence])
  await saveElsewhere(here.app, article, 1, 'The Popular Mobilization Units denied it.')
  await saveElsewhere(here.app, article, 1, 'The Popular Mobilization Forces denied it.', 'Karim')
  const { page } = await here.visit()
  await page.goto(`/segments/${(await segmentAt(here.app, article, 1)).id}/revisions`)
  const diff = page.locator('.history .diff').first()
  expect(await diff.locator('del + ins').evaluate(gapBefore)).toBeGreaterThan(2)
  expect(await diff.locator('del').evaluate((del) => del.lastChild?.textContent)).toBe('Units')
  expect(await diff.locator('ins').evaluate((ins) => ins.lastChild?.textContent)).toBe('Forces')
})

test.each([1400, 390])('the heading of a segment’s page stands clear of the row below it (window of %i)', async (width) => {
  const { page } = await here.visit({ viewport: { width, height: 900 } })
  await page.goto('/segments/5')
  const [heading, row] = await Promise.all(['h1', '.row'].map((part) => page.locator(part).boundingBox()))
  expect(row!.y - (heading!.y + heading!.height)).toBeGreaterThanOrEqual(12)
})

test.each(['en', 'ar'] as const)('the ring around a field in the pane is whole on both sides (%s)', async (language) => {
  const { page } = await here.visit({ language })
  await page.goto('/documents/1?at=2')
  await page.locator('.add-term summary').click()
  const field = page.locator('.add-term-form input[name="rendering"]')
  await field.focus()
  expect(Math.min(...(await field.evaluate(roomInPane)))).toBeGreaterThanOrEqual(await field.evaluate(ringWidth))
})

test('what a term is marked with in the text differs by the kind of its line, not by colour alone', async () => {
  const { page } = await here.visit()
  await page.goto('/documents/1')
  const kinds = ['right', 'broken', 'warned', 'advised', 'waived', 'possible']
  expect(new Set(await page.locator('.source').first().evaluate(linesUnder, kinds)).size).toBe(kinds.length)
})

/** How far apart the lines of an element are, by the size of its letters. */
function lines(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((element) => {
    const { lineHeight, fontSize } = getComputedStyle(element)
    return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize)
  })
}

/** Pixels between the end of the element before and the beginning of this one. */
function gapBefore(element: Element): number {
  return element.getBoundingClientRect().left - element.previousElementSibling!.getBoundingClientRect().right
}

/** What is left in the pane on either side of a field, before the pane cuts it off. */
function roomInPane(field: Element): number[] {
  const [inside, pane] = [field, field.closest('.pane')!].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect]
  return [inside.left - pane.left, pane.right - inside.right]
}

/** How far the ring around what has the focus reaches. */
function ringWidth(field: Element): number {
  const { outlineWidth, outlineOffset } = getComputedStyle(field)
  return Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset)
}

/** The line that each kind of mark draws under a term, without its colour. */
function linesUnder(source: Element, kinds: string[]): string[] {
  return kinds.map((kind) => {
    const mark = source.appendChild(document.createElement('mark'))
    mark.className = `term-${kind}`
    const { textDecorationStyle, textDecorationThickness } = getComputedStyle(mark)
    return `${textDecorationStyle} ${textDecorationThickness}`
  })
}

test.each([
  ['en', 390],
  ['ar', 390],
  ['en', 760],
  ['en', 1400],
] as const)('a rendering in the form of its entry is read whole (%s, window of %i)', async (language, width) => {
  const { page } = await here.visit({ language, viewport: { width, height: 900 } })
  await page.goto(`/terms?search=${encodeURIComponent('الحشد الشعبي')}`)
  await page.locator('.glossary a', { hasText: 'Popular Mobilisation Forces' }).click()
  await page.locator('.rendering-line').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  const cut = await page
    .locator('.rendering-line input')
    .evaluateAll((inputs) => (inputs as HTMLInputElement[]).filter((one) => one.scrollWidth > one.clientWidth).map(({ value }) => value))
  expect(cut).toEqual([])
})
