import { strToU8, zipSync } from 'fflate'
import { element, type Xml, xmlFile } from './xml.ts'

/** A file of Word or Excel before it is packed, as ECMA-376 part 2 wants it. */
interface OfficeFile {
  /** Where its parts stand, and the vocabulary that their content types name. */
  folder: 'word' | 'xl'
  vocabulary: 'wordprocessingml' | 'spreadsheetml'
  main: Part
  /** What the main part refers to, each by the id that is its `kind`. */
  parts: readonly Part[]
  /** Title, author and times, where the file tells them. */
  properties?: Xml
}

/** A part of an Office file: its place in the folder, and what relations and content types call it. */
interface Part {
  file: string
  kind: string
  root: Xml
}

/** What the names of all vocabularies of Office begin with. */
export const openXml = 'http://schemas.openxmlformats.org'

/** The name of the attributes by which a part refers to another. */
export const references = `${openXml}/officeDocument/2006/relationships`

/** The bytes of an Office file; the same file always gives the same. */
export function packedOffice(office: OfficeFile): Uint8Array {
  const { folder, main, parts, properties } = office
  const files: [path: string, root: Xml][] = [
    ['[Content_Types].xml', contentTypes(office)],
    ['_rels/.rels', relations(packageParts(office))],
    [`${folder}/_rels/${main.file}.rels`, relations(parts.map(({ file, kind }) => [kind, `${references}/${kind}`, file]))],
    ...[main, ...parts].map(({ file, root }): [string, Xml] => [`${folder}/${file}`, root]),
    ...(properties ? [[propertiesPath, properties] as [string, Xml]] : []),
  ]
  const entries = files.map(([path, root]) => [path, strToU8(xmlFile(root))] as const)
  // Zip dates have no zone; the first day they can tell keeps the clock out of the file. Higher levels take thrice the time for a tenth less.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 3 })
}

const propertiesPath = 'docProps/core.xml'
const packaging = `${openXml}/package/2006`

type Relation = [id: string, type: string, target: string]

function packageParts({ folder, main, properties }: OfficeFile): Relation[] {
  const kind = 'core-properties'
  return [
    ['main', `${references}/officeDocument`, `${folder}/${main.file}`],
    ...(properties ? [[kind, `${packaging}/relationships/metadata/${kind}`, propertiesPath] as Relation] : []),
  ]
}

function relations(all: readonly Relation[]): Xml {
  return element(
    'Relationships',
    { xmlns: `${packaging}/relationships` },
    all.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })),
  )
}

function contentTypes({ folder, vocabulary, main, parts, properties }: OfficeFile): Xml {
  const own = 'application/vnd.openxmlformats'
  const override = (path: string, type: string) => element('Override', { PartName: `/${path}`, ContentType: `${own}-${type}+xml` })
  return element(
    'Types',
    { xmlns: `${packaging}/content-types` },
    element('Default', { Extension: 'rels', ContentType: `${own}-package.relationships+xml` }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    [main, ...parts].map(({ file, kind }) => override(`${folder}/${file}`, `officedocument.${vocabulary}.${kind}`)),
    properties ? override(propertiesPath, 'package.core-properties') : [],
  )
}
