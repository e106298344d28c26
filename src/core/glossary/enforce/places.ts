import { findWording, type RenderingPlace, type Wording } from '../../english/renderings.ts'
import type { EnglishText } from '../../english/words.ts'
import type { Span } from '../../span.ts'
import type { Glossary } from '../find/compile.ts'
import { withBrackets } from './brackets.ts'
import type { NameAround } from './names-around.ts'
import { type EnglishEntry, englishGlossary } from './renderings.ts'

/** A rendering where it stands in the English: a right one, one to avoid, or a variant nobody listed. */
export interface Place extends RenderingPlace {
  entry: EnglishEntry
  wording: Wording
  verdict: 'ok' | 'avoid' | 'variant'
  /** Of a name with what follows it in brackets, Popular Mobilization Forces (PMF): the name alone, and the rendering of its own entry that the brackets hold, if they do. */
  brackets?: { name: Place; holds: Place | null }
  /** Whether it stands in the brackets of another place and serves an occurrence of its own. */
  inBrackets?: boolean
  /** The name of something else that it is a part of: it serves nothing then. */
  around?: NameAround
}

/**
 * Where the renderings of these entries stand in an English text, and those avoided everywhere: of what overlaps, the longest
 * alone; entries that share a rendering share its place.
 */
export function placesIn(english: EnglishText, glossary: Glossary, entries: readonly EnglishEntry[]): Place[] {
  const listed = new Set(entries)
  const always = englishGlossary(glossary)
    .alwaysAvoided(english.words)
    .filter(({ entry }) => !listed.has(entry))
  const places = [
    ...entries.flatMap((entry) => placesOf(entry, english)),
    ...always.flatMap(({ entry, wording }) => placed(entry, wording, 'avoid', english)),
  ]
  return longestFirst(withBrackets(places, english))
}

function placesOf(entry: EnglishEntry, english: EnglishText): Place[] {
  const right = entry.right.flatMap((wording) => placed(entry, wording, 'ok', english))
  const wrong = entry.avoid.flatMap((wording) => placed(entry, wording, 'avoid', english))
  return [...right, ...wrong]
}

function placed(entry: EnglishEntry, wording: Wording, verdict: 'ok' | 'avoid', { words }: EnglishText): Place[] {
  return findWording(words, wording).map((place) => ({ ...place, entry, wording, verdict }))
}

/** The places that stand: a longer one drives out those it overlaps; of one entry's at the same place the closest stays. */
function longestFirst(places: readonly Place[]): Place[] {
  const sorted = places.toSorted((a, b) => b.end - b.start - (a.end - a.start) || b.closeness - a.closeness || rank(a) - rank(b))
  const owners = new Map<number, Owned>()
  return sorted.filter((place) => {
    const there = owners.get(place.first) ?? { start: place.start, end: place.end, entries: new Set() }
    if (there.start !== place.start || there.end !== place.end || there.entries.has(place.entry)) return false
    for (let word = place.first; word <= place.last; word++) if ((owners.get(word) ?? there) !== there) return false
    for (let word = place.first; word <= place.last; word++) owners.set(word, there)
    there.entries.add(place.entry)
    return true
  })
}

/** A stretch that stands, and the entries that share it. */
interface Owned extends Span {
  entries: Set<EnglishEntry>
}

function rank({ verdict }: Place): number {
  return verdict === 'ok' ? 0 : 1
}
