import { beginsCapital } from '../english/renderings.ts'
import { isArticle, joinedSkeletons } from '../english/skeleton.ts'
import { type EnglishWord, isJoined } from '../english/words.ts'
import type { PhraseWord, ReadWord } from './phrase-words.ts'
import { soundsOfEnglish, soundsOfEnglishWord } from './sounds.ts'

/** What shows that words are a name: a title before them, quotation marks around them, Latin letters in brackets after them, letters that are foreign to Arabic, or a name in the English that sounds the same. */
export type Evidence = 'title' | 'quoted' | 'brackets' | 'foreign' | 'english'

/** The words of a text, from `first` (counted in the text) on, that are a name by evidence; `beside` is the English in brackets. */
export interface EvidencePlace {
  kind: Evidence
  first: number
  length: number
  beside: string
}

/** The names of an Arabic text by evidence; `english` are the words of its translation, none where there is none. */
export function evidenceIn(source: string, words: readonly ReadWord[], english: readonly EnglishWord[]): EvidencePlace[] {
  const names = englishNames(english)
  const found: EvidencePlace[] = []
  for (let at = 0; at < words.length; at++) {
    const { word, start, end } = words[at]!
    if (word.unnamed) {
      if (word.whole.length === 1) found.push(...abbreviated(source, words, at))
      continue
    }
    if (word.title) found.push(...titled(words, at))
    if (word.foreign) found.push(place('foreign', at, 1))
    if (start > 0 && opening.has(source.charAt(start - 1))) found.push(...quoted(source, words, at))
    if (source.slice(end, end + 3).includes('(')) found.push(...bracketed(source, words, at))
    if (names.whole.size > 0) found.push(...sounding(names, words, at))
  }
  return found
}

const place = (kind: Evidence, first: number, length: number, beside = ''): EvidencePlace => ({ kind, first, length, beside })

const abbreviations = new Set(['د', 'م', 'أ'])

/** د. نور السامرائي: a person after an abbreviated title. */
function abbreviated(source: string, words: readonly ReadWord[], at: number): EvidencePlace[] {
  const [title, next] = [words[at]!, words[at + 1]]
  if (!next || next.word.unnamed || !abbreviations.has(title.word.whole)) return []
  return /^\.\s*$/.test(source.slice(title.end, next.start)) ? personAt(words, at + 1) : []
}

/** A person after a title: اللواء سامر الجبوري، وزير الخارجية الأمريكي أنتوني بلينكن. The last word alone is a name as well: later the text says only الجبوري. */
function titled(words: readonly ReadWord[], at: number): EvidencePlace[] {
  const first = nameAfter(words, at)
  return first < 0 ? [] : personAt(words, first)
}

/**
 * Where a person's name begins after a title, -1 where none does: at once after a definite one (اللواء), after its office where it has
 * one (وزير الخارجية المصري); what follows a bare title is its office (رئيس مراكز).
 */
export function nameAfter(words: readonly ReadWord[], at: number): number {
  if (!words[at]!.word.title) return -1
  let first = at + 1
  while (first < at + 5 && goesOn(words, first) && (words[first]!.word.definite || words[first]!.word.title)) first++
  if (first === at + 1 && !words[at]!.word.definite) return -1
  if (!goesOn(words, first) || first === at + 5) return -1
  const isName = !words[first]!.word.common || isLinking(words[first]!) || (first === at + 1 && isFamilyName(words, first + 1))
  return isName ? first : -1
}

/** A word such as السامرائي: before it even a common noun (نور) is a name. */
function isFamilyName(words: readonly ReadWord[], at: number): boolean {
  return goesOn(words, at) && words[at]!.word.definite && /[يى]$/.test(words[at]!.word.bare) && !words[at]!.word.listed
}

function personAt(words: readonly ReadWord[], first: number): EvidencePlace[] {
  const length = personLength(words, first)
  const last = first + length - 1
  const alone = standsAlone(words, first, last) ? [place('title', last, 1)] : []
  return length > 1 ? [place('title', first, length), ...alone] : alone
}

/** Whether later mentions may have the last word only: الجبوري and باول, but not the second word of عبد الله, nor a common noun. */
function standsAlone(words: readonly ReadWord[], first: number, last: number): boolean {
  const { word } = words[last]!
  if (word.listed || word.bare.endsWith('ة') || (last > first && isLinking(words[last - 1]!))) return false
  return !word.definite || /[يى]$/.test(word.bare)
}

