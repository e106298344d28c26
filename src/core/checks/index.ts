import type { Surroundings } from '../glossary/enforce/mentions.ts'
import type { Glossary } from '../glossary/find/compile.ts'
import type { Habits } from '../glossary/find/find.ts'
import type { TextPair } from '../segment.ts'
import type { Check, Finding } from './finding.ts'
import { terms } from './terms.ts'
import { untranslated } from './untranslated.ts'

/** Everything the checks have to say about a segment, what is right (verdict *ok*) included; without surroundings every mention may be a later one. */
export function check(segment: TextPair, glossary: Glossary, habits?: Habits, surroundings?: Surroundings): Finding[] {
  return checks.flatMap((one) => one({ source: segment.source, target: segment.target }, glossary, { habits, surroundings }))
}

const checks: readonly Check[] = [untranslated, terms]
