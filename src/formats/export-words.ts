import type { OpenFinding } from '../core/bilingual.ts'
import type { Direction } from './stretches.ts'

/** The words that stand on an exported page besides the text itself, in the language of the interface; the caller brings them. */
export interface ExportWords {
  language: 'en' | 'ar'
  dir: Direction
  /** Headings of the three columns. */
  number: string
  arabic: string
  english: string
  /** Labels of the lines above the table, without a colon. */
  outlet: string
  author: string
  date: string
  address: string
  translator: string
  /** A date (YYYY-MM-DD) as the reader writes it. */
  day: (date: string) => string
  /** Stands in the English column where nothing is written yet. */
  untranslated: string
  /** The sentence on the first page that names what is not finished: `positions` as "3, 7–9", `count` for the plural. */
  unfinished: (positions: string, count: number) => string
  /** The same before a clean English text, of `total` segments: what has no English and is left out, and what is there but not finished. */
  leftOut: (positions: string, count: number, total: number) => string
  notDone: (positions: string, count: number, total: number) => string
  /** In which segments, `count` of them, required terms are open. */
  requiredOpen: (positions: string, count: number) => string
  /** What an open finding has to say, as one sentence. */
  finding: (finding: OpenFinding) => string
  /** Headings over the required findings still open and over those overruled. */
  open: string
  waivers: string
}
