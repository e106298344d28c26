import { isEmpty } from '../segment.ts'
import type { Check } from './finding.ts'

/** Whether there is a translation at all; a row of stars or dashes needs none. */
export const untranslated: Check = ({ source, target }) =>
  isEmpty(target) && /[\p{L}\p{N}]/u.test(source)
    ? [{ check: 'untranslated', severity: 'required', verdict: 'empty', termId: null, source: null, target: null, values: {}, mend: null }]
    : []
