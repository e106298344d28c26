import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { addTerm } from '../../src/actions/add-term.ts'
import { beginMends } from '../../src/actions/begin-mends.ts'
import { changeTerm } from '../../src/actions/change-term.ts'
import { decideTerm } from '../../src/actions/decide-term.ts'
import { effectOfDecision, entriesCarried } from '../../src/actions/decision-effect.ts'
import { knownTerm } from '../../src/actions/known.ts'
import { mendForTerm } from '../../src/actions/mend-for-term.ts'
import { proposalsFor } from '../../src/actions/mend-proposals.ts'
import { recheckSlice } from '../../src/actions/recheck.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import { undoTermChange } from '../../src/actions/undo-batch.ts'
import { waiveFindings } from '../../src/actions/waive-findings.ts'
import { findingName } from '../../src/core/checks/finding-name.ts'
import { withCarried } from '../../src/core/glossary/decide/carried.ts'
import type { Term, TermDraft } from '../../src/core/glossary/term.ts'
import type { Segment, Status } from '../../src/core/segment.ts'
import type { Batch, Desk, Store } from '../../src/store/store.ts'
import { type Cast, cast, entry, heading, karim, popularForces, salma } from '../support/cast.ts'

let the: Cast
let store: Store
let all: Segment[]

const hashd: TermDraft = {
  ...popularForces,
  renderings: [
    { text: 'Hashd al-Shaabi', standing: 'preferred' },
    { text: 'Popular Mobilization Units', standing: 'avoid' },
  ],
}

/** Arabic, its English by the old decision, and its status. */
const texts: [string, string, Status][] = [
  ['قال الحشد الشعبي إنه انسحب.', 'The Popular Mobilization Forces said they had withdrawn.', 'translated'],
  ['وللحشد الشعبي مواقع هناك.', "The PMF's positions are there.", 'reviewed'],
  ['نفى قائد في الحشد الشعبي ذلك.', 'A Popular Mobilization Forces (PMF) commander denied it.', 'final'],
  ['عاد الحشد الشعبي.', 'Hashd al-Shaabi came back.', 'draft'],
  ['ذكر الحشد الشعبي ذلك.', 'They said so.', 'draft'],
  ['الحشد الشعبي غائب', '', 'not-started'],
  ['عاد الهدوء', 'Calm is back.', 'translated'],
]

beforeEach(async () => {
  the = await cast()
  store = the.store
  const paragraphs = texts.map(([source]) => source)
  const { id } = await addDocument(store, { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs, raw: '' }, salma())
  for (const segment of await store.segments.page(id, 0, 100)) {
    const [, target, status] = texts[segment.position - 1]!
    if (target) await saveSegment(store, { segmentId: segment.id, version: 1, target, status }, salma())
  }
  all = await store.segments.page(id, 0, 100)
  while ((await recheckSlice(store, the.desk.id)) > 0);
})

const desk = async (): Promise<Desk> => (await store.desks.get(the.desk.id))!
const forces = () => knownTerm(store, the.forces.id)
const now = async () => (await store.segments.all(all.map(({ id }) => id))).sort((a, b) => a.position - b.position)
const shown = (segments: readonly Segment[]) => segments.map(({ target, status }) => [target, status])

/** A finding of a text kept as it is: whatever the entry says of it. */
async function keep({ id }: Segment) {
  const { version, target } = (await store.segments.get(id))!
  const [finding] = (await store.findings.of([id])).get(id)!
  const reasons = new Map([[findingName(finding!), 'a quotation']])
  await waiveFindings(store, { change: { segmentId: id, version, target }, reasons }, salma(1))
}

async function decide(draft = hashd): Promise<Batch> {
  const { id, version } = await forces()
  return (await decideTerm(store, { termId: id, version, draft }, karim(1)))!
}

