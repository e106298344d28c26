import { isArticle } from './skeleton.ts'
import { englishKey } from './words.ts'

/**
 * Whether the vowels of two names with one skeleton can stand for the same Arabic vowels: Kataeb and Kata'ib, Houthi and Huthi, but not
 * Khomeini and Khamenei, nor Mohammed and Mahmoud. A vowel that only one of them writes tells nothing, but for the last: Samir, Samira.
 */
export function vowelsAgree(name: string, other: string): boolean {
  const [one, two] = [vowelsOf(name), vowelsOf(other)]
  if ((one.at(-1) === '') !== (two.at(-1) === '')) return false
  return one.length !== two.length || one.every((vowels, index) => share(vowels, two[index]!))
}

/** What stands before, between and after the consonants, in order; empty where nothing does. */
function vowelsOf(name: string): string[] {
  const words = name.split(/[\s\p{Pd}]+/u)
  const bare = words
    .filter((word, index) => !isArticle(word, index < words.length - 1))
    .map((word) => written(englishKey(word).replace(/[^a-z]/g, ''), inAWord))
  return written(bare.join(''), anywhere).split(/[^aeiouwy]/)
}

function share(one: string, two: string): boolean {
  if (one === '' || two === '') return true
  const sounds = new Set([...one].flatMap((letter) => [...soundsOf[letter]!]))
  return [...two].some((letter) => [...soundsOf[letter]!].some((sound) => sounds.has(sound)))
}

/** Which of the three Arabic vowels a Latin one may stand for: fatha (a), kasra (i), damma (u). */
const soundsOf: Readonly<Record<string, string>> = {
  a: 'a',
  e: 'ai', // Ahmed for Ahmad, Mohsen for Mohsin
  i: 'i',
  y: 'iu', // Sudany; Syria beside Suria
  o: 'u',
  u: 'u',
  w: 'u',
}

type Habit = readonly [written: RegExp, kept: string, example: string]

function written(word: string, habits: readonly Habit[]): string {
  return habits.reduce((rest, [way, kept]) => rest.replace(way, kept), word)
}

/** Vowels of one word that follow the Arabic case, or an article inside the name. */
const inAWord: readonly Habit[] = [
  [/(?<=[a-z])[aeiou]l+ah?$/, 'lah', 'Nasrallah, Nasrullah; Hezbollah, Hizballah'],
  [/^all+ah?$/, 'lah', 'Ansar Allah, Ansarullah'],
  [/^abd[aeiu]l/, 'abdl', 'Abdel, Abdul'],
  [/(?<=[aeiou])h$/, '', 'Basrah, Basra; Saleh, Salih'],
]

/** Consonants of two letters. */
const anywhere: readonly Habit[] = [
  [/([kgdtspc])h/g, '$1', 'Khaled: one consonant'],
  [/ck/g, 'k', 'one consonant'],
  [/([^aeiouwy])\1+/g, '$1', 'Mohammed, Mohamed'],
]
