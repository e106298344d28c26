import type { Wording } from '../../english/renderings.ts'
import { findRespellings } from '../../english/variants.ts'
import type { EnglishText } from '../../english/words.ts'
import { addToGroup } from '../../grouped.ts'
import type { Glossary } from '../find/compile.ts'
import { withInitials } from './brackets.ts'
import type { Demand } from './demand.ts'
import type { Place } from './places.ts'
import { type EnglishEntry, englishGlossary } from './renderings.ts'

/**
 * The places, with those longer names in another spelling that drive out what is inside them: Hizbullah in "Kataib Hizbullah" is no rendering
 * of حزب الله, however listed.
 */
export function withLongerNames(places: readonly Place[], demands: readonly Demand[], english: EnglishText, glossary: Glossary): Place[] {
  const right = countsByEntry(places.filter(({ verdict }) => verdict === 'ok'))
  const lacking = demands.filter(({ entry, matches }) => (right.get(entry) ?? 0) < matches.length)
  const isFree = (index: number) => places.every(({ first, last }) => index < first || index > last)
  const longer = lacking
    .flatMap((demand) => respellingsOf(demand, english, glossary))
    .map((name) => withInitials(name, english, isFree) ?? name)
  return longer.length > 0 ? withLonger(places, longer) : [...places]
}

function countsByEntry(places: readonly Place[]): Map<EnglishEntry, number> {
  const counts = new Map<EnglishEntry, number>()
  for (const { entry } of places) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  return counts
}

function respellingsOf({ entry }: Demand, { words }: EnglishText, glossary: Glossary): Place[] {
  const known = (keys: string) => englishGlossary(glossary).isOthers(keys, entry.term.id)
  const places = (wanted: Wording, verdict: Place['verdict']) => {
    const found = wanted.words.length > 1 ? findRespellings({ words, wanted, known, isFree: () => true }) : []
    return found.map((place): Place => ({ ...place, entry, wording: wanted, verdict }))
  }
  return [...entry.right.flatMap((one) => places(one, 'variant')), ...entry.avoid.flatMap((one) => places(one, 'avoid'))]
}

/** Each longer name takes the place of what is wholly inside it; where something reaches out of it, or nothing is there, it is left to others. */
function withLonger(places: readonly Place[], longer: readonly Place[]): Place[] {
  const atWord = byWord(places)
  const gone = new Set<Place>()
  const settled = new Set<number>()
  const taking = longer.filter((place) => {
    const words = wordsOf(place)
    const over = words.flatMap((index) => atWord.get(index) ?? [])
    if (over.length === 0 || words.some((index) => settled.has(index)) || !over.every((other) => isInside(other, place))) return false
    for (const other of over) gone.add(other)
    for (const index of words) settled.add(index)
    return true
  })
  return [...places.filter((place) => !gone.has(place)), ...taking]
}

function byWord(places: readonly Place[]): Map<number, Place[]> {
  const atWord = new Map<number, Place[]>()
  for (const place of places) for (const index of wordsOf(place)) addToGroup(atWord, index, place)
  return atWord
}

/** The words of a place, by their number. */
function wordsOf({ first, last }: Place): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function isInside(one: Place, other: Place): boolean {
  return one.first >= other.first && one.last <= other.last && one.last - one.first < other.last - other.first
}
