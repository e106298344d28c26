import { isAdjective } from './adjectives.ts'
import { key } from './letters.ts'
import { isBesideAdjective } from './particles.ts'
import { hasBrokenPlural, isRareForm, isRarePlural, pluralsOf, singularsOf, specialFormsOf } from './plurals.ts'

/** The grammatical terms by which a form of an entry is explained; each has its sentence in every language of the interface. */
export const formNames = [
  'as-listed', //                  وزير
  'definite', //                   الوزير where the entry has وزير
  'indefinite', //                 وزير where the entry has الوزير
  'tanwin', //                     وزيرًا
  'pronoun', //                    وزيرها
  'dual', //                       وزيران، وزيرين
  'dual-construct', //             وزيرا الخارجية، وزيري
  'dual-pronoun', //               وزيريها
  'masculine-plural', //           مسؤولون، مسؤولين
  'masculine-plural-construct', // مسؤولو، مسؤولي
  'masculine-plural-pronoun', //   مسؤولوها، مسؤوليها
  'feminine-plural', //            منظمات
  'feminine-plural-pronoun', //    منظماتها
  'feminine', //                   وزيرة where the entry has وزير
  'feminine-dual', //              وزيرتان
  'feminine-pronoun', //           وزيرتها
  'masculine', //                  مسلح where the entry's adjective is مسلحة
  'broken-plural', //              وزراء
  'singular', //                   منطقة حرة where the entry has المناطق الحرة
  'special-form', //               أخو، أخا، أخي for أخ; أخرى for آخر
  'kunya', //                      أبا، أبي for أبو in a name
  'defective', //                  قاض for قاضي
  'ta-marbuta-as-ha', //           غزه for غزة
  'ha-as-ta-marbuta', //           طة for طه
] as const
export type FormName = (typeof formNames)[number]

/** What the shape of a word tells of the endings it takes. */
export const shapes = [
  ['ta-marbuta', /ة$/, 'قاعدة'],
  ['long-hamza', /اء$/, 'لقاء'],
  ['seated-hamza', /أ$/, 'مبدأ'],
  ['alif', /[اى]$/, 'مستشفى'],
  ['nisba', /^.{3,}ي$/, 'مصري'],
  ['participle', /^م.{2,}[^ي]$/, 'مسؤول'],
  ['agent', /^(?:.ا|آ).[^ي]$/, 'قائد'],
  ['intensive', /^.[^اوي]ا.$/, 'طيار'],
  ['fail', /^..ي.$/, 'كبير'],
  ['other', /./, 'بيت'],
] as const satisfies readonly (readonly [string, RegExp, string])[]

/** Further shapes, which a word has by its place in a phrase or by the list of plurals, not by its letters alone. */
const furtherShapes = [
  'defective', //            قاضي، محامي: ends in a ي that falls away
  'adjective', //            a later word of a noun phrase: باليستي in صاروخ باليستي
  'adjective-in-ta', //      مسلحة in القوات المسلحة
  'plural', //               كتب
  'plural-diptote', //       مدارس، صواريخ: no tanwin, so مدافعا is no several of مدفع
  'plural-ta-marbuta', //    أجهزة
  'plural-alif', //          قضايا، قوى
  'plural-ya', //            أراضي
  'name-in-ta', //           غزة
  'name-in-ha', //           طه
  'name', //                 بغداد
] as const
export type Shape = (typeof shapes)[number][0] | (typeof furtherShapes)[number]

/** Whether a form is *definite* (with ال), *indefinite*, *nunated* (indefinite by its ending, so never annexed), only a *construct* (before its annexed noun), or carries a *pronoun*. */
export type State = 'definite' | 'indefinite' | 'nunated' | 'construct' | 'pronoun'

/** How an ending goes with the article: free with or without it, or never with it. */
type Use = 'free' | 'nunated' | 'construct' | 'pronoun'

type EndingRow = [of: string, cut: string, add: string, form: FormName, use: Use, confidence: number, example: string]

