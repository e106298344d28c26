import { key, plain } from '../../arabic/letters.ts'
import { isArticle, isOneLetterOff, joinedSkeletons, wordSkeleton } from '../../english/skeleton.ts'
import { onceForEachWord } from '../../once.ts'

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

/** The consonants of one Arabic word in `plain` spelling. */
export const soundsOfArabicWord = onceForEachWord(soundsOfWord)

/** The consonants of an English name in the same letters: `skeleton`, with g and j, b and p made one, as Arabic writes them. */
export function soundsOfEnglish(name: string): string {
  const words = name.split(/[\s\p{Pd}]+/u).filter((word) => word !== '')
  return words.reduce(
    (whole, word, index) => (isArticle(word, index < words.length - 1) ? whole : joinedSkeletons(whole, soundsOfEnglishWord(word))),
    '',
  )
}

/** The consonants of one English word. */
export const soundsOfEnglishWord = onceForEachWord((word) =>
  wordSkeleton(word).replace(/[jG]/g, 'g').replace(/p/g, 'b').replace(/x/g, 'ks'),
)

/** Whether two rows of consonants are one name: the same, or, of five and more, but for one that is lacking, added or another. */
export function soundsAlike(arabic: string, english: string): boolean {
  if (arabic === english) return arabic.length >= shortestName
  const shorter = Math.min(arabic.length, english.length)
  return shorter >= shortestWithFault && arabic[0] === english[0] && isOneLetterOff(arabic, english)
}

/** Fewer consonants fall together by chance. */
const shortestName = 2
const shortestWithFault = 5

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
