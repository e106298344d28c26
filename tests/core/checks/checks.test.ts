import { describe, expect, it } from 'vitest'
import type { RecordedWaiver } from '../../../src/core/checks/finding.ts'
import { check } from '../../../src/core/checks/index.ts'
import { openFindings, waive, waiverThatHolds } from '../../../src/core/checks/waiver.ts'
import { compile } from '../../../src/core/glossary/find/compile.ts'
import type { Term } from '../../../src/core/glossary/term.ts'
import { Problem } from '../../../src/core/problem.ts'
import type { Segment } from '../../../src/core/segment.ts'
import { storedTerm } from '../../support/terms.ts'

const hashd = storedTerm({
  version: 2,
  spellings: ['الحشد الشعبي'],
  renderings: [
    { text: 'Popular Mobilization Forces', standing: 'preferred' },
    { text: 'PMF', standing: 'allowed' },
    { text: 'Popular Mobilization Units', standing: 'avoid' },
  ],
})

const glossary = compile([hashd])
const source = 'قاعدة مرتبطة بالحشد الشعبي'
const target = 'a base linked to the Popular Mobilization Units'

describe('the checks of a segment', () => {
  it('say what is wrong with «مرتبطة بالحشد الشعبي» as "Popular Mobilization Units", and offer the mend', () => {
    const [finding, ...others] = check({ source, target }, glossary)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      check: 'terms',
      severity: 'required',
      verdict: 'avoid',
      termId: 1,
      values: { spelling: 'الحشد الشعبي', wanted: 'Popular Mobilization Forces', found: 'Popular Mobilization Units' },
      mend: { start: 21, end: 47, text: 'Popular Mobilization Forces' },
    })
    expect(source.slice(finding!.source!.start, finding!.source!.end)).toBe(finding!.values.surface)
  })

  it('know it for an unapproved wording where nobody listed it', () => {
    const unlisted = compile([{ ...hashd, renderings: hashd.renderings.slice(0, 2) }])
    expect(check({ source, target }, unlisted)).toMatchObject([{ verdict: 'variant', mend: { text: 'Popular Mobilization Forces' } }])
  })

  it('say what is right too', () => {
    expect(check({ source, target: 'linked to the PMF' }, glossary)).toMatchObject([{ verdict: 'ok', severity: 'none', mend: null }])
  })

  it('of an empty translation say only that', () => {
    expect(check({ source, target: ' \n' }, glossary).map(({ check, verdict }) => [check, verdict])).toEqual([['untranslated', 'empty']])
  })

  it('want no translation of a row of stars', () => {
    expect(check({ source: '* * *', target: '' }, glossary)).toEqual([])
  })
})

describe('a waiver', () => {
  const segment: Segment = {
    id: 7,
    documentId: 1,
    paragraph: 0,
    position: 1,
    source,
    target,
    status: 'draft',
    version: 1,
    checkedVersion: 1,
  }
  const by = { person: { id: 1, name: 'Huda' }, at: '2026-01-05T09:00:00.000Z' }
  const [finding] = check(segment, glossary)
  const waiver: RecordedWaiver = { id: 1, termThen: null, ...waive(finding!, segment, glossary, ' A quotation ', by) }
  const changed = (change: Partial<Term>) => compile([{ ...hashd, ...change, version: 3 }])

  it('keeps who, when, why and for what', () => {
    expect(waiver).toMatchObject({
      segmentId: 7,
      reason: 'A quotation',
      person: 'Huda',
      at: by.at,
      target,
      termId: 1,
      termVersion: 2,
      verdict: 'avoid',
    })
  })

  it('needs a reason', () => {
    expect(() => waive(finding!, segment, glossary, ' ', by)).toThrow(new Problem('waiver.no-reason'))
  })

  it('covers its finding, which is open without it', () => {
    expect(waiverThatHolds(finding!, segment, glossary, [waiver])).toBe(waiver)
    expect(openFindings([finding!], segment, glossary, [waiver])).toEqual([])
    expect(openFindings([finding!], segment, glossary, [])).toEqual([finding])
  })

  it('ends when the translation changes', () => {
    expect(waiverThatHolds(finding!, { target: `${target}.` }, glossary, [waiver])).toBeUndefined()
  })

  it.each<Partial<Term>>([{ renderings: hashd.renderings.slice(1) }, { strength: 'warning' }, { state: 'proposed' }])(
    'ends when the entry asks something else: %j',
    (change) => {
      expect(waiverThatHolds(finding!, segment, changed(change), [{ ...waiver, termThen: hashd }])).toBeUndefined()
    },
  )

  it.each<Partial<Term>>([
    { note: 'Decided in March.' },
    { authority: 'UNTERM' },
    { subject: 'military' },
    { spellings: [...hashd.spellings, 'الحشد'] },
    { plurals: ['حشود'] },
    { renderings: [...hashd.renderings, { text: 'PMFs', standing: 'allowed' }] },
    { renderings: [...hashd.renderings, { text: 'Hashed', standing: 'avoid' }] },
    { firstMention: 'Popular Mobilization Forces (PMF)' },
    { laterMention: 'PMF' },
  ])('outlives what asks nothing else of its text: %j', (change) => {
    expect(waiverThatHolds(finding!, segment, changed(change), [{ ...waiver, termThen: hashd }])).toMatchObject({ id: 1 })
  })

  it('ends when the entry is retired', () => {
    expect(waiverThatHolds(finding!, segment, changed({ state: 'retired' }), [{ ...waiver, termThen: hashd }])).toBeUndefined()
  })

  it('covers nothing else', () => {
    for (const other of [{ verdict: 'missing' as const }, { termId: 2 }, { values: { ...finding!.values, surface: 'الحشد' } }]) {
      expect(waiverThatHolds({ ...finding!, ...other }, segment, glossary, [waiver])).toBeUndefined()
    }
  })

  it('what is right is never open', () => {
    expect(openFindings(check({ source, target: 'the PMF' }, glossary), segment, glossary, [])).toEqual([])
  })
})
