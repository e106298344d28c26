import { key } from '../core/arabic/letters.ts'
import { type Bilingual, englishParagraphs } from '../core/bilingual.ts'
import { type Piece, piece } from './bilingual-page.ts'
import type { ExportWords } from './words.ts'

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
  if (headline === undefined || !isTitle) return { title: piece(heading.title, 'ltr'), paragraphs: englishParagraphs(rows) }
  return { title: { text: headline, direction: 'ltr' }, paragraphs: englishParagraphs(rows.slice(first.length)) }
}

/** Outlet, author and date, to stand under the title without labels, which would be in the language of the interface. */
export function byline({ heading }: Bilingual, words: ExportWords): Piece[] {
  return [heading.outlet, heading.author, englishDay(heading.date, words)].filter((text) => text.trim()).map((text) => piece(text, 'ltr'))
}

function same(one: string, other: string): boolean {
  return key(one).trim() === key(other).trim()
}

/** The date in English words whatever the language of the interface; one that is no date stays as it is. */
function englishDay(date: string, words: ExportWords): string {
  if (date === '' || words.language === 'en') return date && words.day(date)
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) ? date : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(time)
}
