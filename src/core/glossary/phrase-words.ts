import { isAdjective } from '../arabic/adjectives.ts'
import { key, plain } from '../arabic/letters.ts'
import { traits, traitsOf } from '../arabic/neighbours.ts'
import { isWhole } from '../arabic/particles.ts'
import { listedNouns } from '../arabic/plurals.ts'
import { splitsOf } from '../arabic/proclitics.ts'
import { isUnnamed } from '../arabic/unnamed.ts'
import { type Gap, scanWords } from '../arabic/words.ts'
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

/** The words of a text with what each may be. */
export interface ReadWord {
  start: number
  end: number
  gap: Gap
  word: PhraseWord
}

/** Texts with the words they have in common. */
export interface ReadTexts {
  texts: ReadWord[][]
  /** How many words there are in all. */
  count: number
}

/**
 * Reads texts with the words they have in common: whether و is the first letter of a word or a word of its own is told by how often the rest
 * stands alone. It gives way after every `turn` texts, so that whoever runs it can do something else meanwhile.
 */
export function* readTogether(texts: readonly string[]): Generator<void, ReadTexts> {
  const met = new Map<string, Met>()
  const read: ReadWord[][] = []
  let count = 0
  for (const [index, text] of texts.entries()) {
    const list: ReadWord[] = []
    scanWords(text, (start, end, gap) => {
      const { word } = metAgain(met, text.slice(start, end))
      list.push({ start, end, gap, word })
    })
    count += list.length
    read.push(list)
    if (index % turn === turn - 1) yield
  }
  yield* understand(met)
  return { texts: read, count }
}

/** A word as it is written, and how often; what it may be is known only when all have been met. */
interface Met {
  word: PhraseWord
  count: number
}

function metAgain(met: Map<string, Met>, surface: string): Met {
  const there = met.get(surface) ?? { word: unknownWord(plain(surface)), count: 0 }
  if (there.count === 0) met.set(surface, there)
  there.count++
  return there
}

function* understand(met: ReadonlyMap<string, Met>): Generator<void> {
  const counts = new Map<string, number>()
  let done = 0
  for (const { word, count } of met.values()) {
    const folded = key(word.whole)
    counts.set(folded, (counts.get(folded) ?? 0) + count)
    if (++done % 10_000 === 0) yield
  }
  const numbers = new Map<string, number>()
  for (const { word } of met.values()) {
    Object.assign(word, phraseWord(word.whole, counts, numbers))
    if (++done % 1000 === 0) yield
  }
}

function unknownWord(whole: string): PhraseWord {
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

/** Texts read in one go: some five milliseconds. */
export const turn = 100

/** Professions after which news names a person, besides the titles of `neighbours.ts`. */
const professions = new Set(
  'النائبة الوزيرة السفيرة الباحث الباحثة المحلل المحللة الناشط الناشطة الصحفي الصحفية الصحافي الصحافية الإعلامي الإعلامية الخبير الخبيرة المتحدثة المحامية القاضية المديرة المدير'.split(
    ' ',
  ),
)

function phraseWord(whole: string, counts: ReadonlyMap<string, number>, numbers: Map<string, number>): PhraseWord {
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

interface Undressed {
  proclitics: string
  bare: string
}

/** A word without what is written to its front: الحشد of للحشد. Of several ways the one whose rest the texts have most often. */
export function withoutProclitics(whole: string, counts: ReadonlyMap<string, number>): Undressed {
  const asItIs = { proclitics: '', bare: whole }
  if (isUnnamed(whole) || isWhole(whole) || listedNouns().has(key(whole))) return asItIs
  const own = counts.get(key(whole)) ?? 0
  const ways = splitsOf(whole, key(whole)).flatMap(({ proclitics, from, article, shared }) => {
    if (proclitics.length === 0) return []
    const absorbed = proclitics.at(-1) === 'لل'
    const rest = whole.slice(from)
    const bare = absorbed
      ? `ال${shared ? 'ل' : ''}${rest.slice(shared ? 1 : 0)}`
      : article
        ? whole.slice(whole.indexOf('ال', proclitics.length))
        : rest
    const joint = /^[وف]$/.test(proclitics.join(''))
    return { proclitics: proclitics.join('').replace('لل', 'ل'), bare, likely: likelihood(bare, article, joint, own, counts) }
  })
  const best = ways.toSorted((a, b) => b.likely - a.likely)[0]
  return best && best.likely > 0 ? best : asItIs
}

/** The article leaves hardly a doubt that a letter before it is a proclitic; a bare rest must be a word that is met or listed, or a function word after و. */
function likelihood(bare: string, article: boolean, joint: boolean, own: number, counts: ReadonlyMap<string, number>): number {
  const met = counts.get(key(bare)) ?? 0
  if (joint && bare.length > 1 && isUnnamed(bare)) return 2 + met
  if (bare.length < 3) return 0
  if (article) return 1 + met
  if (joint || !bare.startsWith('و')) if (met >= own) return 1.5 + met
  return bare.length > 3 && listedNouns().has(key(bare)) ? 0.5 : 0
}
