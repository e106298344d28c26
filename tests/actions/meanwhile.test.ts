import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { addTerm } from '../../src/actions/add-term.ts'
import { changeTerm } from '../../src/actions/change-term.ts'
import { decideTerm } from '../../src/actions/decide-term.ts'
import { importTerms } from '../../src/actions/import-terms.ts'
import { knownTerm } from '../../src/actions/known.ts'
import { mendForTerm } from '../../src/actions/mend-for-term.ts'
import { recheck, recheckSlice } from '../../src/actions/recheck.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import { undoTermChange } from '../../src/actions/undo-batch.ts'
import { undoImport } from '../../src/actions/undo-import.ts'
import { waiveFindings } from '../../src/actions/waive-findings.ts'
import type { TermDraft } from '../../src/core/glossary/term.ts'
import { readTermsCsv } from '../../src/formats/terms-csv.ts'
import type { Batch, Store } from '../../src/store/store.ts'
import { type Cast, cast, entry, heading, interrupted, karim, popularForces, salma, setState } from '../support/cast.ts'

const old = 'The Popular Mobilization Forces said so.'
const mended = 'The Hashd al-Shaabi said so.'
const hashd: TermDraft = { ...popularForces, renderings: [{ text: 'Hashd al-Shaabi', standing: 'preferred' }] }

let the: Cast
let store: Store
let documentId: number

/** Thirty translated segments with the old rendering: two slices of mends. */
beforeEach(async () => {
  the = await cast()
  store = the.store
  const paragraphs = Array.from({ length: 30 }, (_, n) => `قال الحشد الشعبي ذلك، ${n}.`)
  documentId = (await addDocument(store, { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs, raw: '' }, salma())).id
  for (const { id } of await all()) await saveSegment(store, { segmentId: id, version: 1, target: old, status: 'translated' }, salma())
  await recheckAll()
})

const all = () => store.segments.page(documentId, 0, 100)
const targets = async () => (await all()).map(({ target }) => target)
const recheckAll = async () => {
  while ((await recheckSlice(store, the.desk.id)) > 0);
}

async function decide(draft = hashd): Promise<Batch> {
  const { id, version } = await knownTerm(store, the.forces.id)
  const batch = await decideTerm(store, { termId: id, version, draft }, karim(1))
  await recheckAll()
  return batch!
}

const mendAll = (batch: Batch, by: Store = store) =>
  mendForTerm(by, { batchId: batch.id, chosen: 'all', finals: false, reason: 'term changed' }, karim(2))
const typed = async (position: number, target: string) => {
  const { id, version } = (await all())[position - 1]!
  return saveSegment(store, { segmentId: id, version, target }, salma(3))
}

describe('while texts are mended', () => {
  test('what somebody saves is left alone and named, and the others are mended', async () => {
    const batch = await decide()
    const done = await mendAll(
      batch,
      interrupted(store, () => typed(2, 'Hers.')),
    )
    expect([done.mended, done.passed.map(({ position, target }) => [position, target])]).toEqual([29, [[2, 'Hers.']]])
    expect((await targets()).slice(0, 3)).toEqual([mended, 'Hers.', mended])
  })

  test('a decision taken back stops them, and every text is what it was', async () => {
    const batch = await decide()
    const second = interrupted(store, () => undoTermChange(store, batch.id, 'taken back', salma(4)), 2)
    const done = await mendAll(batch, second)
    expect([done.mended, done.passed.length]).toEqual([20, 10])
    expect(new Set(await targets())).toEqual(new Set([old]))
    expect(await knownTerm(store, the.forces.id)).toMatchObject({ renderings: popularForces.renderings })
  })

  test('another decision stops them, for they are mends of the former one', async () => {
    const batch = await decide()
    const again = { ...hashd, renderings: [{ text: 'al-Hashd', standing: 'preferred' as const }] }
    const done = await mendAll(
      batch,
      interrupted(store, () => decide(again), 2),
    )
    expect([done.mended, done.passed.length]).toEqual([20, 10])
    expect(new Set((await targets()).slice(20))).toEqual(new Set([old]))
  })

  test('two who mend the same mend each text once', async () => {
    const batch = await decide()
    const done = await Promise.all([mendAll(batch), mendAll(batch)])
    expect(done.reduce((sum, { mended }) => sum + mended, 0)).toBe(30)
    expect((await store.batches.revisions(batch.id)).length).toBe(30)
  })
})

