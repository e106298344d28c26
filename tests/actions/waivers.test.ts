import { beforeEach, describe, expect, test } from 'vitest'
import { addTerm } from '../../src/actions/add-term.ts'
import { changeTerm } from '../../src/actions/change-term.ts'
import { decideInDocument } from '../../src/actions/decide-in-document.ts'
import { knownTerm } from '../../src/actions/known.ts'
import { recheckSlice } from '../../src/actions/recheck.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import { takeBackWaiver, waiveFindings } from '../../src/actions/waive-findings.ts'
import { waiversOf } from '../../src/actions/waivers-of.ts'
import { findingName } from '../../src/core/checks/finding-name.ts'
import type { TermDraft } from '../../src/core/glossary/term.ts'
import type { By } from '../../src/core/person.ts'
import type { Status } from '../../src/core/segment.ts'
import type { Store } from '../../src/store/store.ts'
import { broken, type Cast, cast, entry, failingAt, karim, popularForces, salma, segmentAt } from '../support/cast.ts'

let the: Cast

beforeEach(async () => {
  the = await cast()
  await save(broken)
})

async function change(target?: string, status?: Status) {
  const { id, version, target: stored } = await segmentAt(the, 1)
  return { segmentId: id, version, target: target ?? stored, ...(status ? { status } : {}) }
}

const save = async (target: string, by: By = salma(), status?: Status) => saveSegment(the.store, await change(target, status), by)

async function findings() {
  const { id } = await segmentAt(the, 1)
  return (await the.store.findings.of([id])).get(id) ?? []
}

async function waive(reason: string, by: By = salma(5), store: Store = the.store) {
  const [finding] = await findings()
  return waiveFindings(store, { change: await change(), reasons: new Map([[findingName(finding!), reason]]) }, by)
}

async function takeBack(by: By = salma(30), store: Store = the.store) {
  const [finding] = await findings()
  return takeBackWaiver(store, { change: await change(), waiverId: finding?.waiver?.id ?? 0 }, by)
}

const otherwise: Partial<TermDraft> = {
  renderings: [{ text: 'Hashd al-Shaabi', standing: 'preferred' }, ...popularForces.renderings.slice(1)],
}

async function changeForces(change: Partial<TermDraft>, by: By) {
  const { version } = await knownTerm(the.store, the.forces.id)
  await changeTerm(the.store, { termId: the.forces.id, version, draft: { ...popularForces, ...change } }, by)
  while ((await recheckSlice(the.store, the.desk.id)) > 0);
}

const revisions = async () => the.store.revisions.list((await segmentAt(the, 1)).id)

