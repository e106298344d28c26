import { beforeEach, describe, expect, test } from 'vitest'
import { addTerm } from '../../src/actions/add-term.ts'
import { changeTerm } from '../../src/actions/change-term.ts'
import { decideInDocument } from '../../src/actions/decide-in-document.ts'
import { importTerms, plannedImport, type WantedImport } from '../../src/actions/import-terms.ts'
import { knownTerm } from '../../src/actions/known.ts'
import { undoImport } from '../../src/actions/undo-import.ts'
import type { ConflictChoice } from '../../src/core/glossary/decide/conflict.ts'
import { draftOf } from '../../src/core/glossary/decide/conflict.ts'
import { readTermsCsv } from '../../src/formats/terms-csv.ts'
import { readTerms, termFileKinds, writeTerms } from '../../src/formats/terms-file.ts'
import { type Cast, cast, entry, failingAt, karim, salma, setState } from '../support/cast.ts'
import { memoryStore } from '../support/store.ts'

let the: Cast

beforeEach(async () => {
  the = await cast()
})

const csv = [
  'source,target,kind,standing',
  'المدينة,city,noun,preferred',
  'المدينة,town,noun,avoid',
  'الهدوء,calm,noun,',
  'الجيش,military,noun,',
].join('\n')
const told = (text = csv) => readTermsCsv(text).told
const wanted = (change: Partial<WantedImport> = {}): WantedImport => ({
  deskId: the.desk.id,
  told: told(),
  name: 'groups.csv',
  choices: { all: 'keep', each: new Map() },
  ...change,
})
const all = (choice: ConflictChoice): WantedImport['choices'] => ({ all: choice, each: new Map() })
const glossary = async () => ({
  version: (await the.store.desks.get(the.desk.id))!.glossaryVersion,
  terms: await the.store.terms.all(the.desk.id),
})
const planned = (text: string) => plannedImport(the.store, the.desk.id, told(text))
const spellings = async () => (await the.store.terms.active(the.desk.id)).map((term) => term.spellings[0])

describe('the plan of an import', () => {
  test('tells what is new from what is there and from what does not agree', async () => {
    const plan = await planned(`${csv}\nقاعدة,base,noun,preferred`)
    expect(plan.added.map(({ row, entry }) => [row, entry.spellings[0]])).toEqual([
      [2, 'المدينة'],
      [4, 'الهدوء'],
    ])
    expect(plan.same).toMatchObject([{ told: { row: 6 }, ours: { id: the.base.id } }])
    expect(plan.conflicts).toMatchObject([
      { told: { row: 5 }, ours: { id: the.army.id }, theirs: { renderings: [{ text: 'military' }, { text: 'army' }] } },
    ])
  })

  test.each([
    ['only the English, which we allow', 'source,target\nالحشد الشعبي,PMF'],
    ['the Arabic in other dress', 'source,target\nالحَشد الشعبي,Popular Mobilization Forces'],
    ['nothing of what we say besides', 'source,target,strength\nالجيش,army,'],
    ['the same settings', 'source,target,strength,kind\nالجيش,army,warning,noun'],
    ['some of our renderings as they stand', 'source,target,standing\nالحشد الشعبي,Popular Mobilization Forces,preferred'],
  ])('a row that says %s is nothing to do', async (_, text) => {
    expect(await planned(text)).toMatchObject({ added: [], same: [{}], conflicts: [], repeated: [] })
  })

  test.each([
    ['English that we do not have', 'source,target\nالجيش,the forces'],
    ['English that we avoid', 'source,target\nالحشد الشعبي,Popular Mobilization Units'],
    ['another strength', 'source,target,strength\nالجيش,army,required'],
    ['a further spelling', 'source,target,variants\nالجيش,army,القوات المسلحة'],
    ['another standing', 'source,target,standing\nالحشد الشعبي,PMF,preferred'],
    ['a note', 'source,target,note\nالجيش,army,of a state'],
  ])('a row that says %s is a conflict', async (_, text) => {
    expect(await planned(text)).toMatchObject({ added: [], same: [], conflicts: [{}], repeated: [] })
  })

  test('names an entry that the file has twice, by its row and that of the first', async () => {
    const plan = await planned('source,target,variants\nالمدينة,city,الحاضرة\nالحاضرة,capital,')
    expect(plan.repeated).toMatchObject([{ told: { row: 3 }, first: { row: 2 } }])
    expect(plan.added).toHaveLength(1)
  })

  test('two entries of the file for one of ours are not both carried out', async () => {
    await changeTerm(
      the.store,
      { termId: the.army.id, version: 1, draft: { ...draftOf(the.army), spellings: ['الجيش', 'القوات المسلحة'] } },
      salma(),
    )
    const plan = await planned('source,target\nالجيش,military\nالقوات المسلحة,armed forces')
    expect(plan).toMatchObject({ conflicts: [{ told: { row: 2 } }], repeated: [{ told: { row: 3 }, first: { row: 2 } }] })
  })

  test('leaves a spelling with the entry of ours that has it', async () => {
    const [conflict] = (await planned('source,target,variants\nالجيش,military,قاعدة | القوات')).conflicts
    expect(conflict).toMatchObject({ ours: { id: the.army.id }, elsewhere: ['قاعدة'], theirs: { spellings: ['الجيش', 'القوات'] } })
    expect(conflict!.merged.spellings).toEqual(['الجيش', 'القوات'])
  })

  test('a retired entry of ours does not stand in the way of a new one', async () => {
    await setState(the.store, the.army.id, 'retired')
    expect((await planned('source,target\nالجيش,military')).added).toHaveLength(1)
  })
})