/** Consonants at the end: everything may follow. */
const firm = 'nisba participle agent intensive fail other'
/** Shapes that take ون. */
const sound = 'nisba participle agent intensive'
const unsound = 'fail other'

/** The endings, one a row: of which shapes, what is cut, what is added. Confidence is how far a text word of this make is the entry, other things equal. */
const endingRows: EndingRow[] = [
  [firm, '', '', 'as-listed', 'free', 1, 'بيت'],
  ['ta-marbuta long-hamza seated-hamza alif', '', '', 'as-listed', 'free', 1, 'قاعدة'],
  ['plural plural-diptote plural-ta-marbuta plural-alif plural-ya', '', '', 'as-listed', 'free', 1, 'بيوت'],
  ['name name-in-ta name-in-ha', '', '', 'as-listed', 'free', 1, 'بغداد'],

  [firm, '', 'ا', 'tanwin', 'nunated', 0.95, 'بيتًا'],
  ['alif', 'ى', 'ا', 'tanwin', 'nunated', 0.9, 'مدًا'],
  ['plural', '', 'ا', 'tanwin', 'nunated', 0.9, 'بيوتًا'],

  [firm, '', 'ان', 'dual', 'free', 0.87, 'بيتان'],
  [firm, '', 'ين', 'dual', 'free', 0.87, 'بيتين'],
  [firm, '', 'ا', 'dual-construct', 'construct', 0.9, 'وزيرا الخارجية'],
  [unsound, '', 'ي', 'dual-construct', 'construct', 0.35, 'بيتي'],
  ['ta-marbuta', 'ة', 'تان', 'dual', 'free', 0.93, 'قاعدتان'],
  ['ta-marbuta', 'ة', 'تين', 'dual', 'free', 0.93, 'قاعدتين'],
  ['ta-marbuta', 'ة', 'تا', 'dual-construct', 'construct', 0.85, 'قاعدتا'],
  ['ta-marbuta', 'ة', 'تي', 'dual-construct', 'construct', 0.85, 'قاعدتي'],
  ['long-hamza', '', 'ان', 'dual', 'free', 0.85, 'لقاءان'],
  ['long-hamza', '', 'ين', 'dual', 'free', 0.85, 'لقاءين'],
  ['long-hamza', 'ء', 'وان', 'dual', 'free', 0.7, 'صحراوان'],
  ['long-hamza', 'ء', 'وين', 'dual', 'free', 0.7, 'صحراوين'],
  ['alif', 'ى', 'يان', 'dual', 'free', 0.85, 'مستويان'],
  ['alif', 'ى', 'يين', 'dual', 'free', 0.85, 'مستويين'],
  ['seated-hamza', 'أ', 'آن', 'dual', 'free', 0.85, 'مبدآن'],
  ['seated-hamza', 'أ', 'أين', 'dual', 'free', 0.85, 'مبدأين'],

  [sound, '', 'ون', 'masculine-plural', 'free', 0.93, 'مسؤولون'],
  [sound, '', 'ين', 'masculine-plural', 'free', 0.93, 'مسؤولين'],
  [sound, '', 'و', 'masculine-plural-construct', 'construct', 0.85, 'مسؤولو'],
  [sound, '', 'ي', 'masculine-plural-construct', 'construct', 0.8, 'مسؤولي'],
  ['defective', 'ي', '', 'defective', 'nunated', 0.65, 'قاض'],
  ['defective', 'ي', 'ون', 'masculine-plural', 'free', 0.88, 'محامون'],
  ['defective', 'ي', 'ين', 'masculine-plural', 'free', 0.85, 'محامين'],
  ['defective', 'ي', 'و', 'masculine-plural-construct', 'construct', 0.7, 'محامو'],
  ['plural-ya', 'ي', '', 'defective', 'nunated', 0.85, 'أراض'],

  ['ta-marbuta', 'ة', 'ات', 'feminine-plural', 'free', 0.93, 'منظمات'],
  ['ta-marbuta', 'أة', 'آت', 'feminine-plural', 'free', 0.93, 'مفاجآت'],
  [firm, '', 'ات', 'feminine-plural', 'free', 0.88, 'قرارات'],
  ['long-hamza', '', 'ات', 'feminine-plural', 'free', 0.9, 'لقاءات'],
  ['long-hamza', 'ء', 'وات', 'feminine-plural', 'free', 0.8, 'صحراوات'],
  ['alif', 'ى', 'يات', 'feminine-plural', 'free', 0.85, 'مستشفيات'],
  ['alif', 'ا', 'ات', 'feminine-plural', 'free', 0.8, 'كاميرات'],

  ['nisba', '', 'ة', 'feminine', 'free', 0.9, 'مصرية'],
  ['participle', '', 'ة', 'feminine', 'free', 0.7, 'مسؤولة'],
  ['agent fail', '', 'ة', 'feminine', 'free', 0.6, 'كبيرة'],
  ['nisba', '', 'تان', 'feminine-dual', 'free', 0.87, 'مصريتان'],
  ['nisba', '', 'تين', 'feminine-dual', 'free', 0.87, 'مصريتين'],
  ['participle agent fail', '', 'تان', 'feminine-dual', 'free', 0.65, 'مسؤولتان'],
  ['participle agent fail', '', 'تين', 'feminine-dual', 'free', 0.65, 'مسؤولتين'],

  ['adjective', '', 'ة', 'feminine', 'free', 0.9, 'صواريخ باليستية'],
  ['adjective', '', 'تان', 'feminine-dual', 'free', 0.87, 'دولتان كبيرتان'],
  ['adjective', '', 'تين', 'feminine-dual', 'free', 0.87, 'دولتين كبيرتين'],
  ['adjective', '', 'ون', 'masculine-plural', 'free', 0.9, 'مسؤولون كبيرون'],
  ['adjective-in-ta', 'ة', '', 'masculine', 'free', 0.9, 'الصراع المسلح'],
  ['adjective-in-ta', 'ة', 'ا', 'tanwin', 'nunated', 0.85, 'صراعًا مسلحًا'],
  ['adjective-in-ta', 'ة', 'ان', 'dual', 'free', 0.85, 'مسلحان'],
  ['adjective-in-ta', 'ة', 'ين', 'masculine-plural', 'free', 0.85, 'مسلحين'],
  ['adjective-in-ta', 'ة', 'ون', 'masculine-plural', 'free', 0.85, 'مسلحون'],

  ['ta-marbuta plural-ta-marbuta', 'ة', 'ه', 'ta-marbuta-as-ha', 'free', 0.65, 'قاعده'],
  ['nisba adjective', '', 'ه', 'ta-marbuta-as-ha', 'free', 0.6, 'الموارد البشريه'],
  ['name-in-ta', 'ة', 'ه', 'ta-marbuta-as-ha', 'free', 0.9, 'غزه'],
  ['name-in-ha', 'ه', 'ة', 'ha-as-ta-marbuta', 'free', 0.9, 'نزية for نزيه'],
]

