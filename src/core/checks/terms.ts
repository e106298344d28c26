import { enforce } from '../glossary/enforce.ts'
import { findTerms } from '../glossary/find.ts'
import { isEmpty } from '../segment.ts'
import type { Check } from './finding.ts'

/** Whether the terms found in the Arabic are rendered as the glossary has decided. An empty translation breaks none. */
export const terms: Check = ({ source, target }, glossary, habits) =>
  isEmpty(target) ? [] : enforce(glossary, findTerms(glossary, source, habits), source, target)
