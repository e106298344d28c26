import { isAdjective } from '../../arabic/adjectives.ts'
import { key } from '../../arabic/letters.ts'
import { traits, traitsOf } from '../../arabic/neighbours.ts'
import { listedNouns } from '../../arabic/plurals.ts'
import { isUnnamed } from '../../arabic/unnamed.ts'
import { withoutProclitics } from '../find/undressed.ts'
import { soundsOfArabicWord } from './sounds.ts'

/** What one spelling of a word may be in a phrase that has no entry; the same for each place where it stands so. */
export interface PhraseWord {
  /** As it stands, in `plain` spelling, and without its proclitics. */
  whole: string
  bare: string
  /** Both as look-up keys without the article: what makes two phrases one. */
  inside: string
  atHead: string
  /** A number for each of the two, the same for the same; `headNumber` is -1 where no phrase can begin. */
  insideNumber: number
  headNumber: number
  /** Of no name or term: a function word, a verb of news, a date, a number. */
  unnamed: boolean
  /** Has ب ك ل or ف: begins a phrase and never goes on with one; but للقوات goes on, as in القائد العام للقوات المسلحة. */
  begins: boolean
  /** Has و alone: may go on with a phrase of two words or more, as in لجنة الأمن والدفاع. */
  joins: boolean
  definite: boolean
  /** A title or profession: a person's name comes after it. */
  title: boolean
  /** A common noun or an adjective: by its list, or by its ending (عراقي). */
  common: boolean
  /** By its list alone: الجبوري ends like an adjective and is none. */
  listed: boolean
  adjective: boolean
  /** How it sounds, without its proclitics and with them (see `soundsOfArabic`). */
  soundsAtHead: string
  soundsInside: string
  /** Has letters or an ending that Arabic words do not have. */
  foreign: boolean
}

/** A word of which nothing is known yet but how it is written: what it may be is told by all the texts. */
export function unknownWord(whole: string): PhraseWord {
  const nothing = {
    unnamed: true,
    begins: false,
    joins: false,
    definite: false,
    title: false,
    common: false,
    listed: false,
    adjective: false,
    foreign: false,
  }
  return {
    whole,
    bare: whole,
    inside: whole,
    atHead: whole,
    insideNumber: -1,
    headNumber: -1,
    soundsAtHead: '',
    soundsInside: '',
    ...nothing,
  }
}

/** Professions after which news names a person, besides the titles of `neighbours.ts`. */
const professions = new Set(
  'النائبة الوزيرة السفيرة الباحث الباحثة المحلل المحللة الناشط الناشطة الصحفي الصحفية الصحافي الصحافية الإعلامي الإعلامية الخبير الخبيرة المتحدثة المحامية القاضية المديرة المدير'.split(
    ' ',
  ),
)

/** What a word may be: `counts` tells how often each key stands in the texts, `numbers` is where the numbers of words are given out. */
export function phraseWord(whole: string, counts: ReadonlyMap<string, number>, numbers: Map<string, number>): PhraseWord {
  const { proclitics, bare } = withoutProclitics(whole, counts)
  const base = withoutArticle(bare)
  const seen = traitsOf(bare)
  const inside = proclitics === 'و' ? `و${base}` : withoutArticle(whole)
  const unnamed = isUnnamed(bare) || isUnnamed(whole) || whole.length < 2
  const common = listedNouns().has(base) || (seen & (traits.adjective | traits.maybeVerb)) !== 0
  return {
    whole,
    bare,
    inside,
    atHead: base,
    insideNumber: numberOf(inside, numbers),
    headNumber: unnamed ? -1 : numberOf(base, numbers),
    unnamed,
    begins: /[بكلف]/.test(proclitics) && !(proclitics === 'ل' && whole.startsWith('لل')),
    joins: proclitics === 'و',
    definite: bare.startsWith('ال') && bare.length > 3,
    title: (seen & traits.title) !== 0 || professions.has(bare),
    common,
    listed: listedNouns().has(base) || isAdjective(base),
    adjective: (seen & traits.adjective) !== 0,
    soundsAtHead: soundsOfArabicWord(bare),
    soundsInside: soundsOfArabicWord(whole),
    foreign: !common && bare.length > 3 && isForeign(bare.replace(/^ال/, '')),
  }
}

function numberOf(word: string, numbers: Map<string, number>): number {
  const there = numbers.get(word) ?? numbers.size
  numbers.set(word, there)
  return there
}

/** Letters and endings that Arabic words do not have, each with an example. */
const foreignRows: [RegExp, string][] = [
  [/[پچڤگژ]/, 'پوتين, ڤيينا'],
  [/ستان$/, 'باكستان'],
  [/^.{3,}(?:وف|يف|سكي|نكو|يتش|سون|شن|غن|برغ|لاند|تون|دور|غرام|بوك|غراد)$/, 'لافروف, زيلينسكي, واشنطن'],
  [/^.{2,}و[^اوي]?ي?[^اوي]ا$/, 'أنقرة has none; فنزويلا'],
]

function isForeign(word: string): boolean {
  return foreignRows.some(([pattern]) => pattern.test(word))
}

/** The key of a word without its article; ألمانيا has none. */
function withoutArticle(word: string): string {
  return key(word.startsWith('ال') && word.length > 4 ? word.slice(2) : word)
}
