import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Revision, recorded, type Save } from '../../src/core/revision.ts'
import { always } from '../support/always.ts'

const latest: Revision = {
  id: 1,
  segmentId: 7,
  number: 2,
  target: 'The army said on Sunday that it would go.',
  status: 'draft',
  origin: 'typed',
  reason: '',
  person: 'Huda',
  at: '2026-01-05T09:00:00.000Z',
  until: '2026-01-05T09:08:00.000Z',
  batchId: null,
  fuller: '',
}

const continues = (before: Revision, save: Save) => recorded(before, save).begun === null

const next: Save = { ...latest, target: `${latest.target} It did.`, at: '2026-01-05T09:09:59.000Z' }

describe('a save soon after another', () => {
  it('of the same person is the same revision', () => {
    expect(continues(latest, next)).toBe(true)
    expect(continues({ ...latest, target: '' }, next)).toBe(true)
  })

  it.each<[string, Partial<Save>]>([
    ['by somebody else', { person: 'Omar' }],
    ['with another status', { status: 'translated' }],
    ['that was not typed', { origin: 'memory' }],
    ['with a reason', { reason: 'The outlet corrected it' }],
    ['more than ten minutes after the first', { at: '2026-01-05T09:10:01.000Z' }],
    ['that wiped the text out', { target: '' }],
    ['that put another text in its place', { target: 'Nothing of the kind was announced by anybody in Baghdad.' }],
  ])('%s is a revision of its own', (_, change) => {
    expect(continues(latest, { ...next, ...change })).toBe(false)
  })

  it('after a restored text begins a revision', () => {
    expect(continues({ ...latest, origin: 'restore' }, next)).toBe(false)
  })

  it('that keeps at least half of the words is the same revision', () => {
    expect(continues({ ...latest, target: 'one two three four' }, { ...next, target: 'two one, five six' })).toBe(true)
    expect(continues({ ...latest, target: 'one one one four' }, { ...next, target: 'one five six' })).toBe(false)
  })
})

/** The texts that the history holds, oldest first, after these were saved one soon after the other. */
function historyOf(texts: readonly string[]): string[] {
  const history: Revision[] = []
  for (const target of texts) {
    const { newest, begun } = recorded(history.at(-1), { ...latest, target })
    if (newest) history.push({ ...history.pop()!, ...newest })
    if (begun) history.push({ ...latest, ...begun })
  }
  return history.map(({ target }) => target)
}

describe('a text that is worn away in small steps', () => {
  const steps = [
    'one two three four five six seven eight',
    'one two three four five six',
    'one two three four',
    'one two nine',
    'one nine ten',
  ]

  it('stays as it was at its fullest', () => {
    expect(historyOf(steps)).toEqual([steps[0], steps[2], steps[4]])
  })

  it('and written on is one revision', () => {
    expect(historyOf(['one', 'one two', 'one two three four', 'one two three', 'one two three five six'])).toEqual([
      'one two three five six',
    ])
  })

  it('leaves the time of its last save as it was', () => {
    const worn = { ...latest, target: 'one two', fuller: 'one two three four' }
    const at = '2026-01-05T09:09:00.000Z'
    expect(recorded(worn, { ...next, target: 'one five', at }).newest).toMatchObject({ target: 'one two three four', until: latest.until })
  })
})

describe('of any texts saved one after the other', () => {
  const word = fc.constantFrom('the', 'army', 'said', 'on', 'Sunday', 'it', 'would', 'go', '.')
  const texts = fc.array(
    fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')),
    { minLength: 1, maxLength: 9 },
  )
  const wordsIn = (text: string) => text.split(' ').filter((one) => one !== '')
  const share = (of: string, inside: string) => {
    const left = wordsIn(inside)
    const all = wordsIn(of)
    const kept = all.filter((one) => left.includes(one) && left.splice(left.indexOf(one), 1).length > 0)
    return all.length === 0 ? 1 : kept.length / all.length
  }

  it('the fullest, or half of its words, is found in the history', () => {
    always(
      fc.property(texts, (saved) => {
        const fullest = saved.toSorted((a, b) => wordsIn(b).length - wordsIn(a).length)[0]!
        expect(Math.max(...historyOf(saved).map((text) => share(fullest, text)))).toBeGreaterThanOrEqual(0.5)
      }),
      1000,
    )
  })

  it('one that the next threw half of away is found whole', () => {
    always(
      fc.property(texts, (saved) => {
        const history = historyOf(saved)
        for (const [index, text] of saved.entries()) {
          const following = saved[index + 1]
          if (following !== undefined && share(text, following) < 0.5) expect(history).toContain(text)
        }
      }),
    )
  })
})
