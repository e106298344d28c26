import fc from 'fast-check'
import { checkedEntry } from '../../src/core/glossary/entry.ts'
import { kinds, standings, strengths, type TermDraft, termStates } from '../../src/core/glossary/term.ts'

const hard = ['_x0041_', '_x', '\u0001', '\uFFFE', '\n\t', '\n  ', '[Tarjuman] note: ', '\\u0041', '<&>', ']]>', '_']
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom('الحشد', ',', ';', '"', '\n', '\r', '\t', '|', '\\', "'", '=', '+', '@', ' ', 'PMF', '\u200F', '🙏🏽', ...hard),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
)
const spelling = text.map((around) => `قاعدة${around}`)
const word = text.map((around) => `base${around}`)
/** Entries as the store may hold them, with whatever a file could lose: separators, quotes, line ends, formulas, escapes, control characters. */
export const drafts: fc.Arbitrary<TermDraft> = fc
  .record({
    spellings: fc.array(spelling, { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom(...kinds),
    renderings: fc.array(fc.record({ text: word, standing: fc.constantFrom(...standings), always: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
    }),
    firstMention: text,
    laterMention: text,
    strength: fc.constantFrom(...strengths),
    exactOnly: fc.boolean(),
    plurals: fc.array(spelling, { maxLength: 2 }),
    struck: fc.array(spelling, { maxLength: 2 }),
    partOfSpeech: text,
    subject: text,
    note: text,
    authority: text,
    state: fc.constantFrom(...termStates),
  })
  .map((draft) => checkedEntry({ ...draft, renderings: [...draft.renderings, { text: 'the base', standing: 'preferred' as const }] }))

/** What was found in a file, without where each entry stands in it. */
export function found<Found extends { told: unknown }>({ told: _, ...rest }: Found): Omit<Found, 'told'> {
  return rest
}
