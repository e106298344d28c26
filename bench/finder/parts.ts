import { cues } from '../../src/core/arabic/neighbours.ts'

/** A part of the finder and the place in its source, below src/core, that takes it out; the benchmark fails when the place is gone. */
export interface Part {
  name: string
  file: string
  from: string | RegExp
  to: string
}

const reading = 'glossary/find/read.ts'

/** The parts whose worth is measured, one a row. */
export const parts: Part[] = [
  { name: 'endings', file: reading, from: 'Math.min(longestAddition,', to: 'Math.min(0,' },
  { name: 'proclitics', file: 'arabic/proclitics.ts', from: 'if (leavesAWord(row, key))', to: "if (row.written === '')" },
  { name: 'respelling', file: 'arabic/respelling.ts', from: 'let factor = 1', to: 'let factor = 0' },
  { name: 'broken plurals', file: 'arabic/plurals.ts', from: 'const bySingular = table(pluralRows)', to: "const bySingular = table('')" },
  { name: 'plurals that are rather other words', file: 'arabic/plurals.ts', from: 'return rarePlurals.has(plural)', to: 'return false' },
  { name: 'plurals that give way to an entry', file: 'arabic/inflection.ts', from: 'common: 0.955', to: 'common: 1' },
  { name: 'special forms', file: 'arabic/plurals.ts', from: 'table(specialRows)', to: "table('')" },
  { name: 'agreement in phrases', file: 'glossary/find/phrases.ts', from: 'together : together * disagreeing', to: 'together : together' },
  { name: 'togetherness', file: 'glossary/find/phrases.ts', from: 'half: 0.5, more: 0.45', to: 'half: 0, more: 0' },
  { name: 'rivals', file: 'glossary/find/readings.ts', from: 'const rivalPart = 0.4', to: 'const rivalPart = 1' },
  { name: 'doubts of single words', file: reading, from: 'likely * doubt(entry, ending, split, word, expected)', to: 'likely' },
  { name: 'words that are no cut words', file: 'arabic/particles.ts', from: 'return whole.has(word)', to: 'return false' },
  { name: 'feminines of their own', file: 'arabic/particles.ts', from: 'return ownFeminine.has(word)', to: 'return false' },
  { name: 'feminines of other nouns', file: 'glossary/find/doubts.ts', from: ' || isOfOwnFeminine(entry, ending)', to: '' },
  {
    name: 'vowels that tell a verb',
    file: 'arabic/neighbours.ts',
    from: 'if ((own & traits.maybeVerb) === 0) return own',
    to: 'return own',
  },
  { name: 'particles', file: 'arabic/particles.ts', from: 'return particles.has(word)', to: 'return false' },
  {
    name: "the text's habits",
    file: 'glossary/find/read-text.ts',
    from: 'withFallback(winningHabits(votes), document)',
    to: "({ finalYa: 'unknown', hamza: 'unknown' } as const)",
  },
  { name: 'the article of names', file: 'glossary/find/doubts.ts', from: 'return base.length > 3 &&', to: 'return false &&' },
  {
    name: 'عبد الله as one word',
    file: 'glossary/find/trunks.ts',
    from: "term.kind === 'name' && !signs ? otherJoint(listed)",
    to: 'false ? otherJoint(listed)',
  },
  {
    name: 'annexations that ل opens',
    file: 'glossary/find/opened-phrases.ts',
    from: "return term.kind !== 'name' && ",
    to: 'return false && ',
  },
  { name: 'all neighbours', file: 'arabic/neighbours.ts', from: 'factor * cue.factor', to: 'factor' },
  ...cues.map(({ name }) => ({ name, file: 'arabic/neighbours.ts', from: cueWith(name), to: '$1false && ' })),
]

function cueWith(name: string): RegExp {
  return new RegExp(`(name: '${name}',\\s+concerns: \\([^)]*\\) => )`)
}
