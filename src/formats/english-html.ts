import type { Bilingual } from '../core/bilingual.ts'
import { bilingualPage } from './bilingual-page.ts'
import { cleanEnglish } from './english.ts'
import { flowing, htmlHeading, htmlPage, written } from './html-page.ts'
import type { ExportWords } from './words.ts'
import { pair } from './xml.ts'

/** Clean English as one web page: title, the lines under it, paragraphs; no numbers, no marks. */
export function englishHtml(bilingual: Bilingual, words: ExportWords): string {
  const { title, paragraphs } = cleanEnglish(bilingual)
  const { details } = bilingualPage(bilingual, words)
  return htmlPage('en', 'ltr', title.text, [
    pair(
      'article',
      { class: 'prose' },
      htmlHeading({ title, details }, 'ltr'),
      paragraphs.map((text) => pair('p', written('ltr'), flowing(text, 'ltr'))),
    ),
  ])
}
