import type { Span } from '../checks/finding.ts'
import type { Kind } from '../glossary/term.ts'
import { headIndex, plural, singular } from './inflection.ts'
import { type EnglishWord, englishWords, isJoined } from './words.ts'

/** An English rendering made ready for being looked for: its words without a leading article, and the forms each may take. */
export interface Wording {
  text: string
  kind: Kind
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
  /** Another number than the entry has: forces for force. */
  inflected: boolean
  /** 3: letter by letter; 2: but for capitals, apostrophes, ending; 1: but for a hyphen or space. */
  closeness: 1 | 2 | 3
}

/** Makes a rendering ready for `findWording`. A name is never found in the singular of its plural: Force is not Forces. */
export function wording(text: string, kind: Kind): Wording {
  const article = /^(?:the|an?)\s+(?=\S)/iu.exec(text)?.[0] ?? ''
  const words = englishWords(text.slice(article.length))
  const head = headIndex(words.map(({ key }) => key))
  const forms = words.map((word, index) => formsOf(word, index === head || index === words.length - 1, kind))
  return { text, kind, article, words, forms, solid: solidForms(words, forms) }
}

/** Every place where a rendering stands, in order and without overlap: forces, Forces’, Kata’ib for Kata'ib, cease-fire for ceasefire. */
export function findWording(words: readonly EnglishWord[], wanted: Wording): RenderingPlace[] {
  const places: RenderingPlace[] = []
  for (let at = 0; at < words.length; at++) {
    const place = wordByWord(words, at, wanted) ?? inOne(words, at, wanted)
    if (!place) continue
    places.push(place)
    at = place.last
  }
  return places
}

/** The place of the words from `first` to `last`. */
export function placeOf(
  words: readonly EnglishWord[],
  first: number,
  last: number,
  closeness: 1 | 2 | 3,
  inflected = false,
): RenderingPlace {
  return { start: words[first]!.start, end: words[last]!.end, first, last, inflected, closeness }
}

function formsOf({ key, capitals }: EnglishWord, inflects: boolean, kind: Kind): ReadonlySet<string> {
  if (!inflects) return new Set([key])
  const many = capitals ? `${key}s` : plural(key)
  const one = kind === 'name' ? null : singular(key)
  return new Set([key, many ?? key, one ?? key])
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
    if (!isWord(word, wanted, index)) return null
    if (first + index < last && !(isJoined(word.gap) && word.possessive === wanted.words[index]!.possessive)) return null
  }
  const same = wanted.words.every(({ text, gap }, index) => {
    const word = words[first + index]!
    return word.text === text && (first + index === last || word.gap === gap)
  })
  const inflected = wanted.words.some(({ key }, index) => words[first + index]!.key !== key)
  return placeOf(words, first, last, same ? 3 : 2, inflected)
}

function isWord(word: EnglishWord, wanted: Wording, index: number): boolean {
  const model = wanted.words[index]!
  if (!wanted.forms[index]!.has(word.key)) return false
  if (model.capitals) return word.capitals
  return wanted.kind !== 'name' || !beginsCapital(model.text) || beginsCapital(word.text)
}

/** Whether a word begins with a capital, an apostrophe before it or not. */
export function beginsCapital(text: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(text) || /^[ʿʾʼʻ]\p{Lu}/u.test(text)
}

function inOne(words: readonly EnglishWord[], first: number, wanted: Wording): RenderingPlace | null {
  if (!begins(wanted.solid, words[first]!.key)) return null
  let solid = ''
  for (let last = first; last < words.length && last <= first + wanted.words.length + 1; last++) {
    solid += words[last]!.key
    if (wanted.solid.has(solid) && last - first + 1 !== wanted.words.length) return placeOf(words, first, last, 1)
    if (!isJoined(words[last]!.gap)) return null
  }
  return null
}

function begins(all: ReadonlySet<string>, beginning: string): boolean {
  for (const one of all) if (one.startsWith(beginning)) return true
  return false
}
