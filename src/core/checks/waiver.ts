import { findWording, wording } from '../english/renderings.ts'
import { englishWords } from '../english/words.ts'
import { breaches } from '../glossary/decide/decision.ts'
import { preferredRendering } from '../glossary/entry.ts'
import type { Glossary } from '../glossary/find/compile.ts'
import type { TermDraft } from '../glossary/term.ts'
import type { By } from '../person.ts'
import { Problem } from '../problem.ts'
import type { Segment } from '../segment.ts'
import type { Finding, RecordedWaiver, Waiver } from './finding.ts'
import { surfaceOf } from './finding-name.ts'

/** The waiver that covers a finding today: for the same thing, the translation being what it was when it was given and the entry asking what it asked. */
export function waiverThatHolds(
  finding: Finding,
  segment: Pick<Segment, 'target'>,
  glossary: Glossary,
  waivers: readonly RecordedWaiver[],
): RecordedWaiver | undefined {
  return waivers.find(
    (waiver) =>
      waiver.check === finding.check &&
      waiver.verdict === finding.verdict &&
      waiver.termId === finding.termId &&
      waiver.surface === surfaceOf(finding) &&
      waiver.target === segment.target &&
      asksTheSame(waiver, glossary),
  )
}

/**
 * Whether the entry a waiver is about asks of the text what it asked then; a new note, another rendering that may be used or one to avoid that
 * does not stand there is no reason to decide anew.
 */
export function asksTheSame(waiver: RecordedWaiver, glossary: Glossary): boolean {
  const { termId, termVersion, termThen } = waiver
  const term = termId === null ? undefined : glossary.terms.get(termId)
  if (!term) return termId === null
  return term.version === termVersion || (termThen !== null && askedOf(waiver, termThen) === askedOf(waiver, term))
}

/** What an entry asks of the text of a waiver: the wanted form, what of the text is to be avoided, and how strictly. */
function askedOf({ verdict, target }: Waiver, entry: TermDraft): string {
  const { kind, renderings, firstMention, laterMention, strength, state } = entry
  const words = englishWords(target)
  const avoided = renderings.filter(({ standing }) => standing === 'avoid').map(({ text }) => text)
  const standing = avoided.filter((text) => findWording(words, wording(text, kind === 'name')).length > 0)
  const mentions = breaches.some((breach) => breach === verdict) ? [] : [firstMention, laterMention]
  return JSON.stringify([preferredRendering(entry), mentions, strength, state, standing.sort()])
}

/** What is still to be mended or waived: neither right nor covered by a waiver. */
export function openFindings(
  findings: readonly Finding[],
  segment: Pick<Segment, 'target'>,
  glossary: Glossary,
  waivers: readonly RecordedWaiver[],
): Finding[] {
  return findings.filter((finding) => finding.verdict !== 'ok' && !waiverThatHolds(finding, segment, glossary, waivers))
}

/** The waiver that overrules a finding, ready to be stored. Throws `waiver.no-reason` where none is given. */
export function waive(finding: Finding, segment: Segment, glossary: Glossary, reason: string, by: By): Omit<Waiver, 'id'> {
  if (reason.trim() === '') throw new Problem('waiver.no-reason')
  return {
    segmentId: segment.id,
    check: finding.check,
    verdict: finding.verdict,
    termId: finding.termId,
    termVersion: versionOf(finding, glossary),
    surface: surfaceOf(finding),
    target: segment.target,
    reason: reason.trim(),
    person: by.person.name,
    at: by.at,
  }
}

function versionOf({ termId }: Finding, glossary: Glossary): number | null {
  return termId === null ? null : (glossary.terms.get(termId)?.version ?? null)
}
