import { key, plain } from '../arabic/letters.ts'
import { isArticle, isOneLetterOff, joinedSkeletons, wordSkeleton } from '../english/skeleton.ts'

/**
 * The consonants of an Arabic name in the letters in which an English spelling of it would show them (see `soundsOfEnglish`): السامرائي and
 * al-Samarrai are both `smri`. The article, long vowels, ع, hamza and a last ه, ة or ح leave nothing; a first vowel is `a`, a last ي is `i`.
 */
export function soundsOfArabic(name: string): string {
  const words = plain(name)
    .split(/\s+/u)
    .filter((word) => word !== '')
  return words.reduce((whole, word) => joinedSkeletons(whole, soundsOfArabicWord(word)), '')
}

/** The consonants of one Arabic word in `plain` spelling, made once. */
export function soundsOfArabicWord(word: string): string {
  const kept = arabic.get(word)
  if (kept !== undefined) return kept
  if (arabic.size > mostKept) arabic.clear()
  const found = soundsOfWord(word)
  arabic.set(word, found)
  return found
}

/** The consonants of an English name in the same letters: `skeleton`, with g and j, b and p made one, as Arabic writes them. */
export function soundsOfEnglish(name: string): string {
  const words = name.split(/[\s\p{Pd}]+/u).filter((word) => word !== '')
  return words.reduce(
    (whole, word, index) => (isArticle(word, index < words.length - 1) ? whole : joinedSkeletons(whole, soundsOfEnglishWord(word))),
    '',
  )
}

/** The consonants of one English word, made once: news repeats its names. */
export function soundsOfEnglishWord(word: string): string {
  const kept = english.get(word)
  if (kept !== undefined) return kept
  if (english.size > mostKept) english.clear()
  const sounds = wordSkeleton(word).replace(/[jG]/g, 'g').replace(/p/g, 'b').replace(/x/g, 'ks')
  english.set(word, sounds)
  return sounds
}

/** Whether two rows of consonants are one name: the same, or, of five and more, but for one that is lacking, added or another. */
export function soundsAlike(arabic: string, english: string): boolean {
  if (arabic === english) return arabic.length >= shortestName
  const shorter = Math.min(arabic.length, english.length)
  return shorter >= shortestWithFault && arabic[0] === english[0] && isOneLetterOff(arabic, english)
}

/** Fewer consonants fall together by chance. */
const shortestName = 2
const shortestWithFault = 5

const arabic = new Map<string, string>()
const english = new Map<string, string>()
const mostKept = 50_000

/** The letters that sound, each with what `skeleton` makes of its usual transliterations. */
const sounds: Record<string, string> = {
  ب: 'b',
  ت: 't',
  ث: 'T', // th
  ج: 'g', // j, g, dj
  چ: 'g',
  گ: 'g',
  ح: 'h',
  خ: 'X', // kh
  د: 'd',
  ذ: 'd', // dh
  ر: 'r',
  ز: 's', // z
  ژ: 's',
  س: 's',
  ش: 'S', // sh, ch
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 's', // z
  غ: 'g', // gh, g
  ف: 'f',
  ڤ: 'f', // v
  ق: 'k', // q
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  پ: 'b', // p
}

/** What a first letter sounds like where it is not the same as inside. */
const firstSounds: Record<string, string> = { ا: 'a', ع: 'a', ء: 'a', و: 'W', ي: 'Y' }

function soundsOfWord(word: string): string {
  const letters = key(word.replace(/^ال(?=...)/, '')).replace(/[هةح]$/, '')
  let found = ''
  for (let i = 0; i < letters.length; i++) {
    const letter = letters.charAt(i)
    const last = i === letters.length - 1
    const sound = i === 0 ? (firstSounds[letter] ?? sounds[letter]) : letter === 'ي' && last ? 'i' : sounds[letter]
    // Doubled letters are one, as in `skeleton`.
    if (sound && sound !== found.at(-1)) found += sound
  }
  return found
}
