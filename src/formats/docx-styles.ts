import { openXml } from './office-package.ts'
import { element, type Xml } from './xml.ts'

/** The name of Word's vocabulary, as each part of a document declares it. */
export const wordNames = { 'xmlns:w': `${openXml}/wordprocessingml/2006/main` }

/** Near-black, the grey of what is secondary, and the hairlines, as Word wants colours. */
const ink = '1D1D1B'
export const grey = '6B6A65'
export const hairline = 'CFCBC0'
/** The ground of the notice on the first page. */
const paper = 'F7F1E1'

/** Cambria is in every Word, and LibreOffice has its double; few who get a document have the face of our pages. Of Arabic faces no good one is everywhere. */
export const faces = { latin: 'Cambria', arabic: 'Noto Naskh Arabic' }

/**
 * A style: `latin` and `arabic` are sizes in half points (the Arabic about 1.2 times the Latin where the text is Arabic), `line` the least distance of lines
 * and `before` and `after` the space around, in twentieths of a point.
 */
interface Style {
  id: string
  name: string
  latin: number
  arabic: number
  line: number
  before: number
  after: number
  bold?: boolean
  grey?: boolean
  centred?: boolean
  shaded?: boolean
  keptWithNext?: boolean
  outline?: number
}

const table: Style[] = [
  { id: 'Title', name: 'Title', latin: 36, arabic: 42, line: 480, before: 0, after: 120, bold: true, keptWithNext: true },
  { id: 'Details', name: 'Details', latin: 19, arabic: 21, line: 360, before: 0, after: 0, grey: true },
  { id: 'Notice', name: 'Notice', latin: 20, arabic: 22, line: 380, before: 0, after: 0, shaded: true },
  {
    id: 'Heading1',
    name: 'heading 1',
    latin: 24,
    arabic: 28,
    line: 400,
    before: 320,
    after: 80,
    bold: true,
    keptWithNext: true,
    outline: 0,
  },
  { id: 'Waiver', name: 'Waiver', latin: 19, arabic: 21, line: 360, before: 0, after: 20 },
  { id: 'ColumnHeading', name: 'Column heading', latin: 18, arabic: 21, line: 300, before: 40, after: 40, bold: true, grey: true },
  { id: 'Number', name: 'Number', latin: 18, arabic: 21, line: 330, before: 64, after: 80, grey: true },
  { id: 'Arabic', name: 'Arabic', latin: 21, arabic: 25, line: 440, before: 60, after: 90 },
  { id: 'English', name: 'English', latin: 21, arabic: 21, line: 340, before: 54, after: 110 },
  { id: 'Prose', name: 'Prose', latin: 22, arabic: 22, line: 370, before: 0, after: 180 },
  { id: 'Footer', name: 'footer', latin: 17, arabic: 20, line: 260, before: 0, after: 0, grey: true, centred: true },
  { id: 'Space', name: 'Space', latin: 8, arabic: 8, line: 240, before: 0, after: 0 },
]

/** The styles of every document we write, so that whoever gets it can change its looks in one place. */
export function styles(): Xml {
  return element('w:styles', wordNames, defaults(), normal(), ...table.map(style))
}

function defaults(): Xml {
  return element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        element('w:rFonts', { 'w:ascii': faces.latin, 'w:hAnsi': faces.latin, 'w:eastAsia': faces.latin, 'w:cs': faces.arabic }),
        element('w:color', { 'w:val': ink }),
        element('w:sz', { 'w:val': 21 }),
        element('w:szCs', { 'w:val': 25 }),
        element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'en-US', 'w:bidi': 'ar-SA' }),
      ),
    ),
    element('w:pPrDefault', {}, element('w:pPr', {}, element('w:spacing', { 'w:after': 0 }))),
  )
}

function normal(): Xml {
  return element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, element('w:name', { 'w:val': 'Normal' }))
}

function style(look: Style): Xml {
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': look.id },
    element('w:name', { 'w:val': look.name }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:qFormat'),
    element(
      'w:pPr',
      {},
      look.keptWithNext ? element('w:keepNext') : [],
      look.shaded ? shaded() : [],
      element('w:spacing', { 'w:before': look.before, 'w:after': look.after, 'w:line': look.line, 'w:lineRule': 'atLeast' }),
      look.shaded ? element('w:ind', { 'w:left': padding * 20, 'w:right': padding * 20 }) : [],
      look.centred ? element('w:jc', { 'w:val': 'center' }) : [],
      look.outline === undefined ? [] : element('w:outlineLvl', { 'w:val': look.outline }),
    ),
    element(
      'w:rPr',
      {},
      look.bold ? [element('w:b'), element('w:bCs')] : [],
      look.grey ? element('w:color', { 'w:val': grey }) : [],
      element('w:sz', { 'w:val': look.latin }),
      element('w:szCs', { 'w:val': look.arabic }),
    ),
  )
}

/** How far the shaded ground reaches beyond its text, in points; the text is moved in by as much. */
const padding = 7

/** A ground with a border of its own colour, which alone gives a ground room around the text. */
function shaded(): Xml[] {
  const border = { 'w:val': 'single', 'w:sz': 4, 'w:space': padding, 'w:color': paper }
  const sides = ['top', 'left', 'bottom', 'right'].map((side) => element(`w:${side}`, border))
  return [element('w:pBdr', {}, sides), element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': paper })]
}
