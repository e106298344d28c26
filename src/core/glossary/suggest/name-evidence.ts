import { joinedSkeletons } from '../../english/skeleton.ts'
import type { EnglishWord } from '../../english/words.ts'
import { type EnglishNames, englishNames } from './english-names.ts'
import { nameAfter, personAt } from './persons.ts'
import { goesOn, type PlacedWord } from './phrase-words.ts'
import { soundsOfEnglish } from './sounds.ts'

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
export function evidenceIn(source: string, words: readonly PlacedWord[], english: readonly EnglishWord[]): EvidencePlace[] {
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
function abbreviated(source: string, words: readonly PlacedWord[], at: number): EvidencePlace[] {
  const [title, next] = [words[at]!, words[at + 1]]
  if (!next || next.word.unnamed || !abbreviations.has(title.word.whole)) return []
  return /^\.\s*$/.test(source.slice(title.end, next.start)) ? person(words, at + 1) : []
}

/** A person after a title: اللواء سامر الجبوري، وزير الخارجية الأمريكي أنتوني بلينكن. The last word alone is a name as well: later the text says only الجبوري. */
function titled(words: readonly PlacedWord[], at: number): EvidencePlace[] {
  const first = nameAfter(words, at)
  return first < 0 ? [] : person(words, first)
}

function person(words: readonly PlacedWord[], at: number): EvidencePlace[] {
  return personAt(words, at).map(({ first, length }) => place('title', first, length))
}

const longestQuoted = 4
const opening = new Set('"“«„‹\'‘')
const closing = new Set('"”»“›\'’')

/** «حراس الضفتين»: one to four words in quotation marks of their own. */
function quoted(source: string, words: readonly PlacedWord[], first: number): EvidencePlace[] {
  for (let length = 1; length <= longestQuoted; length++) {
    const last = words[first + length - 1]
    if (!last || (length > 1 && !goesOn(words, first + length - 1))) return []
    if (closing.has(source.charAt(last.end))) return length === 1 && isCommonAlone(last) ? [] : [place('quoted', first, length)]
  }
  return []
}

function isCommonAlone({ word }: PlacedWord): boolean {
  return word.common || word.definite || word.bare.endsWith('ة')
}

const inBrackets = /^["”»“›'’]?\s?\(\s?(\p{Lu}[\p{L}\p{M}\p{N} .'’ʿʾ&-]{1,60}?)\s?\)/u

/** تلغرام (Telegram): as many words before the bracket as sound like what is in it, or those in quotation marks; else, of an acronym, none. */
function bracketed(source: string, words: readonly PlacedWord[], last: number): EvidencePlace[] {
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
function sounding(names: EnglishNames, words: readonly PlacedWord[], first: number): EvidencePlace[] {
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

function soundsAt(words: readonly PlacedWord[], first: number, length: number): string {
  let whole = words[first]!.word.soundsAtHead
  for (let index = first + 1; index < first + length; index++) whole = joinedSkeletons(whole, words[index]!.word.soundsInside)
  return whole
}
