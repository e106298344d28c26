/** The columns of a glossary in a spreadsheet, in the order in which they are written. Only source and target are obliged. */
export const columnNames = [
  'source',
  'target',
  'standing',
  'kind',
  'strength',
  'variants',
  'first_mention',
  'later_mention',
  'exact_only',
  'always',
  'part_of_speech',
  'subject',
  'note',
  'authority',
  'state',
  'plurals',
  'struck',
] as const
export type ColumnName = (typeof columnNames)[number]

/** The column a heading means, in English or Arabic, whatever its case, tashkeel, spaces and hyphens; null when it is none of ours. */
export function columnOf(heading: string): ColumnName | null {
  return heading.length > longestHeading ? null : (headings.get(plainHeading(heading)) ?? null)
}

/** A cell of megabytes at the top of a table is no heading, and folding it would take seconds. */
const longestHeading = 100

function plainHeading(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}ـ]/gu, '')
    .replace(/[\s_*:-]+/gu, ' ')
    .trim()
    .toLowerCase()
}

const synonyms: Record<ColumnName, string[]> = {
  source: [
    'arabic',
    'ar',
    'term',
    'arabic term',
    'source term',
    'المصدر',
    'العربية',
    'العربي',
    'عربي',
    'المصطلح',
    'المصطلح العربي',
    'الأصل',
  ],
  target: [
    ...['english', 'en', 'translation', 'rendering', 'english term', 'target term', 'english rendering'],
    ...['الترجمة', 'الإنجليزية', 'الإنكليزية', 'الإنجليزي', 'الإنكليزي', 'إنجليزي', 'المقابل', 'المقابل الإنجليزي', 'الهدف'],
  ],
  standing: ['preference', 'usage', 'المنزلة', 'الأفضلية', 'الاستعمال'],
  kind: ['type', 'النوع'],
  strength: ['severity', 'enforcement', 'القوة', 'الإلزام', 'الصرامة'],
  variants: ['variant', 'spellings', 'other spellings', 'صيغ أخرى', 'الصيغ الأخرى', 'رسوم أخرى', 'كتابات أخرى'],
  first_mention: ['first', 'long form', 'الذكر الأول', 'أول ذكر'],
  later_mention: ['later', 'short form', 'acronym', 'abbreviation', 'الذكر اللاحق', 'الاختصار'],
  exact_only: ['exact', 'exact match', 'مطابقة تامة', 'بلا تصريف'],
  plurals: ['plural', 'الجمع', 'الجموع', 'صيغ الجمع'],
  struck: ['never', 'excluded forms', 'صيغ مستبعدة', 'الصيغ المستبعدة'],
  always: ['دائما'],
  part_of_speech: ['pos', 'word class', 'قسم الكلام'],
  subject: ['domain', 'field', 'topic', 'الموضوع', 'المجال'],
  note: ['notes', 'comment', 'comments', 'remark', 'ملاحظة', 'ملاحظات', 'الملاحظات'],
  authority: ['reference', 'authorities', 'المرجع', 'المراجع', 'السند'],
  state: ['الحالة'],
}

const headings = new Map(
  columnNames.flatMap((column) => [column, ...synonyms[column]].map((heading) => [plainHeading(heading), column] as const)),
)
