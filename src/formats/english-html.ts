import type { Bilingual } from '../core/bilingual.ts'
import { byline, cleanEnglish, notice } from './english.ts'
import type { ExportWords } from './export-words.ts'
import { flowing, htmlPage, htmlTitle, linked, written } from './html-page.ts'
import { content, pair } from './xml.ts'

/** Clean English as one web page: title, byline, what is not finished, paragraphs; no numbers, no marks. */
export function englishHtml(bilingual: Bilingual, words: ExportWords): string {
  const { title, paragraphs } = cleanEnglish(bilingual)
  const values = byline(bilingual, words).flatMap(({ text, direction }, index) => [
    content(index ? ' · ' : ''),
    pair('bdi', written(direction), flowing(text, direction)),
  ])
  const said = notice(bilingual, words)
  const address = linked({ text: bilingual.heading.address, direction: 'ltr' })
  return htmlPage('en', 'ltr', title.text, [
    pair(
      'article',
      { class: 'prose' },
      pair(
        'header',
        {},
        htmlTitle(title),
        values.length ? pair('p', {}, values) : [],
        bilingual.heading.address ? pair('p', {}, address) : [],
        said ? pair('aside', written(words.dir), pair('p', {}, flowing(said, words.dir))) : [],
      ),
      paragraphs.map((text) => pair('p', written('ltr'), flowing(text, 'ltr'))),
    ),
  ])
}
