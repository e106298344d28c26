import { onceForEach } from '../once.ts'
import type { Span } from '../span.ts'
import { headIndex, plural, singular } from './inflection.ts'
import { beginningsOf, positionsByKey, positionsOf } from './positions.ts'
import { type EnglishWord, englishWords, isJoined } from './words.ts'

/** An English rendering made ready for being looked for: its words without a leading article, and the forms each may take. */
export interface Wording {
  text: string
  /** A name has its capitals, and is never found in the singular of its plural: Force is not Forces. */
  isName: boolean
  /** "the ", "a " or "an " as the entry has it, else empty. */
  article: string
  words: EnglishWord[]
  /** For each word, the keys that count as it; for an acronym they are compared in capitals only. */
  forms: ReadonlySet<string>[]
  /** The whole in one word: airstrike for "air strike". */
  solid: ReadonlySet<string>
}

/** Where a rendering stands in a text. `first` and `last` count its words; a possessive ending is inside the span. */
export interface RenderingPlace extends Span {
  first: number
  last: number
  /** 3: letter by letter; 2: but for capitals, apostrophes, ending; 1: but for a hyphen or space. */
  closeness: 1 | 2 | 3
}

/** Makes a rendering ready for `findWording`. */
export function wording(text: string, isName: boolean): Wording {
  const article = /^(?:the|an?)\s+(?=\S)/iu.exec(text)?.[0] ?? ''
  const words = englishWords(text.slice(article.length))
  const head = headIndex(words.map(({ key }) => key))
  const inflects = (index: number) => index === head || index === words.length - 1 || words[index]!.gap.endsWith('(')
  const forms = words.map((word, index) => formsOf(word, inflects(index), isName))
  return { text, isName, article, words, forms, solid: solidForms(words, forms) }
}

/** Every place where a rendering stands, in order and without overlap: forces, Forces’, Kata’ib for Kata'ib, cease-fire for ceasefire. */
export function findWording(words: readonly EnglishWord[], wanted: Wording): RenderingPlace[] {
  return placesAt(
    positionsOf(beginningsIn(wanted), positionsByKey(words)),
    (first) => wordByWord(words, first, wanted) ?? inOne(words, first, wanted),
  )
}

/** What the first word of a rendering may be: one of its forms or, where it is written apart, the beginning of its whole. Only for those that are looked for. */
const beginningsIn = onceForEach(({ forms, solid }: Wording) => new Set([...(forms[0] ?? []), ...[...solid].flatMap(beginningsOf)]))

/** What begins at these positions, in order and without overlap. */
export function placesAt(positions: readonly number[], placeAt: (first: number) => RenderingPlace | null): RenderingPlace[] {
  const places: RenderingPlace[] = []
  let next = 0
  for (const first of positions) {
    const place = first < next ? null : placeAt(first)
    if (!place) continue
    places.push(place)
    next = place.last + 1
  }
  return places
}

/** The place of the words from `first` to `last`. */
export function placeOf(words: readonly EnglishWord[], first: number, last: number, closeness: 1 | 2 | 3): RenderingPlace {
  return { start: words[first]!.start, end: words[last]!.end, first, last, closeness }
}

/** The key of a word in the plural, and of one in the singular; null where it has none or is it already. */
export function numbersOf({ key, text, capitals }: EnglishWord): { many: string | null; one: string | null } {
  if (!capitals) return { many: plural(key), one: singular(key) }
  return text.endsWith('s') ? { many: null, one: key.slice(0, -1) } : { many: `${key}s`, one: null }
}

function formsOf(word: EnglishWord, inflects: boolean, isName: boolean): ReadonlySet<string> {
  if (!inflects) return new Set([word.key])
  const { many, one } = numbersOf(word)
  return new Set([word.key, many ?? word.key, (isName ? null : one) ?? word.key])
}

function solidForms(words: readonly EnglishWord[], forms: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const head = words.slice(0, -1).map(({ key }) => key)
  if (words.some(({ capitals }) => capitals)) return new Set()
  return new Set([...(forms.at(-1) ?? [])].map((last) => [...head, last].join('')).filter((solid) => solid.length >= shortestSolid))
}

/** Shorter words fall together by chance: in form, inform. */
const shortestSolid = 8

function wordByWord(words: readonly EnglishWord[], first: number, wanted: Wording): RenderingPlace | null {
  const last = first + wanted.words.length - 1
  if (wanted.words.length === 0 || last >= words.length) return null
  for (let index = 0; index < wanted.words.length; index++) {
    const word = words[first + index]!
    if (!isWord(word, wanted, index) || (first + index < last && !goesOn(word, wanted.words[index]!))) return null
  }
  const place = placeOf(words, first, last, isVerbatim(words, first, wanted.words) ? 3 : 2)
  return { ...place, end: place.end + closingBrackets(words[last]!, wanted.words.at(-1)!) }
}

function isVerbatim(words: readonly EnglishWord[], first: number, wanted: readonly EnglishWord[]): boolean {
  return wanted.every(({ text, gap }, index) => {
    const word = words[first + index]!
    return word.text === text && (index === wanted.length - 1 || word.gap === gap)
  })
}

/** Whether a rendering may go on behind a word: after nothing but space, or after its own signs, as in George W. Bush. */
function goesOn({ gap, possessive }: EnglishWord, model: EnglishWord): boolean {
  return possessive === model.possessive && (isJoined(gap) || signs(gap) === signs(model.gap))
}

function signs(gap: string): string {
  return gap.replace(/[\s\p{Cf}]+/gu, '')
}

/** The brackets that a rendering ends with belong to it. */
function closingBrackets({ gap }: EnglishWord, model: EnglishWord): number {
  const [closing = ''] = /^[)\]]+/.exec(model.gap) ?? []
  return gap.startsWith(closing) ? closing.length : 0
}

function isWord(word: EnglishWord, wanted: Wording, index: number): boolean {
  const model = wanted.words[index]!
  if (!wanted.forms[index]!.has(word.key)) return false
  if (model.capitals) return word.capitals && isOfNumber(word, model) && !word.gap.startsWith('$')
  return !wanted.isName || !beginsCapital(model.text) || beginsCapital(word.text)
}

/** The s of a plural is small: the USS Carney is no number of US. */
function isOfNumber(word: EnglishWord, model: EnglishWord): boolean {
  return word.text.endsWith('s') === (word.key !== (numbersOf(model).one ?? model.key))
}

/** Whether a word begins with a capital, an apostrophe before it or not; most words show it by their first letter. */
export function beginsCapital(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first >= 0x61 && first <= 0x7a) return false
  return (first >= 0x41 && first <= 0x5a) || /^[\P{L}\p{Lm}]*\p{Lu}/u.test(text)
}

function inOne(words: readonly EnglishWord[], first: number, wanted: Wording): RenderingPlace | null {
  let solid = ''
  for (let last = first; last < words.length && last <= first + wanted.words.length + 1; last++) {
    solid += words[last]!.key
    if (wanted.solid.has(solid) && last - first + 1 !== wanted.words.length) return placeOf(words, first, last, 1)
    if (!isJoined(words[last]!.gap)) return null
  }
  return null
}
