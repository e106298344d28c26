import { describe, expect, test } from 'vitest'
import { likelyPlurals } from '../../../src/core/arabic/likely-plurals.ts'
import { pluralsOf } from '../../../src/core/arabic/plurals.ts'

describe('plurals proposed by the shape of a noun that the list does not know', () => {
  test.each([
    ['منطاد', 'مناطيد', 'مفعال'],
    ['مربض', 'مرابض', 'مفعل'],
    ['مسودة', 'مساود', 'مفعلة'],
    ['ترسيم', 'تراسيم', 'تفعيل'],
    ['شاحن', 'شواحن', 'فاعل'],
    ['سفينة', 'سفائن', 'فعيلة'],
    ['دراجة', 'درائج', 'فعالة'],
    ['زورق', 'زوارق', 'فوعل'],
    ['برميل', 'براميل', 'four radicals and ي'],
    ['المنطاد', 'مناطيد', 'with the article'],
  ])('%s: %s (%s)', (noun, plural) => {
    if (pluralsOf(noun.replace(/^ال/, '')).length > 0) expect(likelyPlurals(noun)).toEqual([])
    else expect(likelyPlurals(noun)).toContain(plural)
  })

  test.each([['وزير'], ['قاعدة'], ['الحشد الشعبي'], ['']])('%s has none to propose: it is listed, several words, or nothing', (noun) => {
    expect(likelyPlurals(noun)).toEqual([])
  })
})
