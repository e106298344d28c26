import { type Direction, runsOneWay, type Stretch, stretches } from './stretches.ts'
import { content, element, type Xml } from './xml.ts'

/** How a run looks beyond its paragraph's style. */
interface Look {
  bold?: boolean
  colour?: string
}

/** A paragraph of Word in a named style, its direction said outright. */
export function paragraph(style: string, direction: Direction, ...runs: (Xml | Xml[])[]): Xml {
  const bidi = element('w:bidi', { 'w:val': direction === 'rtl' ? undefined : '0' })
  return element('w:p', {}, element('w:pPr', {}, element('w:pStyle', { 'w:val': style }), bidi), ...runs)
}

/** Text as runs of Word: words of the other script stand in runs of their own, line ends become breaks and tabs tabs. */
export function runs(text: string, direction: Direction, look: Look = {}): Xml[] {
  return stretches(text, direction).map((stretch) => run(stretch, look))
}

/**
 * A value inside a line that runs as `around`: where any of it runs the other way it is kept apart by U+2066 or U+2067 and U+2069.
 * Else «BBC عربي · 17 October» would be shown with the 17 on the left of عربي, as an amount in Arabic is.
 */
export function isolatedRuns(text: string, direction: Direction, around: Direction): Xml[] {
  if (direction === around && runsOneWay(text, direction)) return runs(text, direction)
  const mark = (character: string) => run({ text: character, direction, alone: false }, {})
  return [mark(direction === 'rtl' ? '\u2067' : '\u2066'), ...runs(text, direction), mark('\u2069')]
}

function run({ text, direction, alone }: Stretch, look: Look): Xml {
  // Word and LibreOffice order the groups of +966 11 123 4567 from the right in Arabic unless they are isolated.
  return element('w:r', {}, properties(direction, look), ...pieces(alone ? `\u2066${text}\u2069` : text))
}

/** The few properties of runs there are, made once: a long document has tens of thousands of runs. */
const made = new Map<string, Xml>()

function properties(direction: Direction, look: Look): Xml {
  const name = `${direction} ${look.bold} ${look.colour}`
  const known = made.get(name) ?? newProperties(direction, look)
  made.set(name, known)
  return known
}

function newProperties(direction: Direction, { bold, colour }: Look): Xml {
  const rtl = direction === 'rtl'
  return element(
    'w:rPr',
    {},
    rtl ? element('w:rFonts', { 'w:hint': 'cs' }) : [],
    bold ? [element('w:b'), element('w:bCs')] : [],
    colour ? element('w:color', { 'w:val': colour }) : [],
    rtl ? element('w:rtl') : [],
    element('w:lang', rtl ? { 'w:bidi': 'ar-SA' } : { 'w:val': 'en-US' }),
  )
}

/** U+000B is what Word puts on the clipboard for a line break within a paragraph. */
function pieces(text: string): Xml[] {
  return text
    .split(/(\r\n|[\r\n\v\t])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\t') return element('w:tab')
      return /^[\r\n\v]/.test(piece) ? element('w:br') : element('w:t', { 'xml:space': 'preserve' }, content(piece))
    })
}
