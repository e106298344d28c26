import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unknownHabits } from '../../../../src/core/arabic/habits.ts'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import { type ReadableText, readForNames, type Suggestion, suggest } from '../../../../src/core/glossary/suggest/suggest.ts'
import type { Kind } from '../../../../src/core/glossary/term.ts'
import { always } from '../../../support/always.ts'
import { storedTerm } from '../../../support/terms.ts'
import { ended } from '../../../support/turns.ts'

type Column = string | [arabic: string, english: string]

function textsOf(columns: readonly Column[]): ReadableText[] {
  return columns.map((column) => {
    const [source, target] = typeof column === 'string' ? [column, ''] : column
    return { source, target, habits: unknownHabits }
  })
}

function suggested(columns: readonly Column[], entries: readonly [spelling: string, rendering: string, kind: Kind][] = []): Suggestion[] {
  const terms = entries.map(([spelling, text, kind], index) =>
    storedTerm({ id: index + 1, spellings: [spelling], kind, renderings: [{ text, standing: 'preferred' }] }),
  )
  return ended(suggest(ended(readForNames(textsOf(columns), compile(terms)))))
}

const spellings = (found: readonly Suggestion[]) => found.map(({ spelling }) => spelling)

describe('what recurs is suggested', () => {
  const rows: [reason: string, texts: string[], spelling: string, count: number][] = [
    ['two words', ['زار وفد مجلس السلم مدينة سنار.', 'ثم عقد مجلس السلم جلسة.'], 'مجلس السلم', 2],
    [
      'whatever is written to its front',
      ['قال قائد كتيبة النهر إنه باق.', 'رد على كتيبة النهر.', 'سلاح وكتيبة النهر معاً.', 'طلب لكتيبة النهر.'],
      'كتيبة النهر',
      4,
    ],
    ['the article hidden in لل', ['نفى التجمع المدني ذلك.', 'وقيل للتجمع المدني إن الموعد تغير.'], 'التجمع المدني', 2],
    ['with hamza or without', ['أعلن إتحاد النقابات ذلك.', 'أعلن اتحاد النقابات ذلك.', 'نفى اتحاد النقابات ذلك.'], 'اتحاد النقابات', 3],
    [
      'و goes on with a phrase of two words',
      ['قالت لجنة النزاهة والعدالة إن', 'ردت لجنة النزاهة والعدالة على'],
      'لجنة النزاهة والعدالة',
      2,
    ],
    ['لل goes on with a phrase', ['المفوضية العليا للسلام قالت', 'زار المفوضية العليا للسلام وفد'], 'المفوضية العليا للسلام', 2],
  ]
  test.each(rows)('%s', (_, texts, spelling, count) => {
    const found = suggested(texts)
    expect(spellings(found)).toContain(spelling)
    expect(found.find((one) => one.spelling === spelling)?.count).toBe(count)
  })

  test('a part of a longer phrase that stands nowhere else is not suggested beside it', () => {
    const found = spellings(suggested(['قال مركز النخيل العربي إن', 'نشر مركز النخيل العربي دراسة.']))
    expect(found).toEqual(['مركز النخيل العربي'])
  })

  test('a part that stands alone too is', () => {
    const found = spellings(suggested(['مركز النخيل العربي قال', 'مركز النخيل العربي رد', 'مركز النخيل أغلق', 'وزار مركز النخيل']))
    expect(found).toEqual(expect.arrayContaining(['مركز النخيل العربي', 'مركز النخيل']))
  })
})

describe('what is no term is not suggested', () => {
  test.each([
    ['function words and verbs', ['وقال في بيان إنه لن يفعل.', 'وقال في بيان إنها لن تفعل.']],
    ['dates', ['يوم الخميس 3 تشرين الثاني الماضي', 'مساء الخميس 3 تشرين الثاني الماضي']],
    ['numbers', ['ثلاثة ملايين نازح', 'ثلاثة ملايين أخرى']],
    ['words that a full stop parts', ['هدأ الحفل. المدينة هادئة', 'صخب الحفل. المدينة صاخبة']],
    ['what stands once', ['مجلس السلم اجتمع']],
    ['nothing at all', []],
    ['a sentence repeated whole', Array(10).fill('زار الوفد مقر مجلس السلم أمس')],
    [
      'a sentence repeated in other paragraphs',
      ['هدأت. ', 'ثم عاد. ', 'كلا. '].map((before) => `${before}زار الوفد الكبير جدا مقر مجلس السلم`),
    ],
  ])('%s', (_, texts) => {
    expect(spellings(suggested(texts))).toEqual([])
  })

  test('what an entry has, dressed or not, nor a phrase made of two entries', () => {
    const texts = ['قال مجلس السلم في سنار إنه', 'طالب بمجلس السلم', 'فصائل مجلس السلم هنا', 'فصائل مجلس السلم هناك']
    const entries: [string, string, Kind][] = [
      ['مجلس السلم', 'Peace Council', 'name'],
      ['فصائل', 'factions', 'noun'],
    ]
    expect(spellings(suggested(texts))).toContain('مجلس السلم')
    expect(spellings(suggested(texts, entries))).toEqual([])
  })

  test('but a longer name that has an entry inside it is', () => {
    const texts = ['هيئة مجلس السلم اجتمعت', 'قرار هيئة مجلس السلم']
    expect(spellings(suggested(texts, [['مجلس السلم', 'Peace Council', 'name']]))).toEqual(['هيئة مجلس السلم'])
  })
})

