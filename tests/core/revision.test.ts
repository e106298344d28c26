import { describe, expect, it } from 'vitest'
import { continues, type Revision, type Save } from '../../src/core/revision.ts'

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
}

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
