import type { Bilingual, BilingualRow } from '../core/bilingual.ts'
import { type BilingualPage, bilingualPage, type DirectedText } from './bilingual-page.ts'
import type { ExportWords } from './export-words.ts'
import { flowing, htmlPage, htmlTitle, linked, written } from './html-page.ts'
import type { Direction } from './stretches.ts'
import { content, pair, type Xml } from './xml.ts'

/** The bilingual document as one web page that prints well: heading, what is not finished, the table number | Arabic | English, the findings overruled. */
export function bilingualHtml(bilingual: Bilingual, words: ExportWords): string {
  const page = bilingualPage(bilingual, words)
  return htmlPage(words.language, words.dir, bilingual.heading.title, [
    heading(page, words.dir),
    ...notices(page, words),
    texts(bilingual.rows, words),
    ...waivers(page, words),
  ])
}

function heading({ title, details }: BilingualPage, direction: Direction): Xml {
  const lines = details.map(({ label, value }) =>
    pair('div', {}, pair('dt', {}, flowing(`${label}:`, direction)), content(' '), pair('dd', {}, linked(value))),
  )
  return pair('header', {}, htmlTitle(title), lines.length ? pair('dl', {}, lines) : [])
}

function notices({ unfinished, open }: BilingualPage, words: ExportWords): Xml[] {
  if (!unfinished && !open.length) return []
  return [
    pair(
      'aside',
      {},
      unfinished ? pair('p', {}, flowing(unfinished, words.dir)) : [],
      open.length ? [pair('h2', {}, flowing(words.open, words.dir)), list(open, words.dir)] : [],
    ),
  ]
}

function waivers(page: BilingualPage, words: ExportWords): Xml[] {
  return page.waivers.length ? [pair('section', {}, pair('h2', {}, flowing(words.waivers, words.dir)), list(page.waivers, words.dir))] : []
}

function list(lines: DirectedText[][], direction: Direction): Xml {
  return pair(
    'ul',
    {},
    lines.map((line) => pair('li', {}, listed(line, direction))),
  )
}

/** A line of pieces: the places in the text, a colon, and what is said of them. */
function listed([places, ...rest]: DirectedText[], direction: Direction): Xml[] {
  return [
    pair('b', {}, flowing(`${places?.text}:`, direction)),
    ...rest.flatMap(({ text, direction: own }, index) => [content(index ? ' — ' : ' '), pair('bdi', written(own), flowing(text, own))]),
  ]
}

function texts(rows: BilingualRow[], words: ExportWords): Xml {
  const interfaceLanguage = { lang: words.language, dir: words.dir }
  const headings = pair(
    'tr',
    {},
    pair('th', { scope: 'col', class: 'number', dir: 'ltr', lang: words.language }, content(words.number)),
    pair('th', { scope: 'col', dir: 'rtl' }, pair('bdi', interfaceLanguage, content(words.arabic))),
    pair('th', { scope: 'col', dir: 'ltr' }, pair('bdi', interfaceLanguage, content(words.english))),
  )
  // The columns keep their order, Arabic before English from the left, whatever the language of the page.
  return pair(
    'table',
    { dir: 'ltr' },
    pair('thead', {}, headings),
    pair(
      'tbody',
      {},
      rows.map((row) => textRow(row, words)),
    ),
  )
}

function textRow({ position, source, target }: BilingualRow, { untranslated, language, dir }: ExportWords): Xml {
  const missing = pair('bdi', { class: 'untranslated', lang: language, dir }, content(untranslated))
  return pair(
    'tr',
    {},
    pair('th', { scope: 'row', class: 'number', dir: 'ltr' }, content(`${position}`)),
    pair('td', written('rtl'), flowing(source, 'rtl')),
    pair('td', written('ltr'), target.trim() ? flowing(target, 'ltr') : missing),
    content('\n'),
  )
}
