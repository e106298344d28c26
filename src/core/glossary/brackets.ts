import { littleInTitles } from '../english/little-words.ts'
import { placeOf, type Wording } from '../english/renderings.ts'
import { replacement } from '../english/replacement.ts'
import { findRespellings, findVariants } from '../english/variants.ts'
import type { EnglishText, EnglishWord } from '../english/words.ts'
import { grouped } from '../grouped.ts'
import type { Mend } from '../span.ts'
import { isAcronym } from './mentions.ts'
import type { Place } from './places.ts'
import type { EnglishEntry } from './renderings.ts'
import type { Supply } from './supply.ts'

/** "Popular Mobilization Forces (PMF)" is one mention of the entry, not two; so is "Popular Mobilization Units (PMU)", whoever lists PMU. */
export function withBrackets(places: readonly Place[], english: EnglishText): Place[] {
  const names = [...places, ...unlistedNames(places, english)]
  const bracketed = bracketedIn(places, english)
  const inBrackets = (at: number) => bracketed.get(at) ?? []
  const own = names.flatMap((name) => withOwn(name, inBrackets(name.last + 1)))
  const paired = new Set(own.map(({ brackets }) => brackets!.name))
  const taken = new Map(own.map((pair) => [nameMark(pair.brackets!.name), pair]))
  const isFree = (at: number) => inBrackets(at).every(({ verdict }) => verdict !== 'ok')
  const others = names
    .filter((name) => !paired.has(name))
    .flatMap((name) => sharing(name, taken.get(nameMark(name))) ?? withInitials(name, english, isFree) ?? [])
  return [...own, ...others, ...names]
}

/** What stands in brackets, by its first word. */
function bracketedIn(places: readonly Place[], english: EnglishText): Map<number, Place[]> {
  const bracketed = places.filter(({ first, end }) => isInBrackets(english, first, end))
  return grouped(bracketed, ({ first }) => first)
}

const nameMark = ({ first, last }: { first: number; last: number }) => `${first}-${last}`

/** A name and another rendering of its entry in brackets; a wrong one of them makes the whole wrong. */
function withOwn(name: Place, inBrackets: readonly Place[]): Place[] {
  const own = inBrackets.filter(({ entry }) => entry === name.entry)
  const short = own.find(({ verdict }) => verdict === 'ok') ?? own.find(({ wording }) => name.verdict !== 'ok' || isAcronym(wording))
  return short ? [joined(name, short, short)] : []
}

/** What another entry calls by the same name is in the same brackets. */
function sharing(name: Place, pair: Place | undefined): Place | null {
  return pair ? { ...name, end: pair.end, last: pair.last, brackets: { name, holds: null } } : null
}

/** A wrong name with the acronym that is made of it, though nobody has listed that. */
export function withInitials(name: Place, english: EnglishText, isFree: (index: number) => boolean): Place | null {
  const { words } = english
  const at = name.last + 1
  const word = words[at]
  if (name.verdict === 'ok' || !word || !isFree(at) || !isInBrackets(english, at, word.end)) return null
  return isMadeOf(word, words.slice(name.first, at)) ? joined(name, placeOf(words, at, at, 1), null) : null
}

function joined(name: Place, short: Pick<Place, 'end' | 'last'>, holds: Place | null): Place {
  const verdict = name.verdict === 'ok' ? (holds?.verdict ?? 'ok') : name.verdict
  return { ...name, verdict, end: short.end + 1, last: short.last, brackets: { name, holds } }
}

/** Names in a spelling or wording nobody approved before one of their own renderings in brackets, which tells what is meant: Popular Mobilisation Forces (PMF). */
function unlistedNames(places: readonly Place[], english: EnglishText): Place[] {
  const names = new Set(places.filter(({ verdict }) => verdict === 'ok').map(({ last }) => last))
  const ends = new Set(places.map(({ entry, last }) => `${entry.term.id} ${last}`))
  return places
    .filter(({ first, end }) => isInBrackets(english, first, end) && !names.has(first - 1))
    .filter(({ entry, first }) => !ends.has(`${entry.term.id} ${first - 1}`))
    .flatMap(({ entry, first }) => unlistedName(entry, first - 1, english) ?? [])
}

function unlistedName(entry: EnglishEntry, last: number, english: EnglishText): Place | null {
  const from = Math.max(0, last + 1 - longestName)
  const words = english.words.slice(from, last + 1)
  const at = (wanted: Wording, verdict: Place['verdict'], find: typeof findVariants): Place[] =>
    find({ words, wanted, isFree: () => true, known: () => false })
      .map((place) => placeOf(english.words, from + place.first, from + place.last, place.closeness))
      .filter((place) => place.last === last)
      .map((place) => ({ ...place, entry, wording: wanted, verdict }))
  const variants = entry.right.flatMap((wanted) => at(wanted, 'variant', findVariants))
  return variants[0] ?? entry.avoid.flatMap((wanted) => at(wanted, 'avoid', findRespellings))[0] ?? null
}

/** In words: a long text is not gone through from its beginning for each of its brackets. */
const longestName = 12

/** Whether what begins at a word and ends there stands alone in brackets behind another word. */
function isInBrackets({ text, words }: EnglishText, first: number, end: number): boolean {
  const before = words[first - 1]
  return before !== undefined && /^[\s"”’]*\($/u.test(before.gap) && text.charAt(end) === ')'
}

/** Whether an acronym is made of a name, as PMU is of Popular Mobilization Units; the little words need not be in it. */
export function isMadeOf({ capitals, text, key }: EnglishWord, name: readonly EnglishWord[]): boolean {
  if (!capitals) return false
  const letters = text.endsWith('s') ? key.slice(0, -1) : key
  return [name, name.filter((word) => !littleInTitles.has(word.key))].some((words) => initials(words) === letters)
}

function initials(words: readonly EnglishWord[]): string {
  return words.map(({ key }) => key.charAt(0)).join('')
}

/** The change that puts the wanted rendering where a wrong one stands: an acronym in brackets goes with it, unless it is right after the new name too. */
export function mendAt(supply: Supply, place: Place, wanted: Wording): Mend {
  const { english } = supply
  const { brackets, wording } = place
  if (!brackets) return replacement(english, place, wording, wanted)
  if (keepsBrackets(place, wanted, supply)) return replacement(english, brackets.name, wording, wanted)
  const { text, ...span } = replacement(english, { ...brackets.name, end: place.end }, wording, wanted)
  const [quote = ''] = /["”’]+/u.exec(english.words[brackets.name.last]!.gap) ?? []
  return { ...span, text: quote === '' ? text : text.replace(/(?=\s*\([^()]*\)$|$)/u, quote) }
}

/** Whether what a place has in brackets serves an occurrence by itself. */
export function servesByBrackets({ brackets, last }: Place, { used }: Supply): boolean {
  return brackets !== undefined && [...used].some((one) => one.inBrackets && one.first > brackets.name.last && one.last <= last)
}

function keepsBrackets(place: Place, wanted: Wording, supply: Supply): boolean {
  const { entry, brackets, last } = place
  const holds = brackets!.holds
  const isMention = wanted === entry.mentions?.first || wanted === entry.mentions?.long
  if (wanted.text.endsWith(')')) return false
  if (servesByBrackets(place, supply)) return true
  if (holds?.verdict === 'avoid' || holds?.wording.text === wanted.text) return false
  return holds ? !isMention : isMadeOf(supply.english.words[last]!, wanted.words)
}