type PronounRow = [of: string, cut: string, add: string, form: FormName, confidence: number, example: string]

/** Where the attached pronouns go, one a row. */
const pronounRows: PronounRow[] = [
  [firm, '', '', 'pronoun', 1, 'بيتها'],
  ['ta-marbuta', 'ة', 'ت', 'pronoun', 1, 'قاعدتها'],
  ['long-hamza', '', '', 'pronoun', 1, 'لقاءها، لقاؤها، لقائها'],
  ['seated-hamza', 'أ', 'ئ', 'pronoun', 1, 'مبدئها'],
  ['seated-hamza', '', '', 'pronoun', 1, 'مبدأها'],
  ['alif', '', '', 'pronoun', 1, 'كاميراها'],
  ['alif', 'ى', 'ا', 'pronoun', 1, 'مستشفاها'],
  ['ta-marbuta', 'ة', 'تي', 'dual-pronoun', 0.75, 'قاعدتيها'],
  ['ta-marbuta', 'ة', 'تا', 'dual-pronoun', 0.75, 'قاعدتاها'],
  [unsound, '', 'ي', 'dual-pronoun', 0.6, 'بيتيها'],
  [firm, '', 'ا', 'dual-pronoun', 0.68, 'والداها'],
  [sound, '', 'ي', 'masculine-plural-pronoun', 0.8, 'مسؤوليها'],
  [sound, '', 'و', 'masculine-plural-pronoun', 0.8, 'مسؤولوها'],
  ['ta-marbuta', 'ة', 'ات', 'feminine-plural-pronoun', 0.95, 'منظماتها'],
  [firm, '', 'ات', 'feminine-plural-pronoun', 0.85, 'قراراتها'],
  ['long-hamza', '', 'ات', 'feminine-plural-pronoun', 0.85, 'لقاءاتها'],
  ['alif', 'ى', 'يات', 'feminine-plural-pronoun', 0.85, 'مستشفياتها'],
  ['nisba', '', 'ت', 'feminine-pronoun', 0.72, 'مصريتها'],
  ['participle agent fail', '', 'ت', 'feminine-pronoun', 0.55, 'وزيرتها'],
  ['plural plural-diptote plural-ya', '', '', 'pronoun', 1, 'بيوتها'],
  ['plural-ta-marbuta', 'ة', 'ت', 'pronoun', 1, 'أجهزتها'],
  ['plural-alif', '', '', 'pronoun', 1, 'قضاياها'],
  ['plural-alif', 'ى', 'ا', 'pronoun', 1, 'قواها'],
]

