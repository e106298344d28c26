import type { Finding, Verdict } from '../checks/finding.ts'
import type { Wording } from '../english/renderings.ts'
import { replacement } from '../english/replacement.ts'
import type { EnglishText } from '../english/words.ts'
import type { Demand } from './demand.ts'
import type { Mentions, Surroundings } from './mentions.ts'
import type { Place } from './places.ts'

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
export function atFirstMention(
  { entry }: Demand,
  place: Place,
  places: readonly Place[],
  english: EnglishText,
  surroundings: Surroundings,
): Said | null {
  const { mentions, term } = entry
  if (!mentions?.short || place.verdict !== 'ok' || surroundings.before.has(term.id)) return null
  const isUsed =
    surroundings.shortElsewhere.has(term.id) || places.some((other) => other.entry === entry && other !== place && isShort(other, mentions))
  const said = (verdict: Verdict, severity: Finding['severity'], wanted: Wording): Said => ({
    verdict,
    severity,
    values: { wanted: wanted.text, short: mentions.short!.text },
    mend: replacement(english, place, place.wording, wanted),
  })
  if (isShort(place, mentions))
    return said(
      'short',
      term.strength === 'advice' || term.state === 'proposed' ? 'advice' : 'warning',
      longFor(place, english, mentions, isUsed),
    )
  if (place.introduces) return isUsed ? null : said('unused', 'advice', mentions.long)
  return mentions.introduces && isUsed && !isPossessive(place, english) ? said('unintroduced', 'advice', mentions.first) : null
}

/** Brackets bear no possessive: the Popular Mobilization Forces' leader, without (PMF). */
function longFor(place: Place, english: EnglishText, mentions: Mentions, isUsed: boolean): Wording {
  return isUsed && !isPossessive(place, english) ? mentions.first : mentions.long
}

function isPossessive({ last }: Place, { words }: EnglishText): boolean {
  return words[last]!.possessive
}

function isShort({ wording, introduces }: Place, { short }: Mentions): boolean {
  return !introduces && wording.text === short?.text
}
