import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { addTerm } from '../../src/actions/add-term.ts'
import { bilingualOf } from '../../src/actions/bilingual-of.ts'
import { changeTerm } from '../../src/actions/change-term.ts'
import { decideInDocument } from '../../src/actions/decide-in-document.ts'
import { glossaryOf } from '../../src/actions/glossary.ts'
import { recheckSlice } from '../../src/actions/recheck.ts'
import { renewFindings } from '../../src/actions/renew-findings.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import { mentionsMovedBy } from '../../src/actions/surroundings.ts'
import type { Document } from '../../src/core/document.ts'
import type { Term } from '../../src/core/glossary/term.ts'
import type { Store } from '../../src/store/store.ts'
import { entry, heading, karim, salma } from '../support/cast.ts'
import { memoryStore, overheardStore } from '../support/store.ts'

const paragraphs = ['نفى الحشد الشعبي ذلك.', 'عاد الهدوء إلى المدينة.', 'وقال الحشد الشعبي إنه باق.', 'ثم غادر الحشد الشعبي المدينة.']
const introduced = { firstMention: 'Popular Mobilization Forces (PMF)', laterMention: 'PMF' }

let store: Store
let document: Document
let forces: Term
let deskId: number

beforeEach(async () => {
  store = await memoryStore()
  await begin()
})

async function begin() {
  deskId = (await store.desks.add('الأخبار')).id
  forces = await addTerm(store, deskId, entry('الحشد الشعبي', 'Popular Mobilization Forces', introduced), salma())
  document = await added()
}

const added = () => addDocument(store, { deskId, heading, unit: 'paragraph', paragraphs, raw: paragraphs.join('\n') }, salma())

async function save(position: number, target: string, minutes = 0) {
  const { id, version } = (await store.segments.getAt(document.id, position))!
  return saveSegment(store, { segmentId: id, version, target }, salma(minutes))
}

/** What the database says of the terms of a segment. */
async function stored(position: number, at = document): Promise<string> {
  const { id } = (await store.segments.getAt(at.id, position))!
  const findings = (await store.findings.of([id])).get(id) ?? []
  return findings.map(({ verdict }) => verdict).join(' ')
}

describe('the first mention of a document', () => {
  test('takes the long form, whichever segment is translated first', async () => {
    await save(3, 'The PMF said they would stay.')
    expect(await stored(3)).toBe('')
    await save(1, 'The PMF denied it.')
    expect(await stored(1)).toBe('short')
    await save(1, 'The Popular Mobilization Forces (PMF) denied it.')
    expect(await stored(1)).toBe('')
  })

  test('is not the headline’s, in which every form is right', async () => {
    const paragraphs = ['الحشد الشعبي ينفي', 'نفى الحشد الشعبي ذلك.', '«لم يكن الحشد الشعبي هناك»']
    document = await addDocument(store, { deskId, heading, unit: 'paragraph', paragraphs, raw: '' }, salma())
    await save(1, 'PMF denies it')
    await save(2, 'The PMF denied it.')
    await save(3, '“The PMF was not there”')
    expect([await stored(1), await stored(2), await stored(3)]).toEqual(['', 'short', ''])
    await save(2, 'The Popular Mobilization Forces (PMF) denied it.')
    expect([await stored(1), await stored(2)]).toEqual(['', ''])
  })

  test('is a warning and keeps no segment from being done', async () => {
    const { id, version } = (await store.segments.getAt(document.id, 1))!
    const change = { segmentId: id, version, target: 'The PMF denied it.', status: 'translated' } as const
    expect(await saveSegment(store, change, salma())).toMatchObject({ keptFrom: null, segment: { status: 'translated' } })
  })

  test('in the short form breaks no decision, be it only a warning: the entry is followed', async () => {
    await changeTerm(store, { termId: forces.id, version: 1, draft: { ...forces, strength: 'warning' } }, karim())
    await save(1, 'The PMF denied it.')
    expect(await stored(1)).toBe('short')
    expect(await store.occurrences.usage(forces.id)).toMatchObject({ follows: 1, breaks: 0 })
    expect(await store.terms.breaches([forces.id])).toEqual(new Map())
  })

  test('brings in a short form for nothing until another segment uses it, and again when it no longer does', async () => {
    await save(1, 'The Popular Mobilization Forces (PMF) denied it.')
    await save(3, 'They said they would stay.')
    await save(4, 'Then they left the city.')
    expect(await stored(1)).toBe('unused')
    await save(4, 'Then the PMF left the city.')
    expect(await stored(1)).toBe('')
    await save(4, 'Then the Popular Mobilization Forces left the city.')
    expect(await stored(1)).toBe('unused')
  })

  test('may bring in a short form as long as the term comes again where nothing is translated yet', async () => {
    await save(1, 'The Popular Mobilization Forces (PMF) denied it.')
    await save(2, 'Calm is back.')
    await save(4, 'Then they left the city.')
    expect(await stored(1)).toBe('')
    await save(3, 'They said they would stay.')
    expect(await stored(1)).toBe('unused')
    await save(4, '')
    expect(await stored(1)).toBe('')
  })

  test('is looked at again where the term stands in nothing untranslated any more', async () => {
    await save(1, 'The Popular Mobilization Forces (PMF) denied it.')
    await save(3, 'They said they would stay.')
    const last = (await store.segments.getAt(document.id, 4))!
    const glossary = await glossaryOf(store, (await store.desks.get(deskId))!)
    const moved = await mentionsMovedBy(store, [document.id], glossary, () => store.occurrences.replace(new Map([[last.id, new Map()]])))
    expect(moved.map(({ position }) => position)).toEqual([1])
    await renewFindings(store, moved, glossary, new Map())
    expect(await stored(1)).toBe('unused')
  })

  test('has to bring in a short form that another segment uses', async () => {
    await save(1, 'The Popular Mobilization Forces denied it.')
    expect(await stored(1)).toBe('')
    await save(3, 'The PMF said they would stay.')
    expect(await stored(1)).toBe('unintroduced')
  })

  test('is another segment’s when segments change places', async () => {
    const { store: overheard, sqlite } = await overheardStore()
    store = overheard
    await begin()
    await save(1, 'The PMF denied it.')
    await save(3, 'The PMF said they would stay.')
    const swap = async () =>
      void sqlite.exec(
        'update segment set position = -position where position in (1, 3); update segment set position = 4 + position where position < 0',
      )
    expect([await stored(1), await stored(3)]).toEqual(['short', ''])
    const glossary = await glossaryOf(store, (await store.desks.get(deskId))!)
    const moved = await mentionsMovedBy(store, [document.id], glossary, swap)
    expect(moved.map(({ position }) => position).toSorted()).toEqual([1, 3])
    await renewFindings(store, moved, glossary, new Map())
    expect((await store.segments.getAt(document.id, 1))!.target).toBe('The PMF said they would stay.')
    expect([await stored(1), await stored(3)]).toEqual(['short', ''])
  })

  test('of an entry that gets a long form later is held to it in every document', async () => {
    await save(1, 'The PMF denied it.')
    await changeTerm(
      store,
      { termId: forces.id, version: forces.version, draft: { ...forces, firstMention: '', laterMention: '' } },
      salma(),
    )
    while (await recheckSlice(store, deskId));
    expect(await stored(1)).toBe('missing')
    const now = (await store.terms.get(forces.id))!
    await changeTerm(store, { termId: now.id, version: now.version, draft: { ...now, ...introduced } }, salma())
    while (await recheckSlice(store, deskId));
    expect(await stored(1)).toBe('short')
  })
})

