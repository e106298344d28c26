import { beginsCapital, findWording, placeOf } from '../english/renderings.ts'
import { findRespellings, findVariants } from '../english/variants.ts'
import { verbForms } from '../english/verbs.ts'
import type { EnglishText } from '../english/words.ts'
import type { Glossary } from './compile.ts'
import { enforcedFrom, type Match } from './match.ts'
import type { Place } from './places.ts'
import { type EnglishEntry, englishEntry, renderingsOf } from './renderings.ts'

/** An entry the Arabic has, its enforced occurrences, and the English that was found for them. */
export interface Demand {
  entry: EnglishEntry
  matches: Match[]
  served: Place[]
}

/** The entries whose renderings are wanted, in the order of the Arabic: possible matches want none, nor do those inside an enforced one. */
export function demandsOf(glossary: Glossary, matches: readonly Match[]): Demand[] {
  const demands = new Map<number, Demand>()
  for (const match of matches) {
    const term = glossary.terms.get(match.termId)
    if (!term || !isEnforced(match, matches)) continue
    const demand = demands.get(term.id) ?? { entry: englishEntry(term), matches: [], served: [] }
    demand.matches.push(match)
    demands.set(term.id, demand)
  }
  for (const demand of demands.values()) demand.matches.sort((a, b) => a.start - b.start)
  return [...demands.values()]
}

function isEnforced(match: Match, matches: readonly Match[]): boolean {
  if (match.confidence < enforcedFrom) return false
  return !(match.nested && matches.some((other) => other.confidence >= enforcedFrom && isLonger(other, match)))
}

function isLonger(other: Match, match: Match): boolean {
  return other.start <= match.start && other.end >= match.end && other.end - other.start > match.end - match.start
}

/**
 * The places, with those longer names in another spelling that drive out what is inside them: Hizbullah in "Kataib Hizbullah" is no rendering
 * of حزب الله, however listed.
 */
export function withRespellings(places: readonly Place[], demands: readonly Demand[], { words }: EnglishText, glossary: Glossary): Place[] {
  let standing = [...places]
  for (const { entry, matches } of demands) {
    if (standing.filter((place) => place.entry === entry && place.verdict === 'ok').length >= matches.length) continue
    const known = (keys: string) => renderingsOf(glossary).isOthers(keys, entry.term.id)
    for (const wording of entry.right.filter((one) => one.words.length > 1)) {
      for (const place of findRespellings(words, wording, known)) {
        const over = standing.filter((other) => other.first <= place.last && other.last >= place.first)
        if (over.length === 0 || !over.every((other) => isInside(other, place))) continue
        standing = [...standing.filter((other) => !over.includes(other)), { ...place, entry, wording, verdict: 'variant' }]
      }
    }
  }
  return standing
}

function isInside(one: Pick<Place, 'first' | 'last'>, other: Pick<Place, 'first' | 'last'>): boolean {
  return one.first >= other.first && one.last <= other.last && one.last - one.first < other.last - other.first
}

/** Gives each entry as many of its right renderings as it has occurrences, those with the least choice first. */
export function serve(demands: readonly Demand[], places: readonly Place[], used: Set<Place>): void {
  const right = places.filter(({ verdict }) => verdict === 'ok')
  const choices = grouped(right, ({ entry }) => entry)
  const choice = (entry: EnglishEntry) => choices.get(entry) ?? []
  const starts = grouped(right, ({ start }) => start)
  const rivals = ({ start }: Place) => starts.get(start)!.length
  const taken = new Set<number>()
  for (const demand of demands.toSorted((a, b) => choice(a.entry).length - choice(b.entry).length)) {
    const free = choice(demand.entry).filter(({ start }) => !taken.has(start))
    const chosen = free.toSorted((a, b) => rivals(a) - rivals(b) || a.start - b.start).slice(0, demand.matches.length)
    for (const place of chosen) {
      taken.add(place.start)
      used.add(place)
    }
    demand.served.push(...chosen)
  }
}

