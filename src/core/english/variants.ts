import { american } from './british.ts'
import { singular } from './inflection.ts'
import { beginsCapital, placeOf, type RenderingPlace, type Wording } from './renderings.ts'
import { isArticle, joinedSkeletons, skeleton, skeletonOf, soundCount, soundsAlike } from './skeleton.ts'
import { vowelsAgree } from './vowels.ts'
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
    const place =
      otherCountry(words, at, wanted, isFree) ??
      otherSpelling(words, at, wanted, isFree, known) ??
      otherWording(words, at, wanted, isFree, known) ??
      otherOrder(words, at, wanted, isFree)
    if (!place) continue
    places.push(place)
    at = place.last
  }
  return places
}

/** Where the whole of a rendering stands in another spelling, in order: Kataib Hizbullah for Kata'ib Hezbollah. */
export function findRespellings(words: readonly EnglishWord[], wanted: Wording, known: Known): RenderingPlace[] {
  const places: RenderingPlace[] = []
  for (let at = 0; at < words.length; at++) {
    const place = otherCountry(words, at, wanted, everywhere) ?? otherSpelling(words, at, wanted, everywhere, known)
    if (!place) continue
    places.push(place)
    at = place.last
  }
  return places
}

const everywhere = () => true

/** Whether words, as keys with a space between, are a right rendering of some other entry: they are no variant then. */
export type Known = (keys: string) => boolean

/**
 * British for American or the other way round: labour, centres. One of the two is decided, so the other is a variant like any; who wants
 * both lists both.
 */
function otherCountry(
  words: readonly EnglishWord[],
  first: number,
  wanted: Wording,
  isFree: (index: number) => boolean,
): RenderingPlace | null {
  const { american: forms } = modelOf(wanted)
  const last = first + forms.length - 1
  if (forms.length === 0 || last >= words.length || !forms[0]!.has(american(words[first]!.key))) return null
  for (let index = 0; index < forms.length; index++) {
    const word = words[first + index]!
    if (!isFree(first + index) || !forms[index]!.has(american(word.key))) return null
    if (wanted.words[index]!.capitals || (wanted.kind === 'name' && isLower(word, wanted.words[index]!))) return null
    if (first + index < last && (!isJoined(word.gap) || word.possessive)) return null
  }
  const inflected = wanted.words.some(({ key }, index) => american(words[first + index]!.key) !== american(key))
  return placeOf(words, first, last, 1, inflected)
}

/** What is worked out of a rendering once, for however many texts. */
interface Model {
  /** For each word, its forms as an American would spell them. */
  american: ReadonlySet<string>[]
  /** The words that count, without little ones such as "of". */
  content: { word: EnglishWord; forms: ReadonlySet<string> }[]
  /** Any form of any of those. */
  keys: ReadonlySet<string>
  /** Whether one of the little words turns the order around. */
  turns: boolean
}

function modelOf(wanted: Wording): Model {
  const kept = models.get(wanted)
  if (kept) return kept
  const content = wanted.words
    .map((word, index) => ({ word, forms: wanted.forms[index]! }))
    .filter(({ word }) => !littleWords.has(word.key))
  const model = {
    american: wanted.forms.map((forms) => new Set([...forms].map(american))),
    content,
    keys: new Set(content.flatMap(({ forms }) => [...forms])),
    turns: wanted.words.some(({ key }) => hinges.has(key)),
  }
  models.set(wanted, model)
  return model
}

const models = new WeakMap<Wording, Model>()

function isLower(word: EnglishWord, wanted: EnglishWord): boolean {
  return beginsCapital(wanted.text) && !beginsCapital(word.text)
}

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

/** Common words of fewer sounds fall together by chance (base, bus). */
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
  if (wanted.kind !== 'name') return consonants(keys) === consonants(wantedKeys) && vowelsAgree(keys, wantedKeys)
  if (!found.filter(({ text, gap }) => !isArticle(text, gap !== '')).every(({ text }) => beginsCapital(text))) return false
  if (!vowelsAgree(keys, wantedKeys)) return false
  if (model.length > 3) return true
  return soundsAlike(keys, wantedKeys) && (model.length > 2 || soundCount(keys) === soundCount(wantedKeys))
}

/** A precedent is no president: a common word is another spelling only where its consonants are written alike (mujahidin, mujahideen). */
function consonants(keys: string): string {
  return keys.replace(/[^b-df-hj-np-tvxz]/g, '').replace(/(.)\1+/g, '$1')
}

/** The same words but one of three or more, or the same words with other little ones between: Ministry of the Interior. */
function otherWording(
  words: readonly EnglishWord[],
  first: number,
  wanted: Wording,
  isFree: (index: number) => boolean,
  known: Known,
): RenderingPlace | null {
  const { content: model } = modelOf(wanted)
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

/** The same words the other way round: Minister of Defense for defense minister. */
function otherOrder(
  words: readonly EnglishWord[],
  first: number,
  wanted: Wording,
  isFree: (index: number) => boolean,
): RenderingPlace | null {
  const { content, keys, turns } = modelOf(wanted)
  if (content.length < 2 || content.length > longestTurned || !keys.has(words[first]!.key)) return null
  const model = new Map(content.map(({ word, forms }) => [word.key, forms]))
  let hinge = turns
  let inflected = false
  for (let at = first; at < words.length && isFree(at); at++) {
    const word = words[at]!
    if (littleWords.has(word.key)) {
      if (at === first) return null
      hinge ||= hinges.has(word.key)
    } else {
      const same = [...model].find(([, forms]) => forms.has(word.key))
      if (!same) return null
      inflected ||= same[0] !== word.key
      model.delete(same[0])
    }
    if (model.size === 0) return hinge ? placeOf(words, first, at, 1, inflected) : null
    if (!isJoined(word.gap) || word.possessive) return null
  }
  return null
}

/** Words that turn the order around, and how many words can be turned before it is chance. */
const hinges = new Set(['of', 'for', 'in'])
const longestTurned = 4

/** The same word in another spelling or, of a name, in the singular: Revolutionary Guard. */
function isSpelled(word: EnglishWord, wanted: EnglishWord): boolean {
  return word.key === singular(wanted.key) || (skeletonOf(word).length > 2 && skeletonOf(word) === skeletonOf(wanted))
}

const littleWords = new Set(['the', 'a', 'an', 'of', 'for', 'in', 'and', 'to', 'al', 'el'])
