import { describe, expect, test } from 'vitest'
import { byTitle, mentioning } from '../../src/store/document-search.ts'

const heading = { title: 'إعادة إعمار «المـوصل» تُؤجَّل', outlet: 'Al-Monitor', author: 'مصطفى الجبوري' }

describe('a heading is found', () => {
  test.each([
    ['by a word of its title', 'إعمار'],
    ['without hamza', 'اعادة اعمار'],
    ['without the tashkeel it has', 'تؤجل'],
    ['with tashkeel it does not have', 'إِعَادَة'],
    ['without the tatweel it has', 'الموصل'],
    ['with ي for ى', 'مصطفي'],
    ['by a part of a word', 'موصل'],
    ['by its outlet, whatever the case', 'al-MONITOR'],
    ['by words of title, author and outlet, in any order', 'monitor الجبوري الموصل'],
    ['with spaces around and between, and a mark nobody sees', ' \u200fإعادة \u00a0 إعمار  '],
    ['by nothing, like all', ''],
    ['by tatweel alone, which is nothing', 'ـ'],
  ])('%s', (_, search) => {
    expect(mentioning(search)(heading)).toBe(true)
  })

  test.each([
    ['by a word it has beside one it has not', 'إعمار بغداد'],
    ['by letters of two of its fields', 'تؤجلal'],
    ['by a sign that stands for anything elsewhere', '%'],
    ['with ة for ه, which is another word', 'اعاده'],
  ])('not %s', (_, search) => {
    expect(mentioning(search)(heading)).toBe(false)
  })
})

test('titles come in the order of the alphabet, whatever they begin with; equal ones as they came', () => {
  const titles = ['Zain', 'يوم', '«برلمان» جديد', 'إيران', 'احتجاج', '', 'أحداث', 'الفصل 10', 'الفصل 9', 'alpha']
  const documents = titles.map((title, id) => ({ id, title, outlet: '', author: '' }))
  const sorted = ['', 'احتجاج', 'أحداث', 'الفصل 9', 'الفصل 10', 'إيران', '«برلمان» جديد', 'يوم', 'alpha', 'Zain']
  expect(byTitle(documents).map(({ title }) => title)).toEqual(sorted)
  const same = ['أمن', 'امن', 'أمن'].map((title, id) => ({ id, title, outlet: '', author: '' }))
  expect(byTitle(same).map(({ id }) => id)).toEqual([0, 1, 2])
})
