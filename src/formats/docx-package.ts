import { strToU8, zipSync } from 'fflate'
import { faces, styles } from './docx-styles.ts'
import type { Direction } from './stretches.ts'
import { type Attributes, content, element, type Xml, xmlFile } from './xml.ts'

/** A document of Word before it is packed: what its properties say, which way its sections run, and the body. `at` is ISO 8601 in UTC. */
export interface WordDocument {
  title: string
  creator: string
  at: string
  direction: Direction
  body: Xml[]
}

/** The bytes of a DOCX: A4 upright with page numbers at the foot. The same document always gives the same bytes. */
export function packedDocx(document: WordDocument): Uint8Array {
  const files = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': packageParts(),
    'docProps/core.xml': properties(document),
    'word/document.xml': main(document),
    'word/_rels/document.xml.rels': documentParts(),
    'word/styles.xml': styles(),
    'word/settings.xml': settings(),
    'word/fontTable.xml': fonts(),
    'word/footer1.xml': footer(),
  }
  const entries = Object.entries(files).map(([name, root]) => [name, strToU8(xmlFile(root))] as const)
  // Zip dates have no zone; the first day they can tell keeps the clock out of the file.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) })
}

const openXml = 'http://schemas.openxmlformats.org'
const wordNames: Attributes = {
  'xmlns:w': `${openXml}/wordprocessingml/2006/main`,
  'xmlns:r': `${openXml}/officeDocument/2006/relationships`,
}

/** The parts beside the document itself: the name of the file, what it is called in relations, and its content type. */
const parts = [
  { file: 'styles.xml', relation: 'styles', type: 'styles' },
  { file: 'settings.xml', relation: 'settings', type: 'settings' },
  { file: 'fontTable.xml', relation: 'fontTable', type: 'fontTable' },
  { file: 'footer1.xml', relation: 'footer', type: 'footer' },
]

function contentTypes(): Xml {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const override = (file: string, type: string) => element('Override', { PartName: file, ContentType: type })
  return element(
    'Types',
    { xmlns: `${openXml}/package/2006/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/word/document.xml', `${word}.document.main+xml`),
    parts.map(({ file, type }) => override(`/word/${file}`, `${word}.${type}+xml`)),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  )
}

function packageParts(): Xml {
  return element(
    'Relationships',
    { xmlns: `${openXml}/package/2006/relationships` },
    element('Relationship', {
      Id: 'rId1',
      Type: `${openXml}/officeDocument/2006/relationships/officeDocument`,
      Target: 'word/document.xml',
    }),
    element('Relationship', {
      Id: 'rId2',
      Type: `${openXml}/package/2006/relationships/metadata/core-properties`,
      Target: 'docProps/core.xml',
    }),
  )
}

function documentParts(): Xml {
  return element(
    'Relationships',
    { xmlns: `${openXml}/package/2006/relationships` },
    parts.map(({ file, relation }) =>
      element('Relationship', { Id: relation, Type: `${openXml}/officeDocument/2006/relationships/${relation}`, Target: file }),
    ),
  )
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
  return element('w:document', wordNames, element('w:body', {}, body, section))
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
