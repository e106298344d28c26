import type { Finding, Verdict } from '../checks/finding.ts'
import type { Wording } from '../english/renderings.ts'
import type { EnglishText } from '../english/words.ts'
import { mendAt } from './brackets.ts'
import type { Demand } from './demand.ts'
import type { Mentions, Surroundings } from './mentions.ts'
import type { Place } from './places.ts'
import type { EnglishEntry } from './renderings.ts'
import type { Supply } from './supply.ts'

/** The rendering an occurrence takes: of the first one in the document the long form, which brings the short one in only where the term comes again. */
export function wantedAt({ entry, matches }: Demand, index: number, surroundings: Surroundings | undefined): Wording {
  const { mentions, term } = entry
  if (!mentions || !surroundings || surroundings.before.has(term.id) || index > 0) return entry.wanted
  return matches.length > 1 || surroundings.again.has(term.id) ? mentions.first : mentions.long
}

/** What a finding says otherwise because it stands at the first mention; null where there is nothing to say. */
type Said = Pick<Finding, 'verdict' | 'severity' | 'values' | 'mend'>

/**
 * Holds the first mention of an entry in a document to its own form: the short form before the long one (*short*, a warning at most),
 * the long one that does not bring in a short one used later (*unintroduced*), and a short one brought in and never used (*unused*),
 * both advice. What is wrong in itself is left as it is.
 */
export function atFirstMention({ entry }: Demand, place: Place, supply: Supply, surroundings: Surroundings): Said | null {
  const { mentions, term } = entry
  if (!mentions?.short || place.verdict !== 'ok' || surroundings.before.has(term.id)) return null
  const wrong = wrongIn(place, mentions, isShortUsed(entry, mentions, place, supply, surroundings), supply.english)
  if (!wrong) return null
  const isWarning = wrong.verdict === 'short' && term.strength !== 'advice' && term.state !== 'proposed'
  return {
    verdict: wrong.verdict,
    severity: isWarning ? 'warning' : 'advice',
    values: { wanted: wrong.wanted.text, short: mentions.short.text },
    mend: mendAt(supply.english, place, wrong.wanted),
  }
}

/** Whether the short form is used anywhere else in the document. */
function isShortUsed(entry: EnglishEntry, mentions: Mentions, place: Place, { places }: Supply, { shortElsewhere }: Surroundings): boolean {
  return shortElsewhere.has(entry.term.id) || places.some((other) => other.entry === entry && other !== place && isShort(other, mentions))
}

/** What is wrong with a right rendering as a first mention, and the one to take; brackets bear no possessive: the Popular Mobilization Forces' leader, without (PMF). */
function wrongIn(place: Place, mentions: Mentions, used: boolean, { words }: EnglishText): { verdict: Verdict; wanted: Wording } | null {
  const bearsBrackets = used && !words[place.last]!.possessive
  if (isShort(place, mentions)) return { verdict: 'short', wanted: bearsBrackets ? mentions.first : mentions.long }
  if (place.brackets) return used ? null : { verdict: 'unused', wanted: mentions.long }
  return mentions.introduces && bearsBrackets ? { verdict: 'unintroduced', wanted: mentions.first } : null
}

function isShort({ wording, brackets }: Place, { short }: Mentions): boolean {
  return !brackets && wording.text === short?.text
}
