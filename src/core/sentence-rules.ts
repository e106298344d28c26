/** End a sentence. ؛ and ، do not. */
export const marks = new Set([
  '.',
  '!',
  '?',
  '؟', // U+061F
  '…', // U+2026
  '۔', // U+06D4, Urdu full stop
  '‼', // U+203C
  '⁇', // U+2047
  '⁈', // U+2048
  '⁉', // U+2049
])

/** Belong to the sentence they close, even after a space. */
export const closers = new Set(['”', '»', '’', '›', ')', ']', '}', '﴾', '〉', '》'])

/** Close or open: they close when white space, the end or another mark follows. */
export const quotes = new Set(['"', "'", '“', '‘', '«', '‹', '„'])

/** After these the sentence goes on, whatever stood before. */
export const continuers = new Set(['،', '؛', ',', ';', ':'])

/** Abbreviations of more than one letter after which a sentence goes on. Single letters (د. أ. م. ص. J.) and letters with stops between them (أ.ف.ب. ق.م. U.S.) are known by their shape. */
export const abbreviations = new Set([
  'ود', // and Dr
  'وأ', // and Prof., and Mr
  'وم', // and Eng.
  'تح', // edited by
  'مج', // volume
  'صص', // pages
  'تر', // translated by
  // English initials by the names of their letters: جون إف. كينيدي
  'إف',
  'اف',
  'إتش',
  'اتش',
  'جيه',
  'كيه',
  'إم',
  'إل',
  'آر',
  'إس',
  'دبليو',
  'جي',
  'إي',
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'sr',
  'jr',
  'st',
  'vs',
  'no',
  'gen',
  'col',
  'lt',
  'maj',
  'capt',
  'sgt',
  'sen',
  'rep',
  'gov',
  'hon',
  'rev',
  'inc',
  'ltd',
  'co',
  'corp',
  'fig',
  'vol',
  'pp',
  'ed',
  'eds',
  'al', // et al.
  'approx',
  'cf',
])

/** A letter after one of these is a label (المجموعة ب), not an abbreviation. */
export const labelled = new Set(['مجموعة', 'فئة', 'قسم', 'فقرة', 'بند', 'ملحق', 'خطة', 'فيتامين', 'نقطة', 'حرف', 'قاعة', 'شعبة'])
