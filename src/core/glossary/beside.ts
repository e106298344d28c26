import { findWording } from '../english/renderings.ts'
import { type Demand, lackOf } from './demand.ts'
import type { Match } from './match.ts'
import type { EnglishEntry } from './renderings.ts'

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

/** Tells the demands that have an occurrence right before or after another, with nothing but space between and no proclitic. */
function besideIn(demands: readonly Demand[], source: string): (match: Match) => Demand[] {
  const [beginning, ended] = [new Map<number, Demand[]>(), new Map<number, Demand[]>()]
  for (const demand of demands) {
    for (const match of demand.matches) {
      if (isBare(match)) note(beginning, match.start, demand)
      note(ended, pastSpace(source, match.end), demand)
    }
  }
  return (match) => {
    const before = isBare(match) ? ended.get(match.start) : undefined
    return [...(before ?? []), ...(beginning.get(pastSpace(source, match.end)) ?? [])]
  }
}

function note(at: Map<number, Demand[]>, offset: number, demand: Demand): void {
  const there = at.get(offset)
  if (there) there.push(demand)
  else at.set(offset, [demand])
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