/** Two names, each perhaps of several words (عبد الرحمن), and a third that is a family name with the article; one where the sentence ends there. */
function personLength(words: readonly ReadWord[], first: number): number {
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

function isLinking({ word }: ReadWord): boolean {
  return linking.has(word.inside)
}

function goesOn(words: readonly ReadWord[], at: number): boolean {
  const next = words[at]
  return next !== undefined && next.gap === 'space' && !next.word.unnamed && !next.word.begins
}

const longestQuoted = 4
const opening = new Set('"“«„‹\'‘')
const closing = new Set('"”»“›\'’')

/** «حراس الضفتين»: one to four words in quotation marks of their own. */
function quoted(source: string, words: readonly ReadWord[], first: number): EvidencePlace[] {
  for (let length = 1; length <= longestQuoted; length++) {
    const last = words[first + length - 1]
    if (!last || (length > 1 && !goesOn(words, first + length - 1))) return []
    if (closing.has(source.charAt(last.end))) return length === 1 && isCommonAlone(last) ? [] : [place('quoted', first, length)]
  }
  return []
}

function isCommonAlone({ word }: ReadWord): boolean {
  return word.common || word.definite || word.bare.endsWith('ة')
}

const inBrackets = /^["”»“›'’]?\s?\(\s?(\p{Lu}[\p{L}\p{M}\p{N} .'’ʿʾ&-]{1,60}?)\s?\)/u

/** تلغرام (Telegram): as many words before the bracket as sound like what is in it, or those in quotation marks; else, of an acronym, none. */
function bracketed(source: string, words: readonly ReadWord[], last: number): EvidencePlace[] {
  const beside = inBrackets.exec(source.slice(words[last]!.end, words[last]!.end + 70))?.[1]
  if (!beside) return []
  for (let length = 1; length <= 5; length++) {
    const first = last - length + 1
    if (first < 0 || (length > 1 && !goesOn(words, first + 1)) || words[first]!.word.unnamed) break
    if (soundsOfEnglish(beside) === soundsAt(words, first, length)) return [place('brackets', first, length, beside)]
  }
  return []
}

/** Fewer consonants of a single word fall together by chance. */
const shortestAlone = 3
const shortestTogether = 5

/** A word or two, three in a row that sound like a name of the English: the longest. */
function sounding(names: EnglishNames, words: readonly ReadWord[], first: number): EvidencePlace[] {
  if (!names.beginnings.has(words[first]!.word.soundsAtHead.slice(0, 2))) return []
  for (let length = 3; length >= 1; length--) {
    if (first + length > words.length || (length > 1 && !goesOn(words, first + length - 1))) continue
    if (length > 2 && !goesOn(words, first + 1)) continue
    if (length === 1 && words[first]!.word.common) continue
    const sounds = soundsAt(words, first, length)
    if (sounds.length >= (length === 1 ? shortestAlone : shortestTogether) && names.whole.has(sounds))
      return [place('english', first, length)]
  }
  return []
}

function soundsAt(words: readonly ReadWord[], first: number, length: number): string {
  let whole = words[first]!.word.soundsAtHead
  for (let index = first + 1; index < first + length; index++) whole = joinedSkeletons(whole, words[index]!.word.soundsInside)
  return whole
}

/** How the names of an English text sound, of one to five words, and the two consonants that each begins with: most words of the Arabic begin otherwise. */
interface EnglishNames {
  whole: ReadonlySet<string>
  beginnings: ReadonlySet<string>
}

function englishNames(words: readonly EnglishWord[]): EnglishNames {
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
export function capitalStretches(words: readonly EnglishWord[]): EnglishWord[][] {
  const stretches: EnglishWord[][] = []
  let current: EnglishWord[] = []
  for (const [index, word] of words.entries()) {
    const name = isCapital(word.text) || isArticleOf(word, words[index + 1])
    if (name) current.push(word)
    if (current.length > 0 && (!name || word.possessive || !isJoined(word.gap))) {
      stretches.push(current)
      current = []
    }
  }
  return current.length > 0 ? [...stretches, current] : stretches
}

/** The al of al-Samarrai. */
function isArticleOf(word: EnglishWord, next: EnglishWord | undefined): boolean {
  return word.text.length < 4 && /^[-‑–]$/.test(word.gap) && transliteratedArticle.test(word.text) && isCapital(next?.text ?? '')
}

/** Whether a word begins with a capital; most words show it by their first letter. */
export function isCapital(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first >= 0x61 && first <= 0x7a) return false
  return (first >= 0x41 && first <= 0x5a) || beginsCapital(word)
}

const transliteratedArticle = /^(?:al|el|as|ash|ad|an|ar|at|az)$/i

/** English words as a name is written, without a possessive ending. */
export function named(words: readonly EnglishWord[]): string {
  return words.map(({ text, gap }, index) => text + (index < words.length - 1 ? gap : '')).join('')
}
