import {
  isArabicText,
  isCapital,
  isDigit,
  isInvisible,
  isLatin,
  isMark,
  isOpeningControl,
  isSpace,
  isSuperscript,
  isTokenCharacter,
  isWordCharacter,
  kinds,
  kindsAt,
} from './sentence-characters.ts'
import { abbreviations, closers, continuers, labelled, quotes } from './sentence-rules.ts'
import type { Span } from './span.ts'

/**
 * Where the sentences of a paragraph stand, in UTF-16 units: spans without gaps from its first character to its last, white
 * space with the sentence before it, so that joining them gives the paragraph back. A scanner: it looks at each character a
 * bounded number of times, whatever the text.
 */
export function sentences(paragraph: string): Span[] {
  const spans: Span[] = []
  const scan: Scan = { text: paragraph, start: 0, quoted: false, worded: false }
  let at = 0
  while (at < paragraph.length) {
    const kind = kindsAt(paragraph, at)
    const address = kind & kinds.addressStart ? addressEnd(paragraph, at) : at
    const end = kind & kinds.mark ? sentenceEnd(scan, at) : null
    if (end?.cuts) {
      spans.push({ start: scan.start, end: end.at })
      scan.start = end.at
      scan.worded = false
    } else if (kind & kinds.straightQuote) scan.quoted = !scan.quoted
    else if (kind & kinds.word) scan.worded = true
    at = end ? end.at : Math.max(address, at + 1)
  }
  return withRest(spans, scan)
}

/** What is known half-way: where the sentence begins, whether a straight quote is open, whether there was a letter or digit. */
interface Scan {
  text: string
  start: number
  quoted: boolean
  worded: boolean
}

/** The longest stretch before a full stop that is looked at for an abbreviation: ا.ل.ج.ب.ه.ة. is one. */
const longestAbbreviation = 16

function sentenceEnd(scan: Scan, from: number): { at: number; cuts: boolean } {
  const { text } = scan
  const marked = pastMarks(text, from)
  if (isInsideWord(text, from, marked)) return { at: marked, cuts: false }
  const closed = pastClosers(scan, marked)
  const next = pastSpace(text, closed)
  const cuts = scan.worded && !isRemark(text, from, marked) && !goesOn(scan, from, marked, closed, next)
  return { at: cuts ? next : closed, cuts }
}

/** Past ؟! or ... with tashkeel and direction marks among them, and past a mark that stands alone after a space: متى ؟ ! */
function pastMarks(text: string, from: number): number {
  let at = pastMarkRun(text, from)
  for (;;) {
    const next = pastSpace(text, at)
    const end = pastMarkRun(text, next)
    if (next === at || next === text.length || !isMark(text[next]!) || (end < text.length && !isSpace(text[end]!))) return at
    at = end
  }
}

function pastMarkRun(text: string, from: number): number {
  let at = from
  while (at < text.length && (isMark(text[at]!) || isInvisible(text[at]!))) at++
  return at
}

function pastClosers(scan: Scan, from: number): number {
  const { text } = scan
  let at = from
  for (;;) {
    const spaced = pastSpace(text, at)
    const char = text[spaced]
    if (char === undefined) return at
    if (closesHere(scan, spaced, spaced > at)) {
      if (char === '"') scan.quoted = !scan.quoted
      at = spaced + 1
    } else if (spaced === at && (isMark(char) || isInvisible(char) || isSuperscript(char))) at++
    else if (spaced === at && char === '[' && noteEnd(text, at) > at) at = noteEnd(text, at)
    else return at
  }
}

/** After a space or of two uses, a mark closes only where nothing is attached to it: انتهى. »نعم« is typed the wrong way round. */
function closesHere({ text, quoted }: Scan, at: number, afterSpace: boolean): boolean {
  const char = text[at]!
  const closer = closers.has(char)
  if (!closer && !quotes.has(char)) return false
  if (closer && !afterSpace) return true
  const next = text[pastInvisible(text, at + 1)]
  if (next === undefined) return true
  const loose = isSpace(next) || isMark(next) || closers.has(next) || quotes.has(next) || continuers.has(next)
  return loose && (closer || !afterSpace || (char === '"' && quoted))
}

/** A stop with a letter or digit on its right that belongs to what is on its left: 3.5, 17.10.2023, report.pdf, example.com/?a, أ.ف.ب */
function isInsideWord(text: string, from: number, to: number): boolean {
  const after = pastInvisible(text, to)
  const next = text[after]
  if (next === undefined || !isWordCharacter(next)) return false
  const before = text[from - 1]
  const ellipsis = text[from] === '…' || (to - from > 1 && text[from] === '.')
  if (before === undefined || isSpace(before)) return isDigit(next) || isLatin(next) || ellipsis
  if (ellipsis) return isWordCharacter(before)
  if (text[from] !== '.') return text[from] !== '؟' && isLatin(next) && !isArabicText(before)
  if (isDigit(before) && isDigit(next)) return true
  if (isLatin(next) || isDigit(next)) return !isArabicText(before) || !isCapital(next)
  return isAbbreviation(text, from)
}

