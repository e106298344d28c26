import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyEntry, type TermDraft } from '../../src/core/glossary/term.ts'
import { Problem } from '../../src/core/problem.ts'
import { readTbx, writeTbx } from '../../src/formats/tbx.ts'
import { textIn } from '../../src/formats/tbx-notes.ts'
import { always } from '../support/always.ts'
import { all, type Node, parsed } from './strict-xml.ts'
import { drafts, found } from './term-drafts.ts'

const bytesOf = (xml: string) => new TextEncoder().encode(xml)
const fixture = (name: string) => readTbx(readFileSync(`tests/fixtures/${name}`), name)

/** A TBX file with these entries in it. */
const tbx = (entries: string) => bytesOf(`<tbx type="TBX-Basic" style="dca" xml:lang="en"><text><body>${entries}</body></text></tbx>`)
const entry = (inside: string, arabic = 'قاعدة', english = 'base') =>
  `<conceptEntry>${inside}<langSec xml:lang="ar"><termSec><term>${arabic}</term></termSec></langSec><langSec xml:lang="en"><termSec><term>${english}</term></termSec></langSec></conceptEntry>`

const forces: TermDraft = {
  ...emptyEntry,
  spellings: ['الحشد الشعبي', 'الحشد'],
  kind: 'name',
  renderings: [
    { text: 'Hashd', standing: 'avoid' },
    { text: 'Popular Mobilization Forces', standing: 'preferred' },
    { text: 'PMF', standing: 'allowed' },
  ],
  partOfSpeech: 'noun',
  subject: 'armed groups',
  authority: 'house',
  note: 'An Iraqi body of armed groups, under the prime minister.\nPMF: Only after the first mention.',
}
const camp: TermDraft = {
  ...emptyEntry,
  spellings: ['قاعدة'],
  kind: 'noun',
  renderings: [
    { text: 'base', standing: 'preferred' },
    { text: 'camp', standing: 'allowed' },
  ],
}

