import { findWording } from '../../english/renderings.ts'
import { addToGroup } from '../../grouped.ts'
import type { Match } from '../find/match.ts'
import { type Demand, lackOf } from './demand.ts'
import type { Place } from './places.ts'
import type { EnglishEntry } from './renderings.ts'
import { type Supply, use } from './supply.ts'

/**
 * A word that stands beside a longer name in the Arabic may be inside that name in the English: قوات الحشد الشعبي, of the Popular
 * Mobilization Forces or the PMF. Such a word is served by the name.
 */
export function serveWithin(demands: readonly Demand[], source: string): void {
  const beside = besideIn(demands, source)
  for (const demand of demands.filter((one) => one.entry.term.kind !== 'name' && lackOf(one) > 0)) {
    for (const match of demand.matches) {
      const host = beside(match).find((other) => other !== demand && holds(other.entry, demand.entry))
      const place = host?.served.find(({ verdict }) => verdict === 'ok')
      if (place && lackOf(demand) > 0) demand.served.push({ ...place, entry: demand.entry })
    }
  }
}

/**
 * A name and its acronym, one beside the other in the Arabic, are so in the English too: القيادة المركزية (سنتكوم), Central Command (CENTCOM).
 * What the brackets hold serves the second of them, of whichever entry.
 */
export function serveInBrackets(demands: readonly Demand[], source: string, supply: Supply): void {
  const pairs = supply.places.filter(({ brackets }) => brackets)
  if (pairs.length === 0) return
  const held = new Map<string, Place[]>()
  for (const [name, acronym] of neighbours(demands, source)) {
    for (const [host, guest] of name.entry === acronym.entry
      ? ([[name, acronym]] as const)
      : ([
          [name, acronym],
          [acronym, name],
        ] as const)) {
      const mark = `${host.entry.term.id} ${guest.entry.term.id}`
      const free = held.get(mark) ?? heldBy(pairs, host.entry, guest.entry, supply)
      held.set(mark, free)
      const place = free.find(({ start }) => !supply.taken.has(start))
      if (!place || lackOf(guest) === 0) continue
      use(supply, place)
      guest.served.push(place)
    }
  }
}

/** What serves an entry in the brackets of places of another, or of its own. */
function heldBy(pairs: readonly Place[], host: EnglishEntry, guest: EnglishEntry, { english }: Supply): Place[] {
  const hosts = pairs.filter(({ entry }) => entry === host)
  return guest.right.flatMap((wording) =>
    findWording(english.words, wording)
      .filter(({ first, last }) => hosts.some((one) => first > one.brackets!.name.last && last <= one.last))
      .map((place): Place => ({ ...place, entry: guest, wording, verdict: 'ok', inBrackets: true })),
  )
}

/** Demands of which one has an occurrence right before one of the other, or of its own, with at most signs between. */
function neighbours(demands: readonly Demand[], source: string): [Demand, Demand][] {
  const all = demands.flatMap((demand) => demand.matches.map((match) => ({ demand, match })))
  all.sort((a, b) => a.match.start - b.match.start)
  return all.flatMap(({ demand, match: { end } }, index) => {
    const near = all.slice(index + 1, index + nearest).filter(({ match }) => isBare(match) && isApposed(source, end, match.start))
    return near.map((next): [Demand, Demand] => [demand, next.demand])
  })
}

/** How many occurrences after one are looked at: entries spelled alike stand in one place. */
const nearest = 5

/** With nothing but signs between, or in brackets or quotation marks after an adjective or two: القيادة المركزية الأميركية (سنتكوم). */
function isApposed(source: string, end: number, start: number): boolean {
  return start > end && start - end <= furthest && apposition.test(source.slice(end, start))
}

const furthest = 40
const apposition = /^(?:[\s"'«»“”„‘’()[\]\p{Pd}،,]+|(?:\s+[\p{L}\p{M}]+){1,2}\s+["'«“„‘([]+)$/u

/** Tells the demands that have an occurrence right before or after another, with nothing but space between and no proclitic. */
function besideIn(demands: readonly Demand[], source: string): (match: Match) => Demand[] {
  const [beginning, ended] = [new Map<number, Demand[]>(), new Map<number, Demand[]>()]
  for (const demand of demands) {
    for (const match of demand.matches) {
      if (isBare(match)) addToGroup(beginning, match.start, demand)
      addToGroup(ended, pastSpace(source, match.end), demand)
    }
  }
  return (match) => {
    const before = isBare(match) ? ended.get(match.start) : undefined
    return [...(before ?? []), ...(beginning.get(pastSpace(source, match.end)) ?? [])]
  }
}

function isBare({ why }: Match): boolean {
  return (why[0]?.proclitics.length ?? 0) === 0
}

function pastSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charAt(at).trim() === '') at++
  return at
}

function holds(host: EnglishEntry, entry: EnglishEntry): boolean {
  return host.right.some(({ words }) => entry.right.some((own) => own.words.length < words.length && findWording(words, own).length > 0))
}
