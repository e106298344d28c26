import type { Finding, Severity, Span, Verdict } from '../checks/finding.ts'
import { findWording, type RenderingPlace, type Wording } from '../english/renderings.ts'
import { replacement } from '../english/replacement.ts'
import { findVariants } from '../english/variants.ts'
import { type EnglishWord, englishWords } from '../english/words.ts'
import type { Glossary } from './compile.ts'
import { enforcedFrom, type Match } from './match.ts'
import { type EnglishEntry, englishEntry, renderingsOf } from './renderings.ts'

/**
 * What the English makes of the terms found in the Arabic: a finding for every enforced occurrence, right ones included, in
 * the order of the Arabic, and then for renderings to avoid that stand in the English beyond them (`source` null).
 * Occurrences are counted: each stretch of English serves one of them, the longest rendering first. A term that is possible
 * only, or inside a longer enforced one, wants nothing.
 */
export function enforce(glossary: Glossary, matches: readonly Match[], source: string, target: string): Finding[] {
  if (target.trim() === '') return []
  const text: Text = { target, words: englishWords(target) }
  const entries = demandsOf(glossary, matches, source)
  const places = longestFirst(allPlaces(text, glossary, entries))
  const used = new Set<Place>()
  serve(entries, places, used)
  for (const demand of entries) serveWithWrongOnes(demand, places, used, text, glossary)
  const found = entries.flatMap((demand) => judged(demand, text))
  return [...oneEach(found), ...surplus(entries, places, used, text, glossary)]
}

interface Text {
  target: string
  words: EnglishWord[]
}

/** A rendering where it stands in the English: a right one, one to avoid, or a variant nobody listed. */
interface Place extends RenderingPlace {
  entry: EnglishEntry
  wording: Wording
  verdict: 'ok' | 'avoid' | 'variant'
}

/** An entry the Arabic has, its enforced occurrences, and the English that was found for them. */
interface Demand {
  entry: EnglishEntry
  matches: Match[]
  served: Place[]
}

function demandsOf(glossary: Glossary, matches: readonly Match[], source: string): Demand[] {
  const demands = new Map<number, Demand>()
  for (const match of matches) {
    const term = glossary.terms.get(match.termId)
    if (!term || !isEnforced(match, matches) || match.end > source.length) continue
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

function allPlaces(text: Text, glossary: Glossary, demands: readonly Demand[]): Place[] {
  const listed = new Set(demands.map(({ entry }) => entry))
  const always = renderingsOf(glossary)
    .alwaysAvoided(text.words)
    .filter(({ entry }) => !listed.has(entry))
  return [
    ...demands.flatMap(({ entry }) => withAcronyms(placesOf(entry, text), text)),
    ...always.flatMap(({ entry, wording }) => placed(entry, wording, 'avoid', text)),
  ]
}

function placesOf(entry: EnglishEntry, text: Text): Place[] {
  const right = entry.right.flatMap((wording) => placed(entry, wording, 'ok', text))
  const wrong = entry.avoid.flatMap((wording) => placed(entry, wording, 'avoid', text))
  return [...right, ...wrong]
}

function placed(entry: EnglishEntry, wording: Wording, verdict: 'ok' | 'avoid', { words }: Text): Place[] {
  return findWording(words, wording).map((place) => ({ ...place, entry, wording, verdict }))
}

/** "Popular Mobilization Forces (PMF)" is one mention of the entry, not two. */
function withAcronyms(places: readonly Place[], { target, words }: Text): Place[] {
  const right = places.filter(({ verdict }) => verdict === 'ok')
  const pairs = right.flatMap((long) =>
    right
      .filter((short) => short.first === long.last + 1 && /\($/.test(words[long.last]!.gap) && target[short.end] === ')')
      .map((short) => ({ ...long, end: short.end + 1, last: short.last })),
  )
  return [...pairs, ...places]
}

/** The places that stand: a longer one drives out those it overlaps; of one entry's at the same place the closest stays. */
function longestFirst(places: readonly Place[]): Place[] {
  const sorted = places.toSorted((a, b) => b.end - b.start - (a.end - a.start) || b.closeness - a.closeness || rank(a) - rank(b))
  const owners: (Place | undefined)[] = []
  const kept: Place[] = []
  for (const place of sorted) {
    const others = owners.slice(place.first, place.last + 1).filter((other) => other !== undefined)
    if (others.some((other) => other.start !== place.start || other.end !== place.end)) continue
    if (others.length > 0 && kept.some((other) => other.start === place.start && other.entry === place.entry)) continue
    for (let index = place.first; index <= place.last; index++) owners[index] ??= place
    kept.push(place)
  }
  return kept
}

function rank({ verdict }: Place): number {
  return verdict === 'ok' ? 0 : 1
}

/** Gives each entry as many of its right renderings as it has occurrences, those with the least choice first. */
function serve(demands: readonly Demand[], places: readonly Place[], used: Set<Place>): void {
  const right = places.filter(({ verdict }) => verdict === 'ok')
  const choice = (entry: EnglishEntry) => right.filter((place) => place.entry === entry)
  const rivals = (place: Place) => right.filter(({ start }) => start === place.start).length
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
function serveWithWrongOnes(demand: Demand, places: readonly Place[], used: Set<Place>, text: Text, glossary: Glossary): void {
  const avoided = places.filter(({ entry, verdict }) => entry === demand.entry && verdict === 'avoid')
  const chosen = avoided.toSorted((a, b) => a.start - b.start).slice(0, lackOf(demand))
  demand.served.push(...chosen)
  for (const place of chosen) used.add(place)
  if (lackOf(demand) > 0) demand.served.push(...variantsOf(demand, places, used, text, glossary).slice(0, lackOf(demand)))
}

function lackOf({ matches, served }: Demand): number {
  return matches.length - served.length
}

function variantsOf({ entry }: Demand, places: readonly Place[], used: Set<Place>, { words }: Text, glossary: Glossary): Place[] {
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

function judged(demand: Demand, text: Text): Judged[] {
  const served = demand.served.toSorted((a, b) => a.start - b.start)
  if (demand.entry.term.strength === 'off') return []
  return demand.matches.map((match, index) => ({ match, finding: finding(demand.entry, match, served[index] ?? null, index, text) }))
}

function finding(entry: EnglishEntry, match: Match | null, place: Place | null, index: number, text: Text): Finding {
  const verdict: Verdict = place?.verdict ?? 'missing'
  const found = place ? text.target.slice(place.start, place.end) : ''
  return {
    check: 'terms',
    severity: severity(entry, verdict, index),
    verdict,
    termId: entry.term.id,
    source: match ? { start: match.start, end: match.end } : null,
    target: place ? span(place) : null,
    values: { surface: match?.surface ?? '', spelling: match?.spelling ?? entry.term.spellings[0] ?? '', wanted: entry.wanted.text, found },
    mend: place && verdict !== 'ok' ? replacement(text.target, text.words, place, place.wording, entry.wanted) : null,
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
  text: Text,
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
    .map((place) => finding(place.entry, null, place, 0, text))
}
