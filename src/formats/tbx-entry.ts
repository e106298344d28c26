import type { Standing } from '../core/glossary/term.ts'
import { ownFact, textIn } from './tbx-notes.ts'
import { factsOfEntry, factsOfTerm, parts, standingOfStatus, statusOfStanding, typedElements } from './tbx-words.ts'
import { chosenIn, type Given, renderingsOf, soundEntry } from './terms-rows.ts'
import type { FoundTerms } from './terms-table.ts'
import { choices } from './terms-values.ts'

/** An element of a TBX file with the text in it, that of inline elements included. */
export interface TbxElement {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: TbxElement[]
}

/** What was found so far in a file of which one entry after the other is read. */
export type FoundEntries = Omit<FoundTerms, 'terms' | 'ignored'> & { ignored: Set<string> }

/** The entry that an element of a TBX file holds, added to what was found; `row` is its number in the file. */
export function addTbxEntry(element: TbxElement, row: number, found: FoundEntries): void {
  const terms = element.children.filter(isOf('language')).flatMap((section) => termsOf(section, row, found))
  const spellings = mainFirst(terms.filter(({ language }) => language === 'ar')).map(({ target }) => target)
  const english = terms.filter(({ language }) => language === 'en')
  const renderings = renderingsOf(english)
  // A term base of many languages may have a hundred thousand such entries.
  if (spellings[0] === undefined) found.skipped.push({ row, code: 'term.no-spelling', values: {} })
  else if (renderings.length === 0) found.skipped.push({ row, code: 'term.no-rendering', values: { spelling: spellings[0] } })
  else {
    const told = gathered(element, terms, found.ignored)
    const given = givenOf(told, terms, row, found)
    const standings = english.some(({ standing }) => standing !== undefined)
    const lists = { spellings, renderings, standings, plurals: told.plural, struck: told.never }
    found.told.push(...soundEntry({ row, ...lists, given }, found.skipped))
  }
}

/** A term of either language; `target` is its text. */
interface TbxTerm {
  language: 'ar' | 'en'
  target: string
  standing: Standing | undefined
  always: boolean
  partOfSpeech: string
  facts: Fact[]
}

interface Fact {
  name: string
  text: string
}

/** What the entry and its terms say of it as a whole, by field, and our own notes by their names. */
interface Told {
  subject: Set<string>
  authority: Set<string>
  note: Set<string>
  plural: string[]
  never: string[]
  own: Map<string, string>
}

function mainFirst(terms: TbxTerm[]): TbxTerm[] {
  const isMain = ({ standing }: TbxTerm) => standing === 'preferred'
  return [...terms.filter(isMain), ...terms.filter((term) => !isMain(term))]
}

function isOf(kind: keyof typeof parts) {
  return ({ name }: TbxElement) => parts[kind].includes(name)
}

/** The code of a language, in small letters. */
function codeOf({ attributes }: TbxElement): string {
  return (attributes['xml:lang'] ?? attributes.lang ?? '').toLowerCase()
}

/** Arabic or English of any country, or null for another language. */
function languageOf(section: TbxElement): 'ar' | 'en' | null {
  const [code] = codeOf(section).split(/[-_]/)
  return code === 'ar' || code === 'ara' ? 'ar' : code === 'en' || code === 'eng' ? 'en' : null
}

function termsOf(section: TbxElement, row: number, found: FoundEntries): TbxTerm[] {
  const language = languageOf(section)
  if (!language) found.ignored.add(`xml:lang=${codeOf(section) || '—'}`)
  return language ? section.children.filter(isOf('term')).map((term) => termOf(term, language, row, found)) : []
}

