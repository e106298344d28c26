import { expect, test } from 'vitest'
import { behindWords, fitted } from '../../src/browser/fitting.ts'

test.each([
  ['He spoke of it.', 'He spoke of it Erbil.'],
  ['He spoke of it', 'He spoke of it Erbil'],
  ['He asked about it?!', 'He asked about it Erbil?!'],
  ['He said, “We left.”', 'He said, “We left Erbil.”'],
  ['He said “it”.', 'He said “it” Erbil.'],
  ['(He left.)', '(He left Erbil.)'],
  ['He went on …', 'He went on Erbil …'],
  ['He lives in the U.S.', 'He lives in the U.S. Erbil'],
  ['It cost 3.5 percent.  ', 'It cost 3.5 percent Erbil.  '],
  ['He said:', 'He said: Erbil'],
  ['', 'Erbil'],
])('a word put into “%s”, where nobody has put the caret, stands behind its last word: “%s”', (english, wanted) => {
  const at = behindWords(english)
  const [before, after] = [english.slice(0, at), english.slice(at)]
  expect(before + fitted('Erbil', before, after) + after).toBe(wanted)
})
