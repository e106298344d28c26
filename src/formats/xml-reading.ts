import { SaxesParser } from 'saxes'
import { Problem } from '../core/problem.ts'

/** What is told of an XML file as it is read. Names of elements come without their prefix, names of attributes as they are written. */
export interface XmlListener {
  /** `line` is where the start tag ends, from 1. */
  open?(name: string, attributes: Readonly<Record<string, string>>, line: number): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Reads XML strictly, in any encoding it declares, without entities of its own and without looking at any other file.
 * Problems: `xml.unreadable` (line), `xml.unsafe` (line): a document type with declarations inside, or more depth, attributes or
 * elements than a file of the trade has. `allowance` is what the parts of one file may have together.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener, allowance = elementsAllowed()): void {
  const parser = new SaxesParser({ xmlns: false })
  const refuse = (code: 'xml.unreadable' | 'xml.unsafe') => {
    throw new Problem(code, { line: parser.line })
  }
  let depth = 0
  let attributes = 0
  parser.on('error', () => refuse('xml.unreadable'))
  parser.on('doctype', (declared) => {
    if (declared.includes('[')) refuse('xml.unsafe')
  })
  parser.on('attribute', () => {
    if (++attributes > mostAttributes) refuse('xml.unsafe')
  })
  parser.on('opentag', ({ name, attributes: found }) => {
    attributes = 0
    if (++depth > deepest || --allowance.elements < 0) refuse('xml.unsafe')
    listener.open?.(localName(name), found, parser.line)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close?.(localName(name))
  })
  const text = (found: string) => listener.text?.(found)
  parser.on('text', text)
  parser.on('cdata', text)
  for (const piece of decoded(bytes, () => refuse('xml.unreadable'))) parser.write(piece)
  parser.close()
}

/** How many elements a file of the trade may have; `readXml` counts them off. */
export function elementsAllowed(): { elements: number } {
  return { elements: mostElements }
}

/** The element a file begins with, without its prefix, or null where the beginning is not XML. `start` is some text from the top of the file. */
export function rootOf(start: string): string | null {
  const bare = start.replace(/<\?[^>]*\?>|<!--.*?-->|<![A-Z][^>[]*(?:\[[^\]]*\]\s*)?>/gs, '')
  const name = /^[\uFEFF\s]*<([\p{L}_][\p{L}\p{N}_.:-]*)[\s/>]/u.exec(bare)?.[1]
  return name ? localName(name) : null
}

/** The text of the first 4 KB, enough to find the root in; what cannot be decoded in it is replaced. */
export function startOf(bytes: Uint8Array): string {
  return (decoderFor(bytes, false) ?? new TextDecoder()).decode(bytes.subarray(0, 4096))
}

/** Deep nesting makes a parser slow; a million elements take it about a second, and a workbook of 100,000 rows and ten columns has two million. */
const deepest = 256
const mostAttributes = 200
const mostElements = 3_000_000

/** A whole text of many megabytes at once would need twice its memory. */
const pieceLength = 64 * 1024

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function* decoded(bytes: Uint8Array, refuse: () => void): Generator<string> {
  const decoder = decoderFor(bytes, true)
  if (!decoder) return refuse()
  for (let at = 0; at < bytes.length; at += pieceLength) {
    let piece = ''
    try {
      piece = decoder.decode(bytes.subarray(at, at + pieceLength), { stream: at + pieceLength < bytes.length })
    } catch {
      refuse()
    }
    yield piece
  }
}

/** A decoder for the encoding that the first bytes or the XML declaration name, UTF-8 without either; null for one nobody knows. */
function decoderFor(bytes: Uint8Array, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal })
  } catch {
    return null
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^(?:ï»¿)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  // Read as far as this, it cannot be UTF-16: some program recoded it and left the declaration.
  return /^(?:utf-16|ucs-2|iso-10646)/i.test(declared) ? 'utf-8' : declared
}
