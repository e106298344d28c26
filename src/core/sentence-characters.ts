import { marks } from './sentence-rules.ts'

/** What a character can be; each is a bit, so that a character is looked up once in a table and not by expressions again and again. */
export const kinds = {
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

/** The kinds of the character at a place, as bits of `kinds`. */
export function kindsAt(text: string, at: number): number {
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

export const isMark = (char: string) => is(char, kinds.mark)
export const isSpace = (char: string) => is(char, kinds.space)
export const isInvisible = (char: string) => is(char, kinds.invisible)
export const isOpeningControl = (char: string) => is(char, kinds.openingControl)
export const isWordCharacter = (char: string) => is(char, kinds.word)
export const isTokenCharacter = (char: string) => char === '.' || is(char, kinds.word | kinds.invisible)
export const isDigit = (char: string) => is(char, kinds.digit)
export const isLatin = (char: string) => is(char, kinds.latin)
export const isArabicText = (char: string) => is(char, kinds.arabic)
export const isCapital = (char: string) => is(char, kinds.capital)
export const isSuperscript = (char: string) => is(char, kinds.superscript)
