import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { decideInDocument } from '../../src/actions/decide-in-document.ts'
import { decideTerm } from '../../src/actions/decide-term.ts'
import { waiveFindings } from '../../src/actions/waive-findings.ts'
import { findingName } from '../../src/core/checks/finding-name.ts'
import type { Document } from '../../src/core/document.ts'
import { addArticle, saveElsewhere, segmentAt, somebody } from '../support/app.ts'
import { rowOn, stage } from '../support/browser.ts'
import { root } from '../support/project.ts'

const here = stage('Nadia Haddad')
/** With `PICTURES=1` each page is also kept as a picture, for people to look at; no test depends on one. */
const pictures = process.env.PICTURES === undefined ? undefined : path.join(root, 'tests/browser/screenshots')

/** An article with work in it: a draft with a broken term and a history of three revisions in its fourth segment. */
let article: Document
let fourth: number
let faulty: Document
/** An entry whose decision was changed, and the change. */
let decided: number
let batch: number

beforeAll(async () => {
  const sample = await here.app.store.segments.page(1, 5, 4)
  article = await addArticle(
    here.app,
    sample.map((segment) => segment.source),
    'بيان الحكومة وردود الفعل',
  )
  await saveElsewhere(here.app, article, 1, 'The prime minister condemned the attack.')
  for (const text of [
    'Local media had spoken of a group.',
    'Media outlets reported on an unknown faction linked to the Popular Mobilization Units.',
    'Local media had spoken of an unknown group linked to the Popular Mobilization Units, which have two brigades between Ramadi and Qaim.',
  ])
    await saveElsewhere(here.app, article, 4, text, text.startsWith('Media') ? 'Salma' : 'Nadia Haddad')
  fourth = (await segmentAt(here.app, article, 4)).id
  faulty = await withEveryFinding()
  const [term] = await here.app.store.terms.withSpellings(here.app.desk.id, ['الحشد الشعبي'])
  const [, ...others] = term!.renderings
  const draft = { ...term!, renderings: [{ text: 'Popular Mobilization', standing: 'preferred' as const }, ...others] }
  const change = await decideTerm(here.app.store, { termId: term!.id, version: term!.version, draft }, somebody('Salma'))
  decided = term!.id
  batch = change!.id
})

/** An article with a finding of each kind, one of them kept with a reason, and an entry never meant in it. */
async function withEveryFinding(): Promise<Document> {
  const rows: [arabic: string, english: string][] = [
    ['نفى الحشد الشعبي ذلك في بغداد.', 'The PMF denied it in Baghdad.'],
    ['قالت كتائب حزب الله إن الولايات المتحدة مسؤولة.', 'Kataib Hizbullah said they were responsible.'],
    ['وقال الحشد الشعبي إن لبنان بعيد.', 'The Popular Mobilization Units said Lebanon was far.'],
    ['وزار وزير الدفاع لبنان.', 'He visited the country.'],
  ]
  const faulty = await addArticle(
    here.app,
    rows.map(([arabic]) => arabic),
    'كل ما يُلاحظ',
  )
  for (const [index, [, english]] of rows.entries()) await saveElsewhere(here.app, faulty, index + 1, english)
  const { id, version, target } = await segmentAt(here.app, faulty, 4)
  const findings = (await here.app.store.findings.of([id])).get(id)!
  const change = { segmentId: id, version, target }
  await waiveFindings(
    here.app.store,
    { change, reasons: new Map([[findingName(findings[0]!), 'اسمه في الجملة السابقة']]) },
    somebody('Salma'),
  )
  const termId = findings[1]!.termId!
  await decideInDocument(here.app.store, { documentId: faulty.id, termId, never: true }, somebody('Salma'))
  return faulty
}