/** What is still lacking is perhaps there in a rendering to avoid or in an unapproved spelling. */
export function serveWithWrongOnes(
  demand: Demand,
  places: readonly Place[],
  used: Set<Place>,
  english: EnglishText,
  glossary: Glossary,
): void {
  const taken = new Set([...used].map(({ start }) => start))
  const avoided = places.filter(({ entry, verdict, start }) => entry === demand.entry && verdict !== 'ok' && !taken.has(start))
  const chosen = avoided.toSorted((a, b) => a.start - b.start).slice(0, lackOf(demand))
  demand.served.push(...chosen)
  for (const place of chosen) used.add(place)
  if (lackOf(demand) > 0) demand.served.push(...variantsOf(demand, places, used, english, glossary).slice(0, lackOf(demand)))
}

/**
 * A word that stands beside a longer name in the Arabic may be inside that name in the English: قوات الحشد الشعبي, of the Popular
 * Mobilization Forces or the PMF. Such a word is served by the name.
 */
export function serveWithin(demands: readonly Demand[], source: string): void {
  for (const demand of demands.filter((one) => one.entry.term.kind !== 'name' && lackOf(one) > 0)) {
    for (const match of demand.matches) {
      const host = demands.find(
        (other) => other !== demand && holds(other, demand.entry) && other.matches.some((one) => areBeside(one, match, source)),
      )
      const place = host?.served.find(({ verdict }) => verdict === 'ok')
      if (place && lackOf(demand) > 0) demand.served.push({ ...place, entry: demand.entry })
    }
  }
}

function holds(host: Demand, entry: EnglishEntry): boolean {
  return host.entry.right.some(({ words }) =>
    entry.right.some((own) => own.words.length < words.length && findWording(words, own).length > 0),
  )
}

function areBeside(one: Match, other: Match, source: string): boolean {
  const [before, after] = one.start < other.start ? [one, other] : [other, one]
  const joined = (after.why[0]?.proclitics.length ?? 0) === 0
  return joined && before.end <= after.start && source.slice(before.end, after.start).trim() === ''
}

/** A common noun may be a verb in the English: هجوم, "attacked". */
export function serveWithVerbs(demand: Demand, places: readonly Place[], used: Set<Place>, { words }: EnglishText): void {
  if (lackOf(demand) === 0) return
  const busy = busyIn([...places, ...used])
  for (const wording of demand.entry.right) {
    const [noun] = wording.words
    if (!noun || wording.words.length > 1 || wording.kind === 'name' || noun.capitals || beginsCapital(noun.text)) continue
    const forms = verbForms(noun.key)
    for (const [index, word] of words.entries()) {
      if (!forms.has(word.key) || busy.has(index) || lackOf(demand) === 0) continue
      const place: Place = { ...placeOf(words, index, index, 1), entry: demand.entry, wording, verdict: 'ok' }
      demand.served.push(place)
      used.add(place)
      busy.add(index)
    }
  }
}

function grouped<K>(places: readonly Place[], mark: (place: Place) => K): Map<K, Place[]> {
  const groups = new Map<K, Place[]>()
  for (const place of places) {
    const group = groups.get(mark(place))
    if (group) group.push(place)
    else groups.set(mark(place), [place])
  }
  return groups
}

function lackOf({ matches, served }: Demand): number {
  return matches.length - served.length
}

function variantsOf({ entry }: Demand, places: readonly Place[], used: Set<Place>, { words }: EnglishText, glossary: Glossary): Place[] {
  const busy = busyIn([...places, ...used])
  const known = (keys: string) => renderingsOf(glossary).isOthers(keys, entry.term.id)
  const found: Place[] = []
  for (const wording of entry.right) {
    for (const place of findVariants(words, wording, (index) => !busy.has(index), known)) {
      found.push({ ...place, entry, wording, verdict: 'variant' })
      for (let index = place.first; index <= place.last; index++) busy.add(index)
    }
  }
  for (const place of found) used.add(place)
  return found.toSorted((a, b) => a.start - b.start)
}

/** The words of these places, by their number. */
function busyIn(places: readonly Place[]): Set<number> {
  return new Set(places.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index)))
}
