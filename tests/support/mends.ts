import type { Finding } from '../../src/core/checks/finding.ts'

/** An English text with every mend of its findings in it. */
export function withMends(findings: readonly Finding[], target: string): string {
  const mends = findings.flatMap(({ mend }) => mend ?? []).sort((a, b) => b.start - a.start)
  return mends.reduce((text, { start, end, text: change }) => text.slice(0, start) + change + text.slice(end), target)
}
