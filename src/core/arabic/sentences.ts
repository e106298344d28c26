import type { Span } from '../checks/finding.ts'

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

/** End a sentence. ؛ and ، do not. */
const marks = new Set([
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
const closers = new Set(['”', '»', '’', '›', ')', ']', '}', '﴾', '〉', '》'])

/** Close or open: they close when white space, the end or another mark follows. */
const quotes = new Set(['"', "'", '“', '‘', '«', '‹', '„'])

/** After these the sentence goes on, whatever stood before. */
const continuers = new Set(['،', '؛', ',', ';', ':'])

/** Abbreviations of more than one letter after which a sentence goes on. Single letters (د. أ. م. ص. J.) and letters with stops between them (أ.ف.ب. ق.م. U.S.) are known by their shape. */
const abbreviations = new Set([
  'ود', // and Dr
  'وأ', // and Prof., and Mr
  'وم', // and Eng.
  'تح', // edited by
  'مج', // volume
  'صص', // pages
  'تر', // translated by
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
const labelled = new Set(['مجموعة', 'فئة', 'قسم', 'فقرة', 'بند', 'ملحق', 'خطة', 'فيتامين', 'نقطة', 'حرف', 'قاعة', 'شعبة'])

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
    if (closers.has(char) || (quotes.has(char) && closesHere(scan, spaced, spaced > at))) {
      if (char === '"') scan.quoted = !scan.quoted
      at = spaced + 1
    } else if (spaced === at && (isMark(char) || isInvisible(char) || isSuperscript(char))) at++
    else if (spaced === at && char === '[' && noteEnd(text, at) > at) at = noteEnd(text, at)
    else return at
  }
}

function closesHere({ text, quoted }: Scan, at: number, afterSpace: boolean): boolean {
  const char = text[at]!
  const next = text[pastInvisible(text, at + 1)]
  const loose = next === undefined || isSpace(next) || isMark(next) || closers.has(next) || quotes.has(next) || continuers.has(next)
  return loose && (!afterSpace || (char === '"' && quoted) || next === undefined)
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
  return token !== null && /^[\p{Nd}.]{1,5}$/u.test(token.word) && !/\p{Nd}{4}/u.test(token.word) && pastSpace(text, start) >= token.start
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

/** What a character can be; each is a bit, so that a character is looked up once in a table and not by expressions again and again. */
const kinds = {
  space: 1,
  invisible: 2,
  openingControl: 4,
  word: 8,
  digit: 16,
  latin: 32,
  arabic: 64,
  capital: 128,
  superscript: 256,
  mark: 512,
  addressStart: 1024,
  straightQuote: 2048,
} as const

const shapes: Record<keyof typeof kinds, RegExp> = {
  space: /(?!\uFEFF)\s/u,
  // Tashkeel, tatweel and direction marks, but not those that open an embedding: they belong to what follows.
  invisible: /[\p{M}\u0640\u061C\u200B-\u200F\u202C\u2069\uFEFF]/u,
  openingControl: /[\u202A\u202B\u202D\u202E\u2066-\u2068]/u,
  // Half of a letter outside the basic plane counts as a letter; tatweel does not.
  word: /(?!\u0640)[\p{L}\p{Nd}\uD800-\uDFFF]/u,
  digit: /\p{Nd}/u,
  latin: /\p{Script=Latin}/u,
  arabic: /(?!\p{Nd})[\p{Script=Arabic}\p{M}\u0640]/u,
  capital: /\p{Lu}/u,
  superscript: /[\u00B9\u00B2\u00B3\u2070-\u2079]/u,
  mark: new RegExp(`[${[...marks].join('')}]`, 'u'),
  addressStart: /[hwf]/iu, // http, www, ftp
  straightQuote: /"/u,
}

const known = 0x8000
const table = new Uint16Array(0x10000)

function kindsAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (table[code] === 0) {
    const char = text.charAt(at)
    table[code] = Object.entries(shapes).reduce((bits, [kind, shape]) => (shape.test(char) ? bits | bit(kind) : bits), known)
  }
  return table[code]!
}

function bit(kind: string): number {
  return kinds[kind as keyof typeof kinds]
}

function is(char: string, kind: number): boolean {
  return (kindsAt(char, 0) & kind) !== 0
}

const isMark = (char: string) => is(char, kinds.mark)
const isSpace = (char: string) => is(char, kinds.space)
const isInvisible = (char: string) => is(char, kinds.invisible)
const isOpeningControl = (char: string) => is(char, kinds.openingControl)
const isWordCharacter = (char: string) => is(char, kinds.word)
const isTokenCharacter = (char: string) => char === '.' || is(char, kinds.word | kinds.invisible)
const isDigit = (char: string) => is(char, kinds.digit)
const isLatin = (char: string) => is(char, kinds.latin)
const isArabicText = (char: string) => is(char, kinds.arabic)
const isCapital = (char: string) => is(char, kinds.capital)
const isSuperscript = (char: string) => is(char, kinds.superscript)
