import { isKey, type Translate } from './index.ts'

/** What a sentence about a finding is made from. A finding without a place in the Arabic is said differently. */
export interface Told {
  check: string
  verdict: string
  values: Readonly<Record<string, string>>
}

/** The plain sentence of a finding. */
export function findingSentence(t: Translate, finding: Told): string {
  const alone = finding.verdict === 'avoid' && !finding.values.surface
  return said(t, `findings.${finding.check}.${finding.verdict}${alone ? '-alone' : ''}`, finding.values)
}

/** The plain sentence of a problem. */
export function problemSentence(t: Translate, problem: { code: string; values: Readonly<Record<string, string | number>> }): string {
  const values = Object.entries(problem.values).map(([name, value]) => [name, names.has(name) ? String(value) : value])
  return said(t, `problems.${problem.code}`, Object.fromEntries(values))
}

/** Numbers that name something and count nothing: they have no thousands. */
const names = new Set(['id', 'port', 'version', 'known'])

function said(t: Translate, key: string, values: Readonly<Record<string, string | number>>): string {
  return isKey(key) ? t(key, values) : key
}
