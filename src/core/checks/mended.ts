import type { Finding } from './finding.ts'

/**
 * How many open findings of each entry a change of the English has mended: those that stood before and do not stand now. Who only types on
 * mends nothing, and what has been overruled is not open.
 */
export function mendedTerms(
  before: readonly (Finding & { waiver: object | null })[],
  after: readonly { finding: Finding }[],
  former: string,
  target: string,
): Map<number, number> {
  if (target.startsWith(former.trimEnd()) || target.trim() === '') return new Map()
  const stood = countsOf(before.filter(({ waiver }) => waiver === null))
  const stands = countsOf(after.map(({ finding }) => finding))
  return new Map(
    [...stood].flatMap(([termId, count]) => {
      const mended = count - (stands.get(termId) ?? 0)
      return mended > 0 ? [[termId, mended] as const] : []
    }),
  )
}

function countsOf(findings: readonly Finding[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { termId, verdict } of findings) if (termId !== null && verdict !== 'ok') counts.set(termId, (counts.get(termId) ?? 0) + 1)
  return counts
}
