import { expect, test } from 'vitest'
import { holds, reads, rowOn, stage } from '../support/browser.ts'

const here = stage()

/** A pasted article with what other newspapers' pages leave in it: a mark for right-to-left, a no-break space, a stretched word, vowel marks, Latin. */
const pasted = [
  'بغداد تُعلن «خطة جديدة» للطاقة',
  'قال الوزير\u00a0إن المشروع (Solar 2030) سيبدأ قريباً\u200f. وأضاف أن الكلفة ٣٫٥ مليار دولار.',
  'وختم: “لن نتراجـــع”.',
]

test('a pasted text with hidden marks is shown in paragraphs, joined, split and stored as it came', async () => {
  const { page } = await here.visit()
  await page.goto('/documents/new')
  await page.getByLabel('Paste the Arabic text').fill(pasted.join('\n\n'))
  await page.getByLabel('Outlet').fill('صحيفة الضفاف')
  await page.getByRole('button', { name: 'Look at the paragraphs' }).click()
  await reads(page.locator('.lead'), /^3 paragraphs\. Nothing is stored yet/)
  await reads(page.locator('.notice').first(), /1 no-break space \(U\+00A0\)/)
  await reads(page.locator('.notice').first(), /1 direction mark \(U\+200F\)/)
  await reads(page.locator('.notice').first(), /tatweel/)

  await page.locator('.paragraphs li').nth(2).hover()
  await page.getByRole('button', { name: 'Join with the paragraph above' }).nth(1).click()
  await reads(page.locator('.lead'), /^2 paragraphs/)
  await page.getByRole('button', { name: 'Split here' }).first().click()
  await reads(page.locator('.lead'), /^3 paragraphs/)
  await page.getByRole('button', { name: 'Store and begin translating' }).click()

  await page.waitForURL(/\/documents\/\d+\?at=1/)
  expect((await page.locator('.source').allTextContents()).map((text) => text.replace(/ $/, ''))).toEqual([
    pasted[0],
    'قال الوزير\u00a0إن المشروع (Solar 2030) سيبدأ قريباً\u200f.',
    'وأضاف أن الكلفة ٣٫٥ مليار دولار. وختم: “لن نتراجـــع”.',
  ])
  await reads(page.locator('.document-top h1'), 'بغداد تُعلن «خطة جديدة» للطاقة')
  await reads(page.locator('.document-top .about'), /صحيفة الضفاف/)
  expect(await rowOn(page, 1).row.locator('.source').getAttribute('dir')).toBe('rtl')
})

test('lines that a PDF has broken are joined on offer', async () => {
  const { page } = await here.visit()
  await page.goto('/documents/new')
  await page.getByLabel('Paste the Arabic text').fill(brokenByPdf.join('\n'))
  await page.getByRole('button', { name: 'Look at the paragraphs' }).click()
  await page.getByRole('button', { name: 'Join broken lines' }).click()
  await reads(page.locator('.lead'), /^2 paragraphs/)
})

const brokenByPdf = [
  'قالت وزارة الصحة في بيان لها اليوم إن المستشفيات في',
  'العاصمة استقبلت عشرات المصابين منذ ساعات الصباح،',
  'وإن الطواقم الطبية تعمل من دون توقف على مدار',
  'الساعة لتقديم العلاج اللازم للجميع.',
  'وأضافت الوزارة أن حاجتها إلى الأدوية تزداد كل يوم،',
  'ودعت المنظمات الدولية إلى إرسال مساعدات عاجلة',
  'قبل أن تنفد المخزونات المتبقية في المستودعات.',
]

test('an empty paste is answered in one sentence, above the form', async () => {
  const { page } = await here.visit()
  await page.goto('/documents/new')
  await page.getByLabel('Outlet').fill('وكالة')
  await page.getByRole('button', { name: 'Look at the paragraphs' }).click()
  await reads(page.getByRole('alert'), 'There is no text here: paste the article, or choose a text file.')
  await holds(page.getByLabel('Outlet'), 'وكالة')
})

test('the Back button brings the preview back with every join, from another page and from the stored document', async () => {
  const { page } = await here.visit()
  await page.goto('/documents/new')
  await page.getByLabel('Paste the Arabic text').fill(pasted.join('\n\n'))
  await page.getByRole('button', { name: 'Look at the paragraphs' }).click()
  await page.locator('.paragraphs li').nth(2).hover()
  await page.getByRole('button', { name: 'Join with the paragraph above' }).nth(1).click()
  await reads(page.locator('.lead'), /^2 paragraphs/)
  await page.getByRole('link', { name: 'Glossary' }).click()
  await page.waitForURL(/\/terms/)
  await page.goBack()
  await reads(page.locator('.lead'), /^2 paragraphs/)
  await page.getByRole('button', { name: 'Store and begin translating' }).click()
  await page.waitForURL(/\/documents\/\d+\?at=1/)
  await page.goBack()
  await reads(page.locator('.lead'), /^2 paragraphs/)
})