describe('importing terms', () => {
  test('adds what is new as one batch, and leaves what is ours', async () => {
    const { batch, added, changed } = await importTerms(the.store, wanted(), karim(1))
    expect(await spellings()).toEqual(['الحشد الشعبي', 'الجيش', 'قاعدة', 'المدينة', 'الهدوء'])
    expect(batch).toMatchObject({ kind: 'import', name: 'groups.csv', person: 'Karim', added: 2, changed: 0 })
    expect([added.length, changed]).toEqual([2, []])
    expect(await knownTerm(the.store, the.army.id)).toEqual(the.army)
  })

  test('of the same file twice adds nothing, whatever was chosen, and leaves the glossary’s version alone', async () => {
    for (const choice of ['merge', 'keep'] as const) {
      await importTerms(the.store, wanted({ choices: all(choice) }), salma())
      const before = await glossary()
      const again = await importTerms(the.store, wanted({ choices: all(choice) }), karim(1))
      expect([again.batch, again.added, again.changed]).toEqual([null, [], []])
      expect(await glossary()).toEqual(before)
    }
  })

  test('takes theirs where that was chosen, and what the file does not say stays', async () => {
    await importTerms(the.store, wanted({ choices: all('take') }), karim(1))
    expect(await knownTerm(the.store, the.army.id)).toMatchObject({
      renderings: [
        { text: 'military', standing: 'preferred' },
        { text: 'army', standing: 'avoid' },
      ],
      strength: 'warning',
      version: 2,
      changedBy: 'Karim',
    })
    expect(await the.store.terms.history(the.army.id)).toMatchObject([{ version: 1, entry: { renderings: [{ text: 'army' }] } }])
  })

  test('takes nothing away that the file does not speak of', async () => {
    const rows = 'source,target,standing,variants\nالحشد الشعبي,Hashd,preferred,الحشد'
    await importTerms(the.store, wanted({ told: told(rows), choices: all('take') }), karim(1))
    expect(await knownTerm(the.store, the.forces.id)).toMatchObject({
      spellings: ['الحشد الشعبي', 'الحشد'],
      renderings: [
        { text: 'Hashd', standing: 'preferred' },
        { text: 'Popular Mobilization Units', standing: 'avoid' },
        { text: 'Popular Mobilization Forces', standing: 'avoid' },
      ],
    })
  })

  test('takes with another name what follows from it, says so before, does so once, and gives all of it back', async () => {
    const draft = { ...draftOf(the.forces), firstMention: 'Popular Mobilization Forces (PMF)', laterMention: 'PMF' }
    await changeTerm(the.store, { termId: the.forces.id, version: 1, draft }, salma())
    const rows = told('source,target,standing\nالحشد الشعبي,Popular Mobilization Units,preferred')
    const [conflict] = (await plannedImport(the.store, the.desk.id, rows)).conflicts
    expect(conflict!.theirs).toMatchObject({ firstMention: '', laterMention: '' })
    const { batch } = await importTerms(the.store, wanted({ told: rows, choices: all('take') }), karim(1))
    expect(draftOf(await knownTerm(the.store, the.forces.id))).toEqual(conflict!.theirs)
    expect((await importTerms(the.store, wanted({ told: rows, choices: all('take') }), karim(2))).batch).toBeNull()
    await undoImport(the.store, batch!.id, karim(3))
    expect(draftOf(await knownTerm(the.store, the.forces.id))).toEqual(draft)
  })

  test('adds theirs to ours where that was chosen: what we would use as allowed, what they avoid as avoided', async () => {
    const rows = 'source,target,standing,note\nالجيش,military,preferred,of a state\nالجيش,troops,avoid,'
    await importTerms(the.store, wanted({ told: told(rows), choices: all('merge') }), karim(1))
    expect(await knownTerm(the.store, the.army.id)).toMatchObject({
      renderings: [
        { text: 'army', standing: 'preferred' },
        { text: 'military', standing: 'allowed' },
        { text: 'troops', standing: 'avoid' },
      ],
      note: 'of a state',
    })
  })

  test('a choice for one entry goes before the choice for all', async () => {
    const rows = 'source,target\nالجيش,military\nقاعدة,camp'
    const choices = { all: 'take' as const, each: new Map([[the.army.id, 'keep' as const]]) }
    await importTerms(the.store, wanted({ told: told(rows), choices }), karim(1))
    expect(await knownTerm(the.store, the.army.id)).toMatchObject({ renderings: [{ text: 'army' }] })
    expect(await knownTerm(the.store, the.base.id)).toMatchObject({ renderings: [{ text: 'camp' }, { text: 'base' }] })
  })

  test('is refused where the glossary was changed after the choices were made; without choices it is not', async () => {
    const { version: seen } = await glossary()
    await addTerm(the.store, the.desk.id, entry('السلام', 'peace'), karim(1))
    const chosen = importTerms(the.store, wanted({ choices: all('take'), seen }), salma(2))
    await expect(chosen).rejects.toMatchObject({ code: 'glossary.changed' })
    expect((await importTerms(the.store, wanted({ seen }), salma(2))).added).toHaveLength(2)
  })

  test('is felt in the segments that have the new term', async () => {
    await importTerms(the.store, wanted({ told: told('source,target\nفصائل,factions') }), salma())
    expect((await the.store.segments.stale(the.desk.id, 9)).map(({ position }) => position)).toEqual([1])
  })

  test('of which a step fails leaves nothing behind', async () => {
    const before = await glossary()
    const failing = failingAt(the.store, 'desks', 'raiseGlossaryVersion')
    await expect(importTerms(failing, wanted({ choices: all('take') }), salma())).rejects.toThrow('raiseGlossaryVersion fails')
    expect(await glossary()).toEqual(before)
    expect(await the.store.batches.list(the.desk.id, 9)).toEqual([])
  })

  test.each(termFileKinds)('of a whole glossary, retired terms too, as %s into an empty desk gives the same glossary', async (kind) => {
    await setState(the.store, the.army.id, 'retired')
    await addTerm(the.store, the.desk.id, entry('الجيش', 'the army', { plurals: ['الجيوش'], note: '=SUM(A1)' }), salma())
    const out = (terms: Awaited<ReturnType<typeof glossary>>['terms']) => writeTerms(terms, kind).bytes
    const bytes = out((await glossary()).terms)
    const store = await memoryStore()
    const { id: deskId } = await store.desks.add('Empty')
    const found = readTerms(bytes, 'glossary')
    expect(found.skipped).toEqual([])
    await importTerms(store, wanted({ deskId, told: found.told }), salma())
    expect(out(await store.terms.all(deskId))).toEqual(bytes)
    expect((await plannedImport(store, deskId, found.told)).same).toHaveLength(4)
    await store.close()
  })
})

