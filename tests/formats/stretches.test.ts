import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directionOf, runsOneWay, stretches } from '../../src/formats/stretches.ts'
import { always } from '../support/always.ts'

// Words of the other script stand in ⟨ ⟩, what is kept apart in ⟦ ⟧.
const inArabic = [
  'قالت الوكالة إن الهجوم وقع يوم الثلاثاء.',
  'طائرة ⟨F-16⟩ أميركية',
  'الحشد الشعبي (⟨PMF⟩) وقوات ⟨SDF⟩، و⟨BBC News⟩.',
  'موقع ⟨https://nahar.example/a?b=1&c=2⟩ والبريد ⟨press@nahar.example⟩.',
  'بين ⟨AFP⟩، ⟨AP⟩ و⟨Reuters⟩',
  'تقنية ⟨5G⟩ و⟨Windows 11⟩',
  'الرقم ⟦+966 11 123 4567⟧.',
  'الرقم ⟦(011) 765 4321⟧ أو ⟦٠١١ ٤٥٦ ٧٨٩٠⟧',
  'الهاتف: ⟦00964 66 255 1234⟧',
  'من 200-300 ألف، عام 2022-2023، في 2023-10-17 و17/10/2023',
  'بنسبة 3.5% و٢٥٠ ألف',
  'شكرا ⟨🙏🏽⟩ يا ⟨👨‍👩‍👧⟩ "نعم"',
]
const inEnglish = [
  'No Arabic here, 100% sure.',
  'The word ⟨الحشد الشعبي⟩ (and ⟨حشد⟩) is ⟨شارع ٦٠ متري⟩, he said',
  'He asked: “⟨هل تتوسع الحرب؟⟩”',
  'Call +966 11 123 4567',
]

test.each(inArabic)('Arabic is cut where other words stand in it: %s', (marked) => {
  expect(shown(marked.replace(/[⟨⟩⟦⟧]/g, ''), 'rtl')).toBe(marked)
})

test.each(inEnglish)('English is cut where Arabic stands in it: %s', (marked) => {
  expect(shown(marked.replace(/[⟨⟩⟦⟧]/g, ''), 'ltr')).toBe(marked)
})

function shown(text: string, direction: 'rtl' | 'ltr'): string {
  return stretches(text, direction)
    .map((part) => (part.direction === direction ? part.text : part.alone ? `⟦${part.text}⟧` : `⟨${part.text}⟩`))
    .join('')
}

const mixed = fc.array(
  fc.oneof(
    fc.constantFrom('الحشد', ' ', 'F-16', '17', '٣٥', '+', '(', ')', '“', '، ', '.', '\u200F', '\n', '🙏🏽', '\uD83D', 'é'),
    fc.string(),
  ),
)

test('the stretches of any text, joined, are the text', () => {
  always(
    fc.property(mixed, fc.constantFrom('rtl' as const, 'ltr' as const), (pieces, direction) => {
      const text = pieces.join('')
      expect(
        stretches(text, direction)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test.each([
  ['هجوم في Erbil', 'rtl'],
  ['Attack on أربيل', 'ltr'],
  ['الحشد is here the crowd, and no name', 'ltr'],
  ['BBC تعني هنا القناة العربية', 'rtl'],
  ['“١٧ أكتوبر”', 'rtl'],
  ['2023', 'ltr'],
])('the direction of «%s» is %s', (text, direction) => {
  expect(directionOf(text, 'ltr')).toBe(direction)
})

test.each([
  ['BBC عربي', false, false],
  ['عربي BBC', false, false],
  ['Monday, 17 October', true, false],
  ['الثلاثاء 17 (أكتوبر)', false, true],
  ['2023-10-17', true, true],
])('of «%s» all letters run from the left: %s, from the right: %s', (text, left, right) => {
  expect([runsOneWay(text, 'ltr'), runsOneWay(text, 'rtl')]).toEqual([left, right])
})