async function mendAll(batch: Batch, finals = false) {
  return mendForTerm(store, { batchId: batch.id, chosen: 'all', finals, reason: 'term changed' }, karim(2))
}

describe('before a decision is changed', () => {
  test('it is told where the term is used, what keeps to the new one already, and what would break it', async () => {
    expect(await effectOfDecision(store, await desk(), await forces(), hashd)).toEqual({
      segments: 7,
      documents: 2,
      follows: 1,
      waived: 0,
      breaks: 4,
      already: 1,
      untranslated: 2,
      finished: 3,
      final: 1,
    })
  })

  test('what breaks the entry as it is already is told apart, and what was kept with a reason', async () => {
    const more: TermDraft = { ...popularForces, renderings: [...popularForces.renderings, { text: 'PMFs', standing: 'allowed' }] }
    const told = async () => effectOfDecision(store, await desk(), await forces(), more)
    expect(await told()).toMatchObject({ waived: 0, breaks: 2, already: 2, finished: 0 })
    await keep(all[3]!)
    expect(await told()).toMatchObject({ waived: 1, breaks: 1, already: 1 })
  })

  test('nothing is told where only the note or the authority is new, and nothing is stored', async () => {
    expect(await effectOfDecision(store, await desk(), await forces(), { ...popularForces, note: 'جديد', authority: 'AP' })).toBeNull()
    await effectOfDecision(store, await desk(), await forces(), hashd)
    expect(await forces()).toMatchObject({ version: 1, renderings: popularForces.renderings })
  })
})

describe('after a decision is changed', () => {
  test('each text gets its mend proposed, with ending, article and brackets as they must be; what has none is left to a person', async () => {
    const proposals = await proposalsFor(store, await decide())
    expect(proposals.map(({ segment, mended }) => [segment.position, mended])).toEqual([
      [1, 'The Hashd al-Shaabi said they had withdrawn.'],
      [2, "The Hashd al-Shaabi's positions are there."],
      [3, 'A Hashd al-Shaabi commander denied it.'],
      [5, null],
    ])
  })

  test('a later form that is another now takes the place of the former one, and the first mention brings it in', async () => {
    const inspection = (name: string, short: string) =>
      entry('كتيبة الفحص', name, { firstMention: `${name} (${short})`, laterMention: short })
    const { id } = await addTerm(store, the.desk.id, inspection('Inspection Units', 'IU'), salma())
    const paragraphs = ['قالت كتيبة الفحص ذلك.', 'وأضافت كتيبة الفحص ذلك.']
    const document = await addDocument(store, { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs, raw: '' }, salma())
    const english = ['The Inspection Units (IU) said so.', 'The IU added it.']
    for (const segment of await store.segments.page(document.id, 0, 9)) {
      await saveSegment(store, { segmentId: segment.id, version: 1, target: english[segment.position - 1]! }, salma())
    }
    const batch = (await decideTerm(store, { termId: id, version: 1, draft: inspection('Checking Units', 'CU') }, karim(1)))!
    await mendAll(batch)
    const after = await store.segments.page(document.id, 0, 9)
    expect(after.map(({ target }) => target)).toEqual(['The Checking Units (CU) said so.', 'The CU added it.'])
    expect(await store.findings.openFor(id)).toEqual([])
  })

  test('all of them are mended as revisions of one batch; finished ones are to be looked at again, Final ones stay unless it is said', async () => {
    const batch = await decide()
    expect(await mendAll(batch)).toEqual({ mended: 2, passed: [] })
    expect(shown(await now()).slice(0, 3)).toEqual([
      ['The Hashd al-Shaabi said they had withdrawn.', 'translated'],
      ["The Hashd al-Shaabi's positions are there.", 'translated'],
      [texts[2]![1], 'final'],
    ])
    const [latest] = await store.revisions.list(all[1]!.id)
    expect(latest).toMatchObject({ origin: 'term-change', reason: 'term changed', person: 'Karim', batchId: batch.id })
    expect(await mendAll(batch, true)).toEqual({ mended: 1, passed: [] })
    expect(shown(await now())[2]).toEqual(['A Hashd al-Shaabi commander denied it.', 'translated'])
    expect((await proposalsFor(store, batch)).map(({ segment }) => segment.position)).toEqual([5])
  })

  test('a chosen one that somebody has changed since it was shown is left alone and named', async () => {
    const batch = await decide()
    const [first, second] = await now()
    const chosen = new Map([first, second].map((segment) => [segment!.id, segment!.version]))
    await saveSegment(store, { segmentId: first!.id, version: first!.version, target: 'Popular Mobilization Forces, they said.' }, salma(3))
    const done = await mendForTerm(store, { batchId: batch.id, chosen, finals: false, reason: '' }, karim(4))
    expect(done).toMatchObject({ mended: 1, passed: [{ id: first!.id, target: 'Popular Mobilization Forces, they said.' }] })
    expect((await now())[0]!.target).toBe('Popular Mobilization Forces, they said.')
  })

  test('a text that breaks another required term is mended and stays a draft', async () => {
    await addTerm(store, the.desk.id, entry('انسحب', 'pulled out', { kind: 'noun' }), salma())
    while ((await recheckSlice(store, the.desk.id)) > 0);
    await mendAll(await decide())
    expect(shown(await now())[0]).toEqual(['The Hashd al-Shaabi said they had withdrawn.', 'draft'])
  })

  test('only what is told about an entry begins no batch', async () => {
    const { id, version } = await forces()
    expect(await decideTerm(store, { termId: id, version, draft: { ...popularForces, note: 'جديد' } }, salma())).toBeNull()
    expect(await forces()).toMatchObject({ version: 2, note: 'جديد' })
  })
})

