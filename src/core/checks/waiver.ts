import type { Glossary } from '../glossary/compile.ts'
import type { By } from '../person.ts'
import { Problem } from '../problem.ts'
import type { Segment } from '../segment.ts'
import type { Finding, Waiver } from './finding.ts'

/** The waiver that covers a finding today: for the same thing, the translation and the entry being what they were when it was given. */
export function waiverThatHolds(
  finding: Finding,
  segment: Pick<Segment, 'target'>,
  glossary: Glossary,
  waivers: readonly Waiver[],
): Waiver | undefined {
  return waivers.find(
    (waiver) =>
      waiver.check === finding.check &&
      waiver.verdict === finding.verdict &&
      waiver.termId === finding.termId &&
      waiver.surface === surfaceOf(finding) &&
      waiver.target === segment.target &&
      waiver.termVersion === versionOf(finding, glossary),
  )
}

/** What is still to be mended or waived: neither right nor covered by a waiver. */
export function openFindings(
  findings: readonly Finding[],
  segment: Pick<Segment, 'target'>,
  glossary: Glossary,
  waivers: readonly Waiver[],
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

function surfaceOf(finding: Finding): string {
  return finding.values.surface || finding.values.found || ''
}

function versionOf({ termId }: Finding, glossary: Glossary): number | null {
  return termId === null ? null : (glossary.terms.get(termId)?.version ?? null)
}
