import type { Glossary } from '../glossary/compile.ts'
import type { Habits } from '../glossary/find.ts'
import type { Check, Finding, TextPair } from './finding.ts'
import { terms } from './terms.ts'
import { untranslated } from './untranslated.ts'

/** Everything the checks have to say about a segment, what is right (verdict *ok*) included. */
export function check(segment: TextPair, glossary: Glossary, habits?: Habits): Finding[] {
  return checks.flatMap((one) => one({ source: segment.source, target: segment.target }, glossary, habits))
}

const checks: readonly Check[] = [untranslated, terms]
