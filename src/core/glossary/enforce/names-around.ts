import { key } from '../../arabic/letters.ts'
import { words as arabicWords } from '../../arabic/words.ts'
import { headIndex } from '../../english/inflection.ts'
import { beginsCapital, type Wording } from '../../english/renderings.ts'
import { skeletonOf } from '../../english/skeleton.ts'
import { findRespellings } from '../../english/variants.ts'
import { type EnglishWord, isJoined } from '../../english/words.ts'
import { addToGroup } from '../../grouped.ts'
import { onceForEach } from '../../once.ts'
import type { Span } from '../../span.ts'
import type { Glossary } from '../find/compile.ts'
import type { Match } from '../find/match.ts'
import type { Term } from '../term.ts'
import { isDemonym } from './other-names.ts'
import type { Place } from './places.ts'
import { type EnglishEntry, englishEntry } from './renderings.ts'

/** The name of an entry that the Arabic does not have, around a rendering of another. */
export interface NameAround extends Span {
  /** Whether the Arabic may have it after all, written otherwise than the entry. */
  isDoubtful: boolean
}

/**
 * Tells for a place in an English text the name of another entry around it: Hezbollah in "Kata'ib Hezbollah" is no English of حزب الله where the
 * Arabic has no كتائب حزب الله. Null where there is none, or where everything speaks for the Arabic's having it in other words.
 */
export function namesAroundIn(
  words: readonly EnglishWord[],
  matches: readonly Match[],
  source: string,
  glossary: Glossary,
): (place: Place) => NameAround | null {
  const there = new Set(matches.map(({ termId }) => termId))
  return (place) => {
    const names = place.entry.term.kind === 'name' ? namesAround(place, words, glossary) : []
    const [name] = names
    if (!name || names.some(({ entry }) => there.has(entry.term.id) || areOne(entry, place.entry))) return null
    const doubts = [isDescribed(name, place, words), isPerhapsIn(source, name.entry, matches, place.entry)].filter(Boolean).length
    return doubts > 1 ? null : { ...spanOf(name, words), isDoubtful: doubts > 0 }
  }
}

interface Name {
  entry: EnglishEntry
  first: number
  last: number
}

/** Without a possessive ending. */
function spanOf({ first, last }: Name, words: readonly EnglishWord[]): Span {
  return { start: words[first]!.start, end: words[last]!.start + words[last]!.text.length }
}

/** The longer names that a place stands in, whoever's they are, the longest first. */
function namesAround(place: Place, words: readonly EnglishWord[], glossary: Glossary): Name[] {
  const { first, last } = place.brackets?.name ?? place
  if (!beginsCapital(words[first]!.text)) return []
  const firsts = beginnings(words, first)
  const lasts = ends(words, last)
  const stretches = firsts
    .flatMap((from) => lasts.map((to) => ({ first: from, last: to })))
    .filter((one) => one.last - one.first > last - first)
  return stretches
    .sort((a, b) => b.last - b.first - (a.last - a.first))
    .flatMap((stretch) => entriesNamed(words.slice(stretch.first, stretch.last + 1), glossary).map((entry) => ({ ...stretch, entry })))
}

/** Where a name around a word may begin: there, or at a capital before it with nothing but space between. */
function beginnings(words: readonly EnglishWord[], first: number): number[] {
  const found = [first]
  for (let at = first - 1; at >= Math.max(0, first - furthest) && goesOn(words[at]!); at--)
    if (beginsCapital(words[at]!.text)) found.push(at)
  return found
}

function ends(words: readonly EnglishWord[], last: number): number[] {
  const found = [last]
  for (let at = last + 1; at < Math.min(words.length, last + furthest) && goesOn(words[at - 1]!); at++)
    if (beginsCapital(words[at]!.text)) found.push(at)
  return found
}

/** In words, on either side. */
const furthest = 5

function goesOn({ gap, possessive }: EnglishWord): boolean {
  return !possessive && isJoined(gap)
}

/** The entries that have all of these words for a name, perhaps in another spelling. */
function entriesNamed(words: readonly EnglishWord[], glossary: Glossary): EnglishEntry[] {
  const named = namesOf(glossary).get(soundOf(words)) ?? []
  return named.filter(({ wording }) => isNamed(words, wording)).map(({ entry }) => entry)
}

function isNamed(words: readonly EnglishWord[], wanted: Wording): boolean {
  if (keysOf(words) === keysOf(wanted.words)) return true
  const found = findRespellings({ words, wanted, isFree: () => true, known: () => false })
  return found.some(({ first, last }) => first === 0 && last === words.length - 1)
}

/** The names of several words in a glossary, by what is left of them in whatever spelling. */
const namesOf = onceForEach(({ terms }: Glossary) => {
  const names = new Map<string, { entry: EnglishEntry; wording: Wording }[]>()
  for (const term of terms.values()) {
    if (!isDecidedName(term)) continue
    const entry = englishEntry(term)
    for (const wording of entry.right) if (wording.words.length > 1) addToGroup(names, soundOfRendering(wording), { entry, wording })
  }
  return names
})

/** Whether the renderings of an entry are names in which nothing of another entry is looked for. */
export function isDecidedName({ kind, state }: Term): boolean {
  return kind === 'name' && state === 'approved'
}

const soundOfRendering = onceForEach(({ words }: Wording) => soundOf(words))

function soundOf(words: readonly EnglishWord[]): string {
  return words.map(skeletonOf).join(' ')
}

function keysOf(words: readonly EnglishWord[]): string {
  return words.map(({ key }) => key).join(' ')
}

/** Whether two entries have a rendering in common, and so are perhaps one thing: داعش, الدولة الإسلامية في العراق والشام, ISIS. */
function areOne(one: EnglishEntry, other: EnglishEntry): boolean {
  const renderings = new Set(one.right.map(({ words }) => keysOf(words)))
  return other.right.some(({ words }) => renderings.has(keysOf(words)))
}

/** Whether a rendering only says of what country or kind a longer name is (Syrian Army, Gaza City), or that only says it of the rendering (Lebanese Hezbollah). */
function isDescribed(name: Name, { first, last }: Place, words: readonly EnglishWord[]): boolean {
  const head = name.first + headIndex(words.slice(name.first, name.last + 1).map(({ key }) => key))
  return head < first || head > last || (name.last === last && name.first === first - 1 && isDemonym(words[name.first]!))
}

/** Whether another word of a longer name's Arabic stands in the text. */
function isPerhapsIn(source: string, { term }: EnglishEntry, matches: readonly Match[], own: EnglishEntry): boolean {
  const text = key(source)
  const surfaces = key(matches.flatMap(({ termId, surface }) => (termId === own.term.id ? surface : [])).join(' '))
  const stems = term.spellings.flatMap((spelling) => arabicWords(spelling).map((word) => word.key.replace(/^ال/, '')))
  return stems.some((stem) => stem.length > 2 && !surfaces.includes(stem) && text.includes(stem))
}
