import { expect, test } from 'vitest'
import { inSameWords } from '../../../../src/core/glossary/decide/same-words.ts'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import type { Term } from '../../../../src/core/glossary/term.ts'
import { storedTerm } from '../../../support/terms.ts'

const inConflict = (one: Partial<Term>, other: Partial<Term>) => {
  const [first, second] = [storedTerm({ ...one, id: 1 }), storedTerm({ ...other, id: 2 })]
  const glossary = compile([first, second])
  return [inSameWords(first, glossary), inSameWords(second, glossary)].map((found) => found.length > 0)
}

test.each<[one: string, other: string, kind: Term['kind']]>([
  ['وزارة الخارجية', 'وزاره الخارجيه', 'name'],
  ['الحشد الشعبي', 'حشد شعبي', 'name'],
  ['الحشد الشعبي', 'حشد شعبي', 'phrase'],
  ['الفصائل', 'فصيل', 'noun'],
])('%s and %s are the same words (%s)', (one, other, kind) => {
  expect(inConflict({ spellings: [one], kind }, { spellings: ['غيره', other], kind })).toEqual([true, true])
})

test.each<[one: string, other: string, kind: Term['kind']]>([
  ['حزب الله', 'حزب الله الحجاز', 'name'],
  ['القوات المسلحة', 'القوات', 'phrase'],
  ['مصر', 'مصراته', 'name'],
  ['الأمن', 'أمان', 'name'],
])('%s and %s are not (%s)', (one, other, kind) => {
  expect(inConflict({ spellings: [one], kind }, { spellings: [other], kind })).toEqual([false, false])
})
