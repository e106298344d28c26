import { articleOf } from './inflection.ts'
import { plain } from './letters.ts'
import { pluralsOf } from './plurals.ts'

/**
 * Broken plurals that a noun is likely to have by its shape, likeliest first, to be proposed where a person decides: none of them is looked
 * for unasked. Empty where the list of plurals knows the noun, where it ends as sound plurals want it, or where no shape fits.
 */
export function likelyPlurals(word: string): string[] {
  const noun = plain(word).trim()
  const base = noun.slice(articleOf(noun).length)
  if (/\s/.test(base) || pluralsOf(base).length > 0) return []
  const row = shapes.find(([shape]) => shape.test(base))
  const letters = row ? row[0].exec(base)?.slice(1) : undefined
  return row && letters ? row[1].map((pattern) => pattern.replace(/\d/g, (number) => letters[Number(number) - 1] ?? '')) : []
}

const radical = '([^اىةآ])'
const shape = (pattern: string) => new RegExp(`^${pattern.replaceAll('L', radical)}$`)

/** A shape of singulars (L a radical) and the shapes of its plurals, with an example; the first that fits counts. */
const shapes: [shape: RegExp, plurals: string[], example: string][] = [
  [shape('مLLوL'), ['م1ا2ي3'], 'مشروع مشاريع'],
  [shape('مLLاL'), ['م1ا2ي3'], 'مفتاح مفاتيح'],
  [shape('مLLLة?'), ['م1ا23'], 'مركز مراكز'],
  [shape('تLLيL'), ['ت1ا2ي3'], 'تقرير تقارير'],
  [shape('LاLL'), ['1وا23', '12ا3', '123ة'], 'عامل عوامل'],
  [shape('LاLLة'), ['1وا23'], 'جامعة جوامع'],
  [shape('LLيLة'), ['12ائ3'], 'كتيبة كتائب'],
  [shape('LLاLة'), ['12ائ3'], 'رسالة رسائل'],
  [shape('LLيL'), ['123اء', '12ا3', 'أ123ة', 'أ123اء'], 'وزير وزراء'],
  [shape('LLاL'), ['أ123ة', '123', '12ائ3'], 'سلاح أسلحة'],
  [shape('LLوL'), ['123', '12ائ3'], 'رسول رسل'],
  [shape('LLLة'), ['123', '12ا3'], 'غرفة غرف'],
  [shape('LLL'), ['أ12ا3', '12و3', '12ا3', 'أ123'], 'حلف أحلاف'],
  [shape('LLLL'), ['12ا34'], 'خندق خنادق'],
  [shape('LLLاL'), ['12ا3ي4'], 'سلطان سلاطين'],
  [shape('LLLوL'), ['12ا3ي4'], 'صندوق صناديق'],
  [shape('LLLيL'), ['12ا3ي4'], 'قنديل قناديل'],
]
