import { faces, styles, wordNames } from './docx-styles.ts'
import { openXml, packedOffice, references } from './office-package.ts'
import type { Direction } from './stretches.ts'
import { content, element, type Xml } from './xml.ts'

/** A document of Word before it is packed: what its properties say, which way its sections run, and the body. `at` is ISO 8601 in UTC. */
interface WordDocument {
  title: string
  creator: string
  at: string
  direction: Direction
  body: Xml[]
}

/** The bytes of a DOCX: A4 upright with page numbers at the foot. The same document always gives the same bytes. */
export function packedDocx(document: WordDocument): Uint8Array {
  return packedOffice({
    folder: 'word',
    vocabulary: 'wordprocessingml',
    main: { file: 'document.xml', kind: 'document.main', root: main(document) },
    parts: [
      { file: 'styles.xml', kind: 'styles', root: styles() },
      { file: 'settings.xml', kind: 'settings', root: settings() },
      { file: 'fontTable.xml', kind: 'fontTable', root: fonts() },
      { file: 'footer1.xml', kind: 'footer', root: footer() },
    ],
    properties: properties(document),
  })
}

function properties({ title, creator, at }: WordDocument): Xml {
  const when = { 'xsi:type': 'dcterms:W3CDTF' }
  const time = content(at.replace(/\.\d+(?=Z$)/, ''))
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${openXml}/package/2006/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    element('dc:title', {}, content(title)),
    element('dc:creator', {}, content(creator)),
    element('dcterms:created', when, time),
    element('dcterms:modified', when, time),
  )
}

function main({ body, direction }: WordDocument): Xml {
  const margin = 1134
  const section = element(
    'w:sectPr',
    {},
    element('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
    element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
    element('w:pgMar', {
      'w:top': margin,
      'w:right': margin,
      'w:bottom': margin,
      'w:left': margin,
      'w:header': 567,
      'w:footer': 567,
      'w:gutter': 0,
    }),
    direction === 'rtl' ? element('w:bidi') : [],
  )
  return element('w:document', { ...wordNames, 'xmlns:r': references }, element('w:body', {}, body, section))
}

function settings(): Xml {
  return element(
    'w:settings',
    wordNames,
    element('w:defaultTabStop', { 'w:val': 567 }),
    element('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
    element(
      'w:compat',
      {},
      // Fifteen is Word 2013 and later: without it Word opens the file in compatibility mode.
      element('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 }),
    ),
    element('w:themeFontLang', { 'w:val': 'en-US', 'w:bidi': 'ar-SA' }),
  )
}

/** The faces, each with the one Word is to take where it is not installed; B2 is the set of characters of Arabic. */
function fonts(): Xml {
  const font = (name: string, instead: string, characters: string) =>
    element(
      'w:font',
      { 'w:name': name },
      element('w:altName', { 'w:val': instead }),
      element('w:charset', { 'w:val': characters }),
      element('w:family', { 'w:val': 'roman' }),
      element('w:pitch', { 'w:val': 'variable' }),
    )
  return element('w:fonts', wordNames, font(faces.latin, 'Georgia', '00'), font(faces.arabic, 'Times New Roman', 'B2'))
}

function footer(): Xml {
  const field = (name: string) => element('w:fldSimple', { 'w:instr': ` ${name} ` }, element('w:r', {}, element('w:t', {}, content('1'))))
  const slash = element('w:r', {}, element('w:t', { 'xml:space': 'preserve' }, content(' / ')))
  const style = element('w:pPr', {}, element('w:pStyle', { 'w:val': 'Footer' }))
  return element('w:ftr', wordNames, element('w:p', {}, style, field('PAGE'), slash, field('NUMPAGES')))
}
