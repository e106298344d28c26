import type { Bilingual, BilingualRow } from '../../src/core/bilingual.ts'
import type { ExportWords } from '../../src/formats/export-words.ts'

/** A short invented news article, with everything in it that goes wrong between two directions of writing. */
export const article: Bilingual = {
  heading: {
    title: 'هجوم بطائرة مسيّرة يستهدف قاعدة حرير قرب أربيل',
    outlet: 'وكالة النهار الجديد',
    author: 'سلمى عبد الرحيم',
    date: '2023-10-18',
    address: 'https://nahar.example/iraq/2023/10/18/harir?page=2&lang=ar',
  },
  translator: 'Nadia Haddad',
  rows: rows([
    ['هجوم بطائرة مسيّرة يستهدف قاعدة حرير قرب أربيل', 'Drone attack targets Harir base near Erbil'],
    [
      'قالت مصادر أمنية عراقية، يوم الثلاثاء 17 أكتوبر/تشرين الأول 2023، إن طائرتين مسيّرتين استهدفتا قاعدة حرير الجوية شمال شرقي أربيل، من دون وقوع إصابات.',
      'Iraqi security sources said on Tuesday, 17 October 2023, that two drones had targeted Harir air base north-east of Erbil, causing no casualties.',
    ],
    [
      'وأعلنت فصائل مرتبطة بالحشد الشعبي (PMF) مسؤوليتها عن الهجوم، وقالت في بيان: “سنواصل عملياتنا حتى خروج آخر جندي”.',
      'Factions linked to the Popular Mobilization Forces (PMF) claimed responsibility for the attack, saying in a statement: “We will continue our operations until the last soldier leaves.”',
    ],
    [
      'وأضاف البيان أن الهجوم نُفِّذَ بطائرة من طراز Shahed-136 وصواريخ Kh-55، وأن "المرحلة المقبلة ستكون مختلفة"!',
      'The statement added that the attack was carried out with a Shahed-136 drone and Kh-55 missiles, and that “the next phase will be different”!',
    ],
    [
      'وارتفع سعر برميل خام برنت بنسبة 3.5% إلى 91.20 دولارا، وقُدِّرت الخسائر بنحو ٢٥٠ ألف دولار (ما بين 200-300 ألف).',
      'Brent crude rose by 3.5% to $91.20 a barrel, and losses were put at about 250,000 dollars (between 200,000 and 300,000).',
    ],
    [
      'للاستفسار يرجى الاتصال على الرقم +966 11 123 4567 أو (011) 765 4321 أو عبر البريد press@nahar.example.',
      'For enquiries call +966 11 123 4567 or (011) 765 4321, or write to press@nahar.example.',
    ],
    ['هل تتوسع الحرب؟ سؤال يطرحه كثيرون؛ والجواب، كما قال مسؤول في البنتاغون لشبكة CNN، «غير واضح»…', ''],
    [
      'ونقلت وكالة رويترز عن المتحدث باسم وزارة الدفاع الأميركية (البنتاغون) قوله إن واشنطن «تحتفظ بحق الرد في الزمان والمكان المناسبين».',
      'Reuters quoted a spokesman for the US Department of Defense (the Pentagon) as saying that Washington “reserves the right to respond at a time and place of its choosing.”',
    ],
    [
      'وجاء في تغريدة على منصة X (تويتر سابقا): "الوضع تحت السيطرة 🙏🏽 #أربيل".',
      'A post on X (formerly Twitter) said: “The situation is under control 🙏🏽 #أربيل”.',
    ],
    [
      'العنوان: شارع ٦٠ متري، أربيل\nالهاتف: 00964 66 255 1234',
      'Address: 60 Metre Street, Erbil\nThe Arabic word for it is شارع ٦٠ متري، and it is known to all.\nTelephone: 00964 66 255 1234',
    ],
    [
      'وكانت القوات الأميركية قد تعرضت منذ 7 أكتوبر/تشرين الأول لأكثر من 20 هجوما في العراق وسوريا، وفق ما ذكره موقع Al-Monitor.',
      'US forces have come under more than 20 attacks in Iraq and Syria since 7 October, according to Al-Monitor.',
    ],
    [
      'يُشار إلى أن الاتفاقية الموقعة عام 2008 (المادة 4، الفقرة ب) تنص على "احترام سيادة العراق".',
      'The agreement signed in 2008 (Article 4, paragraph B) provides for “respect for Iraq’s sovereignty”.',
    ],
  ]),
  unfinished: [3, 7, 8, 9],
  open: [
    {
      position: 3,
      check: 'terms',
      severity: 'required',
      verdict: 'avoid',
      values: {
        surface: 'بالحشد الشعبي',
        spelling: 'الحشد الشعبي',
        wanted: 'Popular Mobilization Forces',
        found: 'Popular Mobilization Units',
      },
    },
    { position: 5, check: 'terms', severity: 'advice', verdict: 'missing', values: { surface: 'برنت', spelling: 'برنت', wanted: 'Brent' } },
  ],
  waivers: [
    {
      position: 8,
      check: 'terms',
      verdict: 'missing',
      surface: 'وزارة الدفاع الأميركية',
      reason: 'The agency’s own wording is quoted.',
      person: 'Nadia Haddad',
      at: '2023-10-19T09:30:00.000Z',
    },
    {
      position: 12,
      check: 'terms',
      verdict: 'variant',
      surface: 'العراق',
      reason: 'هكذا ورد في نص الاتفاقية.',
      person: 'سامي',
      at: '2023-10-19T09:31:00.000Z',
    },
  ],
}

