import { singular } from './inflection.ts'
import { beginsCapital, placeOf, type RenderingPlace, type Wording } from './renderings.ts'
import { isArticle, joinedSkeletons, skeleton, skeletonOf, soundCount, soundsAlike } from './skeleton.ts'
import { type EnglishWord, isJoined } from './words.ts'

/** Where a rendering stands in a spelling or wording nobody approved, in order: Kataeb for Kata'ib, Popular Mobilization Units for … Forces. */
export function findVariants(
  words: readonly EnglishWord[],
  wanted: Wording,
  isFree: (index: number) => boolean,
  known: Known,
): RenderingPlace[] {
  const places: RenderingPlace[] = []
  for (let at = 0; at < words.length; at++) {
    const place = otherSpelling(words, at, wanted, isFree, known) ?? otherWording(words, at, wanted, isFree, known)
    if (!place) continue
    places.push(place)
    at = place.last
  }
  return places
}

/** Whether words, as keys with a space between, are a right rendering of some other entry: they are no variant then. */
export type Known = (keys: string) => boolean

function otherSpelling(
  words: readonly EnglishWord[],
  first: number,
  wanted: Wording,
  isFree: (index: number) => boolean,
  known: Known,
): RenderingPlace | null {
  const model = wholeSkeleton(wanted)
  if (model.length < (wanted.kind === 'name' ? 2 : shortestCommonWord)) return null
  let found = ''
  for (let last = first; last < words.length && last <= first + wanted.words.length + 1 && isFree(last); last++) {
    const word = words[last]!
    const article = isArticle(word.text, isJoined(word.gap) && last + 1 < words.length)
    if (!article) found = joinedSkeletons(found, skeletonOf(word))
    if (!article && found === model && isLikely(words.slice(first, last + 1), wanted, model, known)) return placeOf(words, first, last, 1)
    if (found.length > model.length || !isJoined(word.gap) || (word.possessive && !article)) return null
  }
  return null
}

/** Common words of fewer sounds fall together by chance (base, bus); those of just as many must have as many letters (defence, defense). */
const shortestCommonWord = 4

const skeletons = new WeakMap<Wording, string>()

function wholeSkeleton(wanted: Wording): string {
  const kept =
    skeletons.get(wanted) ?? (wanted.words.some(({ capitals }) => capitals) ? '' : skeleton(wanted.words.map(({ text }) => text).join(' ')))
  skeletons.set(wanted, kept)
  return kept
}

/** A name wants capitals; the fewer sounds the skeleton has, the more of the vowels must be alike: Fat is not Fatah, Sarah not Syria. */
function isLikely(found: readonly EnglishWord[], wanted: Wording, model: string, known: Known): boolean {
  const keys = found.map(({ key }) => key).join(' ')
  const wantedKeys = wanted.words.map(({ key }) => key).join(' ')
  if (known(keys)) return false
  if (keys === wantedKeys) return true
  if (wanted.kind !== 'name') return model.length > shortestCommonWord || keys.length === wantedKeys.length
  if (!found.filter(({ text, gap }) => !isArticle(text, gap !== '')).every(({ text }) => beginsCapital(text))) return false
  if (model.length > 3) return true
  return soundsAlike(keys, wantedKeys) && (model.length > 2 || soundCount(keys) === soundCount(wantedKeys))
}

/** The same words but one of three or more, or the same words with other little ones between: Ministry of the Interior. */
function otherWording(
  words: readonly EnglishWord[],
  first: number,
  wanted: Wording,
  isFree: (index: number) => boolean,
  known: Known,
): RenderingPlace | null {
  const model = wanted.words.map((word, index) => ({ word, forms: wanted.forms[index]! })).filter(({ word }) => !littleWords.has(word.key))
  if (model.length < 2 || littleWords.has(words[first]!.key)) return null
  let same = 0
  let matched = 0
  for (let at = first; at < words.length && isFree(at); at++) {
    const word = words[at]!
    if (!littleWords.has(word.key)) {
      const { word: wantedWord, forms } = model[matched++]!
      if (forms.has(word.key) || isSpelled(word, wantedWord)) same++
      else if (matched === 1 || beginsCapital(word.text) !== beginsCapital(wantedWord.text) || known(word.key)) return null
    }
    if (matched === model.length)
      return same >= 2 && (same === matched || (matched > 2 && same === matched - 1)) ? placeOf(words, first, at, 1) : null
    if (!isJoined(word.gap) || word.possessive || matched - same > 1) return null
  }
  return null
}

/** The same word in another spelling or, of a name, in the singular: Revolutionary Guard. */
function isSpelled(word: EnglishWord, wanted: EnglishWord): boolean {
  return word.key === singular(wanted.key) || (skeletonOf(word).length > 2 && skeletonOf(word) === skeletonOf(wanted))
}

const littleWords = new Set(['the', 'a', 'an', 'of', 'for', 'in', 'and', 'to', 'al', 'el'])
