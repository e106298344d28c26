import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from '../../src/core/sentences.ts'
import { always } from '../support/always.ts'

/** A bar stands where one sentence ends and the next begins; the white space before it belongs to the sentence it follows. */
const table: Record<string, string[]> = {
  'full stops, question and exclamation marks and ellipses end a sentence': [
    'أعلن الجيش ذلك. |وقال المتحدث إن العملية انتهت.',
    'متى تنتهي الحرب؟ |لا أحد يعرف.',
    'يا للهول! |هذا ما قاله.',
    'لا أحد يعرف… |هكذا قال.',
    'سكت قليلا... |ثم قال نعم.',
    'سكت قليلا.. |ثم قال نعم.',
    'What now? |لا جواب.',
    'Who is he? |He is the minister. |Yes!',
    'انتهى الاجتماع۔ |وغادر الوفد.',
  ],
  'commas, semicolons and colons do not': [
    'قال الوزير، وهو في بغداد، إن الأمر انتهى.',
    'انسحب الجيش؛ لأن الأوامر صدرت.',
    'قال: نحن هنا.',
    'العراق، سوريا، لبنان',
  ],
  'a heading without a full stop is a sentence': ['الحشد الشعبي ينفي استهداف القاعدة', 'بغداد', '1', '*** '],
  'titles and abbreviations do not end a sentence': [
    'قال د. محمد العلي إن الأمر انتهى.',
    'وصل أ. د. حسن إلى بغداد.',
    'وصل أ.د. حسن إلى بغداد.',
    'المهندس م. علي حاضر.',
    'نقلت أ.ف.ب. عن مصدر قوله.',
    'نقلت وكالة (أ.ف.ب) عن مصدر. |وأكدت ذلك.',
    'نقلت وكالة أ.ف.ب عن مصدر.',
    'انظر ص. 15 من التقرير.',
    'في عام 330 ق.م. بدأت الحرب.',
    'في عام ٣٣٠ ق.م. بدأت الحرب. |ثم انتهت.',
    'حضر د. علي ود. حسن اللقاء.',
    'قال دَ. محمد نعم.',
    'سنة 1445 هـ. بدأ العمل.',
    'منظمة م.ت.ف. رفضت. |ثم وافقت.',
    'السيناتور J. K. Rowling حضر.',
    'وفق U.S. Central Command فإن ذلك صحيح.',
    'قال Mr. Smith ذلك.',
    'أسلحة e.g. صواريخ.',
    'انظر تح. محمود شاكر.',
    'قال جون إف. كينيدي ذلك.',
    'قال جورج و. بوش ذلك. |ثم غادر.',
    'قال أ.د/ حسن ذلك.',
    'العنوان ص.ب. 123 بغداد.',
    'وصل السيد/ م. علي.',
  ],
  'a letter that is a label ends a sentence': ['تأهل فريق المجموعة ب. |وخسر الآخر.', 'نفذوا الخطة B. |وانسحبوا.'],
  'a closing quote or bracket belongs to the sentence it closes': [
    'قال: “نحن هنا.” |وأضاف أنه باق.',
    'قال: «نحن هنا.» |وأضاف أنه باق.',
    'قال: "نحن هنا." |وأضاف أنه باق.',
    "قال: 'نحن هنا.' |وأضاف.",
    'قال: ‘نحن هنا.’ |وأضاف.',
    '(هذا ما قاله.) |ثم غادر.',
    '[انتهى البيان.] |ثم غادر.',
    'قال: «هل جاء؟!» |ثم غادر.',
    'قال: «نعم». |وأضاف أنه باق.',
    'قال: «نعم!». |وأضاف أنه باق.',
    'قال (“نعم.”) |ثم غادر.',
    'قال: "نعم. " |وأضاف أنه باق.',
    'قال: « نعم . » |وأضاف أنه باق.',
    'انتهى. |"هذا ما قاله" أضاف.',
    'انتهى. |«هذا ما قاله» أضاف.',
    'قال "نعم". |"لا" قال الآخر.',
    'قال: »نعم.« |وأضاف أنه باق.',
    'انتهى. |»نعم« قال الآخر.',
    'قال: “نعم. |لا.” |ثم غادر.',
  ],
  'a comma after the quote carries the sentence on': ['قال «متى يأتي؟»، ثم غادر.', 'سأل "من أنت؟"، ثم غادر. |وعاد.'],
  'decimals, dates and addresses stay whole': [
    'ارتفع ٣٫٥ في المئة. |ثم هبط.',
    'ارتفع 3.5 في المئة. |ثم هبط.',
    'ارتفع ٣.٥ في المئة.',
    'بلغ ١٬٢٣٤٫٥ دولار.',
    'في 2023/10/17 وقع الهجوم. |وبعده آخر.',
    'في 17.10.2023 وقع الهجوم.',
    'في ١٧.١٠.٢٠٢٣ وقع الهجوم.',
    'وقع ذلك في 2023. |ثم انتهى.',
    'زوروا www.example.com/a.b?c=d للمزيد. |شكرا.',
    'زوروا https://example.org/news.html?id=7&x=1. |شكرا.',
    'زوروا example.com اليوم.',
    'اكتبوا إلى info@example.com. |شكرا.',
    'فتح الملف report.pdf ثم أغلقه.',
    'فتح الملف تقرير.pdf ثم أغلقه.',
    'يستخدم .NET في عمله.',
    'النسخة 2.0.1 صدرت.',
    'زوروا (https://example.org). |شكرا.',
  ],
  'several marks in a row end a sentence once': [
    'ماذا؟! |لا شيء.',
    'ماذا؟؟؟ |لا شيء.',
    'انتهى!... |نعم.',
    'متى ؟ ! |غدا .',
    'انتهى . |نعم .',
  ],
  'a mark alone in brackets is a remark': ['قال إنه بريء (!) وغادر.', 'بلغ العدد خمسين (؟) قتيلا.', 'قال [...] إنه باق.'],
  'the number of a list does not end a sentence': [
    '1. أعلن الجيش ذلك. |2. نفى الوزير.',
    '١. أعلن الجيش ذلك.',
    'أ. أعلن الجيش ذلك.',
    '1.2. أعلن الجيش ذلك.',
    '«1. أعلن الجيش ذلك.»',
    '  3. أعلن الجيش ذلك.',
  ],
  'tashkeel and direction marks after a full stop are tolerated': [
    'انتهى.\u200F |وقال.',
    'انتهىٌ. |وقال.',
    'انتهى.\u064E |وقال.',
    '\u2067انتهى.\u2069 |\u2067وقال.\u2069',
    'انتهى.\u200F” |وقال.',
    'قال د.\u200F محمد نعم.',
  ],
  'a missing space after the full stop is a typing error': ['انتهى الأمر.|وقال الوزير نعم.', 'من جاء؟|لا أحد.'],
  'an ellipsis at the head or inside a word carries on': ['... وقال إنه باق.', 'انتهى. |...وقال إنه باق.', 'من…إلى بغداد.'],
  'the number of a footnote belongs to its sentence': ['انتهى.[1] |وقال نعم.', 'انتهى.¹ |وقال نعم.'],
  'no-break spaces are spaces': ['انتهى.\u00A0|وقال نعم.', 'قال د.\u00A0محمد نعم.'],
}