/** The attached pronouns and how likely they are, after a plural or ت too: وطني is mostly national, while زملائي and مدرستي are hardly ever an adjective. */
const pronouns: [pronoun: string, likely: number, afterMore: number][] = [
  ['ه', 0.9, 0.9],
  ['ها', 0.92, 0.92],
  ['هم', 0.92, 0.92],
  ['هما', 0.9, 0.9],
  ['هن', 0.85, 0.85],
  ['نا', 0.85, 0.85],
  ['كم', 0.85, 0.85],
  ['كما', 0.8, 0.8],
  ['كن', 0.75, 0.75],
  ['ك', 0.8, 0.85],
  ['ي', 0.45, 0.8],
]

/** One way to end a word: a row of the tables above for one shape, pronouns spelled out. `cutKey` and `addKey` are look-up spellings. */
export interface Ending {
  shape: number
  cut: string
  add: string
  cutKey: string
  addKey: string
  form: FormName
  use: Use
  confidence: number
}

const shapeBits = new Map<Shape, number>([...shapes.map(([name]) => name as Shape), ...furtherShapes].map((name, i) => [name, 1 << i]))

function bits(...names: Shape[]): number {
  return names.reduce((sum, name) => sum | (shapeBits.get(name) ?? 0), 0)
}

function bitsOf(names: string): number {
  return bits(...(names.split(' ') as Shape[]))
}

const endings: Ending[] = [
  ...endingRows.map(([of, cut, add, form, use, confidence]) => ending(of, cut, add, form, use, confidence)),
  ...pronounRows.flatMap(([of, cut, add, form, confidence]) =>
    pronouns.map(([pronoun, likely, afterMore]) =>
      ending(of, cut, add + pronoun, form, 'pronoun', confidence * (/^plural|ta-marbuta/.test(of) || add !== '' ? afterMore : likely)),
    ),
  ),
]

function ending(of: string, cut: string, add: string, form: FormName, use: Use, confidence: number): Ending {
  return { shape: bitsOf(of), cut, add, cutKey: key(cut), addKey: key(add), form, use, confidence }
}

/** Endings that add the same and cut the same; `shape` has the bits of all of them. */
export interface EndingGroup {
  cutKey: string
  shape: number
  endings: Ending[]
}

