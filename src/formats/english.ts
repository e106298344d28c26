import { key } from '../core/arabic/letters.ts'
import { type Bilingual, type BilingualRow, englishParagraphs } from '../core/bilingual.ts'
import { isEmpty } from '../core/segment.ts'
import { type DirectedText, directed, positionList } from './bilingual-page.ts'
import type { ExportWords } from './export-words.ts'

/** A translation to be read by itself: its title and its paragraphs. */
interface CleanEnglish {
  title: DirectedText
  paragraphs: string[]
}

/**
 * The English alone. Where the document's title is its first Arabic paragraph, the English of that paragraph is the title
 * and is not said twice; else the title is what the document is called, in whichever language.
 */
export function cleanEnglish({ heading, ...texts }: Bilingual): CleanEnglish {
  const rows = withGaps(texts.rows)
  const first = rows.filter(({ paragraph }) => paragraph === rows[0]?.paragraph)
  const [headline] = englishParagraphs(first)
  const isTitle = same(first.map(({ source }) => source).join(''), heading.title)
  if (headline === undefined || !isTitle) return { title: directed(heading.title, 'ltr'), paragraphs: englishParagraphs(rows) }
  return { title: { text: headline, direction: 'ltr' }, paragraphs: englishParagraphs(rows.slice(first.length)) }
}

/**
 * What a reader of the English alone must know before the text, as one short paragraph: which segments have no English, which are not
 * finished, and where required terms are open. Empty where nothing of that is so.
 */
export function notice({ rows, unfinished, open }: Bilingual, words: ExportWords): string {
  const missing = new Set(rows.filter(({ target }) => isEmpty(target)).map(({ position }) => position))
  const drafts = unfinished.filter((position) => !missing.has(position))
  const required = new Set(open.filter(({ severity }) => severity === 'required').map(({ position }) => position))
  const said = (positions: Iterable<number>, sentence: (places: string, count: number, total: number) => string) => {
    const all = [...positions]
    return all.length ? [sentence(positionList(all, words.language, placesNamed), all.length, rows.length)] : []
  }
  return [...said(missing, words.leftOut), ...said(drafts, words.notDone), ...said(required, words.requiredOpen)].join(' ')
}

/** More places than these nobody reads before a text. */
const placesNamed = 20

/** In a paragraph of which only a part has English, […] stands where a sentence or several in a row are missing, so that none seems to follow on. */
function withGaps(rows: readonly BilingualRow[]): BilingualRow[] {
  const begun = new Set(rows.filter(({ target }) => !isEmpty(target)).map(({ paragraph }) => paragraph))
  return rows.map((row, index) => {
    const before = rows[index - 1]
    const goesOn = before?.paragraph === row.paragraph && isEmpty(before.target)
    return isEmpty(row.target) && begun.has(row.paragraph) && !goesOn ? { ...row, target: '[…]' } : row
  })
}

/** Outlet, author and date, to stand under the title without labels, which would be in the language of the interface. */
export function byline({ heading }: Bilingual, words: ExportWords): DirectedText[] {
  return [heading.outlet, heading.author, englishDay(heading.date, words)]
    .filter((text) => text.trim())
    .map((text) => directed(text, 'ltr'))
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