/** Words for the page as an English reader's interface brings them. */
export const englishWords: ExportWords = {
  language: 'en',
  dir: 'ltr',
  number: 'No.',
  arabic: 'Arabic',
  english: 'English',
  outlet: 'Outlet',
  author: 'Author',
  date: 'Date',
  address: 'Source',
  translator: 'Translator',
  day: (date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date)),
  untranslated: 'not yet translated',
  unfinished: (positions, count) => (count === 1 ? `Segment ${positions} is not finished.` : `Not finished: segments ${positions}.`),
  leftOut: (positions, count, total) => `Without English: ${count} of ${total} (${positions}).`,
  notDone: (positions, count, total) => `Not finished: ${count} of ${total} (${positions}).`,
  requiredOpen: (positions, count) => `Open in ${count}: ${positions}.`,
  finding: ({ values }) => `${values.surface} is here; the English should have “${values.wanted}”.`,
  open: 'Terms still to be settled',
  waivers: 'Overruled',
}

/** The same words for an Arabic reader. */
export const arabicWords: ExportWords = {
  language: 'ar',
  dir: 'rtl',
  number: 'الرقم',
  arabic: 'العربية',
  english: 'الإنجليزية',
  outlet: 'الجهة الناشرة',
  author: 'الكاتب',
  date: 'التاريخ',
  address: 'الرابط',
  translator: 'المترجم',
  day: (date) => new Intl.DateTimeFormat('ar-u-nu-latn-ca-gregory', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date)),
  untranslated: 'لم تُترجم بعد',
  unfinished: (positions) => `مقاطع لم تكتمل: ${positions}.`,
  leftOut: (positions, count, total) => `بلا ترجمة ${count} من ${total}: ${positions}.`,
  notDone: (positions, count, total) => `لم يكتمل ${count} من ${total}: ${positions}.`,
  requiredOpen: (positions, count) => `المفتوح في ${count}: ${positions}.`,
  finding: ({ values }) => `ورد هنا «${values.surface}»، والمعتمد بالإنجليزية Popular Mobilization Forces.`,
  open: 'مصطلحات لم تُحسم',
  waivers: 'ملاحظات صُرف النظر عنها',
}

/** The time of an export. */
export const exportedAt = '2023-10-19T10:00:00.000Z'

/** Rows numbered from 1, each a paragraph of its own; an empty English is not started. */
export function rows(texts: [source: string, target: string][]): BilingualRow[] {
  return texts.map(([source, target], paragraph) => ({
    position: paragraph + 1,
    paragraph,
    source,
    target,
    status: target === '' ? 'not-started' : 'translated',
  }))
}
