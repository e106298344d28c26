import type { DirectedText } from './bilingual-page.ts'
import { type Direction, type Stretch, stretches } from './stretches.ts'
import { type Attributes, content, element, pair, type Xml } from './xml.ts'

/** A whole page in one file that asks for nothing from anywhere and holds no script. */
export function htmlPage(language: string, direction: Direction, title: string, body: Xml[]): string {
  const head = pair(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light' }),
    pair('title', {}, content(title)),
    pair('style', {}, content(pageStyle)),
  )
  return `<!doctype html>\n${pair('html', { lang: language, dir: direction }, head, pair('body', {}, pair('main', {}, body)))}\n`
}

/** The attributes of an element whose text runs this way: Arabic from the right, else English. */
export function written(direction: Direction): Attributes {
  return { lang: direction === 'rtl' ? 'ar' : 'en', dir: direction }
}

/** Text for an element of the given direction: words of the other script are isolated, so that signs beside them keep their place. */
export function flowing(text: string, direction: Direction): Xml[] {
  return stretches(text.replaceAll('\v', '\n'), direction).map((stretch) => isolated(stretch, direction))
}

function isolated({ text, direction, alone }: Stretch, around: Direction): Xml {
  if (direction === around) return content(text)
  return pair('bdi', alone ? { dir: direction } : written(direction), content(text))
}

/** The title of a page, written its own way; nothing where there is none. */
export function htmlTitle({ text, direction }: DirectedText): Xml[] {
  return text ? [pair('h1', written(direction), flowing(text, direction))] : []
}

/** A value written its own way; a web address can be followed. */
export function linked({ text, direction }: DirectedText): Xml {
  const value = pair('bdi', written(direction), flowing(text, direction))
  return /^https?:\/\/\S+$/i.test(text) ? pair('a', { href: text, rel: 'noreferrer' }, value) : value
}

/**
 * The style of every page, known to whoever allows it by its hash, so without a sign that a page would write otherwise: light only, made to be
 * read and printed; A4 with page numbers, rows kept whole and the headings of the columns on every page.
 */
export const pageStyle = `
:root { color-scheme: light; font: 1rem/1.6 var(--latin); --ink: #1d1d1b; --grey: #63625d; --line: #cfcbc0; --latin: 'Source Serif 4', 'Source Serif Pro', Cambria, Georgia, 'Times New Roman', serif;
  --arabic: 'Noto Naskh Arabic', 'Sakkal Majalla', 'Geeza Pro', 'Traditional Arabic', 'Times New Roman', serif }
* { box-sizing: border-box }
body { margin: 0; background: #faf9f6; color: var(--ink) }
main { max-width: 66rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem }
.prose { max-width: 42rem; margin: 0 auto }
[lang=ar] { font-family: var(--arabic); line-height: 1.9; font-style: normal; letter-spacing: 0 }
[lang=en] { font-family: var(--latin); line-height: 1.6 }
tbody .number { font-family: var(--latin) }
td[lang=ar] { font-size: 1.2em }
[lang=en] bdi[lang=ar] { font-size: 1.12em; line-height: 1 }
[lang=ar] bdi[lang=en] { font-size: 0.86em; line-height: 1 }
h1 { font-size: 1.75rem; line-height: 1.35; margin: 0 0 .75rem; overflow-wrap: anywhere }
h1[lang=ar] { font-size: 2rem; line-height: 1.6 }
h2 { font-size: 1.125rem; margin: 2.5rem 0 .5rem }
dl { margin: 0; color: var(--grey); font-size: .9375rem }
dl div { overflow-wrap: anywhere }
dt, dd { display: inline; margin: 0 }
dt { font-weight: 600 }
a { color: #0f5c5c }
aside { margin: 1.5rem 0 0; padding: .75rem 1rem; background: #f7f1e1; border: 1px solid #e3d6b2 }
aside p, aside ul { margin: 0 }
aside h2 { font-size: 1rem; margin: .5rem 0 0 }
ul { margin: 0; padding-inline-start: 1.25rem }
table { width: 100%; margin: 1.75rem 0 0; border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { padding: .6rem .75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: baseline }
thead th { border-bottom: 2px solid var(--line); color: var(--grey); font-size: .875rem; font-weight: 600 }
td, .prose p { white-space: pre-wrap; overflow-wrap: anywhere }
.number { width: 3.5rem; color: var(--grey); font-weight: 400; font-size: .875rem; font-variant-numeric: tabular-nums; padding-inline: 0 }
.untranslated { color: var(--grey) }
.prose p { margin: 0 0 1rem }
.prose header { margin-bottom: 2rem }
.prose header p { margin: 0; color: var(--grey); font-size: .9375rem }
@media (max-width: 40rem) {
  main { padding: 1.25rem 1rem 3rem }
  thead { display: none }
  tr { display: block; padding: .75rem 0; border-bottom: 1px solid var(--line) }
  tbody td, tbody th { display: block; padding: .25rem 0; border: 0 }
}
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) ' / ' counter(pages); direction: ltr; font: 9pt 'Source Serif 4', Cambria, Georgia, serif; color: #63625d } }
@media print {
  body { background: none; font-size: 10.5pt }
  main, .prose { max-width: none; padding: 0 }
  h1, h2 { break-after: avoid }
  p { orphans: 2; widows: 2 }
  a { color: inherit; text-decoration: none }
}
`
