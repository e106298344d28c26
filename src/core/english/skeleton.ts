import { onceForEachWord } from '../once.ts'
import { type EnglishWord, englishKey } from './words.ts'

/**
 * What is left of a transliterated name when the habits of transliterators are taken away: Kataeb and Kata'ib, Sudani and
 * al-Sudani, Hizbullah and Hezbollah have one skeleton each. Vowels inside go, a first vowel is `a`, a last `i` stays (so
 * that a demonym is not its country: Iraq, Iraqi), doubled letters are one.
 */
export function skeleton(name: string): string {
  const words = name.split(/[\s\p{Pd}]+/u).filter((word) => word !== '')
  const bare = words.filter((word, index) => !isArticle(word, index < words.length - 1))
  return bare.map(wordSkeleton).reduce((whole, part) => joinedSkeletons(whole, part), '')
}

/** The skeleton of one word. */
export function wordSkeleton(word: string): string {
  let rest = englishKey(word).replace(/[^a-z0-9]/g, '')
  for (const [written, sound] of habits) rest = rest.replace(written, sound)
  return rest
}

/** The skeleton of a word of a text. */
export function skeletonOf({ key }: EnglishWord): string {
  return skeletonOfKey(key)
}

const skeletonOfKey = onceForEachWord(wordSkeleton)

/**
 * Whether two names with one skeleton are spellings of one name, vowels considered: all but one letter alike (Khaled,
 * Khalid) after what transliterators do with long vowels is undone. Hassan and Hussein share a skeleton and are two names.
 */
export function areOneName(name: string, other: string): boolean {
  return isOneLetterOff(vowelled(name), vowelled(other))
}

/** Whether two words are the same but for at most one letter that is lacking, added or another. */
export function isOneLetterOff(one: string, other: string): boolean {
  let head = 0
  while (head < one.length && one[head] === other[head]) head++
  const [rest, otherRest] = [one.slice(head), other.slice(head)]
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1)
}

/** How many letters a name has when doubled ones and long vowels count once. */
export function soundCount(name: string): number {
  return vowelled(name).length
}

function vowelled(name: string): string {
  const words = name.split(/[\s\p{Pd}]+/u).filter((word, index, all) => !isArticle(word, index < all.length - 1))
  return longVowels.reduce((rest, [written, sound]) => rest.replace(written, sound), englishKey(words.join('')).replace(/[^a-z]/g, ''))
}

const longVowels: readonly (readonly [written: RegExp, sound: string, example: string])[] = [
  [/ei|ey|ay/g, 'ai', 'Hodeidah, Hudaydah'],
  [/ou|oo|o|w/g, 'u', 'Daoud, Dawud; Dohuk, Duhok'],
  [/ee|y/g, 'i', 'Saeed, Said'],
  [/q/g, 'k', 'Iraq, Irak'],
  [/dh/g, 'd', 'Riyadh, Riyad'],
  [/(?<=[aeiu])h$/, '', 'Basrah, Basra'],
  [/([a-z])\1+/g, '$1', 'Assad, Asad'],
]

/** Two skeletons as one name: a vowel that begins the second is inside now (Ansar Allah, Ansarullah). */
export function joinedSkeletons(first: string, second: string): string {
  return first === '' ? second : first + second.replace(/^a/, '')
}

/** The Arabic article as transliterated, assimilated or not; only before another word. */
export function isArticle(word: string, beforeAnother: boolean): boolean {
  return beforeAnother && articles.has(word.toLowerCase())
}

const articles = new Set([
  'al',
  'el',
  'ul',
  'il',
  'as',
  'ash',
  'ad',
  'an',
  'ar',
  'at',
  'az',
  'adh',
  'ath',
  'es',
  'esh',
  'ed',
  'en',
  'er',
  'et',
  'ez',
])

/** One habit a row, in order: what is written, the sound that is kept, an example. */
const habits: readonly (readonly [written: RegExp, sound: string, example: string])[] = [
  [/([a-z])\1+/g, '$1', 'Mohammed, Mohamed'],
  [/kh/g, 'X', 'Khamenei'],
  [/sh|ch|sch/g, 'S', 'Chouf, Shouf'],
  [/gh/g, 'G', 'Maghreb'],
  [/g(?=ad+h?af)/g, 'k', 'Gaddafi, Qaddafi'],
  [/dh/g, 'd', 'Riyadh, Ramadhan'],
  [/th/g, 'T', 'Houthi, Huthi'],
  [/ph/g, 'f', 'Phalange'],
  [/q|ck/g, 'k', 'Irak, Iraq'],
  [/c(?=[eiy])/g, 's', 'Defence, Defense'],
  [/c/g, 'k', 'Cairo'],
  [/z/g, 's', 'Mobilisation, Mobilization'],
  [/v/g, 'f', 'Navaf, Nawaf'],
  [/^y(?=[aeou])/, 'Y', 'Yahya: a y that begins a word is a consonant'],
  [/^w/, 'W', 'Walid: so is a w'],
  [/(?<=[a-zA-Z])(?:i|y|ee|ie|iy|ey)$/, 'I', 'Hariri, Hariry'],
  [/(?<=[aeiou])h$/, '', 'Basrah, Basra; Saleh, Salih'],
  [/(?<=[a-zA-Z])ou|w(?![aeiou])/g, '', 'Daoud, Dawud'],
  [/^[aeiou]+/, 'A', 'Usama, Osama'],
  [/[aeiouyw]/g, '', 'Kataeb, Kataib'],
  [/A/, 'a', 'Osama: the first vowel, back in lower case'],
  [/I/, 'i', 'Hariri: the last one'],
]
