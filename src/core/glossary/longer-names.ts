import { findRespellings } from '../english/variants.ts'
import type { EnglishText } from '../english/words.ts'
import type { Glossary } from './compile.ts'
import type { Demand } from './demand.ts'
import type { Place } from './places.ts'
import { renderingsOf } from './renderings.ts'

/**
 * The places, with those longer names in another spelling that drive out what is inside them: Hizbullah in "Kataib Hizbullah" is no rendering
 * of حزب الله, however listed.
 */
export function withLongerNames(places: readonly Place[], demands: readonly Demand[], english: EnglishText, glossary: Glossary): Place[] {
  let standing = [...places]
  for (const demand of demands) {
    const right = standing.filter(({ entry, verdict }) => entry === demand.entry && verdict === 'ok')
    if (right.length < demand.matches.length) standing = withLonger(standing, respellingsOf(demand, english, glossary))
  }
  return standing
}

/** Of one entry: spellings that overlap one another are tried in the order of its renderings. */
function respellingsOf({ entry }: Demand, { words }: EnglishText, glossary: Glossary): Place[] {
  const known = (keys: string) => renderingsOf(glossary).isOthers(keys, entry.term.id)
  return entry.right
    .filter((wanted) => wanted.words.length > 1)
    .flatMap((wanted) =>
      findRespellings({ words, wanted, known }).map((place): Place => ({ ...place, entry, wording: wanted, verdict: 'variant' })),
    )
}

/** Each longer name takes the place of what is wholly inside it; where something reaches out of it, or nothing is there, it is left to others. */
function withLonger(places: readonly Place[], longer: readonly Place[]): Place[] {
  if (longer.length === 0) return [...places]
  const atWord = byWord(places)
  const gone = new Set<Place>()
  const taking = longer.filter((place) => {
    const over = numbers(place).flatMap((index) => atWord.get(index) ?? [])
    const takes = over.length > 0 && over.every((other) => !gone.has(other) && isInside(other, place))
    if (takes) for (const other of over) gone.add(other)
    return takes
  })
  return [...places.filter((place) => !gone.has(place)), ...taking]
}

function byWord(places: readonly Place[]): Map<number, Place[]> {
  const atWord = new Map<number, Place[]>()
  for (const place of places) for (const index of numbers(place)) atWord.set(index, [...(atWord.get(index) ?? []), place])
  return atWord
}

function numbers({ first, last }: Place): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function isInside(one: Place, other: Place): boolean {
  return one.first >= other.first && one.last <= other.last && one.last - one.first < other.last - other.first
}