describe('while a decision is taken back', () => {
  test('what somebody still mends in it is taken back too', async () => {
    const batch = await decide()
    const [first] = await all()
    await mendForTerm(
      store,
      { batchId: batch.id, chosen: new Map([[first!.id, first!.version]]), finals: false, reason: 'term changed' },
      karim(2),
    )
    // The entry was changed since, so it stays, and nothing stops who mends by it.
    const { id, version } = await knownTerm(store, the.forces.id)
    await changeTerm(store, { termId: id, version, draft: { ...hashd, note: 'since' } }, salma(3))
    const undone = await undoTermChange(
      interrupted(store, () => mendAll(batch)),
      batch.id,
      'taken back',
      salma(4),
    )
    expect(undone).toMatchObject({ segments: 30, leftSegments: [], leftTerms: [{ id }] })
    expect(new Set(await targets())).toEqual(new Set([old]))
  })

  test('two who take it back do it once', async () => {
    const batch = await decide()
    await mendAll(batch)
    const undo = () => undoTermChange(store, batch.id, 'taken back', salma(4))
    const done = await Promise.allSettled([undo(), undo()])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(new Set(await targets())).toEqual(new Set([old]))
  })

  test('an entry whose Arabic another one has now stays as it is, and the texts go back', async () => {
    await setState(store, the.base.id, 'retired')
    const batch = await decide({ ...hashd, spellings: ['الحشد الشعبي', 'الحشد العشائري'] })
    const second = await decide({ ...hashd, spellings: ['الحشد العشائري'] })
    await addTerm(store, the.desk.id, entry('الحشد الشعبي', 'PMF'), salma(2))
    const undone = await undoTermChange(store, second.id, 'taken back', salma(4))
    expect(undone.leftTerms).toMatchObject([{ id: the.forces.id }])
    expect((await store.batches.get(second.id))?.undoneAt).toBe(salma(4).at)
    expect(batch.id).not.toBe(second.id)
  })

  test('a text kept with a reason is done again as it was', async () => {
    const kept = 'They said so.'
    const { segment } = await typed(1, kept)
    const change = { segmentId: segment.id, version: segment.version, target: kept }
    const finding = `terms missing ${the.forces.id} الحشد الشعبي`
    const waived = await waiveFindings(store, { change, reasons: new Map([[finding, 'a pronoun will do']]) }, salma(4))
    await saveSegment(store, { ...change, version: waived.segment.version, status: 'reviewed' }, salma(5))
    const batch = await decide()
    await undoTermChange(store, batch.id, 'taken back', salma(6))
    await recheckAll()
    const [first] = await all()
    expect((await store.findings.of([first!.id])).get(first!.id)).toMatchObject([{ waiver: { reason: 'a pronoun will do' } }])
  })
})

test('two who decide the same entry: the second is told, and nothing of the first is lost', async () => {
  const { id, version } = await knownTerm(store, the.forces.id)
  const decided = (draft: TermDraft) => decideTerm(store, { termId: id, version, draft }, salma(1))
  const done = await Promise.allSettled([decided(hashd), decided({ ...popularForces, strength: 'warning' })])
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(await knownTerm(store, id)).toMatchObject({ version: 2, renderings: hashd.renderings, strength: 'required' })
})

describe('while an import is planned', () => {
  const told = () => readTermsCsv('source,target\nالهدوء,calm\nالجيش,military').told
  const wanted = () => ({ deskId: the.desk.id, told: told(), name: 'groups.csv', choices: { all: 'take' as const, each: new Map() } })

  test('an entry that somebody adds is not added a second time', async () => {
    const quicker = interrupted(store, () => addTerm(store, the.desk.id, entry('الهدوء', 'quiet'), karim()))
    const { added, changed } = await importTerms(quicker, wanted(), salma(1))
    expect([added.length, changed.map(({ renderings }) => renderings[0]!.text)]).toEqual([0, ['calm', 'military']])
    expect(await store.terms.withSpellings(the.desk.id, ['الهدوء'])).toHaveLength(1)
  })

  test('or taken back, what somebody changes stays as it is', async () => {
    const { batch } = await importTerms(store, wanted(), salma(1))
    const army = await knownTerm(store, the.army.id)
    const change = () => changeTerm(store, { termId: army.id, version: army.version, draft: { ...army, note: 'since' } }, karim(2))
    const undone = await undoImport(interrupted(store, change), batch!.id, salma(3))
    expect(undone).toMatchObject({ removed: 1, restored: 0, left: [{ id: army.id, note: 'since' }] })
    expect(await store.terms.withSpellings(the.desk.id, ['الهدوء'])).toEqual([])
  })
})

test('a glossary changed while segments are looked at again counts for them', async () => {
  await addTerm(store, the.desk.id, entry('السوداني', 'al-Sudani', { strength: 'warning' }), salma())
  const { id: another } = await addDocument(
    store,
    { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs: ['قال السوداني ذلك'], raw: '' },
    salma(),
  )
  const [segment] = await store.segments.page(another, 0, 1)
  await saveSegment(store, { segmentId: segment!.id, version: 1, target: 'Sudany said so.' }, salma())
  await store.segments.need(the.desk.id, await store.desks.raiseGlossaryVersion(the.desk.id))
  await store.findings.replace(new Map([[segment!.id, []]]))
  const desk = (await store.desks.get(the.desk.id))!
  // What one entry renders so is no misspelling of another: told only by findings that are there.
  const quicker = interrupted(store, () => addTerm(store, the.desk.id, entry('أسوان', 'Sudany'), salma()))
  await recheck(quicker, desk, await store.segments.all([segment!.id]))
  await recheckAll()
  expect((await store.findings.of([segment!.id])).get(segment!.id)).toMatchObject([{ verdict: 'missing' }])
})
