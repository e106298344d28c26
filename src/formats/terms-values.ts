import { kinds, standings, strengths, termStates } from '../core/glossary/term.ts'

/** The words a cell with a choice may hold besides the English names we write ourselves, by column; Arabic ones are compared without tashkeel. */
export const choices = {
  kind: choice(kinds, { name: ['proper name', 'اسم علم', 'علم'], noun: ['اسم'], phrase: ['expression', 'عبارة', 'تركيب'] }),
  standing: choice(standings, {
    preferred: ['approved', 'مفضل', 'المفضل', 'معتمد'],
    allowed: ['admitted', 'ok', 'مسموح', 'مقبول', 'جائز'],
    avoid: ['avoided', 'deprecated', 'forbidden', 'متجنب', 'يتجنب', 'مرفوض', 'ممنوع'],
  }),
  strength: choice(strengths, {
    required: ['must', 'إلزامي', 'ملزم', 'مطلوب'],
    warning: ['warn', 'تحذير', 'تنبيه'],
    advice: ['advise', 'نصيحة', 'إرشاد'],
    off: ['none', 'بلا', 'معطل'],
  }),
  state: choice(termStates, {
    proposed: ['new', 'مقترح'],
    approved: ['decided', 'معتمد', 'مقرر'],
    retired: ['withdrawn', 'متروك', 'ملغى'],
  }),
  truth: choice(['yes', 'no'], { yes: ['true', '1', 'x', 'y', 'نعم'], no: ['false', '0', 'n', '-', 'لا'] }),
}

/** A set of names, and the name a cell means (undefined when it means none of them). */
export interface Choice<Name extends string> {
  names: readonly Name[]
  meant(cell: string): Name | undefined
}

function choice<Name extends string>(names: readonly Name[], synonyms: Record<Name, string[]>): Choice<Name> {
  const words = new Map(names.flatMap((name) => [name, ...synonyms[name]].map((word) => [plainWord(word), name] as const)))
  return { names, meant: (cell) => words.get(plainWord(cell)) }
}

function plainWord(word: string): string {
  return word
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .trim()
    .toLowerCase()
}