/** A mark alone in brackets is a remark within a sentence: (!) (؟) [...] */
function isRemark(text: string, from: number, to: number): boolean {
  const open = text[from - 1]
  const close = text[to]
  return (open === '(' && close === ')') || (open === '[' && close === ']')
}

function goesOn(scan: Scan, from: number, marked: number, closed: number, next: number): boolean {
  const { text } = scan
  const follower = text[pastInvisible(text, next)]
  if (follower === undefined) return false
  if (continuers.has(follower)) return true
  if (text[from] !== '.' || marked - from > 1 + invisibleRun(text, from + 1, marked)) return false
  if (closed === marked && isListNumber(scan, from)) return true
  if (isAbbreviation(text, from)) return true
  return isLatin(follower) && !isCapital(follower) && isLatin(text[from - 1] ?? ' ')
}

function isAbbreviation(text: string, stop: number): boolean {
  const token = tokenBefore(text, stop)
  if (token === null) return false
  const letters = token.word.split('.')
  if (letters.some((part) => part === '' || hasDigit.test(part))) return false
  if (letters.length > 1) return letters.slice(1).every((part) => part.length === 1) && letters[0]!.length <= 3
  if (token.word.length === 1) return !labelled.has(wordBefore(text, token.start))
  return abbreviations.has(token.word.toLowerCase())
}

const hasDigit = /\p{Nd}/u

/** At the head of a sentence: 1. ٢. 12. أ. and 1.2. number what follows. */
function isListNumber({ text, start }: Scan, stop: number): boolean {
  const token = tokenBefore(text, stop)
  return token !== null && /^[\p{Nd}.]{1,5}$/u.test(token.word) && !/\p{Nd}{4}/u.test(token.word) && isBare(text, start, token.start)
}

/** Whether nothing but white space, a bracket or a quote stands at the head of a sentence before a place. */
function isBare(text: string, start: number, place: number): boolean {
  const from = pastSpace(text, start)
  return place - from <= 4 && !/[\p{L}\p{N}]/u.test(text.slice(from, place))
}

/** The letters, digits and stops right before a full stop, without tashkeel, tatweel and direction marks; null where there is none or it is too long. */
function tokenBefore(text: string, stop: number): { word: string; start: number } | null {
  let start = stop
  while (start > 0 && stop - start <= longestAbbreviation && isTokenCharacter(text[start - 1]!)) start--
  if (stop - start > longestAbbreviation) return null
  const word = text.slice(start, stop).replace(invisible, '')
  return word === '' ? null : { word, start }
}

/** The word before a place, without the article and a proclitic: المجموعة and للمجموعة give مجموعة. */
function wordBefore(text: string, place: number): string {
  let end = place
  while (end > 0 && place - end < longestAbbreviation && !isWordCharacter(text[end - 1]!)) end--
  let start = end
  while (start > 0 && end - start < longestAbbreviation && isWordCharacter(text[start - 1]!)) start--
  return text
    .slice(start, end)
    .replace(invisible, '')
    .replace(/^[وف]?(?:[بك]?ال|لل)/u, '')
}

/** The end of a web or e-mail address that begins here, without the punctuation after it; the place itself where none begins. */
function addressEnd(text: string, from: number): number {
  if (isLatin(text[from - 1] ?? ' ')) return from
  addressStart.lastIndex = from
  if (!addressStart.test(text)) return from
  let end = from
  while (end < text.length && !isSpace(text[end]!) && !addressBreaks.has(text[end]!)) end++
  while (end > from && (isMark(text[end - 1]!) || ",;:'’)".includes(text[end - 1]!) || isInvisible(text[end - 1]!))) end--
  return end
}

const addressStart = /(?:https?|ftps?):\/\/|www\./iy
const addressBreaks = new Set(['،', '؛', '«', '»', '"', '“', '”', '<', '>', '؟'])

/** [12] after a full stop is the number of a footnote. */
function noteEnd(text: string, from: number): number {
  let at = from + 1
  while (at - from <= 4 && isDigit(text[at] ?? ' ')) at++
  return at > from + 1 && text[at] === ']' ? at + 1 : from
}

/** What is left at the end is a sentence of its own if it has a letter or digit, else it belongs to the last one. */
function withRest(spans: Span[], { text, start, worded }: Scan): Span[] {
  const last = spans.at(-1)
  if (start === text.length) return spans
  if (last && !worded) return [...spans.slice(0, -1), { start: last.start, end: text.length }]
  return [...spans, { start, end: text.length }]
}

function pastSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text[at]!)) at++
  return at
}

function pastInvisible(text: string, from: number): number {
  let at = from
  while (at < text.length && (isInvisible(text[at]!) || isOpeningControl(text[at]!))) at++
  return at
}

function invisibleRun(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isInvisible(text[at]!)) at++
  return at - from
}

const invisible = /[\p{M}\u0640\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