describe('taking an import back', () => {
  test('deletes what it added, puts back what it changed, and says who did it', async () => {
    const { terms: before } = await glossary()
    const { batch } = await importTerms(the.store, wanted({ choices: all('take') }), salma(1))
    expect(await undoImport(the.store, batch!.id, karim(2))).toEqual({ removed: 2, restored: 1, left: [] })
    const { terms: after } = await glossary()
    expect(after.map(draftOf)).toEqual(before.map(draftOf))
    expect(await the.store.batches.get(batch!.id)).toMatchObject({ added: 2, changed: 1, undoneBy: 'Karim', undoneAt: karim(2).at })
    expect((await the.store.terms.history(the.army.id)).map(({ entry }) => entry.renderings[0]!.text)).toEqual(['military', 'army'])
  })

  test('leaves alone and names what was changed since', async () => {
    const { batch, added } = await importTerms(the.store, wanted({ choices: all('take') }), salma(1))
    const [city] = added
    await changeTerm(the.store, { termId: city!.id, version: 1, draft: { ...draftOf(city!), note: 'hers' } }, karim(2))
    const army = await knownTerm(the.store, the.army.id)
    await changeTerm(the.store, { termId: army.id, version: army.version, draft: { ...draftOf(army), note: 'hers' } }, karim(2))
    const undone = await undoImport(the.store, batch!.id, salma(3))
    expect(undone).toMatchObject({ removed: 1, restored: 0 })
    expect(undone.left.map(({ id }) => id)).toEqual([army.id, city!.id])
    expect(await knownTerm(the.store, city!.id)).toMatchObject({ note: 'hers', state: 'approved' })
  })

  test('retires an added entry about which a document has decided, so that the decision stays on record', async () => {
    const { batch, added } = await importTerms(the.store, wanted({ told: told('source,target\nفصائل,factions') }), salma(1))
    const { id } = added[0]!
    await decideInDocument(the.store, { documentId: the.document.id, termId: id, never: true }, salma(2))
    expect(await undoImport(the.store, batch!.id, salma(3))).toMatchObject({ removed: 1, left: [] })
    expect(await knownTerm(the.store, id)).toMatchObject({ state: 'retired' })
    expect(await the.store.decisions.of(the.document.id)).toMatchObject([{ termId: id }])
  })

  test('leaves an entry alone whose former Arabic another has come to', async () => {
    const rows = 'source,target,state\nالحشد الشعبي,Popular Mobilization Forces,retired'
    const { batch } = await importTerms(the.store, wanted({ told: told(rows), choices: all('take') }), salma(1))
    await addTerm(the.store, the.desk.id, entry('الحشد الشعبي', 'Hashd'), karim(2))
    expect((await undoImport(the.store, batch!.id, salma(3))).left.map(({ id }) => id)).toEqual([the.forces.id])
  })

  test('twice is refused by name', async () => {
    const { batch } = await importTerms(the.store, wanted(), salma(1))
    await undoImport(the.store, batch!.id, salma(2))
    await expect(undoImport(the.store, batch!.id, salma(3))).rejects.toMatchObject({ code: 'batch.undone', values: { name: 'groups.csv' } })
  })

  test('leaves the same file to be imported once more', async () => {
    const { batch } = await importTerms(the.store, wanted(), salma(1))
    await undoImport(the.store, batch!.id, salma(2))
    expect((await importTerms(the.store, wanted(), salma(3))).added).toHaveLength(2)
  })

  test('of which a step fails leaves everything as it was', async () => {
    const { batch } = await importTerms(the.store, wanted({ choices: all('take') }), salma(1))
    const before = await glossary()
    await expect(undoImport(failingAt(the.store, 'terms', 'saveAll'), batch!.id, salma(2))).rejects.toThrow('saveAll fails')
    expect(await glossary()).toEqual(before)
    expect(await the.store.batches.get(batch!.id)).toMatchObject({ undoneAt: null })
  })
})
