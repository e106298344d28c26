import type { Habits } from './habits.ts'

type Factor = (habits: Habits, isName: boolean) => number

/** What a difference of one letter is worth, where both spellings have one look-up key. `at` says where in the word it may be. */
interface DifferenceRow {
  entry: string
  text: string
  at: 'end' | 'end of a long word' | 'anywhere'
  factor: Factor
  example: string
}

const byFinalYa =
  (dotless: number, unknown: number, dotted: number): Factor =>
  (habits) =>
    habits.finalYa === 'dotless' ? dotless : habits.finalYa === 'dotted' ? dotted : unknown

const differences: DifferenceRow[] = [
  { entry: 'ي', text: 'ى', at: 'end of a long word', factor: byFinalYa(0.97, 0.9, 0.75), example: 'اللبنانى' },
  { entry: 'ي', text: 'ى', at: 'end', factor: byFinalYa(0.97, 0.6, 0.3), example: 'على for علي' },
  { entry: 'ى', text: 'ي', at: 'end', factor: (habits) => (habits.finalAlif === 'dotted' ? 0.97 : 0.75), example: 'مستشفي' },
  { entry: 'أإآٱ', text: 'ا', at: 'anywhere', factor: (habits) => (habits.hamza === 'written' ? 0.9 : 0.985), example: 'امريكا' },
  { entry: 'ا', text: 'أإآٱ', at: 'anywhere', factor: () => 0.97, example: 'إنتخابات' },
  { entry: 'أإ', text: 'أإ', at: 'anywhere', factor: (_, isName) => (isName ? 0.85 : 0.35), example: 'أيران' },
  { entry: 'أإآٱ', text: 'أإآٱ', at: 'anywhere', factor: () => 0.7, example: 'أثار for آثار' },
  { entry: 'ءؤئ', text: 'ءؤئ', at: 'anywhere', factor: () => 0.95, example: 'مسئول' },
]

/** How far `text` may be `entry` spelled otherwise, 1 for the same and 0 for impossible; both `plain`, with one look-up key. */
export function respelling(entry: string, text: string, habits: Habits, isName: boolean): number {
  if (entry === text) return 1
  let factor = 1
  for (let i = 0; i < text.length; i++) {
    const [a = '', b = ''] = [entry[i], text[i]]
    if (a !== b) factor *= difference(a, b, text.length - 1 - i, text.length, habits, isName)
  }
  return isName || habits.hamza === 'omitted' || !(/^[أإآ]ل/.test(entry) && text.startsWith('ال')) ? factor : factor * articleInstead
}

/** الغاز is gas before it is ألغاز, where a text writes its hamza or nothing is known. */
const articleInstead = 0.6

/** From this many letters on a word in ي is hardly another word in ى. */
const longWord = 5

function difference(entry: string, text: string, fromEnd: number, length: number, habits: Habits, isName: boolean): number {
  const row = differences.find((row) => row.entry.includes(entry) && row.text.includes(text) && isAt(row.at, fromEnd, length))
  return row ? row.factor(habits, isName) : 0
}

function isAt(at: DifferenceRow['at'], fromEnd: number, length: number): boolean {
  if (at === 'anywhere') return true
  return fromEnd === 0 && (at === 'end' || length >= longWord)
}
