import type { Finding, Severity, Verdict } from '../../checks/finding.ts'
import type { Wording } from '../../english/renderings.ts'
import { englishText } from '../../english/words.ts'
import type { Glossary } from '../find/compile.ts'
import type { Match } from '../find/match.ts'
import { serveInBrackets, serveWithin } from './beside.ts'
import { mendAt } from './brackets.ts'
import { type Demand, demandsOf } from './demand.ts'
import { withLongerNames } from './longer-names.ts'
import { atFirstMention, laterForm, wantedAt } from './mention-rules.ts'
import type { Surroundings } from './mentions.ts'
import { type NameAround, namesAroundIn } from './names-around.ts'
import { isInOtherName } from './other-names.ts'
import { type Place, placesIn } from './places.ts'
import type { EnglishEntry } from './renderings.ts'
import { type Supply, serve, serveWithVerbs, serveWithWrongOnes, supplyOf } from './supply.ts'

/**
 * What the English makes of the terms found in the Arabic: a finding for every enforced occurrence, right ones included, in
 * the order of the Arabic, and then for renderings to avoid that stand in the English beyond them (`source` null).
 * Occurrences are counted: each stretch of English serves one of them, the longest rendering first. A term that is possible
 * only, or inside a longer enforced one, wants nothing. With the document's surroundings the first mention is held to its own form.
 */
export function enforce(
  glossary: Glossary,
  matches: readonly Match[],
  source: string,
  target: string,
  surroundings?: Surroundings,
): Finding[] {
  if (target.trim() === '') return []
  const english = englishText(target)
  const demands = demandsOf(glossary, matches)
  const entries = demands.map(({ entry }) => entry)
  const places = withLongerNames(placesIn(english, glossary, entries), demands, english, glossary)
  const supply = supplyOf(english, glossary, places, namesAroundIn(english.words, matches, source, glossary))
  serveInBrackets(demands, source, supply)
  serve(demands, supply)
  serveWithin(demands, source)
  serveWithWrongOnes(demands, supply)
  serveWithVerbs(demands, supply)
  const found = demands.flatMap((demand) => judged(demand, supply, surroundings))
  return [...oneEach(found), ...surplus(demands, supply)]
}

interface Judged {
  match: Match
  finding: Finding
}

function judged(demand: Demand, supply: Supply, surroundings: Surroundings | undefined): Judged[] {
  const { entry, matches } = demand
  if (entry.term.strength === 'off') return []
  const served = demand.served.toSorted((a, b) => a.start - b.start)
  const names = supply.places.flatMap((place) => (place.entry === entry && place.around ? place.around : []))
  return matches.map((match, index) => {
    const place = served[index] ?? null
    const mention = { entry, place, index, supply, surroundings }
    const found = findingOf({ entry, match, place, index, wanted: wantedAt(mention) }, supply)
    const finding = place ? found : withName(found, names[index - served.length], supply)
    const first = atFirstMention(mention)
    return { match, finding: first ? { ...finding, ...first, values: { ...finding.values, ...first.values } } : finding }
  })
}

/** An occurrence of an entry with the English that serves it; of a rendering beyond them there is no match. */
interface Occurrence {
  entry: EnglishEntry
  match: Match | null
  place: Place | null
  /** Which of the entry's occurrences in the segment it is. */
  index: number
  wanted: Wording
}

function findingOf({ entry, match, place, index, wanted }: Occurrence, supply: Supply): Finding {
  const verdict: Verdict = place?.verdict ?? 'missing'
  const found = place ? supply.english.text.slice(place.start, place.end) : ''
  const spelling = match?.spelling ?? entry.term.spellings[0] ?? ''
  return {
    check: 'terms',
    severity: severity(entry, verdict, index),
    verdict,
    termId: entry.term.id,
    source: match && { start: match.start, end: match.end },
    target: place && { start: place.start, end: place.end },
    values: { surface: match?.surface ?? '', spelling, wanted: wanted.text, found },
    mend: place && verdict !== 'ok' ? mendAt(supply, place, wanted) : null,
  }
}

/** A lack where the English names something else instead, which weighs a warning at most where the Arabic may have that. */
function withName(lack: Finding, name: NameAround | undefined, { english }: Supply): Finding {
  if (!name) return lack
  const { start, end, isDoubtful } = name
  const weight = isDoubtful && lack.severity === 'required' ? 'warning' : lack.severity
  return { ...lack, severity: weight, target: { start, end }, values: { ...lack.values, found: english.text.slice(start, end) } }
}

/** A pronoun is normal English: from the second occurrence on a lack is advice; and so is all that a proposed entry has to say, for nobody has decided it yet. */
function severity({ term }: EnglishEntry, verdict: Verdict, index: number): Severity {
  if (verdict === 'ok' || term.strength === 'off') return 'none'
  return term.state === 'proposed' || (verdict === 'missing' && index > 0) ? 'advice' : term.strength
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

const order: readonly Verdict[] = ['ok', 'unused', 'unintroduced', 'short', 'avoid', 'variant', 'missing']

function isBetter(one: Judged, other: Judged): boolean {
  const difference = order.indexOf(one.finding.verdict) - order.indexOf(other.finding.verdict)
  return difference < 0 || (difference === 0 && one.match.confidence > other.match.confidence)
}

/**
 * Renderings to avoid that serve no occurrence: always where the entry says so, and else where the entry is in the Arabic and the
 * rendering can mean nothing else.
 */
function surplus(demands: readonly Demand[], supply: Supply): Finding[] {
  const { glossary, places, used } = supply
  const demanded = new Set(demands.map(({ entry }) => entry))
  const right = new Set(places.filter(({ verdict }) => verdict === 'ok').map(({ start }) => start))
  return places
    .filter((place) => place.verdict === 'avoid' && !right.has(place.start) && !used.has(place))
    .filter(({ entry }) => entry.term.strength !== 'off' && glossary.terms.has(entry.term.id))
    .filter(({ entry, wording }) => entry.always.has(wording) || (demanded.has(entry) && isTelling(wording)))
    .toSorted((a, b) => a.start - b.start)
    .flatMap((place) => surplusOf(place, supply) ?? [])
}

/** Of what is not avoided everywhere a part of another name is nothing, and what may be one only advice, without a mend. */
function surplusOf(place: Place, supply: Supply): Finding | null {
  const { entry, wording } = place
  const inOther = !entry.always.has(wording) && (place.around !== undefined || isInOtherName(place, supply.english))
  if (inOther === true) return null
  const finding = findingOf({ entry, match: null, place, index: 0, wanted: laterForm(entry, place) }, supply)
  return inOther === 'perhaps' ? { ...finding, severity: 'advice', mend: null } : finding
}

/** A name, or several words: a common word may stand for something else. */
function isTelling({ isName, words }: Wording): boolean {
  return isName || words.length > 1
}