describe('a text kept with a reason', () => {
  const more: TermDraft = { ...popularForces, renderings: [...popularForces.renderings, { text: 'PMFs', standing: 'allowed' }] }
  test.each([
    ['as long as the reason holds', more],
    ['where the entry asks something else now', { ...more, renderings: [{ text: 'the Mobilization', standing: 'preferred' } as const] }],
  ])('is listed with who and why, and not mended with all the others: %s', async (_, draft) => {
    await keep(all[3]!)
    const batch = await decide(draft)
    const proposal = (await proposalsFor(store, batch)).find(({ segment }) => segment.id === all[3]!.id)
    expect(proposal).toMatchObject({ isBroken: true, kept: [{ person: 'سلمى', reason: 'a quotation' }] })
    await mendAll(batch, true)
    expect((await now())[3]!.target).toBe(texts[3]![1])
  })

  test('can be mended by itself', async () => {
    await saveSegment(
      store,
      { segmentId: all[3]!.id, version: all[3]!.version, target: 'The Popular Mobilization Units came back.' },
      salma(),
    )
    await keep(all[3]!)
    const batch = await decide()
    const { id, version } = (await now())[3]!
    await mendForTerm(store, { batchId: batch.id, chosen: new Map([[id, version]]), finals: false, reason: '' }, karim(2))
    expect((await now())[3]!.target).toBe('The Hashd al-Shaabi came back.')
  })
})

