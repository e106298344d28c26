import { beforeEach, describe, expect, test } from 'vitest'
import { restoreRevision } from '../../src/actions/restore-revision.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import { setAside } from '../../src/actions/set-aside.ts'
import type { By } from '../../src/core/person.ts'
import type { Status } from '../../src/core/segment.ts'
import { broken, type Cast, cast, failingAt, karim, right, salma, segmentAt } from '../support/cast.ts'

let the: Cast

beforeEach(async () => {
  the = await cast()
})

/** Saves a text in the first segment, or another, on the version that is stored. */
async function save(target: string, by: By = salma(), status?: Status, position = 1) {
  const { id, version } = await segmentAt(the, position)
  return saveSegment(the.store, { segmentId: id, version, target, ...(status ? { status } : {}) }, by)
}

const revisions = async (position = 1) => the.store.revisions.list((await segmentAt(the, position)).id)
const findings = async (position = 1) => {
  const { id } = await segmentAt(the, position)
  return (await the.store.findings.of([id])).get(id) ?? []
}

describe('saving a translation', () => {
  test('makes a revision that says who, when, which status and where from', async () => {
    await save(right, salma(3))
    expect(await revisions()).toMatchObject([
      { number: 1, target: right, status: 'draft', origin: 'typed', reason: '', person: 'سلمى', at: salma(3).at, until: salma(3).at },
    ])
    expect(await segmentAt(the, 1)).toMatchObject({ target: right, status: 'draft' })
  })

  test('twice within ten minutes is one revision, with the time of both saves', async () => {
    await save('The army said', salma(0))
    await save('The army said that', salma(4))
    await save(right, salma(9))
    expect(await revisions()).toMatchObject([{ number: 1, target: right, at: salma(0).at, until: salma(9).at }])
  })

  test('after more than ten minutes begins a new revision', async () => {
    await save('The army said', salma(0))
    await save('The army said that', salma(11))
    expect((await revisions()).map(({ target }) => target)).toEqual(['The army said that', 'The army said'])
  })

  test('by another person begins a new revision', async () => {
    await save('The army said', salma(0))
    await save('The army said that', karim(1))
    expect((await revisions()).map(({ person }) => person)).toEqual(['Karim', 'سلمى'])
  })

  test('with another status begins a new revision', async () => {
    await save(right, salma(0))
    await save(right, salma(1), 'translated')
    expect((await revisions()).map(({ status }) => status)).toEqual(['translated', 'draft'])
  })

  test.each(['', 'Something else entirely stands here now.'])('a text wiped out (%j) stays in the history', async (next) => {
    await save(right, salma(0))
    await save(next, salma(1))
    expect((await revisions()).map(({ target }) => target)).toEqual([next, right])
  })

  test('in steps that each keep half wears no text away: it stays in the history as it was at its fullest', async () => {
    const steps = [right, 'The army said factions linked to the Forces.', 'The army said factions did.', 'The army denied it.']
    for (const [minutes, text] of steps.entries()) await save(text, salma(minutes))
    const texts = (await revisions()).map(({ target }) => target)
    expect([texts[0], texts.at(-1)]).toEqual([steps[3], right])
  })

  test('without a change makes no revision and no new version', async () => {
    await save(right)
    const before = await segmentAt(the, 1)
    await save(right, salma(20))
    expect(await segmentAt(the, 1)).toEqual(before)
    expect(await revisions()).toHaveLength(1)
  })

  test('with a reason alone keeps the reason in the history', async () => {
    const { id } = await segmentAt(the, 1)
    for (const [minutes, reason] of [
      [0, 'the name'],
      [1, 'the name, and the date'],
    ] as const) {
      const { version } = await segmentAt(the, 1)
      await saveSegment(the.store, { segmentId: id, version, target: right, status: 'needs-changes', reason }, salma(minutes))
    }
    expect((await revisions()).map(({ reason }) => reason)).toEqual(['the name, and the date', 'the name'])
  })

  test('an edited finished segment is a draft again', async () => {
    await save(right, salma(0), 'reviewed')
    await save(right.replace('denied', 'rejected'), salma(20))
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'draft' })
  })

  test('keeps the line ends of the text alike, however the browser sent them', async () => {
    await save('The army\r\nsaid so.')
    expect((await segmentAt(the, 1)).target).toBe('The army\nsaid so.')
  })

  test('based on an old version changes nothing and says so', async () => {
    const old = await segmentAt(the, 1)
    await save(right, karim(1))
    const saving = saveSegment(the.store, { segmentId: old.id, version: old.version, target: 'Mine.' }, salma(2))
    await expect(saving).rejects.toMatchObject({ code: 'segment.changed', kind: 'conflict', values: { position: 1 } })
    expect(await segmentAt(the, 1)).toMatchObject({ target: right })
    expect(await revisions()).toHaveLength(1)
  })

  test('of two saves at the same moment one is refused and neither text is mixed', async () => {
    const { id, version } = await segmentAt(the, 1)
    const both = await Promise.allSettled(
      ['Hers.', 'His.'].map((target) => saveSegment(the.store, { segmentId: id, version, target }, salma())),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await revisions()).toHaveLength(1)
  })

  test('a final segment is locked until somebody unlocks it', async () => {
    await save(right, salma(0), 'final')
    await expect(save('Another text.')).rejects.toMatchObject({ code: 'segment.final' })
    expect(await segmentAt(the, 1)).toMatchObject({ target: right, status: 'final' })
    await save(right, salma(1), 'reviewed')
    await save('Another text.', salma(2))
    expect(await segmentAt(the, 1)).toMatchObject({ target: 'Another text.', status: 'draft' })
  })

  test('an empty translation cannot be confirmed', async () => {
    await expect(save('  ', salma(), 'translated')).rejects.toMatchObject({ code: 'segment.nothing-to-confirm' })
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'not-started', target: '' })
  })

  test('a segment that is not there is named', async () => {
    const saving = saveSegment(the.store, { segmentId: 999, version: 0, target: 'x' }, salma())
    await expect(saving).rejects.toMatchObject({ code: 'segment.missing', values: { id: 999 } })
  })
})