describe('a glossary in TBX', () => {
  test.each(['groups-v3-dct.tbx', 'groups-v2.tbx'])('is read with its statuses, notes and languages of any country: %s', (name) => {
    const { terms, skipped } = fixture(name)
    expect(terms).toEqual([forces, camp])
    expect(skipped).toEqual([
      { row: 2, code: 'term.no-spelling', values: {} },
      { row: 3, code: 'term.no-rendering', values: { spelling: 'لواء' } },
    ])
  })

  test('says what it could not carry over', () => {
    expect(fixture('groups-v3-dct.tbx').ignored).toEqual(['xml:lang=fr', 'transacGrp'])
    expect(readTbx(tbx(entry('<admin type="customerSubset">A</admin><descrip type="definition">D</descrip>')), 'x.tbx')).toMatchObject({
      terms: [{ note: 'D' }],
      ignored: ['customerSubset'],
    })
  })

  test('of 2014, TBX-Min, is read too', () => {
    const read = readTbx(
      bytesOf(`<TBX dialect="TBX-Min"><header><id>x</id></header><body><entry id="c1"><subjectField>groups</subjectField>
        <langGroup xml:lang="en"><termGroup><term>base</term><termStatus>preferred</termStatus><partOfSpeech>noun</partOfSpeech></termGroup>
        <termGroup><term>basis</term><termStatus>notRecommended</termStatus></termGroup></langGroup>
        <langGroup xml:lang="ar"><termGroup><term>قاعدة</term></termGroup></langGroup></entry></body></TBX>`),
      'min.tbx',
    )
    expect(read).toMatchObject({
      terms: [
        { spellings: ['قاعدة'], subject: 'groups', partOfSpeech: 'noun', renderings: [{ standing: 'preferred' }, { standing: 'avoid' }] },
      ],
      skipped: [],
      ignored: [],
    })
  })

  test('names what cannot be used by the number of the entry, and keeps the rest', () => {
    const { terms, skipped } = readTbx(
      tbx(
        entry('<note>[Tarjuman] strength: mandatory</note>') +
          entry('', 'base', 'base') +
          entry('', 'لواء', 'x'.repeat(201)) +
          entry('', 'فوج', 'regiment').replace(
            '</term></termSec></langSec></conceptEntry>',
            '</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec></conceptEntry>',
          ) +
          entry('', 'كتيبة', 'battalion').replace(
            '</term></termSec></langSec></conceptEntry>',
            '</term><termNote type="administrativeStatus">best</termNote></termSec></langSec></conceptEntry>',
          ),
      ),
      'x.tbx',
    )
    expect(terms.map(({ spellings, strength }) => [spellings[0], strength])).toEqual([
      ['قاعدة', 'required'],
      ['كتيبة', 'required'],
    ])
    expect(skipped).toMatchObject([
      { row: 1, code: 'csv.value', values: { column: 'strength', value: 'mandatory', expected: 'required, warning, advice, off' } },
      { row: 2, code: 'term.spelling-not-arabic' },
      { row: 3, code: 'term.too-long' },
      { row: 4, code: 'term.no-rendering' },
      { row: 5, code: 'csv.value', values: { column: 'administrativeStatus', value: 'best' } },
    ])
  })

  test.each([
    ['<tbx><text>', 'xml.unreadable'],
    ['', 'xml.unreadable'],
    ['<tmx version="1.4"/>', 'glossary.kind'],
    ['<!DOCTYPE martif [<!ENTITY a "b">]><martif/>', 'xml.unsafe'],
    [`<tbx>${'<a>'.repeat(300)}`, 'xml.unsafe'],
  ])('is refused when it is damaged, dangerous or something else: %j', (xml, code) => {
    expect(() => readTbx(bytesOf(xml), 'x.tbx')).toThrow(code)
  })

  test('is not misled by names that every object has', () => {
    const strange = '<admin type="constructor">a</admin><descrip type="toString">b</descrip><note>[Tarjuman] constructor: c</note>'
    expect(readTbx(tbx(entry(strange)), 'x.tbx')).toMatchObject({
      terms: [{ note: '', subject: '' }],
      ignored: ['constructor', 'toString'],
    })
  })

  test('may have lines broken only to be indented, and lines that a person broke', () => {
    const note = (text: string) => readTbx(tbx(entry(`<note>${text}</note>`)), 'x.tbx').terms[0]?.note
    expect(note('\n    One line \n    of two.\n  ')).toBe('One line of two.')
    expect(note('One line.\nAnother.\n\nA third.')).toBe('One line.\nAnother.\n\nA third.')
    expect(textIn(`One${' \t'.repeat(400_000)}\nline.`)).toBe(`One${' \t'.repeat(400_000)}\nline.`)
  })

  test('is read or refused with a Problem, whatever is done to it', () => {
    const whole = new TextDecoder().decode(bytesOf(writeTbx([forces, camp])))
    always(
      fc.property(fc.nat(whole.length), fc.nat(30), fc.constantFrom('', '<', '>', '"', '&', '/', '<note>', ' '), (at, length, instead) => {
        try {
          readTbx(bytesOf(whole.slice(0, at) + instead + whole.slice(at + length)), 'x.tbx')
        } catch (problem) {
          if (!(problem instanceof Problem)) throw problem
        }
      }),
      300,
    )
  })
})

/**
 * What TBX-Basic allows of the elements we write (ISO 30042:2019 and the rules published for the dialect): which elements each may hold, in order.
 */
const holds: Record<string, RegExp> = {
  tbx: /^tbxHeader text $/,
  tbxHeader: /^fileDesc $/,
  fileDesc: /^sourceDesc $/,
  sourceDesc: /^(p )+$/,
  text: /^(body )?$/,
  body: /^(conceptEntry )+$/,
  conceptEntry: /^((admin|descrip|note) )*(langSec )+$/,
  langSec: /^(termSec )+$/,
  termSec: /^term (termNote )*((admin|note) )*$/,
}

