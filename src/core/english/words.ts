import { sentences } from '../sentences.ts'
import type { Span } from '../span.ts'
import { withoutAddresses } from './addresses.ts'

/** An English word where it stands. Offsets are UTF-16 units; the possessive ending is part of the span, not of the key. */
export interface EnglishWord extends Span {
  /** As it stands, without the possessive ending. */
  text: string
  /** Lower case, without accents and the stops of U.S.; the kinds of apostrophe are one. */
  key: string
  /** U.S., PMF: capitals only, at least two. */
  capitals: boolean
  possessive: boolean
  /** What stands between this word and the next; after the last one, the rest. */
  gap: string
}

/** An English text with its words. */
export interface EnglishText {
  text: string
  words: EnglishWord[]
  /** Whether the first letter of a sentence stands at this offset. */
  beginsSentence(offset: number): boolean
}

/** Reads an English text; its sentences are looked for only when somebody asks for one. */
export function englishText(text: string): EnglishText {
  let starts: Set<number> | undefined
  const firstLetter = ({ start, end }: Span) => start + Math.max(0, text.slice(start, end).search(/[\p{L}\p{N}]/u))
  const beginsSentence = (offset: number) => {
    starts ??= new Set(sentences(text).map(firstLetter))
    return starts.has(offset)
  }
  return { text, words: englishWords(text), beginsSentence }
}

/** The words of an English text. A hyphen parts words, an apostrophe inside a word does not; an address has none. */
export function englishWords(text: string): EnglishWord[] {
  const found = [...withoutAddresses(text).matchAll(word)]
  return found.map((match, index) => wordAt(match, text, found[index + 1]?.index ?? text.length))
}

/** The key of one word: Kata’ib, Kataʿib and KATA'IB are kata'ib. */
export function englishKey(text: string): string {
  if (/^[a-z\d]+$/i.test(text)) return text.toLowerCase()
  // Apostrophes first: normalised, ´ is a space with an accent.
  const key = text.replace(apostrophe, "'").normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  // Tried at the beginning of a run only, or a run of forty thousand inside a word would be tried from each of them.
  return key.replace(/^'+|(?<!')'+$/g, '').replace(/ı/g, 'i')
}

/** Whether two neighbouring words can belong to one name: only space, hyphens, quotes and hidden marks stand between. */
export function isJoined(gap: string): boolean {
  return /^[\s\p{Pd}"“”'‘’«»\p{Cf}]*$/u.test(gap)
}

/** Written as apostrophes: ' ’ ‘ ‛ ʼ ʾ ʿ ʻ ʽ ` ´ ′ ʹ ＇ */
const apostropheKinds = "'’‘‛ʼʾʿʻʽ`´′ʹ＇"
const apostrophe = new RegExp(`[${apostropheKinds}]`, 'gu')
/** Without the raised figures of footnotes. */
const letters = '[\\p{L}\\p{M}\\p{Nd}\\p{Nl}]'
const initials = `\\p{Lu}(?:\\.\\p{Lu})+(?!${letters})\\.?(?:[${apostropheKinds}][sS](?!${letters}))?`
const word = new RegExp(`${initials}|${letters}+(?:[${apostropheKinds}]+${letters}+)*`, 'gu')

function wordAt(match: RegExpMatchArray, text: string, next: number): EnglishWord {
  const [found] = match
  const start = match.index!
  const ending = possessiveEnding(found, text, start)
  const bare = found.slice(0, found.length - ending.inside)
  const end = start + found.length + ending.after
  const plain = bare.includes('.') ? bare.replaceAll('.', '') : bare
  const possessive = ending.inside + ending.after > 0
  return { start, end, text: bare, key: englishKey(plain), capitals: acronym.test(plain), possessive, gap: text.slice(end, next) }
}

const acronym = /^\p{Lu}{2,}s?$/u

/** How many units of a possessive ending stand inside the word ('s) and after it (the apostrophe of Forces', where a space follows and no quotation ends). */
function possessiveEnding(word: string, text: string, start: number): { inside: number; after: number } {
  const last = word.at(-1)
  if (last !== 's' && last !== 'S') return { inside: 0, after: 0 }
  if (word.length > 3 && possessiveMarks.has(word.at(-2)!)) return { inside: 2, after: 0 }
  const end = start + word.length
  const attached = possessiveMarks.has(text.charAt(end)) && /^\s+\p{L}/u.test(text.slice(end + 1, end + 9))
  return { inside: 0, after: attached && !isQuoted(text, start) ? 1 : 0 }
}

const possessiveMarks = new Set("'’‘ʼ`´′＇")

/** Whether a quotation in single marks is open at a word: in ‘the Iraqi forces’ said the last one closes it. */
function isQuoted(text: string, start: number): boolean {
  return /(?:^|[\s(\p{Pd}])['‘](?=\p{L})[^'‘’]*$/u.test(text.slice(Math.max(0, start - longestQuotation), start + 1))
}

const longestQuotation = 120
