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

const radical = '([^اوىةءآ])'
const any = '([^اىةآ])'
const shape = (pattern: string) => new RegExp(`^${pattern.replaceAll('R', radical).replaceAll('X', any)}$`)

/** A shape of singulars (R a radical, X a radical that may be و or ي too) and the shapes of its plurals, with an example; the first that fits counts. */
const shapes: [shape: RegExp, plurals: string[], example: string][] = [
  [shape('مXXوX'), ['م1ا2ي3'], 'مشروع مشاريع'],
  [shape('مXXاX'), ['م1ا2ي3'], 'مفتاح مفاتيح'],
  [shape('مXXXة?'), ['م1ا23'], 'مركز مراكز'],
  [shape('تXXيX'), ['ت1ا2ي3'], 'تقرير تقارير'],
  [shape('XاXX'), ['1وا23', '12ا3', '123ة'], 'عامل عوامل'],
  [shape('XاXXة'), ['1وا23'], 'جامعة جوامع'],
  [shape('XXيXة'), ['12ائ3'], 'كتيبة كتائب'],
  [shape('XXاXة'), ['12ائ3'], 'رسالة رسائل'],
  [shape('XXيX'), ['123اء', '12ا3', 'أ123ة', 'أ123اء'], 'وزير وزراء'],
  [shape('XXاX'), ['أ123ة', '123', '12ائ3'], 'سلاح أسلحة'],
  [shape('XXوX'), ['123', '12ائ3'], 'رسول رسل'],
  [shape('XXXة'), ['123', '12ا3'], 'غرفة غرف'],
  [shape('XXX'), ['أ12ا3', '12و3', '12ا3', 'أ123'], 'حلف أحلاف'],
  [shape('XXXX'), ['12ا34'], 'خندق خنادق'],
  [shape('XXXاX'), ['12ا3ي4'], 'سلطان سلاطين'],
  [shape('XXXوX'), ['12ا3ي4'], 'صندوق صناديق'],
  [shape('XXXيX'), ['12ا3ي4'], 'قنديل قناديل'],
]