/** The endings by what they add, as look-up spelling: to read a word of the text backwards. */
export const endingsByAddition: ReadonlyMap<string, readonly EndingGroup[]> = grouped(endings)

function grouped(rows: Ending[]): Map<string, EndingGroup[]> {
  const groups = new Map<string, EndingGroup[]>()
  for (const row of rows) {
    const there = groups.get(row.addKey) ?? []
    const group = there.find((other) => other.cutKey === row.cutKey)
    if (group) {
      group.endings.push(row)
      group.shape |= row.shape
    } else there.push({ cutKey: row.cutKey, shape: row.shape, endings: [row] })
    groups.set(row.addKey, there)
  }
  return groups
}

/** What endings cut off, as look-up spelling, nothing among them. */
export const cutKeys: readonly string[] = [...new Set(endings.map((row) => row.cutKey))]

/** The longest addition, in letters. */
export const longestAddition = Math.max(...endings.map((row) => row.addKey.length))

/** The place of a word in its entry: a *name* keeps its form; *fixed* words of a phrase do too; an *adjective* takes every gender and number. */
export type Role = 'name' | 'noun' | 'adjective' | 'fixed'

/** A word without article from which forms are made, and how it comes from the word of the entry. */
export interface Stem {
  plain: string
  /** Shapes as bits, to be held against `Ending.shape`. */
  shape: number
  /** How the stem comes from the entry; endings of another stem than the listed one do not change this name. */
  form: FormName
  confidence: number
}

/** Words whose ال is no article but the first root letters of the eighth verb form. */
const notArticle = [
  'التزام',
  'التقاء',
  'التقاط',
  'التحاق',
  'التحام',
  'التهاب',
  'التفاف',
  'التفات',
  'التماس',
  'التباس',
  'التواء',
  'التئام',
  'التجاء',
  'التهام',
]

/** The article of a word, or nothing: ال before at least two letters. */
export function articleOf(word: string): '' | 'ال' {
  return word.length > 3 && word.startsWith('ال') && !notArticle.some((other) => word.startsWith(other)) ? 'ال' : ''
}

/** A broken plural gives way to an entry that the text has as it is listed: كتاب is a book where both that and كاتب are entries. */
const pluralConfidence = { common: 0.955, rare: 0.45 }

/** The stems of a word that stands without its article: itself, its broken plurals, its special forms. `ownPlurals` are those that its entry gives. */
export function stemsOf(base: string, role: Role, ownPlurals: readonly string[] = []): Stem[] {
  if (role === 'name' || role === 'fixed')
    return [...nameStems(base), ...ownPlurals.map((plural) => ({ ...nameStem(plural), form: 'broken-plural' as const }))]
  const own: Stem = { plain: base, shape: shapeOf(base, role), form: 'as-listed', confidence: 1 }
  // أعوام are years, and never of عام where that is general.
  const listed = role === 'adjective' && isBesideAdjective(base) ? [] : pluralsOf(base)
  const plurals = [...new Set([...ownPlurals, ...listed])].map(
    (plural): Stem => ({
      plain: plural,
      shape: pluralShape(plural),
      form: 'broken-plural',
      confidence: isRarePlural(plural) && !ownPlurals.includes(plural) ? pluralConfidence.rare : pluralConfidence.common,
    }),
  )
  const special = specialFormsOf(base).map(
    (form): Stem => ({ plain: form, shape: specialShape(base, form), form: 'special-form', confidence: isRareForm(form) ? 0.45 : 0.9 }),
  )
  return [own, ...plurals, ...special, ...[own, ...plurals].flatMap(spokenStem)]
}

/** رسايل for رسائل, عايلة for عائلة: how much of the Arab world says it, and writes it where nobody edits; دايم and فايز are names. */
function spokenStem(stem: Stem): Stem[] {
  const spoken = stem.plain.replace(stem.form === 'broken-plural' ? /^(..)ائ(.)$/ : /^(.)ائ(.ة)$/, '$1اي$2')
  return spoken === stem.plain ? [] : [{ ...stem, plain: spoken, confidence: stem.confidence * 0.8 }]
}

