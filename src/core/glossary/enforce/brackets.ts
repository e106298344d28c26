import { type Brackets, bracketsAround } from '../../english/brackets.ts'
import { littleInTitles } from '../../english/little-words.ts'
import { placeOf, type Wording } from '../../english/renderings.ts'
import { replacement } from '../../english/replacement.ts'
import { findRespellings, findVariants } from '../../english/variants.ts'
import type { EnglishText, EnglishWord } from '../../english/words.ts'
import { grouped } from '../../grouped.ts'
import type { Mend } from '../../span.ts'
import { isAcronym } from './mentions.ts'
import type { Place } from './places.ts'
import type { EnglishEntry } from './renderings.ts'
import type { Supply } from './supply.ts'

/** "Popular Mobilization Forces (PMF)" is one mention of the entry, not two; so is "Popular Mobilization Units (PMU)", whoever lists PMU. */
export function withBrackets(places: readonly Place[], english: EnglishText): Place[] {
  const bracketed = bracketedIn(places, english)
  const names = [...places, ...unlistedNames(places, bracketed, english)]
  const behind = grouped(bracketed, ({ around }) => around.first - 1)
  const own = names.flatMap((name) => withOwn(name, behind.get(name.last) ?? []))
  const paired = new Set(own.map(({ brackets }) => brackets!.name))
  const taken = new Map(own.map((pair) => [nameMark(pair.brackets!.name), pair]))
  const right = new Set(bracketed.filter(({ place }) => place.verdict === 'ok').map(({ place }) => place.first))
  const others = names
    .filter((name) => !paired.has(name))
    .flatMap((name) => sharing(name, taken.get(nameMark(name))) ?? withInitials(name, english, (at) => !right.has(at)) ?? [])
  return [...own, ...others, ...names]
}

/** What stands in brackets behind a name, and those brackets. */
interface Bracketed {
  place: Place
  around: Brackets
}

function bracketedIn(places: readonly Place[], english: EnglishText): Bracketed[] {
  return places.flatMap((place) => {
    const around = bracketsAround(english, place.first, place.end)
    return around ? [{ place, around }] : []
  })
}

const nameMark = ({ first, last }: { first: number; last: number }) => `${first}-${last}`

/** A name and another rendering of its entry in brackets; a wrong one of them makes the whole wrong. */
function withOwn(name: Place, inBrackets: readonly Bracketed[]): Place[] {
  const own = inBrackets.filter(({ place }) => place.entry === name.entry)
  const short =
    own.find(({ place }) => place.verdict === 'ok') ?? own.find(({ place }) => name.verdict !== 'ok' || isAcronym(place.wording))
  if (!short?.around.more) return short ? [joined(name, short.around, short.place)] : []
  // What else stands in the brackets may be wanted by others: only the acronym is noted.
  return name.verdict === 'ok' && short.place.verdict === 'ok' ? [{ ...name, brackets: { name, holds: short.place } }] : []
}

/** What another entry calls by the same name is in the same brackets. */
function sharing(name: Place, pair: Place | undefined): Place | null {
  return pair ? { ...name, end: pair.end, last: pair.last, brackets: { name, holds: null } } : null
}

/** A wrong name with the acronym that is made of it, though nobody has listed that. */
export function withInitials(name: Place, english: EnglishText, isFree: (index: number) => boolean): Place | null {
  if (name.verdict === 'ok') return null
  const { words } = english
  const made = words.slice(name.first, name.last + 1)
  for (const [index, word] of words.slice(name.last + 1, name.last + 1 + mostBefore).entries()) {
    const at = name.last + 1 + index
    const around = isMadeOf(word, made) && isFree(at) ? bracketsAround(english, at, word.end) : null
    if (around && !around.more && around.first === name.last + 1) return joined(name, around, null)
  }
  return null
}

/** Words up to the acronym: also known as the PMU. */
const mostBefore = 5

function joined(name: Place, around: Brackets, holds: Place | null): Place {
  const verdict = name.verdict === 'ok' ? (holds?.verdict ?? 'ok') : name.verdict
  return { ...name, verdict, end: around.end, last: around.last, brackets: { name, holds } }
}

/** Names in a spelling or wording nobody approved before one of their own renderings in brackets, which tells what is meant: Popular Mobilisation Forces (PMF). */
function unlistedNames(places: readonly Place[], bracketed: readonly Bracketed[], english: EnglishText): Place[] {
  const names = new Set(places.filter(({ verdict }) => verdict === 'ok').map(({ last }) => last))
  const ends = new Set(places.map(({ entry, last }) => `${entry.term.id} ${last}`))
  return bracketed
    .filter(({ around }) => !around.more && !names.has(around.first - 1))
    .filter(({ place, around }) => !ends.has(`${place.entry.term.id} ${around.first - 1}`))
    .flatMap(({ place, around }) => unlistedName(place.entry, around.first - 1, english) ?? [])
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
  const { english, busy } = supply
  const { brackets, wording } = place
  const isFree = (index: number) => !busy.has(index)
  if (!brackets) return replacement(english, place, wording, wanted, isFree)
  if (keepsBrackets(place, wanted, supply)) return replacement(english, brackets.name, wording, wanted, isFree)
  const { text, ...span } = replacement(english, { ...brackets.name, end: place.end }, wording, wanted, isFree)
  const [quote = ''] = /["”’]+(?=\s*[([])/u.exec(english.words[brackets.name.last]!.gap) ?? []
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
