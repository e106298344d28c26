import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { addTerm } from '../../src/actions/add-term.ts'
import { changeTerm } from '../../src/actions/change-term.ts'
import { knownTerm } from '../../src/actions/known.ts'
import { recheck, recheckSlice } from '../../src/actions/recheck.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import { type Cast, cast, entry, failingAt, heading, karim, popularForces, right, salma, segmentAt, setState } from '../support/cast.ts'

let the: Cast

beforeEach(async () => {
  the = await cast()
})

const glossaryVersion = async () => (await the.store.desks.get(the.desk.id))!.glossaryVersion
const stale = async () => the.store.segments.stale(the.desk.id, 1000)

async function recheckAll(): Promise<number[]> {
  const slices: number[] = []
  for (let done = await recheckSlice(the.store, the.desk.id); done > 0; done = await recheckSlice(the.store, the.desk.id)) slices.push(done)
  return slices
}

describe('adding a term', () => {
  test('raises the version of the glossary and leaves the segments that can have it to be looked at again', async () => {
    const before = await glossaryVersion()
    await addTerm(the.store, the.desk.id, entry('المدينة', 'city'), salma())
    expect(await glossaryVersion()).toBe(before + 1)
    expect(await stale()).toHaveLength(1)
    await recheckAll()
    expect(await stale()).toEqual([])
  })

  test('is found in the segments that are translated already', async () => {
    const { id, version } = await segmentAt(the, 1)
    await saveSegment(the.store, { segmentId: id, version, target: right, status: 'translated' }, salma())
    const { id: termId } = await addTerm(the.store, the.desk.id, entry('فصائل', 'groups'), salma())
    await recheckAll()
    expect((await the.store.findings.of([id])).get(id)).toMatchObject([{ termId, verdict: 'missing', severity: 'required' }])
  })

  test.each(['الحشد الشعبي', 'الحَشد الشعبي', 'الحـشد الشعبي'])(
    'with a spelling that is taken (%s) is refused, and says by which',
    async (taken) => {
      const adding = addTerm(the.store, the.desk.id, entry('حشد جديد', 'Crowd', { spellings: ['حشد جديد', taken] }), salma())
      await expect(adding).rejects.toMatchObject({
        code: 'term.taken',
        values: { spelling: 'الحشد الشعبي', rendering: 'Popular Mobilization Forces', id: the.forces.id },
      })
    },
  )

  test('whose spelling only a retired entry has is taken in', async () => {
    await setState(the.store, the.forces.id, 'retired')
    await expect(addTerm(the.store, the.desk.id, entry('الحشد الشعبي', 'PMF'), salma())).resolves.toMatchObject({ version: 1 })
  })

  test('of which a step fails leaves nothing behind', async () => {
    const before = [await glossaryVersion(), await the.store.terms.all(the.desk.id)]
    const failing = failingAt(the.store, 'desks', 'raiseGlossaryVersion')
    await expect(addTerm(failing, the.desk.id, entry('المدينة', 'city'), salma())).rejects.toThrow('raiseGlossaryVersion fails')
    expect([await glossaryVersion(), await the.store.terms.all(the.desk.id)]).toEqual(before)
  })
})

describe('changing a term', () => {
  const changed = (change = {}) => ({ termId: the.forces.id, version: the.forces.version, draft: { ...popularForces, ...change } })

  test('keeps the former state in its history and raises the version of the glossary', async () => {
    const before = await glossaryVersion()
    await changeTerm(the.store, changed({ strength: 'warning' }), karim(1))
    expect(await knownTerm(the.store, the.forces.id)).toMatchObject({
      strength: 'warning',
      changedBy: 'Karim',
      version: the.forces.version + 1,
    })
    expect(await the.store.terms.history(the.forces.id)).toMatchObject([{ person: 'سلمى', entry: { strength: 'required' } }])
    expect(await glossaryVersion()).toBe(before + 1)
  })

  test('is felt in the segments once they are looked at again', async () => {
    const { id, version } = await segmentAt(the, 1)
    await saveSegment(the.store, { segmentId: id, version, target: right, status: 'translated' }, salma())
    const renderings = [{ text: 'Hashd', standing: 'preferred' as const }]
    await changeTerm(the.store, changed({ renderings }), salma(1))
    await recheckAll()
    expect((await the.store.findings.of([id])).get(id)).toMatchObject([{ termId: the.forces.id, values: { wanted: 'Hashd' } }])
  })

  test('based on an old version changes nothing and says who was first', async () => {
    await changeTerm(the.store, changed({ note: 'hers' }), karim(1))
    const before = await glossaryVersion()
    await expect(changeTerm(the.store, changed({ note: 'mine' }), salma(2))).rejects.toMatchObject({
      code: 'term.changed',
      values: { person: 'Karim', spelling: 'الحشد الشعبي' },
    })
    expect(await knownTerm(the.store, the.forces.id)).toMatchObject({ note: 'hers' })
    expect(await glossaryVersion()).toBe(before)
  })

  test('to a spelling that is taken is refused; its own it may keep', async () => {
    await expect(changeTerm(the.store, changed({ spellings: ['الجيش'] }), salma())).rejects.toMatchObject({ code: 'term.taken' })
    await expect(changeTerm(the.store, changed({ spellings: ['الحشد الشعبي', 'الحشد'] }), salma())).resolves.toBeUndefined()
  })

  test('a retired term is kept and no longer looked for, and may be taken up again', async () => {
    const { id, version } = await segmentAt(the, 1)
    await setState(the.store, the.forces.id, 'retired')
    await saveSegment(the.store, { segmentId: id, version, target: 'The army.' }, salma())
    expect((await the.store.findings.of([id])).get(id)).toEqual([])
    const retired = await knownTerm(the.store, the.forces.id)
    await setState(the.store, retired.id, 'approved')
    await recheckAll()
    expect((await the.store.findings.of([id])).get(id)).toMatchObject([{ termId: the.forces.id }])
  })

  test('a retired term whose spelling was given to another cannot be taken up again', async () => {
    await setState(the.store, the.forces.id, 'retired')
    await addTerm(the.store, the.desk.id, entry('الحشد الشعبي', 'PMF'), salma())
    const retired = await knownTerm(the.store, the.forces.id)
    const takingUp = setState(the.store, retired.id, 'approved')
    await expect(takingUp).rejects.toMatchObject({ code: 'term.taken' })
  })
})

describe('looking at segments again', () => {
  test('goes in slices until none is left, and a later start goes on where it stopped', async () => {
    const many = Array.from({ length: 95 }, (_, n) => `الفقرة ${n}`)
    await addDocument(the.store, { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs: many, raw: '' }, salma())
    await addTerm(the.store, the.desk.id, entry('المدينة', 'city'), salma())
    await recheckSlice(the.store, the.desk.id)
    const left = (await stale()).length
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(98)
    const slices = await recheckAll()
    expect(slices.reduce((sum, done) => sum + done, 0)).toBe(left)
    expect(await stale()).toEqual([])
  })

  test('never puts the findings of an old text over those of a new one', async () => {
    const before = await segmentAt(the, 1)
    const desk = (await the.store.desks.get(the.desk.id))!
    await saveSegment(the.store, { segmentId: before.id, version: before.version, target: right }, salma())
    await recheck(the.store, desk, [before])
    expect((await the.store.findings.of([before.id])).get(before.id)).toEqual([])
  })
})
