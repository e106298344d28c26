import type { Finding, Severity, Span, Verdict } from '../checks/finding.ts'
import { replacement } from '../english/replacement.ts'
import { findVariants } from '../english/variants.ts'
import { type EnglishText, englishText } from '../english/words.ts'
import type { Glossary } from './compile.ts'
import { enforcedFrom, type Match } from './match.ts'
import { type Place, placesIn } from './places.ts'
import { type EnglishEntry, englishEntry, renderingsOf } from './renderings.ts'

/**
 * What the English makes of the terms found in the Arabic: a finding for every enforced occurrence, right ones included, in
 * the order of the Arabic, and then for renderings to avoid that stand in the English beyond them (`source` null).
 * Occurrences are counted: each stretch of English serves one of them, the longest rendering first. A term that is possible
 * only, or inside a longer enforced one, wants nothing.
 */
export function enforce(glossary: Glossary, matches: readonly Match[], source: string, target: string): Finding[] {
  if (target.trim() === '') return []
  const english = englishText(target)
  const demands = demandsOf(glossary, matches)
  const entries = demands.map(({ entry }) => entry)
  const places = placesIn(english, glossary, entries)
  const used = new Set<Place>()
  serve(demands, places, used)
  for (const demand of demands) serveWithWrongOnes(demand, places, used, english, glossary)
  const found = demands.flatMap((demand) => judged(demand, source, english))
  return [...oneEach(found), ...surplus(demands, places, used, english, glossary)]
}

/** An entry the Arabic has, its enforced occurrences, and the English that was found for them. */
interface Demand {
  entry: EnglishEntry
  matches: Match[]
  served: Place[]
}

function demandsOf(glossary: Glossary, matches: readonly Match[]): Demand[] {
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

/** Gives each entry as many of its right renderings as it has occurrences, those with the least choice first. */
function serve(demands: readonly Demand[], places: readonly Place[], used: Set<Place>): void {
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
function serveWithWrongOnes(demand: Demand, places: readonly Place[], used: Set<Place>, english: EnglishText, glossary: Glossary): void {
  const taken = new Set([...used].map(({ start }) => start))
  const avoided = places.filter(({ entry, verdict, start }) => entry === demand.entry && verdict === 'avoid' && !taken.has(start))
  const chosen = avoided.toSorted((a, b) => a.start - b.start).slice(0, lackOf(demand))
  demand.served.push(...chosen)
  for (const place of chosen) used.add(place)
  if (lackOf(demand) > 0) demand.served.push(...variantsOf(demand, places, used, english, glossary).slice(0, lackOf(demand)))
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
  const busy = new Set(
    [...places, ...used].flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  )
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

interface Judged {
  match: Match
  finding: Finding
}

function judged(demand: Demand, source: string, english: EnglishText): Judged[] {
  const served = demand.served.toSorted((a, b) => a.start - b.start)
  if (demand.entry.term.strength === 'off') return []
  return demand.matches.map((match, index) => ({
    match,
    finding: finding(demand.entry, { ...match, surface: source.slice(match.start, match.end) }, served[index] ?? null, index, english),
  }))
}

function finding(entry: EnglishEntry, match: Match | null, place: Place | null, index: number, english: EnglishText): Finding {
  const verdict: Verdict = place?.verdict ?? 'missing'
  const found = place ? english.text.slice(place.start, place.end) : ''
  return {
    check: 'terms',
    severity: severity(entry, verdict, index),
    verdict,
    termId: entry.term.id,
    source: match ? { start: match.start, end: match.end } : null,
    target: place ? span(place) : null,
    values: { surface: match?.surface ?? '', spelling: match?.spelling ?? entry.term.spellings[0] ?? '', wanted: entry.wanted.text, found },
    mend: place && verdict !== 'ok' ? replacement(english, place, place.wording, entry.wanted) : null,
  }
}

function span({ start, end }: Span): Span {
  return { start, end }
}

/** A pronoun is normal English: from the second occurrence on a lack is advice. */
function severity({ term }: EnglishEntry, verdict: Verdict, index: number): Severity {
  if (verdict === 'ok' || term.strength === 'off') return 'none'
  return verdict === 'missing' && index > 0 ? 'advice' : term.strength
}

/** Entries spelled alike (عمان: Oman, Amman) are found in the same place: one of them is meant, the best served. */
function oneEach(judgements: readonly Judged[]): Finding[] {
  const best = new Map<string, Judged>()
  for (const one of judgements) {
    const place = `${one.match.start}-${one.match.end}`
    const other = best.get(place)
    if (!other || isBetter(one, other)) best.set(place, one)
  }
  return [...best.values()].sort((a, b) => a.match.start - b.match.start || a.match.end - b.match.end).map(({ finding }) => finding)
}

const order: readonly Verdict[] = ['ok', 'avoid', 'variant', 'missing']

function isBetter(one: Judged, other: Judged): boolean {
  const difference = order.indexOf(one.finding.verdict) - order.indexOf(other.finding.verdict)
  return difference < 0 || (difference === 0 && one.match.confidence > other.match.confidence)
}

/**
 * Renderings to avoid that serve no occurrence: always where the entry says so, and else where the entry is in the Arabic
 * and the rendering is a name or of several words (a common word may stand for something else).
 */
function surplus(
  demands: readonly Demand[],
  places: readonly Place[],
  used: ReadonlySet<Place>,
  english: EnglishText,
  glossary: Glossary,
): Finding[] {
  const demanded = new Set(demands.map(({ entry }) => entry))
  const right = new Set(places.filter(({ verdict }) => verdict === 'ok').map(({ start }) => start))
  return places
    .filter(({ verdict, start }) => verdict === 'avoid' && !right.has(start))
    .filter((place) => !used.has(place) && place.entry.term.strength !== 'off')
    .filter(
      ({ entry, wording }) => entry.always.has(wording) || (demanded.has(entry) && (wording.kind === 'name' || wording.words.length > 1)),
    )
    .filter(({ entry }) => glossary.terms.has(entry.term.id))
    .toSorted((a, b) => a.start - b.start)
    .map((place) => finding(place.entry, null, place, 0, english))
}