/** Every page, and how somebody comes to it. */
const pages: Record<string, (page: Page) => Promise<unknown>> = {
  welcome: (page) => page.goto('/welcome'),
  documents: (page) => page.goto('/documents'),
  new: (page) => page.goto('/documents/new'),
  preview: async (page) => {
    await page.goto('/documents/new')
    await page
      .locator('textarea[name="text"]')
      .fill('بغداد تُعلن «خطة جديدة»\nقال الوزير\u00a0إن المشروع (Solar 2030) سيبدأ\u200f. وأضاف أن الكلفة ٣٫٥ مليار.')
    await page.locator('form[action="/documents/preview"] .primary').click()
    await page.locator('.paragraphs').waitFor()
  },
  workbench: (page) => page.goto('/documents/1?at=8'),
  findings: (page) => page.goto(`/documents/${faulty.id}?at=2`),
  waivers: (page) => page.goto(`/documents/${faulty.id}/waivers`),
  decisions: (page) => page.goto(`/documents/${faulty.id}/heading`),
  finding: (page) => page.goto(`/documents/${article.id}?at=4`),
  conflict: async (page) => {
    await page.goto(`/documents/${article.id}?at=2`)
    await saveElsewhere(here.app, article, 2, `A commission of inquiry reports within ${++hours} hours.`)
    await rowOn(page, 2).field.fill('A commission will report within 72 hours.')
    await page.keyboard.press('Control+s')
    await rowOn(page, 2).below.locator('.conflict').waitFor()
  },
  translated: (page) => page.goto('/documents/2?at=1'),
  segment: (page) => page.goto(`/segments/${fourth}`),
  history: (page) => page.goto(`/segments/${fourth}/revisions`),
  export: (page) => page.goto(`/documents/${article.id}/export`),
  heading: (page) => page.goto('/documents/1/heading'),
  glossary: (page) => page.goto('/terms?search=الشعبي'),
  term: (page) => page.goto('/terms/new'),
  'term-kept': async (page) => {
    await page.goto(`/terms?search=${encodeURIComponent('الحشد الشعبي')}`)
    await page.locator('.glossary a').first().click()
    await page.locator('.term-form').waitFor()
  },
  import: async (page) => {
    await page.goto('/terms/import')
    await page
      .locator('textarea[name="text"]')
      .fill('source,target\nمحطة النوارس؛ النوارس,Nawaris Station\nالحشد الشعبي,Popular Crowd\n,nothing')
    await page.locator('.primary').click()
    await page.locator('.lead').waitFor()
  },
  columns: async (page) => {
    await page.goto('/terms/import')
    await page.locator('textarea[name="text"]').fill('محطة النوارس\tNawaris Station\tA\nالحشد الشعبي\tPopular Crowd\tB')
    await page.locator('.primary').click()
    await page.locator('.columns').waitFor()
  },
  uses: (page) => page.goto(`/terms/${decided}/uses`),
  effect: async (page) => {
    await page.goto(`/terms/${decided}`)
    await page.locator('[name="rendering"]').first().fill('Hashd')
    await page.locator('.term-form .primary').click()
    await page.locator('.effect').waitFor()
  },
  batch: (page) => page.goto(`/batches/${batch}`),
  changes: (page) => page.goto('/terms/batches'),
  suggestions: (page) => page.goto('/terms/suggestions'),
  'non-terms': async (page) => {
    const by = { person: { id: 1, name: 'Nadia' }, at: '2026-11-22T08:00:00.000Z' }
    await here.app.store.nonTerms.add(here.app.desk.id, { identity: 'مواد قانون', spelling: 'مواد القانون' }, by)
    await page.goto('/terms/non-terms')
  },
  'in-use': (page) => page.goto('/terms/in-use'),
  concordance: async (page) => {
    await page.goto(`/concordance?word=${encodeURIComponent('الحشد')}`)
    await page.locator('.kwic-list').waitFor()
  },
  problem: (page) => page.goto('/documents/9999'),
}
let hours = 0

const looks = (['en', 'ar'] as const).flatMap((language) => [1400, 390].map((width) => ({ language, width })))

test.each(looks)(
  'every page in $language, $width wide, is open to everyone in light and dark, and fits its window',
  async ({ language, width }) => {
    const { page } = await here.visit({ language, viewport: { width, height: 900 } })
    const faults: string[] = []
    for (const [name, go] of Object.entries(pages)) {
      await go(page)
      await page.evaluate(() => document.fonts.ready)
      const picture = async (theme: string) => {
        if (pictures !== undefined)
          await page.screenshot({ path: path.join(pictures, `${name}-${language}-${theme}-${width}.png`), fullPage: true })
      }
      await picture('light')
      const found = [...(await barriers(page)), ...(await overflow(page))]
      // Of what axe looks at only the colours differ between the themes.
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
      await picture('dark')
      found.push(...(await barriers(page, ['color-contrast'])))
      faults.push(...found.map((fault) => `${name}: ${fault}`))
    }
    expect(faults).toEqual([])
  },
  300_000,
)

test('the theme chosen stays for the next page, and so does the language', async () => {
  const { page } = await here.visit({ theme: 'light' })
  await page.goto('/documents')
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await paper()).toBe('rgb(250, 249, 246)')
  await page.getByRole('button', { name: 'Light' }).click()
  await page.getByRole('button', { name: 'Dark' }).waitFor()
  await page.goto('/terms')
  expect(await paper()).toBe('rgb(23, 24, 26)')
  await page.getByRole('button', { name: 'العربية' }).click()
  await page.locator('html[dir="rtl"]').waitFor()
  await page.goto('/documents/1')
  await page.locator('html[dir="rtl"]').waitFor()
  expect(await rowOn(page, 1).field.getAttribute('dir')).toBe('ltr')
})

/** What axe finds against WCAG 2.2, levels A and AA. */
async function barriers(page: Page, rules: string[] = []): Promise<string[]> {
  // No page has frames: axe need not open a second window to put the parts together, which takes longer than the looking.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules.length > 0
    ? axe.withRules(rules)
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  ).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`))
}

/** A page that must be pushed sideways to be read. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth ? [`is ${scrollWidth - clientWidth} px wider than its window`] : []
  })
}