describe('other entries that say the former name', () => {
  const units: TermDraft = { ...popularForces, renderings: [{ text: 'Popular Mobilization Units', standing: 'preferred' }] }
  const sentence = 'أقر البرلمان قانون الحشد الشعبي.'
  let law: Term
  let segment: Segment

  beforeEach(async () => {
    law = await addTerm(store, the.desk.id, entry('قانون الحشد الشعبي', 'Popular Mobilization Forces law', { kind: 'phrase' }), salma())
    const { id } = await addDocument(store, { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs: [sentence], raw: '' }, salma())
    const [added] = await store.segments.page(id, 0, 1)
    const target = 'Parliament passed the Popular Mobilization Forces law.'
    segment = (await saveSegment(store, { segmentId: added!.id, version: 1, target, status: 'reviewed' }, salma())).segment
  })

  const inLaw = async (batch: Batch) => (await proposalsFor(store, batch)).filter((one) => one.segment.id === segment.id)

  test('are changed with the decision, mended in the same list and taken back with it', async () => {
    const { id, version } = await forces()
    const [carried] = await entriesCarried(store, await desk(), await forces(), units)
    const others = [{ termId: law.id, version: law.version, draft: withCarried(carried!.term, carried!.texts) }]
    const batch = (await decideTerm(store, { termId: id, version, draft: units, carried: others }, karim(1)))!
    expect(await inLaw(batch)).toMatchObject([{ mended: 'Parliament passed the Popular Mobilization Units law.' }])
    await mendAll(batch, true)
    expect(await inLaw(batch)).toEqual([])
    expect((await store.terms.history(law.id)).length).toBe(1)
    await undoTermChange(store, batch.id, '', salma(9))
    expect(await knownTerm(store, law.id)).toMatchObject({ renderings: law.renderings })
    expect(await store.segments.get(segment.id)).toMatchObject({ target: segment.target, status: 'reviewed' })
  })

  test('left as they are, let the former name stand in texts that nothing finds fault with: these are listed', async () => {
    const batch = await decide(units)
    await mendAll(batch, true)
    expect(await inLaw(batch)).toMatchObject([{ mended: null, isBroken: false }])
    await saveSegment(store, { segmentId: segment.id, version: segment.version, target: 'Parliament passed the Hashd law.' }, salma(3))
    expect(await inLaw(batch)).toEqual([])
  })

  test('of which one was changed meanwhile are not changed, nor is the decision stored', async () => {
    const { id, version } = await forces()
    const carried = [{ termId: law.id, version: law.version + 1, draft: { ...law, note: 'جديد' } }]
    await expect(decideTerm(store, { termId: id, version, draft: units, carried }, karim(1))).rejects.toMatchObject({
      code: 'term.changed',
    })
    expect(await forces()).toMatchObject({ version })
  })
})

test('mends for a changed decision, and taking them back, are not counted for the noise of an entry', async () => {
  const counted = async () => (await store.terms.noise([the.forces.id])).get(the.forces.id)!.mended
  const before = await counted()
  const batch = await decide()
  await mendAll(batch, true)
  await undoTermChange(store, batch.id, '', salma(9))
  expect(await counted()).toBe(before)
})

describe('a change of a decision taken back', () => {
  test('brings the entry, the texts and their statuses back, and leaves nothing to be mended', async () => {
    const before = shown(await now())
    const batch = await decide()
    await mendAll(batch, true)
    expect(await undoTermChange(store, batch.id, 'taken back', salma(9))).toEqual({ segments: 3, leftSegments: [], leftTerms: [] })
    expect(shown(await now())).toEqual(before)
    expect(await forces()).toMatchObject({ renderings: popularForces.renderings, version: 3 })
    expect(await store.batches.get(batch.id)).toMatchObject({ undoneAt: salma(9).at })
    await expect(undoTermChange(store, batch.id, '', salma(10))).rejects.toMatchObject({ code: 'batch.undone' })
    await expect(mendAll(batch)).rejects.toMatchObject({ code: 'batch.undone' })
  })

  test('goes back to what somebody typed between two mends, and not behind it', async () => {
    const batch = await decide()
    await mendAll(batch)
    const [first] = await now()
    const typed = { target: 'Spokesmen of the Popular Mobilization Forces said so in Baghdad.', status: 'draft' } as const
    await saveSegment(store, { segmentId: first!.id, version: first!.version, ...typed }, salma(3))
    await mendAll(batch)
    expect((await now())[0]!.target).toBe('Spokesmen of the Hashd al-Shaabi said so in Baghdad.')
    expect(await undoTermChange(store, batch.id, '', salma(9))).toMatchObject({ leftSegments: [] })
    expect((await now())[0]).toMatchObject(typed)
  })

  test('leaves alone and names what was changed since', async () => {
    const batch = await decide()
    await mendAll(batch)
    const [first] = await now()
    await saveSegment(store, { segmentId: first!.id, version: first!.version, target: 'Hashd al-Shaabi has withdrawn.' }, salma(5))
    const { id, version } = await forces()
    await changeTerm(store, { termId: id, version, draft: { ...hashd, note: 'أحدث' } }, salma(6))
    const undone = await undoTermChange(store, batch.id, '', salma(9))
    expect(undone).toMatchObject({ segments: 1, leftSegments: [{ id: first!.id }], leftTerms: [{ id, note: 'أحدث' }] })
    expect((await now())[0]!.target).toBe('Hashd al-Shaabi has withdrawn.')
  })
})

