import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { readXml, rootOf, startOf } from '../../src/formats/xml-reading.ts'

const bytesOf = (xml: string) => new TextEncoder().encode(xml)

/** What a listener is told, as one line of text; or the code and line of the problem. */
function told(bytes: Uint8Array): string {
  const heard: string[] = []
  try {
    readXml(bytes, {
      open: (name, attributes) =>
        heard.push(`<${[name, ...Object.entries(attributes).map(([name, value]) => `${name}=${value}`)].join(' ')}>`),
      text: (text) => heard.push(text),
      close: (name) => heard.push(`</${name}>`),
    })
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return `${problem.code} ${problem.values.line}`
  }
  return heard.join('')
}

describe('XML', () => {
  test('is told by names without prefixes and texts with their references resolved', () => {
    expect(told(bytesOf('<?xml version="1.0"?><m:a xml:lang="ar">x &amp; &#1575;<![CDATA[<b>]]><m:b/></m:a>'))).toBe(
      '<a xml:lang=ar>x & ا<b><b></b></a>',
    )
  })

  test.each([
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf('<a>قاعدة</a>'))],
    [
      'Windows-1256',
      Uint8Array.of(...bytesOf('<?xml version="1.0" encoding="windows-1256"?><a>'), 0xde, 0xc7, 0xda, 0xcf, 0xc9, ...bytesOf('</a>')),
    ],
    ['UTF-16', Uint8Array.from(Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>قاعدة</a>', 'utf16le'))],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from('<a>قاعدة</a>', 'utf16le'))],
    ['UTF-8 that says it is UTF-16', bytesOf('<?xml version="1.0" encoding="UTF-16"?><a>قاعدة</a>')],
  ])('is read in %s', (_name, bytes) => {
    expect(told(bytes)).toBe('<a>قاعدة</a>')
  })

  test('longer than one piece is read whole, letters at the seams too', () => {
    const text = 'قاعدة '.repeat(40_000)
    expect(told(bytesOf(`<a>${text}</a>`))).toBe(`<a>${text}</a>`)
  })

  test.each([
    ['an element that is not closed', '<a>\n<b></a>', 'xml.unreadable 2'],
    ['an end that is missing', '<a>\n', 'xml.unreadable 2'],
    ['an attribute that stands twice', '<a b="1" b="2"/>', 'xml.unreadable 1'],
    ['a forbidden character', '<a>\u0001</a>', 'xml.unreadable 1'],
    ['an entity nobody declared', '<a>\n\n&nbsp;</a>', 'xml.unreadable 3'],
    ['no XML', 'source,target', 'xml.unreadable 1'],
    ['an encoding nobody knows', '<?xml version="1.0" encoding="klingon"?><a/>', 'xml.unreadable 1'],
    ['nothing', '', 'xml.unreadable 1'],
  ])('with %s is refused, and the line is named', (_name, xml, problem) => {
    expect(told(bytesOf(xml))).toBe(problem)
  })

  test('in which bytes are damaged is refused', () => {
    expect(told(Uint8Array.of(...bytesOf('<a>'), 0xff, ...bytesOf('</a>')))).toBe('xml.unreadable 1')
  })

  test.each([
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['an entity out of another file', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['too great a depth', '<a>'.repeat(257)],
    ['too many elements', `<a>${'<b/>'.repeat(3_000_000)}`],
    ['too many attributes', `<a ${Array.from({ length: 201 }, (_, index) => `b${index}=""`).join(' ')}/>`],
  ])('with %s is refused as unsafe', (_name, xml) => {
    expect(told(bytesOf(xml))).toBe('xml.unsafe 1')
  })

  test('may name its document type, which nobody looks for', () => {
    expect(told(bytesOf('<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif/>'))).toBe('<martif></martif>')
    expect(told(bytesOf(`${'<a>'.repeat(256)}${'</a>'.repeat(256)}`))).toMatch(/^<a>/)
  })
})

test.each([
  ['<tbx>', 'tbx'],
  ['\uFEFF<?xml version="1.0"?>\n<!-- <tmx> -->\n<!DOCTYPE martif SYSTEM "a.dtd">\n<martif type="TBX">', 'martif'],
  ['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><x:TBX dialect="TBX-Min"', 'TBX'],
  ['source,target\n<b>,c', null],
  ['<3,heart', null],
  ['', null],
])('a file that begins %j has the root %s', (start, root) => {
  expect(rootOf(startOf(bytesOf(start)))).toBe(root)
})