describe('“never meant in this document”', () => {
  const decide = (never: boolean) => decideInDocument(store, { documentId: document.id, termId: forces.id, never }, karim(3))

  test('drops the findings of the entry in this document and in no other', async () => {
    const other = await added()
    await save(1, 'They denied it.')
    const { id, version } = (await store.segments.getAt(other.id, 1))!
    await saveSegment(store, { segmentId: id, version, target: 'They denied it.' }, salma())
    await decide(true)
    expect([await stored(1), await stored(1, other)]).toEqual(['', 'missing'])
    expect(await store.mentions.beginnings([{ documentId: document.id, termId: forces.id }])).toEqual([])
  })

  test('holds for what is saved later, and for exports', async () => {
    await decide(true)
    await save(1, 'They denied it.')
    expect(await stored(1)).toBe('')
    expect((await bilingualOf(store, document.id, 'Salma')).open).toEqual([])
    expect(await store.mentions.beginnings([{ documentId: document.id, termId: forces.id }])).toEqual([])
  })

  test('is on record with who and when, once', async () => {
    await decide(true)
    await decide(true)
    expect(await store.decisions.of(document.id)).toEqual([{ termId: forces.id, person: 'Karim', at: karim(3).at }])
  })

  test('can be taken back', async () => {
    await save(1, 'They denied it.')
    await decide(true)
    await decide(false)
    expect(await stored(1)).toBe('missing')
    expect(await store.decisions.of(document.id)).toEqual([])
    expect(await store.mentions.beginnings([{ documentId: document.id, termId: forces.id }])).toMatchObject([
      { termId: forces.id, first: 1 },
    ])
  })

  test.each([
    { documentId: 99, termId: 1, code: 'document.missing' },
    { documentId: 1, termId: 99, code: 'term.missing' },
  ])('of what is not there is refused: $code', async ({ code, ...wanted }) => {
    await expect(decideInDocument(store, { ...wanted, never: true }, salma())).rejects.toMatchObject({ code })
  })
})

describe('what is mended', () => {
  const noise = async () => (await store.terms.noise([forces.id])).get(forces.id)

  test('is counted when the English of a finding is put right', async () => {
    await save(1, 'The Hashd denied it.')
    expect(await stored(1)).toBe('missing')
    await save(1, 'The Popular Mobilization Forces denied it.')
    expect(await noise()).toEqual({ mended: 1, waived: 0 })
  })

  test('is not what somebody only types on', async () => {
    await save(1, 'The Popular Mobiliz')
    await save(1, 'The Popular Mobilization Forces denied it.')
    expect(await noise()).toEqual({ mended: 0, waived: 0 })
  })

  test('is not what is emptied', async () => {
    await save(1, 'They denied it.')
    await save(1, '')
    expect(await noise()).toEqual({ mended: 0, waived: 0 })
  })
})
