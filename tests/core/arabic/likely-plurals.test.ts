import { describe, expect, test } from 'vitest'
import { likelyPlurals } from '../../../src/core/arabic/likely-plurals.ts'

describe('plurals proposed by the shape of a noun that the list does not know', () => {
  // Invented nouns, so that no list will ever know them.
  test.each([
    ['مقزوف', 'مقازيف', 'مشروع'],
    ['مقزاف', 'مقازيف', 'مفتاح'],
    ['مقزف', 'مقازف', 'مركز'],
    ['مقزفة', 'مقازف', 'مدرسة'],
    ['تقزيف', 'تقازيف', 'تقرير'],
    ['قازف', 'قوازف', 'شارع'],
    ['قازفة', 'قوازف', 'جامعة'],
    ['قزيفة', 'قزائف', 'كتيبة'],
    ['قزافة', 'قزائف', 'رسالة'],
    ['قزيف', 'قزفاء', 'وزير'],
    ['قزاف', 'أقزفة', 'سلاح'],
    ['قزوف', 'قزف', 'رسول'],
    ['قزفة', 'قزف', 'غرفة'],
    ['قزف', 'أقزاف', 'حلف'],
    ['قزبف', 'قزابف', 'خندق'],
    ['قزباف', 'قزابيف', 'سلطان'],
    ['قزبوف', 'قزابيف', 'صندوق'],
    ['قزبيف', 'قزابيف', 'قنديل'],
    ['المقزاف', 'مقازيف', 'المفتاح, without its article'],
  ])('%s: %s, like %s', (noun, plural) => {
    expect(likelyPlurals(noun)[0]).toBe(plural)
  })

  test.each([
    ['وزير', 'the list knows it'],
    ['الوزير', 'with its article too'],
    ['الحشد الشعبي', 'several words'],
    ['قزا', 'of no shape'],
    ['', 'nothing'],
  ])('%s has none to propose: %s', (noun) => {
    expect(likelyPlurals(noun)).toEqual([])
  })
})