function cut(paragraph: string): string {
  return sentences(paragraph)
    .map(({ start, end }) => paragraph.slice(start, end))
    .join('|')
}

describe('sentences of a paragraph', () => {
  for (const [rule, examples] of Object.entries(table)) {
    describe(rule, () => {
      it.each(examples)('%s', (example) => {
        expect(cut(example.replaceAll('|', ''))).toBe(example)
      })
    })
  }

  it('an empty paragraph has none', () => {
    expect(sentences('')).toEqual([])
  })

  it('joined, they are the paragraph again, whatever it is', () => {
    const piece = fc.constantFrom(
      '.',
      '!',
      '؟',
      '…',
      ' ',
      '"',
      '»',
      '«',
      ')',
      '(',
      'د',
      'قال',
      'A',
      'b',
      '1',
      '٣',
      '،',
      '\u200F',
      '\u064E',
      '\u2067',
      '[1]',
      'www.',
    )
    always(
      fc.property(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (paragraph) => {
          let place = 0
          for (const { start, end } of sentences(paragraph)) {
            expect(start).toBe(place)
            expect(end).toBeGreaterThan(start)
            place = end
          }
          expect(place).toBe(paragraph.length)
        },
      ),
      2000,
    )
  })

  it.each(['.', '. ', '؟ ! ', '".', '.\u200F', '(.) ', 'www.', 'أ.', '. "', '.[1'])('a megabyte of %j is cut in no time', (piece) => {
    const paragraph = piece.repeat(Math.ceil(1_000_000 / piece.length))
    expect(sentences(paragraph).at(-1)!.end).toBe(paragraph.length)
  })
})
