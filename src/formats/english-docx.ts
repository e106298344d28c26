import type { Bilingual } from '../core/bilingual.ts'
import { gap, titleParagraph } from './bilingual-docx.ts'
import { packedDocx } from './docx-package.ts'
import { isolatedRuns, paragraph, runs } from './docx-text.ts'
import { byline, cleanEnglish, notice } from './english.ts'
import type { ExportWords } from './export-words.ts'
import type { Xml } from './xml.ts'

/** Clean English for Word: title, byline, what is not finished, paragraphs; no numbers, no marks. `at` is the time of the export (ISO 8601, UTC). */
export function englishDocx(bilingual: Bilingual, words: ExportWords, at: string): Uint8Array {
  const { title, paragraphs } = cleanEnglish(bilingual)
  const said = notice(bilingual, words)
  return packedDocx({
    title: title.text,
    creator: bilingual.translator,
    at,
    direction: 'ltr',
    body: [
      ...titleParagraph(title),
      ...details(bilingual, words),
      ...(said ? [gap(), paragraph('Notice', words.dir, runs(said, words.dir))] : []),
      gap(),
      ...paragraphs.map((text) => paragraph('Prose', 'ltr', runs(text, 'ltr'))),
    ],
  })
}

function details(bilingual: Bilingual, words: ExportWords): Xml[] {
  const values = byline(bilingual, words)
  const line = values.flatMap(({ text, direction }, index) => [
    ...(index ? runs(' · ', 'ltr') : []),
    ...isolatedRuns(text, direction, 'ltr'),
  ])
  return [...(line.length ? [line] : []), ...(bilingual.heading.address ? [runs(bilingual.heading.address, 'ltr')] : [])].map((inside) =>
    paragraph('Details', 'ltr', inside),
  )
}
