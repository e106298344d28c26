import { describe, expect, it } from 'vitest'
import { type FormName, formNames, formsOf, type Role, singularStemsOf } from '../../../src/core/arabic/inflection.ts'

const rows: [word: string, role: Role, form: string, name: FormName][] = [
  ['وزير', 'noun', 'وزير', 'as-listed'],
  ['وزير', 'noun', 'الوزير', 'definite'],
  ['الحكومة', 'noun', 'حكومة', 'indefinite'],
  ['بيان', 'noun', 'بيانا', 'tanwin'],
  ['قاعدة', 'noun', 'قاعدتها', 'pronoun'],
  ['لقاء', 'noun', 'لقاءهم', 'pronoun'],
  ['مستشفى', 'noun', 'مستشفاها', 'pronoun'],
  ['قاعدة', 'noun', 'القاعدتين', 'dual'],
  ['قاعدة', 'noun', 'قاعدتا', 'dual-construct'],
  ['قاعدة', 'noun', 'قاعدتيها', 'dual-pronoun'],
  ['مسؤول', 'noun', 'المسؤولين', 'masculine-plural'],
  ['محامي', 'noun', 'محامون', 'masculine-plural'],
  ['مسؤول', 'noun', 'مسؤولو', 'masculine-plural-construct'],
  ['مسؤول', 'noun', 'مسؤوليها', 'masculine-plural-pronoun'],
  ['منظمة', 'noun', 'المنظمات', 'feminine-plural'],
  ['قرار', 'noun', 'قراراتها', 'feminine-plural-pronoun'],
  ['مصري', 'noun', 'المصرية', 'feminine'],
  ['مهم', 'noun', 'مهمة', 'feminine'],
  ['مصري', 'noun', 'مصريتان', 'feminine-dual'],
  ['مصري', 'noun', 'مصريتها', 'feminine-pronoun'],
  ['مسلحة', 'adjective', 'المسلح', 'masculine'],
  ['وزير', 'noun', 'وزراؤها', 'broken-plural'],
  ['أخ', 'noun', 'أخو', 'special-form'],
  ['آخر', 'noun', 'الأخرى', 'special-form'],
  ['أبو', 'name', 'أبي', 'kunya'],
  ['قاضي', 'noun', 'قاض', 'defective'],
  ['غزة', 'name', 'غزه', 'ta-marbuta-as-ha'],
  ['نزيه', 'name', 'نزية', 'ha-as-ta-marbuta'],
]

/** The tables write one seat of hamza before a pronoun; the finder takes all of them. */
const seatless = (text: string) => text.replaceAll(/[ؤئ]/g, 'ء')

describe('the forms of a word', () => {
  it.each(rows)('%s as a %s: %s is its %s', (word, role, form, name) => {
    const found = formsOf(word, role).find((one) => seatless(one.plain) === seatless(form))
    expect(found?.form).toBe(name)
  })

  it('are explained by every name there is', () => {
    const named = new Set(rows.map(([, , , name]) => name))
    const singular = singularStemsOf('مناطق', 'noun').map((stem) => [stem.plain, stem.form])
    expect(singular).toContainEqual(['منطقة', 'singular'])
    expect(formNames.filter((name) => !named.has(name))).toEqual(['singular'])
  })

  it('of a name are the name alone', () => expect(formsOf('بغداد', 'name').map((form) => form.plain)).toEqual(['بغداد']))
  it('of a name with article keep it', () => expect(formsOf('القاهرة', 'name').map((form) => form.plain)).not.toContain('قاهرة'))
  it('of التزام begin with its own letters', () => {
    const forms = formsOf('التزام', 'noun').map((form) => form.plain)
    expect(forms).toContain('الالتزام')
    expect(forms).not.toContain('تزام')
  })
  it('of a place have no feminine: مصدر is no adjective', () =>
    expect(formsOf('مصدر', 'noun').map((form) => form.plain)).not.toContain('مصدرة'))
  it('have a confidence above 0 and not above 1, the listed one the highest', () => {
    for (const [word, role] of rows) {
      const forms = formsOf(word, role)
      expect(forms[0]?.plain.endsWith(word) || word.endsWith(forms[0]?.plain ?? '')).toBe(true)
      for (const form of forms) expect(form.confidence > 0 && form.confidence <= 1).toBe(true)
    }
  })
})
