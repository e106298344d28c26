import type { Finding, Verdict } from '../../checks/finding.ts'
import { checkedEntry, preferredRendering } from '../entry.ts'
import type { Term, TermDraft } from '../term.ts'

/** What the English of a segment makes of an entry: keeps to it, breaks it, breaks it for a reason on record, or is not there yet. */
export const uses = ['follows', 'breaks', 'waived', 'untranslated'] as const
export type Use = (typeof uses)[number]

/** What of an entry decides where it is found and what its English must be; the rest (note, subject, authority) only tells about it. */
const deciding = [
  'spellings',
  'kind',
  'renderings',
  'firstMention',
  'laterMention',
  'strength',
  'exactOnly',
  'plurals',
  'struck',
  'partOfSpeech',
  'state',
] as const satisfies readonly (keyof TermDraft)[]

/** Whether two states of an entry ask the same of a text: then no finding is otherwise by one than by the other. */
export function isSameDecision(one: TermDraft, other: TermDraft): boolean {
  return deciding.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]))
}

/** Whether a change of an entry, as it is typed, can change a finding. */
export function isNewDecision(before: TermDraft, draft: TermDraft): boolean {
  return !isSameDecision(before, checkedEntry(draft))
}

/**
 * What a change of an entry is called: its Arabic and the English that is offered, the former one too where it was another. Each language is
 * isolated, so that they keep their order on a page of either.
 */
export function nameOfDecision(before: TermDraft, after: TermDraft): string {
  const [former, newer] = [preferredRendering(before), preferredRendering(after)]
  const english = former === newer ? newer : `${former} → ${newer}`
  return `\u2067${after.spellings[0] ?? ''}\u2069: \u2066${english}\u2069`
}

/** The verdicts by which a decision is broken; how a first mention is worded is another matter. */
export const breaches = ['missing', 'variant', 'avoid'] as const satisfies readonly Verdict[]

/** Whether a finding says that the English breaks this decision: what is only advice because a pronoun will do (see `enforce`) does not. */
export function breaks(finding: Finding, term: Term): boolean {
  if (finding.termId !== term.id || !breaches.some((verdict) => verdict === finding.verdict)) return false
  return finding.severity === term.strength || term.state === 'proposed'
}