/** The values that its categories may have; null where any text may stand. */
const values: Record<string, string[] | null> = {
  'conceptEntry/descrip/subjectField': null,
  'conceptEntry/admin/source': null,
  'termSec/termNote/administrativeStatus': [
    'preferredTerm-admn-sts',
    'admittedTerm-admn-sts',
    'deprecatedTerm-admn-sts',
    'supersededTerm-admn-sts',
  ],
  'termSec/termNote/partOfSpeech': ['noun', 'verb', 'adjective', 'adverb', 'other'],
  'termSec/termNote/termType': ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'],
}

function keepToTheDialect(node: Node): void {
  const children = node.children.filter((child) => typeof child !== 'string')
  expect(children.map(({ name }) => `${name} `).join(''), node.name).toMatch(holds[node.name] ?? /^$/)
  if (node.name in holds) expect(node.children.filter((child) => typeof child === 'string' && child.trim() !== '')).toEqual([])
  for (const child of children) {
    const type = child.attributes.type
    if (type !== undefined && child.name !== 'tbx') {
      const allowed = values[`${node.name}/${child.name}/${type}`]
      expect(allowed, `${node.name}/${child.name}/${type}`).toBeDefined()
      if (allowed) expect(allowed).toContain(child.children.join(''))
    }
    keepToTheDialect(child)
  }
}

describe('a glossary written as TBX', () => {
  const full: TermDraft = {
    ...forces,
    renderings: [{ text: 'Hashd', standing: 'avoid', always: true }, ...forces.renderings.slice(1)],
    firstMention: 'Popular Mobilization Forces (PMF)',
    laterMention: '"the Forces"',
    strength: 'warning',
    exactOnly: true,
    plurals: ['الحشود'],
    struck: ['حشدي', 'حاشد'],
    partOfSpeech: 'proper noun',
    state: 'retired',
  }

  test('says the rest of an entry in notes of a stated form', () => {
    const root = parsed(writeTbx([full]))
    expect(all(root, 'note').map(({ children }) => children.join(''))).toEqual([
      full.note,
      '[Tarjuman] kind: name',
      '[Tarjuman] strength: warning',
      '[Tarjuman] state: retired',
      '[Tarjuman] exact only: yes',
      '[Tarjuman] first mention: Popular Mobilization Forces (PMF)',
      '[Tarjuman] later mention: "\\"the Forces\\""',
      '[Tarjuman] plural: الحشود',
      '[Tarjuman] never: حشدي',
      '[Tarjuman] never: حاشد',
      '[Tarjuman] part of speech: proper noun',
      '[Tarjuman] always: yes',
    ])
    expect(all(root, 'termNote').map(({ attributes, children }) => `${attributes.type}=${children.join('')}`)).toEqual([
      ...['termType=fullForm', 'partOfSpeech=noun', 'termType=variant', 'partOfSpeech=noun'],
      ...['administrativeStatus=deprecatedTerm-admn-sts', 'partOfSpeech=noun'],
      ...['administrativeStatus=preferredTerm-admn-sts', 'partOfSpeech=noun'],
      ...['administrativeStatus=admittedTerm-admn-sts', 'termType=acronym', 'partOfSpeech=noun'],
    ])
    expect(readTbx(bytesOf(writeTbx([full])), 'x.tbx').terms).toEqual([full])
  })

  test('without entries is a file all the same', () => {
    expect(writeTbx([])).toContain('<text/>')
    expect(found(readTbx(bytesOf(writeTbx([])), 'x.tbx'))).toEqual({ terms: [], skipped: [], ignored: [] })
  })

  test('is read back without loss and keeps to TBX-Basic, whatever the entries', () => {
    always(
      fc.property(fc.array(drafts, { maxLength: 4 }), (entries) => {
        const written = writeTbx(entries)
        expect(found(readTbx(bytesOf(written), 'x.tbx'))).toEqual({ terms: entries, skipped: [], ignored: [] })
        const root = parsed(written)
        keepToTheDialect(root)
        const ids = all(root, 'conceptEntry').map(({ attributes }) => attributes.id)
        expect(new Set(ids).size).toBe(entries.length)
      }),
      100,
    )
  })
})
