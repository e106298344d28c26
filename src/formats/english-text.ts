import type { Bilingual } from '../core/bilingual.ts'
import { cleanEnglish } from './english.ts'

/** Clean English as plain text: the title, then the paragraphs, an empty line between, a line end at the end. */
export function englishText(bilingual: Bilingual): string {
  const { title, paragraphs } = cleanEnglish(bilingual)
  return `${[title.text, ...paragraphs].filter(Boolean).join('\n\n')}\n`
}
