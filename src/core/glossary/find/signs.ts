import { words } from '../../arabic/words.ts'

/**
 * What a spelling has beside its Arabic words, as a text must have it: 140 in المادة 140, MBC in قناة MBC. Numbers are compared digit by digit in
 * either script, Latin words without case. A full stop or another sign (ب.ك.ك) may stand in the text or be left out.
 */
export interface Signs {
  /** To be held against what the text has before the spelling's first word, from the word before it on. */
  before: RegExp | undefined
  /** To be held against what the text has between two words, by the position of the second. */
  between: readonly (RegExp | undefined)[]
  /** To be held against what the text has after the last word, up to the next one. */
  after: RegExp | undefined
}

/** The signs of a spelling; undefined where it has none, as most. */
export function signsOf(spelling: string): Signs | undefined {
  if (wordsOnly.test(spelling)) return undefined
  const all = words(spelling)
  const [first, last] = [all[0], all.at(-1)]
  if (!first || !last) return undefined
  const before = tokensOf(spelling.slice(0, first.start))
  const between = all.map((word, at) => tokensOf(spelling.slice(all[at - 1]?.end ?? word.start, word.start)))
  const after = tokensOf(spelling.slice(last.end))
  if (![before, after].some(haveMeaning) && between.every((tokens) => tokens.length === 0)) return undefined
  return {
    before: haveMeaning(before) ? new RegExp(`${notWithin}${joined(before)}${dress}*$`, 'iu') : undefined,
    between: between.map((tokens) => (tokens.length > 0 ? new RegExp(`^${dress}*${joined(tokens)}${dress}*$`, 'iu') : undefined)),
    after: haveMeaning(after) ? new RegExp(`^${dress}*(?:${numberWord}${dress}+)?${joined(after)}${notGoingOn}`, 'iu') : undefined,
  }
}

const wordsOnly = /^[ء-غف-ي\s]*$/u

/** What may stand beside any sign: spaces, quotes, brackets, hyphens and characters that nobody sees. */
const dress = String.raw`[\s\u00ad\u061c\u200b-\u200f\u2060-\u2069\ufeff"'()\[\]_«»‹›“”‘’\u2010-\u2015-]`
const dressOnly = new RegExp(`^${dress}$`, 'u')

/** A number that goes on is another number: 140 is neither in 2140 nor in 140,5. */
const notWithin = String.raw`(?<![\p{L}\p{N}]|\p{N}[.,٫٬])`
const notGoingOn = String.raw`(?![\p{L}\p{M}\p{N}]|[.,٫٬]\p{N})`

/** القرار رقم 1701 is القرار 1701. */
const numberWord = [...'رقم'].map((letter) => String.raw`${letter}[\p{M}ـ]*`).join('')

function tokensOf(gap: string): string[] {
  const tokens = gap.normalize('NFKC').match(/\p{N}+(?:[.,٫٬]\p{N}+)*|\p{L}[\p{L}\p{M}]*|[^\s]/gu) ?? []
  return tokens.filter((token) => !dressOnly.test(token))
}

/** A number or a word; a sign alone at either end of a spelling says nothing. */
function haveMeaning(tokens: readonly string[]): boolean {
  return tokens.some((token) => /[\p{L}\p{N}]/u.test(token))
}

function joined(tokens: readonly string[]): string {
  return tokens.map(inText).join(`${dress}*`)
}

function inText(token: string): string {
  const literal = token.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
  return /[\p{L}\p{N}]/u.test(token) ? literal.replaceAll(/\p{Nd}/gu, inEitherScript) : `(?:${literal})?`
}

/** ٣, ۳ and 3 are one digit. */
function inEitherScript(digit: string): string {
  const value = [...'0123456789'].findIndex((_, n) => digits.some((zero) => digit.codePointAt(0) === zero + n))
  return value < 0 ? digit : `[${digits.map((zero) => String.fromCodePoint(zero + value)).join('')}]`
}

/** The zeros of the digits that Arabic texts use: 0, ٠ (U+0660), ۰ (U+06F0). */
const digits = [0x30, 0x660, 0x6f0]
