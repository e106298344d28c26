import { expect, test } from 'vitest'
import { writeXlsx } from '../../src/formats/xlsx.ts'
import { holds, reads, stage } from '../support/browser.ts'
import { entry } from '../support/cast.ts'

const here = stage()

const workbook = Buffer.from(
  writeXlsx([
    entry('محطة النوارس', 'Nawaris Station', { subject: 'power' }),
    entry('سد الزيتونة', 'Zaytuna Dam'),
    entry('مجلس الوزراء', 'Council of the Ministers'),
  ]),
)
const file = { name: 'مصطلحات.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: workbook }

test.each([
  ['with script', true],
  ['without script', false],
])('a workbook is looked at, a conflict in it decided, imported, and taken back in one press (%s)', async (_, javaScriptEnabled) => {
  const ours = async () => (await here.app.store.terms.withSpellings(here.app.desk.id, ['مجلس الوزراء']))[0]!
  const before = await ours()
  const count = (await here.app.store.terms.all(here.app.desk.id)).length
  const { page } = await here.visit({ javaScriptEnabled })
  await page.goto('/terms')
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  await page.getByLabel('File (CSV, XLSX, TBX)').setInputFiles(file)
  await page.getByRole('button', { name: 'Look at them first' }).click()
  await reads(page.locator('.lead'), /^2 entries are new\. 1 does not agree with the glossary\.$/)
  await reads(page.locator('.import-parts'), /Council of the Ministers/)
  await page.getByLabel(/^What happens to .*مجلس الوزراء/u).selectOption('take theirs')
  await page.getByLabel('Name of this import').fill('From the power desk')
  await page.getByRole('button', { name: 'Import as chosen' }).click()

  await reads(page.locator('h1'), 'From the power desk')
  await reads(page.locator('.lead'), /^2 added · 1 changed/)
  expect((await ours()).renderings[0]!.text).toBe('Council of the Ministers')
  await page.getByRole('link', { name: 'Nawaris Station' }).click()
  await reads(page.locator('h1'), /محطة النوارس/)

  await page.goto('/terms/batches')
  await page.getByRole('button', { name: 'Take back: From the power desk' }).first().click()
  await reads(page.locator('.tag'), 'Taken back')
  expect((await ours()).renderings).toEqual(before.renderings)
  expect(await here.app.store.terms.all(here.app.desk.id)).toHaveLength(count)
})

test('a column is named by hand where the headings do not say it, and the file is not asked for again', async () => {
  const { page } = await here.visit()
  await page.goto('/terms/import')
  await page.getByLabel('Or paste rows from a spreadsheet').fill('البند\tNote\tOurs\nوادي السلام\tcemetery\tWadi al-Salam\n')
  await page.getByRole('button', { name: 'Look at them first' }).click()
  await reads(page.locator('h1'), 'Which column holds what?')
  await page.getByRole('combobox', { name: 'Note', exact: true }).selectOption('Note')
  await page.getByRole('combobox', { name: 'Ours', exact: true }).selectOption('English')
  await page.getByRole('button', { name: 'Look at the entries' }).click()
  await reads(page.locator('.lead'), /^1 entry is new/)
  await page.getByRole('button', { name: 'Change columns' }).click()
  await holds(page.getByRole('combobox', { name: 'Ours', exact: true }), 'target')
  await page.getByRole('button', { name: 'Look at the entries' }).click()
  await page.getByRole('button', { name: 'Add 1 entry' }).click()
  await reads(page.locator('.import-rows'), /Wadi al-Salam وادي السلام/)
  const [added] = await here.app.store.terms.withSpellings(here.app.desk.id, ['وادي السلام'])
  expect(added).toMatchObject({ renderings: [{ text: 'Wadi al-Salam' }], note: 'cemetery' })
})

test('the glossary is saved from a menu, in three kinds of file', async () => {
  const { page } = await here.visit()
  await page.goto('/terms')
  for (const [words, name] of [
    ['Spreadsheet (XLSX)', 'glossary.xlsx'],
    ['CSV', 'glossary.csv'],
    ['Term base (TBX)', 'glossary.tbx'],
  ] as const) {
    if (
      !(await page
        .locator('.drop')
        .getAttribute('open')
        .then((open) => open !== null))
    )
      await page.getByText('Save as…').click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words }).click()])
    expect(download.suggestedFilename()).toBe(name)
  }
})
