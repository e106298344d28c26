import type { Bilingual } from '../core/bilingual.ts'
import { cleanEnglish, notice } from './english.ts'
import type { ExportWords } from './export-words.ts'

/** Clean English as plain text: the title, what is not finished in brackets, the paragraphs, an empty line between, a line end at the end. */
export function englishTxt(bilingual: Bilingual, words: ExportWords): string {
  const said = notice(bilingual, words)
  const { title, paragraphs } = cleanEnglish(bilingual)
  return `${[title.text, said && `[${said}]`, ...paragraphs].filter(Boolean).join('\n\n')}\n`
}
