import type { RenderingPlace } from './renderings.ts'
import { type EnglishText, type EnglishWord, englishWords } from './words.ts'

/**
 * The place of a rendering with the words beside it that the new one has too, so that none stands there twice: the one before it with which
 * that begins (an Iraqi Hashd man), the one behind it with which that ends (the PMF Commission). Only words that are free are taken.
 */
export function withDoubled(english: EnglishText, place: RenderingPlace, put: string, isFree: (index: number) => boolean): RenderingPlace {
  const own = englishWords(put.replace(/\s*\([^()]*\)$/u, ''))
  const before = english.words[place.first - 1]
  const behind = wordBehind(english, place)
  // Of two words before it the other may be a place that takes the same word from its side.
  const takesBefore = isFree(place.first - 1) && isFree(place.first - 2) && isBefore(english, before, own[0])
  const takesBehind = isFree(behind) && isBehind(english, place, english.words[behind], own.at(-1))
  return {
    ...place,
    ...(takesBefore && { first: place.first - 1, start: before!.start }),
    ...(takesBehind && { last: behind, end: english.words[behind]!.end }),
  }
}

/** The first word behind a place, by its number: brackets may be inside the place. */
function wordBehind({ words }: EnglishText, { last, end }: RenderingPlace): number {
  let at = last + 1
  while (at < words.length && words[at]!.start < end) at++
  return at
}

function isBefore({ beginsSentence }: EnglishText, word: EnglishWord | undefined, own: EnglishWord | undefined): boolean {
  if (!word || !own || word.possessive || !isSpace(word.gap)) return false
  return word.text === own.text || (word.key === own.key && beginsSentence(word.start))
}

function isBehind(
  { text, words }: EnglishText,
  place: RenderingPlace,
  word: EnglishWord | undefined,
  own: EnglishWord | undefined,
): boolean {
  if (!word || !own || words[place.last]!.possessive || !isSpace(text.slice(place.end, word.start))) return false
  return word.text === own.text
}

function isSpace(gap: string): boolean {
  return /^\s+$/u.test(gap)
}
