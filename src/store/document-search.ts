import { key } from '../core/arabic/letters.ts'
import type { Heading } from '../core/document.ts'

/** The orders of the list: last added first; title; the article's date, latest first; most segments to do first, and of these most findings. */
export type DocumentOrder = 'newest' | 'title' | 'date' | 'left'

/** What a document is looked for by. */
type Sought = Pick<Heading, 'title' | 'outlet' | 'author'>

/**
 * Tells which headings have every word of the search in title, outlet or author, Arabic by its folded key and English
 * whatever its case. Headings are kept as they were typed and folded here: some 30 ms for 5,000 of them, and no second
 * column that has to follow the first.
 */
export function mentioning(search: string): (heading: Sought) => boolean {
  const words = folded(search).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return () => true
  return ({ title, outlet, author }) => {
    const heading = folded(`${title}\n${outlet}\n${author}`)
    return words.every((word) => heading.includes(word))
  }
}

/** The same in the order of the alphabet, Arabic before Latin, whatever hamza or quotation mark a title begins with; equal ones as they came. */
export function byTitle<D extends Sought>(documents: readonly D[]): D[] {
  const keyed = documents.map((document) => ({ document, key: folded(document.title).replace(/^[^\p{L}\p{N}]+/u, '') }))
  return keyed.sort((a, b) => alphabet.compare(a.key, b.key)).map(({ document }) => document)
}

const alphabet = new Intl.Collator('ar', { numeric: true })

function folded(text: string): string {
  return key(text).toLowerCase()
}
