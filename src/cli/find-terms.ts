import { findTerms, habitsOf, whyInArabic } from '../core/glossary/find/find.ts'
import type { Output, Typed } from './command.ts'
import { glossaryOf } from './glossary-file.ts'
import { paragraphsIn } from './reading.ts'
import { jsonRows } from './rows.ts'

/**
 * Prints where the terms of a glossary stand in a text: `{ paragraph, start, end, source, surface, confidence, nested, why }`, offsets in
 * UTF-16 units into the paragraph; `source` is the entry's main spelling, as in the file.
 */
export async function run({ operands, flags }: Typed, warnings: Output): Promise<string> {
  const glossary = await glossaryOf(flags.glossary!, warnings)
  const paragraphs = await paragraphsIn(operands[0]!)
  const habits = habitsOf(paragraphs)
  const rows = paragraphs.flatMap((text, paragraph) =>
    findTerms(glossary, text, habits).map((match) => {
      const { termId, start, end, surface, confidence, nested } = match
      return {
        paragraph,
        start,
        end,
        source: glossary.terms.get(termId)?.spellings[0],
        surface,
        confidence,
        nested,
        why: whyInArabic(match),
      }
    }),
  )
  return jsonRows(rows)
}
