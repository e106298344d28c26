import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/checks/finding.ts'
import { Problem } from '../../src/core/problem.ts'
import { confirmed, edited, type Segment, type Status, settled, statuses } from '../../src/core/segment.ts'

const segment: Segment = {
  id: 7,
  documentId: 1,
  paragraph: 0,
  position: 3,
  source: 'أعلن الجيش ذلك.',
  target: 'The army said so.',
  status: 'translated',
  version: 4,
  checkedVersion: 1,
}

const broken: Finding = {
  check: 'terms',
  severity: 'required',
  verdict: 'missing',
  termId: 1,
  source: { start: 5, end: 10 },
  target: null,
  values: { surface: 'الجيش' },
  mend: null,
}

describe('editing a segment', () => {
  it('makes a finished one a draft again', () => {
    expect(edited(segment, { version: 4, target: 'The military said so.' })).toEqual({
      ...segment,
      target: 'The military said so.',
      status: 'draft',
      version: 5,
    })
  })

  it('that is emptied is not started', () => {
    expect(edited(segment, { version: 4, target: '  \n' }).status).toBe('not-started')
  })

  it('wants a reason for changes asked for, and a text to judge', () => {
    expect(() => edited(segment, { version: 4, target: 'New.', status: 'needs-changes', reason: ' ' })).toThrow(/segment.no-reason/)
    expect(() => edited(segment, { version: 4, target: ' ', status: 'needs-changes', reason: 'Names.' })).toThrow(
      /segment.nothing-to-confirm/,
    )
  })

  it('refuses an English of more than forty thousand characters', () => {
    expect(() => edited(segment, { version: 4, target: 'a'.repeat(40_001) })).toThrow(/segment.too-long/)
  })

  it('confirmed anew stays Reviewed or Final, and a new text becomes Translated', () => {
    const reviewed: Segment = { ...segment, status: 'reviewed' }
    expect(confirmed(reviewed, reviewed.target)).toBe('reviewed')
    expect(confirmed(reviewed, 'New.')).toBe('translated')
    expect(confirmed({ ...segment, status: 'draft' }, segment.target)).toBe('translated')
  })

  it('taken out of the lock with a new text is a draft', () => {
    const locked: Segment = { ...segment, status: 'final' }
    expect(edited(locked, { version: 4, target: 'New.', status: 'reviewed' })).toMatchObject({ target: 'New.', status: 'draft' })
  })

  it('takes the status that is asked for', () => {
    expect(edited(segment, { version: 4, target: 'New.', status: 'reviewed' })).toMatchObject({ status: 'reviewed', version: 5 })
    expect(edited(segment, { version: 4, target: segment.target, status: 'needs-changes', reason: 'Names.' })).toMatchObject({
      status: 'needs-changes',
      version: 5,
    })
  })

  it('without a change leaves the same segment', () => {
    expect(edited(segment, { version: 4, target: segment.target })).toBe(segment)
    expect(edited(segment, { version: 4, target: segment.target, status: 'translated' })).toBe(segment)
  })

  it('knows the line ends of a form', () => {
    const two = { ...segment, target: 'One.\nTwo.' }
    expect(edited(two, { version: 4, target: 'One.\r\nTwo.' })).toBe(two)
  })

  it('based on an old version is refused, even where the text is the same', () => {
    expect(() => edited(segment, { version: 3, target: segment.target })).toThrow(new Problem('segment.changed', { position: 3 }))
  })

  it('of a final text is refused, unlocking it is not', () => {
    const final = { ...segment, status: 'final' as const }
    expect(() => edited(final, { version: 4, target: 'Other.' })).toThrow(new Problem('segment.final', { position: 3 }))
    expect(edited(final, { version: 4, target: final.target, status: 'draft' }).status).toBe('draft')
    expect(edited(final, { version: 4, target: final.target })).toBe(final)
  })

  it.each(['translated', 'reviewed', 'final'] as const)('an empty text cannot become %s', (status) => {
    expect(() => edited({ ...segment, target: '', status: 'not-started' }, { version: 4, target: ' ', status })).toThrow(
      new Problem('segment.nothing-to-confirm', { position: 3 }),
    )
  })

  it('leaves the segment it was given as it was', () => {
    const before = structuredClone(segment)
    edited(segment, { version: 4, target: 'Other.' })
    expect(segment).toEqual(before)
  })
})

describe('a broken required term', () => {
  const settledFrom = (status: Status, finding: Finding) => settled({ ...segment, status }, [finding])

  it('keeps the text and leaves it a draft', () => {
    expect(settledFrom('translated', broken)).toEqual({ ...segment, status: 'draft' })
    expect(settledFrom('reviewed', broken).status).toBe('draft')
    expect(settledFrom('final', broken).status).toBe('draft')
  })

  it('leaves a status that is not done alone', () => {
    expect(settledFrom('needs-changes', broken).status).toBe('needs-changes')
    expect(settledFrom('not-started', broken).status).toBe('not-started')
  })

  it.each(statuses)('a warning stops nothing (%s)', (status) => {
    expect(settledFrom(status, { ...broken, severity: 'warning' }).status).toBe(status)
  })
})
