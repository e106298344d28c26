import { describe, expect, it } from 'vitest'
import { type BilingualRow, bilingual, englishParagraphs } from '../../src/core/bilingual.ts'
import type { Finding, Waiver } from '../../src/core/checks/finding.ts'
import type { Document } from '../../src/core/document.ts'
import type { Segment, Status } from '../../src/core/segment.ts'

const heading = { title: 'بيان', outlet: 'وكالة', author: 'هدى', date: '2026-01-05', address: 'https://example.org/1' }
const document: Document = {
  ...heading,
  id: 1,
  deskId: 1,
  unit: 'sentence',
  raw: 'نعم. لا.',
  addedBy: 'Huda',
  addedAt: '2026-01-05T09:00:00.000Z',
}

const row = (position: number, paragraph: number, target: string, status: Status = 'translated'): BilingualRow => ({
  position,
  paragraph,
  source: 'نعم. ',
  target,
  status,
})

const segment = (id: number, of: BilingualRow): Segment => ({ ...of, id, documentId: 1, version: 1, checkedVersion: 1 })

const missing: Finding = {
  check: 'terms',
  severity: 'required',
  verdict: 'missing',
  termId: 1,
  source: null,
  target: null,
  values: { wanted: 'base' },
  mend: null,
}
const empty: Finding = { ...missing, check: 'untranslated', verdict: 'empty', termId: null, values: {} }

const waiver: Waiver & { position: number } = {
  id: 1,
  segmentId: 11,
  position: 1,
  check: 'terms',
  verdict: 'missing',
  termId: 1,
  termVersion: 1,
  surface: 'القاعدة',
  target: 'Yes.',
  reason: 'Said above',
  person: 'Huda',
  at: '2026-01-05T09:00:00.000Z',
}

describe('a bilingual document', () => {
  const rows = [row(1, 0, 'Yes.'), row(2, 0, '', 'not-started'), row(3, 1, 'No.', 'draft')]
  const open = new Map([
    [12, [empty]],
    [13, [missing, { ...missing, verdict: 'ok' as const }]],
  ])
  const segments = rows.map((one, index) => segment(11 + index, one))
  const made = bilingual(document, segments, open, [waiver], 'Huda')

  it('has the heading, the translator and both texts of every segment', () => {
    expect(made).toMatchObject({ heading, translator: 'Huda', rows })
    expect(made.rows).toEqual(rows)
  })

  it('names the segments not yet done', () => {
    expect(made.unfinished).toEqual([2, 3])
  })

  it('names what is open and where; an empty translation is unfinished already', () => {
    expect(made.open).toEqual([{ position: 3, check: 'terms', severity: 'required', verdict: 'missing', values: { wanted: 'base' } }])
  })

  it('names what was overruled, by whom and why', () => {
    expect(made.waivers).toEqual([
      { position: 1, check: 'terms', verdict: 'missing', surface: 'القاعدة', reason: 'Said above', person: 'Huda', at: waiver.at },
    ])
  })
})

describe('the English alone', () => {
  it('has the sentences of a paragraph joined with one space', () => {
    expect(englishParagraphs([row(1, 0, 'Yes. '), row(2, 0, ' No.'), row(3, 1, 'So.')])).toEqual(['Yes. No.', 'So.'])
  })

  it('leaves out what is empty', () => {
    expect(englishParagraphs([row(1, 0, ''), row(2, 0, 'No.'), row(3, 1, ' '), row(4, 2, 'So.')])).toEqual(['No.', 'So.'])
  })
})