describe('overruling a finding', () => {
  test('lets the segment become translated, and says who and why', async () => {
    await waive('a quotation of the minister', karim(5))
    expect(await findings()).toMatchObject([
      { verdict: 'avoid', waiver: { reason: 'a quotation of the minister', person: 'Karim', at: karim(5).at } },
    ])
    expect(await save(broken, salma(6), 'translated')).toMatchObject({ keptFrom: null, segment: { status: 'translated' } })
  })

  test.each(['', '  \n'])('needs a reason: %j is none, and nothing is changed by it', async (reason) => {
    const typed = { ...(await change()), target: `${broken} More.` }
    const [finding] = await findings()
    const waiving = waiveFindings(the.store, { change: typed, reasons: new Map([[findingName(finding!), reason]]) }, salma(5))
    await expect(waiving).rejects.toMatchObject({ code: 'waiver.no-reason' })
    expect(await segmentAt(the, 1)).toMatchObject({ target: broken })
    expect(await findings()).toMatchObject([{ waiver: null }])
  })

  test('saves what was typed meanwhile, and holds for that text', async () => {
    const [finding] = await findings()
    const typed = { ...(await change()), target: `${broken} More.` }
    await waiveFindings(the.store, { change: typed, reasons: new Map([[findingName(finding!), 'a quotation']]) }, salma(5))
    expect(await segmentAt(the, 1)).toMatchObject({ target: `${broken} More.` })
    expect(await findings()).toMatchObject([{ waiver: { target: `${broken} More.` } }])
  })

  test('of a finding that is gone is refused', async () => {
    const [finding] = await findings()
    await save('Nothing of the kind.')
    const waiving = waiveFindings(the.store, { change: await change(), reasons: new Map([[findingName(finding!), 'why']]) }, salma(5))
    await expect(waiving).rejects.toMatchObject({ code: 'waiver.finding-gone', values: { position: 1 } })
  })

  test('works for a term added a moment ago, before its segments were looked at again', async () => {
    const term = await addTerm(the.store, the.desk.id, entry('فصائل', 'groups'), salma(4))
    const finding = findingName({ check: 'terms', verdict: 'missing', termId: term.id, values: { surface: 'فصائل' } })
    await waiveFindings(the.store, { change: await change(), reasons: new Map([[finding, 'the minister’s word']]) }, salma(5))
    expect((await findings()).find(({ termId }) => termId === term.id)).toMatchObject({ waiver: { reason: 'the minister’s word' } })
  })

  test('holds until the text changes', async () => {
    await waive('a quotation')
    await save(`${broken} More.`, salma(6))
    expect(await findings()).toMatchObject([{ waiver: null }])
    expect(await save(`${broken} More.`, salma(7), 'translated')).toMatchObject({ keptFrom: 'translated' })
  })

  test('holds again when the text is what it was', async () => {
    await waive('a quotation')
    await save(`${broken} More.`, salma(6))
    await save(broken, salma(7))
    expect(await findings()).toMatchObject([{ waiver: { reason: 'a quotation' } }])
  })

  test('holds until the entry asks something else', async () => {
    await waive('a quotation')
    await changeForces(otherwise, salma(8))
    expect(await findings()).toMatchObject([{ verdict: 'avoid', waiver: null }])
    expect(await save(broken, salma(9), 'translated')).toMatchObject({ keptFrom: 'translated' })
  })

  test.each<[string, Partial<TermDraft>, boolean]>([
    ['another rendering that may be used', { renderings: [...popularForces.renderings, { text: 'PMFs', standing: 'allowed' }] }, true],
    ['one to avoid that does not stand there', { renderings: [...popularForces.renderings, { text: 'Hashd', standing: 'avoid' }] }, true],
    ['one to avoid that stands there', { renderings: [...popularForces.renderings, { text: 'factions', standing: 'avoid' }] }, false],
    ['a first mention, of which it says nothing', { firstMention: 'Popular Mobilization Forces (PMF)', laterMention: 'PMF' }, true],
    ['another spelling or plural', { spellings: ['الحشد الشعبي', 'الحشد'], plurals: ['حشود'] }, true],
    ['another strength', { strength: 'warning' }, false],
    ['being only proposed', { state: 'proposed' }, false],
  ])('for %s, holds: %3$s', async (_, change, holds) => {
    await waive('a quotation')
    await changeForces(change, salma(8))
    expect((await findings()).some(({ waiver }) => waiver !== null)).toBe(holds)
  })

  test('outlives a new note, and no segment is looked at again for it', async () => {
    await waive('a quotation')
    while ((await recheckSlice(the.store, the.desk.id)) > 0);
    const { version } = await knownTerm(the.store, the.forces.id)
    await changeTerm(the.store, { termId: the.forces.id, version, draft: { ...popularForces, note: 'as in March' } }, salma(8))
    expect(await the.store.segments.stale(the.desk.id, 9)).toEqual([])
    expect(await save(broken, salma(9), 'translated')).toMatchObject({ keptFrom: null })
    expect(await findings()).toMatchObject([{ waiver: { reason: 'a quotation' } }])
  })

  test('holds again when the entry is what it was', async () => {
    await waive('a quotation')
    await changeForces(otherwise, salma(8))
    await changeForces({}, salma(9))
    expect(await findings()).toMatchObject([{ waiver: { reason: 'a quotation' } }])
  })

  test('outlives a change of another entry', async () => {
    await waive('a quotation')
    await addTerm(the.store, the.desk.id, entry('مدينة', 'city'), salma(8))
    while ((await recheckSlice(the.store, the.desk.id)) > 0);
    expect(await findings()).toMatchObject([{ waiver: { reason: 'a quotation' } }])
  })

  test('of which a step fails leaves nothing behind', async () => {
    await expect(waive('a quotation', salma(5), failingAt(the.store, 'findings', 'replace'))).rejects.toThrow('findings.replace fails')
    expect(await findings()).toMatchObject([{ waiver: null }])
    expect((await the.store.waivers.ofDocument(the.document.id)).length).toBe(0)
  })
})

