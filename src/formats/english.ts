import { key } from '../core/arabic/letters.ts'
import { type Bilingual, englishParagraphs } from '../core/bilingual.ts'
import { type Piece, titlePiece } from './bilingual-page.ts'

/** A translation to be read by itself: its title and its paragraphs. */
export interface CleanEnglish {
  title: Piece
  paragraphs: string[]
}

/**
 * The English alone. Where the document's title is its first Arabic paragraph, the English of that paragraph is the title
 * and is not said twice; else the title is what the document is called, in whichever language.
 */
export function cleanEnglish({ heading, rows }: Bilingual): CleanEnglish {
  const first = rows.filter(({ paragraph }) => paragraph === rows[0]?.paragraph)
  const [headline] = englishParagraphs(first)
  const isTitle = same(first.map(({ source }) => source).join(''), heading.title)
  if (headline === undefined || !isTitle) return { title: titlePiece(heading, 'ltr'), paragraphs: englishParagraphs(rows) }
  return { title: { text: headline, direction: 'ltr' }, paragraphs: englishParagraphs(rows.slice(first.length)) }
}

function same(one: string, other: string): boolean {
  return key(one).trim() === key(other).trim()
}
