import type { Finding } from './finding.ts'

/** Names a finding so that it can be meant by a button: what it is about, not where it stands. */
export function findingName(finding: Pick<Finding, 'check' | 'verdict' | 'termId' | 'values'>): string {
  return [finding.check, finding.verdict, finding.termId ?? '', surfaceOf(finding)].join(' ')
}

/** The words a finding is about: the Arabic as it stands, or the English where there is none. */
export function surfaceOf({ values }: Pick<Finding, 'values'>): string {
  return values.surface || values.found || ''
}
