import { enforce } from '../glossary/enforce/enforce.ts'
import { findMeant } from '../glossary/enforce/mentions.ts'
import { isEmpty } from '../segment.ts'
import type { Check } from './finding.ts'

/** Whether the terms found in the Arabic are rendered as the glossary has decided. An empty translation breaks none. */
export const terms: Check = ({ source, target }, glossary, { habits, surroundings }) =>
  isEmpty(target) ? [] : enforce(glossary, findMeant(glossary, source, habits, surroundings?.never), source, target, surroundings)