describe('a broken required term', () => {
  test.each(['translated', 'reviewed', 'final'] as const)('keeps the text and leaves it a draft instead of %s', async (status) => {
    expect(await save(broken, salma(), status)).toMatchObject({ keptFrom: status, segment: { status: 'draft', target: broken } })
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'draft', target: broken })
    expect(await findings()).toMatchObject([{ severity: 'required', verdict: 'avoid', mend: { text: 'Popular Mobilization Forces' } }])
    expect(await revisions()).toMatchObject([{ target: broken, status: 'draft' }])
  })

  test('asked for again keeps it a draft again', async () => {
    await save(broken, salma(0), 'translated')
    expect(await save(broken, salma(1), 'translated')).toMatchObject({ keptFrom: 'translated' })
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'draft' })
  })

  test('asked for in vain, with nothing else new, leaves no trace in the history', async () => {
    await save(broken, salma(0))
    const { segment, keptFrom } = await save(broken, salma(30), 'translated')
    expect([keptFrom, segment.version]).toEqual(['translated', 2])
    expect(await revisions()).toHaveLength(1)
  })

  test('that is mended lets the segment be translated', async () => {
    await save(broken, salma(0), 'translated')
    expect(await save(right, salma(1), 'translated')).toMatchObject({ keptFrom: null, segment: { status: 'translated' } })
    expect(await findings()).toEqual([])
  })

  test('with an allowed rendering is not broken', async () => {
    expect(await save('The army said factions linked to the PMF denied it.', salma(), 'translated')).toMatchObject({ keptFrom: null })
  })

  test('that is only a warning keeps nothing back', async () => {
    const saved = await save(right.replace('army', 'military'), salma(), 'translated')
    expect(saved).toMatchObject({ keptFrom: null, segment: { status: 'translated' } })
    expect(await findings()).toMatchObject([{ severity: 'warning', termId: the.army.id }])
  })
})

describe('saving over what somebody else saved meanwhile', () => {
  test('keeps the other text in the history', async () => {
    await save('Mine and theirs begin alike.', salma(0))
    const { id, version } = await segmentAt(the, 1)
    await saveSegment(
      the.store,
      { segmentId: id, version, target: 'Mine and theirs begin alike, but mine ends so.', overrides: true },
      salma(1),
    )
    expect((await revisions()).map(({ target }) => target)).toEqual([
      'Mine and theirs begin alike, but mine ends so.',
      'Mine and theirs begin alike.',
    ])
  })
})

