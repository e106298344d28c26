import type { PhraseWord } from './phrase-word.ts'
import { goesOn, type PlacedWord } from './phrase-words.ts'

/**
 * Where a person's name begins after a title, -1 where none does: at once after a definite one (اللواء), after its office where it has
 * one (وزير الخارجية المصري); what follows a bare title is its office (رئيس مراكز).
 */
export function nameAfter(words: readonly PlacedWord[], at: number): number {
  if (!words[at]!.word.title) return -1
  let first = at + 1
  while (first < at + 5 && goesOn(words, first) && (words[first]!.word.definite || words[first]!.word.title)) first++
  if (first === at + 1 && !words[at]!.word.definite) return -1
  if (!goesOn(words, first) || first === at + 5) return -1
  const isName = !words[first]!.word.common || isLinking(words[first]!) || (first === at + 1 && isFamilyName(words, first + 1))
  return isName ? first : -1
}

/** A word such as السامرائي: before it even a common noun (نور) is a name. */
function isFamilyName(words: readonly PlacedWord[], at: number): boolean {
  return goesOn(words, at) && words[at]!.word.definite && /[يى]$/.test(words[at]!.word.bare) && !words[at]!.word.listed
}

/** The stretches that name a person whose name begins at a word: the whole of it, and the last word where later mentions may have that only. */
export function personAt(words: readonly PlacedWord[], first: number): { first: number; length: number }[] {
  const length = personLength(words, first)
  const last = first + length - 1
  const alone = standsAlone(words, first, last) ? [{ first: last, length: 1 }] : []
  return length > 1 ? [{ first, length }, ...alone] : alone
}

/** Whether later mentions may have the last word only: الجبوري and باول, but not the second word of عبد الله, nor a common noun. */
function standsAlone(words: readonly PlacedWord[], first: number, last: number): boolean {
  const { word } = words[last]!
  if (word.listed || word.bare.endsWith('ة') || (last > first && isLinking(words[last - 1]!))) return false
  return !word.definite || /[يى]$/.test(word.bare)
}

/** Two names, each perhaps of several words (عبد الرحمن), and a third that is a family name with the article; one where the sentence ends there. */
function personLength(words: readonly PlacedWord[], first: number): number {
  let length = 1
  let names = isLinking(words[first]!) ? 0 : 1
  while (length < 6 && goesOn(words, first + length) && !words[first + length]!.word.joins) {
    const [before, next] = [words[first + length - 1]!, words[first + length]!]
    if (!isLinking(before) && !isNextName(before.word, next.word, names)) break
    if (!isLinking(next)) names++
    length++
    if (next.word.definite && !isLinking(before)) break
  }
  return length
}

function isNextName(before: PhraseWord, next: PhraseWord, names: number): boolean {
  const family = next.definite && /[يى]$/.test(next.bare)
  if (names === 1) return family || !next.adjective
  return names === 2 && family && !before.definite
}

/** Words that a personal name goes on after. */
const linking = new Set(['عبد', 'ابو', 'ابي', 'ابا', 'ال', 'بن', 'ابن', 'ام'])

function isLinking({ word }: PlacedWord): boolean {
  return linking.has(word.inside)
}
