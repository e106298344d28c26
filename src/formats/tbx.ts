import type { Rendering, TermDraft } from '../core/glossary/term.ts'
import { Problem } from '../core/problem.ts'
import { addTbxEntry, type FoundEntries, type TbxElement } from './tbx-entry.ts'
import { ownNote, survives, textIn } from './tbx-notes.ts'
import { parts, partsOfSpeech, statusOfStanding } from './tbx-words.ts'
import { type FoundTerms, foundTerms } from './terms-table.ts'
import { content, element, permitted, type Xml, xmlFile } from './xml.ts'
import { readXml } from './xml-reading.ts'

/**
 * A glossary out of a TBX file: v3 in either style, v2 (`martif`), TBX-Min. Terms in Arabic and English of any country are taken, entries
 * without both named by their number; `ignored` are other languages and the facts we have no place for.
 * Problems: `glossary.kind` (name), `xml.unreadable` (line), `xml.unsafe` (line).
 */
export function readTbx(bytes: Uint8Array, fileName: string): FoundTerms {
  const found: FoundEntries = { told: [], skipped: [], ignored: new Set() }
  let entries = 0
  let seen = false
  const open: TbxElement[] = []
  readXml(bytes, {
    open(name, attributes) {
      if (!seen && !parts.root.includes(name)) throw new Problem('glossary.kind', { name: fileName })
      seen = true
      if (open.length > 0 || parts.entry.includes(name)) open.push({ name, attributes, text: '', children: [] })
    },
    text(text) {
      const inside = open.at(-1)
      if (inside) inside.text += text
    },
    close() {
      const closed = open.pop()
      const around = open.at(-1)
      if (closed && around && parts.inline.includes(closed.name)) around.text += closed.text
      else if (closed && around) around.children.push(closed)
      else if (closed) addTbxEntry(closed, ++entries, found)
    },
  })
  return foundTerms(found.told, found.skipped, [...found.ignored])
}

/**
 * A glossary as TBX v3 in the dialect TBX-Basic, style DCA (ISO 30042:2019), that `readTbx` reads back without loss: what the dialect has
 * no category for stands in notes whose form `ownNote` states.
 */
export function writeTbx(terms: readonly TermDraft[]): string {
  const names = { type: 'TBX-Basic', style: 'dca', 'xml:lang': 'en', xmlns: 'urn:iso:std:iso:30042:ed-2' }
  const entries = terms.map((term, index) => entryOf(term, index + 1))
  // A body must have an entry; a text need not have a body.
  const text = element('text', {}, entries.length > 0 ? element('body', {}, entries) : [])
  return xmlFile(element('tbx', names, header(), text))
}

function header(): Xml {
  const told = 'Glossary written by Tarjuman. A note “[Tarjuman] name: value” holds what TBX-Basic has no category for.'
  return element('tbxHeader', {}, element('fileDesc', {}, element('sourceDesc', {}, element('p', {}, content(told)))))
}

function entryOf(term: TermDraft, number: number): Xml {
  const spellings = term.spellings.map((spelling, index) =>
    termOf(spelling, [...typed('termNote', { termType: index === 0 ? 'fullForm' : 'variant' }), ...spoken(term)], []),
  )
  const renderings = term.renderings.map((rendering) => renderingOf(rendering, term))
  return element(
    'conceptEntry',
    { id: `c${number}` },
    typed('descrip', { subjectField: readable(term.subject) }),
    typed('admin', { source: readable(term.authority) }),
    notesOf(term).map((note) => element('note', {}, content(note))),
    element('langSec', { 'xml:lang': 'ar' }, spellings),
    element('langSec', { 'xml:lang': 'en' }, renderings),
  )
}

function renderingOf({ text, standing, always }: Rendering, term: TermDraft): Xml {
  // Two capitals and nothing but capitals, figures and full stops: PMF, U.S., G7.
  const acronym = /^(?=.*\p{Lu}.*[\p{Lu}\d])[\p{Lu}\d.]+$/u.test(text)
  const facts = { administrativeStatus: statusOfStanding[standing], termType: acronym ? 'acronym' : '' }
  return termOf(text, [...typed('termNote', facts), ...spoken(term)], always ? [ownNote('always', 'yes')] : [])
}

function termOf(text: string, facts: Xml[], notes: string[]): Xml {
  const own = survives(text) ? notes : [ownNote('term', text), ...notes]
  const written = own.map((note) => element('note', {}, content(note)))
  return element('termSec', {}, element('term', {}, content(readable(text))), facts, written)
}

function spoken({ partOfSpeech }: TermDraft): Xml[] {
  return typed('termNote', { partOfSpeech: partOfSpeech === '' ? '' : (partsOfSpeech.get(partOfSpeech.toLowerCase()) ?? 'other') })
}

/** Facts with a value, each as an element that names it by its type. */
function typed(name: string, facts: Record<string, string>): Xml[] {
  return Object.entries(facts).flatMap(([type, value]) => (value === '' ? [] : element(name, { type }, content(value))))
}

function notesOf(term: TermDraft): string[] {
  const { note, partOfSpeech, subject, authority } = term
  const isPlain = survives(note) && !note.startsWith('[Tarjuman]')
  const own: [name: string, value: string][] = [
    ['kind', term.kind],
    ['strength', term.strength === 'required' ? '' : term.strength],
    ['state', term.state === 'approved' ? '' : term.state],
    ['exact only', term.exactOnly ? 'yes' : ''],
    ['first mention', term.firstMention],
    ['later mention', term.laterMention],
    ...term.plurals.map((form): [string, string] => ['plural', form]),
    ...term.struck.map((form): [string, string] => ['never', form]),
    ['part of speech', partOfSpeech === 'other' || partsOfSpeech.get(partOfSpeech) === partOfSpeech ? '' : partOfSpeech],
    ['subject', survives(subject) ? '' : subject],
    ['authority', survives(authority) ? '' : authority],
    ['note', isPlain ? '' : note],
  ]
  const told = own.flatMap(([name, value]) => (value === '' ? [] : ownNote(name, value)))
  return isPlain && note !== '' ? [note, ...told] : told
}

/** What stands in the element itself: a text as near to the real one as XML allows, or `–` where nothing of it is left. */
function readable(text: string): string {
  return text === '' ? '' : textIn(permitted(text)) || '–'
}