/** The singulars of a phrase's word that is listed as a plural; of a word alone they would be a bold guess (قوات are not قوة). */
export function singularStemsOf(base: string, role: Role): Stem[] {
  if (role === 'name' || role === 'fixed') return []
  const soundFeminine = /^.{3,}ات$/.test(base) ? [`${base.slice(0, -2)}ة`, base.slice(0, -2)] : []
  return [...singularsOf(base), ...soundFeminine].map((plain) => ({
    plain,
    shape: shapeOf(plain, role),
    form: 'singular',
    confidence: 0.9,
  }))
}

/** What else a part of a name may become: the kunya and بنو change their case even there, بن is also written ابن. */
const namesWithCases: Record<string, string[]> = {
  أبو: ['أبا', 'أبي'],
  ابو: ['ابا', 'ابي'],
  أبا: ['أبو', 'أبي'],
  بنو: ['بني'],
  بن: ['ابن'],
}

function nameStems(base: string): Stem[] {
  const cases = (namesWithCases[base] ?? []).map((plain): Stem => ({ plain, shape: bits('name'), form: 'kunya', confidence: 0.9 }))
  return [nameStem(base), ...cases]
}

function nameStem(plain: string): Stem {
  const shape = plain.endsWith('ة') ? bits('name-in-ta') : /..ه$/.test(plain) ? bits('name-in-ha') : bits('name')
  return { plain, shape, form: 'as-listed', confidence: 1 }
}

/** Relative adjectives that look like قاضي but keep their ي. */
const keepYa = new Set(['عادي', 'مالي', 'حالي', 'عامي', 'ناري', 'ذاتي', 'غازي', 'مائي', 'ساحلي', 'ثاني'])

/** Participles that lose their ي as قاضي does: مدع، مدعون; most words of their shape are relative adjectives. */
const losesYa = new Set(['مدعي', 'مصلي', 'معتدي', 'مشتري', 'متلقي', 'مربي', 'منتمي', 'مغني', 'مفتي'])

/** True of a word whose final ي falls away: قاضي is قاض. */
export function losesFinalYa(base: string): boolean {
  return losesYa.has(base) || (/^م?.ا.ي$/.test(base) && !keepYa.has(base))
}

/**
 * Persons whose letters or broken plural (معالم are sights) would make a place, a tool or a thing of them: they take ون as طباخ does, and no
 * feminine, for أسلحة مهربة are smuggled.
 */
const persons = new Set([
  'معلم',
  'مهرب',
  'مخبر',
  'مخرج',
  'ملحد',
  'مالك',
  'مورد',
  'مسن',
  'محب',
  'طيار',
  'صياد',
  'خياط',
  'قناص',
  'خيال',
  'غواص',
])

function shapeOf(base: string, role: Role): number {
  const pattern = shapes.find(([, pattern]) => pattern.test(base))?.[0] ?? 'other'
  const defective = losesFinalYa(base)
  // قاضي is no relative adjective: القاضية is a blow that ends a fight.
  const takesNoOn =
    isPlaceOrTool(base, pattern) || isThing(base, pattern) || ((pattern === 'intensive' || defective) && hasBrokenPlural(base))
  const name = persons.has(base) ? 'intensive' : takesNoOn ? 'other' : pattern
  let shape = bits(name)
  const adjective = role === 'adjective' || isAdjective(base)
  if (defective) shape |= bits('defective')
  if (adjective && bitsOf(`${firm} seated-hamza`) & shape) shape |= bits('adjective')
  if (role === 'adjective' && name === 'ta-marbuta') shape |= bits('adjective-in-ta')
  return shape
}

/** مصدر with its plural مصادر names a place or a tool, not a person: no ون, no feminine. */
function isPlaceOrTool(base: string, pattern: string): boolean {
  return pattern === 'participle' && pluralsOf(base).some((plural) => /^م[^ا]ا/.test(plural))
}

