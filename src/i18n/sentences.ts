import { isKey, type Translate } from './index.ts'

/** What a sentence about a finding is made from. */
export interface Told {
  check: string
  verdict: string
  values: Readonly<Record<string, string>>
}

/** The plain sentence of a finding. */
export function findingSentence(t: Translate, finding: Told): string {
  return said(t, `findings.${finding.check}.${finding.verdict}${caseOf(finding)}`, finding.values)
}

/** What is said differently: something to avoid without a place in the Arabic, and a lack where the English names something else. */
function caseOf({ verdict, values }: Told): string {
  if (verdict === 'avoid' && !values.surface) return '-alone'
  return verdict === 'missing' && values.found ? '-named' : ''
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