describe('the report of what was overruled', () => {
  const report = async () =>
    (await waiversOf(the.store, the.document.id)).map(({ position, reason, standing }) => [position, reason, standing])

  test('says where, why, and that it holds', async () => {
    await waive('a quotation', karim(5))
    expect(await report()).toEqual([[1, 'a quotation', 'holds']])
    expect(await waiversOf(the.store, the.document.id)).toMatchObject([{ person: 'Karim', at: karim(5).at, surface: 'بالحشد الشعبي' }])
  })

  test('says when the English changed', async () => {
    await waive('a quotation')
    await save(`${broken} More.`, salma(6))
    expect(await report()).toEqual([[1, 'a quotation', 'text-changed']])
  })

  test('says when the entry changed, before anything was looked at again', async () => {
    await waive('a quotation')
    const { version } = await knownTerm(the.store, the.forces.id)
    await changeTerm(the.store, { termId: the.forces.id, version, draft: { ...popularForces, ...otherwise } }, salma(8))
    expect(await report()).toEqual([[1, 'a quotation', 'term-changed']])
  })

  test('says when the entry is never meant in the document any more', async () => {
    await waive('another Hashd')
    await decideInDocument(the.store, { documentId: the.document.id, termId: the.forces.id, never: true }, salma(8))
    expect(await report()).toEqual([[1, 'another Hashd', 'settled']])
  })

  test('counts for the entry', async () => {
    await waive('a quotation')
    expect((await the.store.terms.noise([the.forces.id])).get(the.forces.id)).toEqual({ mended: 0, waived: 1 })
  })
})

describe('taking a waiver back', () => {
  test('lets the finding stand again', async () => {
    await waive('a quotation')
    await takeBack()
    expect(await findings()).toMatchObject([{ waiver: null }])
    expect(await save(broken, salma(31), 'translated')).toMatchObject({ keptFrom: 'translated' })
  })

  test.each(['translated', 'reviewed'] as const)('makes a %s segment a draft, as a revision of its own', async (status) => {
    await waive('a quotation')
    await save(broken, salma(6), status)
    expect(await takeBack(karim(30))).toMatchObject({ keptFrom: status, segment: { status: 'draft', target: broken } })
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'draft', target: broken })
    expect((await revisions())[0]).toMatchObject({ status: 'draft', target: broken, person: 'Karim' })
  })

  test('leaves a segment done that nothing required keeps from it', async () => {
    const text = 'The military said factions linked to the Popular Mobilization Forces denied it.'
    await save(text)
    await waive('the house says so')
    await save(text, salma(6), 'translated')
    await takeBack()
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'translated' })
    expect(await findings()).toMatchObject([{ severity: 'warning', waiver: null }])
  })

  test('is refused in a final segment, which is locked', async () => {
    await waive('a quotation')
    await save(broken, salma(6), 'final')
    await expect(takeBack()).rejects.toMatchObject({ code: 'segment.final' })
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'final' })
    expect(await findings()).toMatchObject([{ waiver: { reason: 'a quotation' } }])
  })

  test('twice, or from another segment, changes nothing', async () => {
    await waive('a quotation')
    const [{ waiver } = {}] = await findings()
    const other = await segmentAt(the, 2)
    await takeBackWaiver(
      the.store,
      { change: { segmentId: other.id, version: other.version, target: '' }, waiverId: waiver!.id },
      salma(30),
    )
    expect(await findings()).toMatchObject([{ waiver: { id: waiver!.id } }])
    await takeBack()
    await takeBackWaiver(the.store, { change: await change(), waiverId: waiver!.id }, salma(31))
    expect(await findings()).toMatchObject([{ waiver: null }])
  })

  test('of which a step fails leaves nothing behind', async () => {
    await waive('a quotation')
    await save(broken, salma(6), 'translated')
    await expect(takeBack(salma(30), failingAt(the.store, 'revisions', 'add'))).rejects.toThrow('revisions.add fails')
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'translated' })
    expect(await findings()).toMatchObject([{ waiver: { reason: 'a quotation' } }])
  })
})