/** شارع with its plural شوارع alone is no person either: no ون, no feminine. */
function isThing(base: string, pattern: string): boolean {
  return pattern === 'agent' && hasBrokenPlural(base) && pluralsOf(base).every((plural) => /^.وا..$/.test(plural))
}

/** The ي of أخي is a case, not a root letter that could fall away; قاضي is what قاض is with the article. */
function specialShape(base: string, form: string): number {
  if (form === `${base}ي` && base.length > 2 && /^(?:.ا.|م.{2,4}|ت.ا?.)$/.test(base))
    return bits('other', 'defective') | (isAdjective(form) ? bits('adjective') : 0)
  return form.endsWith('ي') ? bits('plural') : pluralShape(form)
}

function pluralShape(plural: string): number {
  if (plural.endsWith('ة')) return bits('plural-ta-marbuta')
  if (/[اى]$/.test(plural)) return bits('plural-alif')
  if (plural.endsWith('ي')) return bits('plural-ya')
  return /^[^ا].ا.ي?.$/.test(plural) ? bits('plural-diptote') : bits('plural')
}

/** A word that is looked for: its spelling without proclitics, and what makes it. */
export interface Form {
  plain: string
  form: FormName
  state: State
  confidence: number
}

/** دولي, مهني and تجاري are no pronouns of دول, مهن and تجار; شبك and سمك none of شب and سم. */
const shortWithPronoun = { ي: 0.45, ك: 0.5 }

/** A short word with an ending looks like many others. */
export function endingConfidence(stem: string, row: Ending): number {
  if (row.use === 'pronoun' && row.addKey === 'ي' && row.cutKey === '' && stem.length <= 4 && !stem.endsWith('ات'))
    return Math.min(row.confidence, shortWithPronoun.ي)
  if (row.use === 'pronoun' && row.addKey === 'ك' && stem.length <= 2) return shortWithPronoun.ك
  return row.addKey.length + row.cutKey.length > 0 && stem.length <= 3 && row.confidence < 0.95 ? row.confidence * 0.8 : row.confidence
}

/** The name of a form as the entry's reader sees it: an unchanged word may still have gained or lost the article. */
export function formName(stem: Stem, row: Ending, listedArticle: boolean, article: boolean): FormName {
  if (stem.form !== 'as-listed') return stem.form
  if (row.form !== 'as-listed' || listedArticle === article) return row.form
  return article ? 'definite' : 'indefinite'
}

/** The state that an ending gives a word with or without article; undefined where the two do not go together. */
export function stateOf(use: Use, article: boolean): State | undefined {
  if (use === 'free') return article ? 'definite' : 'indefinite'
  return article ? undefined : use
}

/** Every form that is looked for when an entry has this word, best first: for the page that shows them. `ownPlurals` are those that the entry gives. */
export function formsOf(word: string, role: Role, ownPlurals: readonly string[] = []): Form[] {
  const listedArticle = articleOf(word) !== ''
  const base = listedArticle ? word.slice(2) : word
  const fixed = role === 'name' || role === 'fixed'
  const found = new Map<string, Form>()
  for (const stem of stemsOf(base, role, ownPlurals)) {
    for (const row of endings) {
      if (!(row.shape & stem.shape) || !stem.plain.endsWith(row.cut)) continue
      for (const article of fixed ? [listedArticle] : [listedArticle, !listedArticle]) {
        const state = stateOf(row.use, article)
        if (!state) continue
        const plain = (article ? 'ال' : '') + stem.plain.slice(0, stem.plain.length - row.cut.length) + row.add
        const confidence = stem.confidence * endingConfidence(stem.plain, row)
        const form = formName(stem, row, listedArticle, article)
        if ((found.get(plain)?.confidence ?? 0) < confidence) found.set(plain, { plain, form, state, confidence })
      }
    }
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence)
}