describe('texts that break an entry as it is', () => {
  test('are mended in a batch of their own, whichever former decision they follow; taken back, the entry stays as it is', async () => {
    const { id } = await forces()
    await changeTerm(
      store,
      { termId: id, version: 1, draft: { ...hashd, renderings: [{ text: 'Hashd', standing: 'preferred' }] } },
      karim(1),
    )
    await changeTerm(store, { termId: id, version: 2, draft: hashd }, karim(1))
    const before = (await now()).map(({ target }) => target)
    const batch = await beginMends(store, id, karim(2))
    expect((await proposalsFor(store, batch)).map(({ segment, mended }) => [segment.position, mended])).toEqual([
      [1, 'The Hashd al-Shaabi said they had withdrawn.'],
      [2, "The Hashd al-Shaabi's positions are there."],
      [3, 'A Hashd al-Shaabi commander denied it.'],
      [5, null],
    ])
    expect(await mendAll(batch)).toEqual({ mended: 2, passed: [] })
    expect(await beginMends(store, id, salma(3))).toEqual(batch)
    await changeTerm(store, { termId: id, version: 3, draft: { ...hashd, note: 'أحدث' } }, karim(3))
    expect(await undoTermChange(store, batch.id, '', salma(9))).toEqual({ segments: 2, leftSegments: [], leftTerms: [] })
    expect((await now()).map(({ target }) => target)).toEqual(before)
    // What breaks a required entry is no finished translation, as ever.
    expect((await now()).slice(0, 2).map(({ status }) => status)).toEqual(['draft', 'draft'])
    expect(await forces()).toMatchObject({ renderings: hashd.renderings, note: 'أحدث' })
    expect((await beginMends(store, id, salma(10))).id).not.toBe(batch.id)
  })

  test('are mended in the batch of the decision as long as it holds', async () => {
    const batch = await decide()
    expect(await beginMends(store, the.forces.id, salma(2))).toEqual(batch)
    const { id, version } = await forces()
    await changeTerm(store, { termId: id, version, draft: popularForces }, karim(3))
    expect((await beginMends(store, id, salma(4))).id).not.toBe(batch.id)
  })

  test('are not asked for of an entry nobody made', async () => {
    await expect(beginMends(store, 99, salma())).rejects.toMatchObject({ code: 'term.missing' })
  })
})

test('a proposed entry is looked for and only advises', async () => {
  const city = await addTerm(store, the.desk.id, entry('الهدوء', 'quiet', { kind: 'noun', state: 'proposed' }), salma())
  while ((await recheckSlice(store, the.desk.id)) > 0);
  expect((await store.findings.of([all[6]!.id])).get(all[6]!.id)).toMatchObject([{ termId: city.id, severity: 'advice' }])
  const { id, version } = (await now())[6]!
  const saved = await saveSegment(store, { segmentId: id, version, target: 'Calm has returned.', status: 'reviewed' }, salma())
  expect(saved.keptFrom).toBeNull()
})
