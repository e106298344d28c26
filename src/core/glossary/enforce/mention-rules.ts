import type { Finding, Verdict } from '../../checks/finding.ts'
import type { Wording } from '../../english/renderings.ts'
import { mendAt, servesByBrackets } from './brackets.ts'
import { isSuccessor, type MentionForms, type Successor, type Surroundings } from './mentions.ts'
import type { Place } from './places.ts'
import type { EnglishEntry } from './renderings.ts'
import type { Supply } from './supply.ts'

/** An occurrence of an entry with the English that serves it, if any, and what stands around both. */
export interface Mention {
  entry: EnglishEntry
  place: Place | null
  /** Which of the entry's occurrences in the segment it is. */
  index: number
  supply: Supply
  surroundings: Surroundings | undefined
}

/**
 * The rendering an occurrence takes: of the first one in the document the long form, which brings the short one in only where that is used, or
 * may still be; of an entry that is called otherwise than before, the name for the name.
 */
export function wantedAt(mention: Mention): Wording {
  const { mentions, term } = mention.entry
  if (isSuccessor(term)) return successorForm(mention.entry, term, mention.place)
  if (!mentions || !isFirst(mention)) return laterForm(mention.entry, mention.place)
  const isWhole = !mentions.introduces || isBroughtIn(mention, mentions)
  return isWhole && bearsBrackets(mention) ? mentions.first : mentions.long
}

/** How a first mention is worded is another matter: only what brings an acronym in brings in that of the new name. */
function successorForm(entry: EnglishEntry, { replaced }: Successor, place: Place | null): Wording {
  if (place?.brackets && entry.mentions?.introduces) return entry.mentions.first
  const instead = place && replaced?.get(place.wording.text)
  return entry.right.find(({ text }) => text === instead) ?? laterForm(entry, place)
}

/** The rendering that later mentions take: the short form where that is to replace what stands there, else the one that is offered. */
export function laterForm({ mentions, wanted }: EnglishEntry, place: Place | null): Wording {
  return mentions?.short && place && isFormerShort(place, mentions) ? mentions.short : wanted
}

function isFirst({ entry, index, surroundings }: Mention): boolean {
  return index === 0 && surroundings !== undefined && !surroundings.isHeadline && !surroundings.before.has(entry.term.id)
}

/** What a finding says otherwise because it stands at the first mention; null where there is nothing to say. */
type Said = Pick<Finding, 'verdict' | 'severity' | 'values' | 'mend'>

/**
 * Holds the first mention of an entry in a document to its own form: the short form before the long one (*short*, a warning at most),
 * the long one that does not bring in a short one used later (*unintroduced*), and a short one brought in and never used (*unused*),
 * both advice. What is wrong in itself is left as it is.
 */
export function atFirstMention(mention: Mention): Said | null {
  const { mentions, term } = mention.entry
  const { place, supply } = mention
  if (!mentions?.short || place?.verdict !== 'ok' || place.inBrackets || !isFirst(mention)) return null
  const wrong = wrongIn(mention, place, mentions)
  if (!wrong) return null
  const isWarning = wrong.verdict === 'short' && term.strength !== 'advice' && term.state !== 'proposed'
  return {
    verdict: wrong.verdict,
    severity: isWarning ? 'warning' : 'advice',
    values: { wanted: wrong.wanted.text, short: mentions.short.text },
    mend: mendAt(supply, place, wrong.wanted),
  }
}

/** What is wrong with a right rendering as a first mention, and the one to take. */
function wrongIn(mention: Mention, place: Place, mentions: MentionForms): { verdict: Verdict; wanted: Wording } | null {
  if (isShort(place, mentions)) return { verdict: 'short', wanted: wantedAt(mention) }
  if (!mentions.introduces) return null
  if (place.brackets?.holds) return isBroughtIn(mention, mentions) ? null : { verdict: 'unused', wanted: mentions.long }
  return isShortUsed(mention, mentions) && bearsBrackets(mention) ? { verdict: 'unintroduced', wanted: mentions.first } : null
}

/** Whether the short form is used anywhere else, or the term comes again where nobody has written the English yet. */
function isBroughtIn(mention: Mention, mentions: MentionForms): boolean {
  return mention.surroundings!.awaited.has(mention.entry.term.id) || isShortUsed(mention, mentions)
}

/** Whether the short form is used anywhere else in the document. */
function isShortUsed({ entry, place, supply, surroundings }: Mention, mentions: MentionForms): boolean {
  const isUse = (other: Place) => other.entry === entry && other !== place && (isShort(other, mentions) || isFormerShort(other, mentions))
  const isServing = place !== null && servesByBrackets(place, supply)
  return isServing || surroundings!.shortElsewhere.has(entry.term.id) || supply.places.some(isUse)
}

/** Brackets bear no possessive: the Popular Mobilization Forces' leader, without (PMF). */
function bearsBrackets({ place, supply }: Mention): boolean {
  return !place || !supply.english.words[place.last]!.possessive
}

function isShort({ wording, brackets }: Place, { short }: MentionForms): boolean {
  return !brackets && wording.text === short?.text
}

function isFormerShort({ wording, brackets }: Place, { formerShort }: MentionForms): boolean {
  return !brackets && formerShort.some(({ text }) => text === wording.text)
}