describe('taking what somebody else saved meanwhile', () => {
  test('keeps the text that gives way in the history, and the segment as it is', async () => {
    await save(right, karim(1), 'reviewed')
    const before = await segmentAt(the, 1)
    const aside = { segmentId: before.id, target: 'Mine.', reason: 'gave way' }
    expect(await setAside(the.store, aside, salma(2))).toEqual({ segment: before, keptFrom: null })
    expect(await segmentAt(the, 1)).toEqual(before)
    expect(await revisions()).toMatchObject([
      { target: right, status: 'reviewed', origin: 'restore', person: 'سلمى' },
      { target: 'Mine.', status: 'draft', origin: 'typed', reason: 'gave way', person: 'سلمى' },
      { target: right, status: 'reviewed', person: 'Karim' },
    ])
  })

  test.each(['', ' ', right])('keeps nothing where nothing gives way (%j)', async (target) => {
    await save(right, karim(1))
    await setAside(the.store, { segmentId: (await segmentAt(the, 1)).id, target, reason: '' }, salma(2))
    expect(await revisions()).toHaveLength(1)
  })
})

describe('bringing a former text back', () => {
  test('makes a new revision and takes nothing out of the history', async () => {
    await save('One.', salma(0))
    await save('Two entirely other words.', salma(20))
    const { id } = await segmentAt(the, 1)
    await restoreRevision(the.store, { segmentId: id, number: 1, reason: 'from revision 1' }, karim(21))
    expect(await segmentAt(the, 1)).toMatchObject({ target: 'One.', status: 'draft' })
    expect(await revisions()).toMatchObject([
      { number: 3, target: 'One.', origin: 'restore', reason: 'from revision 1', person: 'Karim' },
      { number: 2, origin: 'typed' },
      { number: 1, origin: 'typed' },
    ])
  })

  test('checks it against the glossary of today', async () => {
    await save(broken, salma(0))
    await save(right, salma(20), 'translated')
    const { id } = await segmentAt(the, 1)
    await restoreRevision(the.store, { segmentId: id, number: 1, reason: '' }, salma(21))
    expect(await findings()).toMatchObject([{ verdict: 'avoid' }])
  })

  test('goes on top of what was saved meanwhile, which stays in the history too', async () => {
    await save('One.', salma(0))
    await save('Two entirely other words.', salma(20))
    const { id } = await segmentAt(the, 1)
    await restoreRevision(the.store, { segmentId: id, number: 1, reason: '' }, salma(21))
    expect((await revisions()).map(({ target }) => target)).toEqual(['One.', 'Two entirely other words.', 'One.'])
  })

  test('that is not there changes nothing', async () => {
    await save('One.', salma(0))
    const { id } = await segmentAt(the, 1)
    const restoring = restoreRevision(the.store, { segmentId: id, number: 9, reason: '' }, salma(21))
    await expect(restoring).rejects.toMatchObject({ code: 'revision.missing', values: { id: 9 } })
    expect(await segmentAt(the, 1)).toMatchObject({ target: 'One.' })
  })

  test('into a final segment is refused', async () => {
    await save('One.', salma(0))
    await save(right, salma(20), 'final')
    const { id } = await segmentAt(the, 1)
    const restoring = restoreRevision(the.store, { segmentId: id, number: 1, reason: '' }, salma(21))
    await expect(restoring).rejects.toMatchObject({ code: 'segment.final' })
  })
})

describe('a save of which a step fails', () => {
  test.each([
    ['revisions', 'add'],
    ['findings', 'replace'],
    ['segments', 'save'],
  ] as const)('leaves nothing behind: %s.%s', async (noun, verb) => {
    await save('The army said', salma(0))
    const before = [await segmentAt(the, 1), await revisions(), await findings()]
    const { id, version } = await segmentAt(the, 1)
    const failing = failingAt(the.store, noun, verb as never)
    await expect(saveSegment(failing, { segmentId: id, version, target: broken }, salma(30))).rejects.toThrow(`${noun}.${verb} fails`)
    expect([await segmentAt(the, 1), await revisions(), await findings()]).toEqual(before)
  })
})