function termOf(element: TbxElement, language: 'ar' | 'en', row: number, found: FoundEntries): TbxTerm {
  const facts = factsIn(element)
  const own = new Map(facts.flatMap((fact) => ownIn(fact)))
  const first = (role: string) => facts.find(({ name }) => factsOfTerm.get(name) === role)?.text ?? ''
  for (const { name } of facts) if (!factsOfTerm.has(name) && name !== 'term') found.ignored.add(name)
  return {
    language,
    target: own.get('term') ?? facts.find(({ name }) => name === 'term')?.text.replace(/\s+/g, ' ') ?? '',
    standing: standingOf(first('standing'), row, found),
    always: own.get('always') === 'yes',
    partOfSpeech: first('partOfSpeech'),
    facts: facts.filter((fact) => ownIn(fact).length === 0),
  }
}

function standingOf(status: string, row: number, { skipped }: FoundEntries): Standing | undefined {
  const standing = standingOfStatus.get(status.replace(/-admn-sts$/, '').toLowerCase())
  const expected = Object.values(statusOfStanding).join(', ')
  if (status !== '' && !standing)
    skipped.push({ row, code: 'csv.value', values: { column: 'administrativeStatus', value: status, expected } })
  return standing
}

/** The facts an element holds itself or in a group; what a group adds to its first fact is about that fact, but for notes. */
function factsIn(element: TbxElement): Fact[] {
  return element.children.flatMap((child) => {
    if (isOf('language')(child) || isOf('term')(child)) return []
    if (child.name === 'termGrp') return factsIn(child)
    if (child.name === 'transacGrp') return [{ name: child.name, text: '' }]
    if (!child.name.endsWith('Grp')) return [factOf(child)]
    return factsIn(child).filter(({ name }, index) => index === 0 || name === 'note')
  })
}

function factOf(element: TbxElement): Fact {
  const name = typedElements.includes(element.name) ? (element.attributes.type ?? element.name) : element.name
  return { name, text: textIn(element.text) }
}

function ownIn({ name, text }: Fact): [name: string, value: string][] {
  const own = name === 'note' ? ownFact(text) : null
  return own ? [[own.name, own.value]] : []
}

function gathered(element: TbxElement, terms: TbxTerm[], ignored: Set<string>): Told {
  const told: Told = { subject: new Set(), authority: new Set(), note: new Set(), plural: [], never: [], own: new Map() }
  const add = (field: 'subject' | 'authority' | 'note', text: string) => {
    if (text !== '') told[field].add(text)
  }
  const sections = element.children.filter((child) => isOf('language')(child) && languageOf(child))
  for (const section of [element, ...sections]) {
    for (const fact of factsIn(section)) {
      const [own] = ownIn(fact)
      const field = factsOfEntry.get(fact.name)
      if (own?.[0] === 'note') add('note', own[1])
      else if (own?.[0] === 'plural' || own?.[0] === 'never') told[own[0]].push(own[1])
      else if (own) told.own.set(own[0], own[1])
      else if (field) add(field, fact.text)
      else ignored.add(fact.name)
    }
  }
  for (const { target, facts } of terms) {
    for (const { name, text } of facts) {
      const field = factsOfTerm.get(name)
      if (field === 'authority') add(field, text)
      if (field === 'note' && text !== '') add(field, `${target}: ${text}`)
    }
  }
  return told
}

function givenOf({ own, ...told }: Told, terms: TbxTerm[], row: number, { skipped }: FoundEntries): Given {
  const choice = (name: keyof typeof choices & ('kind' | 'strength' | 'state')) =>
    chosenIn<string>(choices[name], { row, column: name, value: own.get(name) ?? '' }, skipped)
  const given = {
    kind: choice('kind'),
    strength: choice('strength'),
    state: choice('state'),
    exactOnly: own.get('exact only') === 'yes',
    firstMention: own.get('first mention') ?? '',
    laterMention: own.get('later mention') ?? '',
    partOfSpeech: own.get('part of speech') ?? terms.find(({ partOfSpeech }) => partOfSpeech !== '')?.partOfSpeech ?? '',
    subject: own.get('subject') ?? [...told.subject].join('; '),
    authority: own.get('authority') ?? [...told.authority].join('; '),
    note: [...told.note].join('\n'),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
