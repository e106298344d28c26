import type { Bilingual } from '../core/bilingual.ts'
import { gap, headingParagraphs } from './bilingual-docx.ts'
import { bilingualPage } from './bilingual-page.ts'
import { packedDocx } from './docx-package.ts'
import { paragraph, runs } from './docx-text.ts'
import { cleanEnglish } from './english.ts'
import type { ExportWords } from './words.ts'

/** Clean English for Word: title, the lines under it, paragraphs; no numbers, no marks. `at` is the time of the export (ISO 8601, UTC). */
export function englishDocx(bilingual: Bilingual, words: ExportWords, at: string): Uint8Array {
  const { title, paragraphs } = cleanEnglish(bilingual)
  const { details } = bilingualPage(bilingual, words)
  return packedDocx({
    title: title.text,
    creator: bilingual.translator,
    at,
    direction: 'ltr',
    body: [
      ...headingParagraphs({ title, details }, words.dir),
      gap(),
      ...paragraphs.map((text) => paragraph('Prose', 'ltr', runs(text, 'ltr'))),
    ],
  })
}
