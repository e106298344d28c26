import { beginsCapital } from '../../english/renderings.ts'
import { isArticle, joinedSkeletons } from '../../english/skeleton.ts'
import { type EnglishWord, isJoined } from '../../english/words.ts'
import { soundsOfEnglishWord } from './sounds.ts'

/** How the names of an English text sound, of one to five words, and the two consonants that each begins with: most words of the Arabic begin otherwise. */
export interface EnglishNames {
  whole: ReadonlySet<string>
  beginnings: ReadonlySet<string>
}

/** How the names of an English text sound. */
export function englishNames(words: readonly EnglishWord[]): EnglishNames {
  const names = new Set<string>()
  for (const stretch of capitalStretches(words)) {
    for (let first = 0; first < stretch.length; first++) {
      let whole = ''
      for (let last = first; last < Math.min(stretch.length, first + 5); last++) {
        const { text } = stretch[last]!
        if (isArticle(text, last < stretch.length - 1)) continue
        whole = joinedSkeletons(whole, soundsOfEnglishWord(text))
        names.add(whole)
      }
    }
  }
  return { whole: names, beginnings: new Set(Array.from(names, (name) => name.slice(0, 2))) }
}

/** Neighbouring words that begin with a capital, the article al- between them or before them included. */
function capitalStretches(words: readonly EnglishWord[]): EnglishWord[][] {
  const stretches: EnglishWord[][] = []
  let current: EnglishWord[] = []
  for (const [index, word] of words.entries()) {
    const name = beginsCapital(word.text) || isArticleOf(word, words[index + 1])
    if (name) current.push(word)
    if (current.length > 0 && (!name || word.possessive || !isJoined(word.gap))) {
      stretches.push(current)
      current = []
    }
  }
  return current.length > 0 ? [...stretches, current] : stretches
}

/** Whether a word is the al of al-Samarrai. */
export function isArticleOf(word: EnglishWord, next: EnglishWord | undefined): boolean {
  return word.text.length < 4 && /^[-‑–]$/.test(word.gap) && transliteratedArticle.test(word.text) && beginsCapital(next?.text ?? '')
}

const transliteratedArticle = /^(?:al|el|as|ash|ad|an|ar|at|az)$/i

/** English words as a name is written, without a possessive ending. */
export function named(words: readonly EnglishWord[]): string {
  return words.map(({ text, gap }, index) => text + (index < words.length - 1 ? gap : '')).join('')
}