test('a name recurs once for each different surrounding, however often its sentence is repeated', () => {
  const repeated = Array<string>(20).fill('زار الوفد مقر مجلس السلم')
  const often = ['ظهر حزب الزيتونة هنا', 'عاد حزب الزيتونة أمس', 'نفى حزب الزيتونة ذلك']
  expect(spellings(suggested([...repeated, 'رد مجلس السلم', ...often]))).toEqual(['حزب الزيتونة', 'مجلس السلم'])
  const many = Array.from({ length: 40 }, (_, index) => `${['زار', 'عاد', 'رد'][index % 3]} وفد كبير جدا اليوم مجلس السلم`)
  expect(spellings(suggested(many))).not.toContain('مجلس السلم')
})

describe('a phrase with an entry inside it', () => {
  const council: [string, string, Kind][] = [['مجلس السلم', 'Peace Council', 'name']]
  const around = (english: [string, string]) =>
    spellings(
      suggested(
        [
          ['زارت هيئة مجلس السلم سنار', english[0]],
          ['ردت هيئة مجلس السلم', english[1]],
        ],
        council,
      ),
    )

  test.each<[string, [string, string], string[]]>([
    ['is suggested with a name of its own', ['The Peace Council Board came', 'Then the Peace Council Board replied'], ['هيئة مجلس السلم']],
    ['or with other English', ['The Calm Board came', 'Then the Calm Board replied'], ['هيئة مجلس السلم']],
    ['but not with words beside its English', ['members of the Peace Council came', 'Then members of the Peace Council replied'], []],
    ['nor where no English is likely', ['They came', 'It replied'], []],
  ])('%s', (_, english, found) => expect(around(english)).toEqual(found))

  test('comes after every name that has none', () => {
    const often = ['زارت', 'ردت', 'عادت', 'قالت', 'ظهرت'].map((verb) => `${verb} هيئة مجلس السلم`)
    expect(spellings(suggested([...often, 'ظهر حزب الزيتونة هنا', 'عاد حزب الزيتونة أمس'], council))).toEqual([
      'حزب الزيتونة',
      'هيئة مجلس السلم',
    ])
  })
})

describe('a name is known by what stands around it', () => {
  test.each([
    ['a title', 'أكد اللواء سامر الجبوري أن الوضع هادئ.', 'سامر الجبوري', 'title'],
    ['a title with its office', 'التقى وزير الخارجية السلوفيني يانيز كوفاتش نظيره.', 'يانيز كوفاتش', 'title'],
    ['an abbreviated title', 'وقال د. حازم السعدي إن ذلك متوقع.', 'حازم السعدي', 'title'],
    ['a linked name', 'زار الشيخ عبد الرحمن الدوري المدينة.', 'عبد الرحمن الدوري', 'title'],
    ['a profession', 'قالت النائبة هدى الراوي إن البرلمان سيجتمع.', 'هدى الراوي', 'title'],
    ['its Latin letters', 'على تطبيق تلغرام (Telegram) نشر التسجيل.', 'تلغرام', 'brackets'],
  ])('%s', (_, text, spelling, evidence) => {
    const found = suggested([text]).find((one) => one.spelling === spelling)
    expect(found?.evidence).toContain(evidence)
  })

  test('a family name that recurs alone is one because it stood after a title', () => {
    expect(spellings(suggested(['قال اللواء سامر الجبوري إن', 'وأضاف الجبوري أن', 'ورفض الجبوري ذلك']))).toContain('الجبوري')
  })

  test('quotation marks', () => {
    const found = suggested(['جماعة تسمي نفسها “حراس الضفتين” تبنت', 'وكانت «حراس الضفتين» قد'])
    expect(found[0]).toMatchObject({ spelling: 'حراس الضفتين', evidence: ['quoted'], count: 2 })
  })
})

describe('the English that is proposed', () => {
  test.each<[string, [string, string][], string, string]>([
    ['sounds like the name', [['قالت نور السامرائي إن', 'Nour al-Samarrai said that']], 'نور السامرائي', 'Nour al-Samarrai'],
    ['has no possessive ending', [['بيت كريم الشمري', 'Karim al-Shammari’s house']], 'كريم الشمري', 'Karim al-Shammari'],
    [
      'stands where the phrase stands and nowhere else',
      [
        ['اجتمع مجلس السلم', 'The Peace Council met on the hill'],
        ['رد مجلس السلم', 'The Peace Council replied from the hill'],
        ['هدأت المدينة', 'The city on the hill was quiet'],
      ],
      'مجلس السلم',
      'Peace Council',
    ],
    [
      'is one of two ways, and not the word that both have',
      [
        ['هاجمت صقور البادية الموقع', 'The Desert Falcons attacked the site'],
        ['نفت صقور البادية ذلك', 'The Desert Falcons denied it'],
        ['وقالت صقور البادية إن', 'The Desert Hawks said'],
        ['هدأت المدينة', 'The city was quiet'],
      ],
      'صقور البادية',
      'Desert Falcons',
    ],
    ['stands in brackets beside it', [['على تطبيق تلغرام (Telegram) نشر', '']], 'تلغرام', 'Telegram'],
    [
      'is nothing where nothing is likely',
      [
        ['مجلس السلم اجتمع', 'They met'],
        ['مجلس السلم رد', 'It replied'],
      ],
      'مجلس السلم',
      '',
    ],
  ])('%s', (_, columns, spelling, rendering) => {
    expect(suggested(columns).find((one) => one.spelling === spelling)?.rendering).toBe(rendering)
  })

  test('is not the rendering of another entry', () => {
    const columns: [string, string][] = [
      ['دار السلم قرب نهر الزاب', 'The Peace House near the river'],
      ['دار السلم عند نهر الزاب', 'The Peace House at the river'],
    ]
    const found = suggested(columns, [['نهر الزاب', 'the Peace House', 'phrase']])
    expect(found.find(({ spelling }) => spelling === 'دار السلم')?.rendering).not.toBe('Peace House')
  })
})

describe('the field stays empty rather than wrong where the English', () => {
  const rendering = (columns: [string, string][], entries: [string, string, Kind][] = []) =>
    suggested(columns, entries).find(({ spelling }) => spelling === 'مجلس السلم')?.rendering

  test.each<[string, [string, string][], [string, string, Kind][]]>([
    [
      'has the rendering of an entry beside it',
      [
        ['قال الوزير نور حامد إن مجلس السلم عاد', 'Nour Hamed said it'],
        ['نفى الوزير نور حامد زيارة مجلس السلم', 'Nour Hamed denied it'],
      ],
      [['نور حامد', 'Nour Hamed', 'name']],
    ],
    [
      'is cut out of the rendering of an entry',
      [
        ['دعا حزب الزيتونة مجلس السلم', 'The Green Olive Party came'],
        ['زار وفد حزب الزيتونة مقر مجلس السلم', 'A visit of the Green Olive Party'],
      ],
      [['حزب الزيتونة', 'Green Olive Party', 'name']],
    ],
    [
      'begins or ends with what happened, or when',
      [
        ['عاد مجلس السلم', 'On Tuesday they came'],
        ['رد مجلس السلم', 'It did on Tuesday'],
        ['ظهر مجلس السلم', 'Later on Tuesday'],
      ],
      [],
    ],
  ])('%s', (_, columns, entries) => expect(rendering(columns, entries)).toBe(''))
})

test('every place that is given shows the suggested words in its text', () => {
  const word = fc.constantFrom('مجلس', 'السلم', 'وللسلم', 'في', 'اللواء', 'سامر', 'الجبوري', 'قال', '«دار', 'العدل»', '.', 'بمجلس', '،')
  always(
    fc.property(fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 6 }), (rows) => {
      const texts = rows.map((row) => row.join(' '))
      for (const { places, count, spelling } of suggested(texts)) {
        expect(count).toBeGreaterThanOrEqual(places.length)
        for (const { text, start, end } of places)
          expect(texts[text]!.slice(start, end).split(' ')).toHaveLength(spelling.split(' ').length)
      }
    }),
  )
})
