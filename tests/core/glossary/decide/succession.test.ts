import { describe, expect, it } from 'vitest'
import { check } from '../../../../src/core/checks/index.ts'
import { breaks, isNewDecision } from '../../../../src/core/glossary/decide/decision.ts'
import { mendedFor, successor, withConsequences } from '../../../../src/core/glossary/decide/succession.ts'
import type { Surroundings } from '../../../../src/core/glossary/enforce/mentions.ts'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import type { Rendering, TermDraft } from '../../../../src/core/glossary/term.ts'
import { popularForces } from '../../../support/cast.ts'
import { storedTerm } from '../../../support/terms.ts'

const preferred = (text: string): Rendering => ({ text, standing: 'preferred' })
const allowed = (text: string): Rendering => ({ text, standing: 'allowed' })
const term = (draft: TermDraft) => storedTerm({ ...draft, version: 2 })
const introduced = { ...popularForces, firstMention: 'Popular Mobilization Forces (PMF)', laterMention: 'PMF' }
const forcesToUnits = (firstMention: string, laterMention: string): TermDraft => ({
  ...popularForces,
  renderings: [preferred('Popular Mobilization Units')],
  firstMention,
  laterMention,
})
const source = 'قال الحشد الشعبي إن الحشد الشعبي انسحب'

/** The English of the former decision as the new one would have it. */
function mended(former: TermDraft, draft: TermDraft, target: string): string {
  const changed = successor(term(draft), [former])
  return mendedFor(new Set([1]), check({ source, target }, compile([changed])), target)
}

describe('the mend that a new decision proposes', () => {
  const units = { ...popularForces, renderings: [preferred('Popular Mobilization Units'), allowed('PMU')] }
  const group = { ...popularForces, renderings: [preferred('armed group')] }
  const al = { ...popularForces, renderings: [preferred('al-Hashd')] }
  it.each<[string, TermDraft, string, string]>([
    ['name for name', units, 'The Popular Mobilization Forces left.', 'The Popular Mobilization Units left.'],
    ['every place of it', units, 'The PMF said the PMF left.', 'The Popular Mobilization Units said the Popular Mobilization Units left.'],
    ['the possessive stays', units, "The PMF's men", "The Popular Mobilization Units' men"],
    ['the article agrees', group, 'A Popular Mobilization Forces man', 'An armed group man'],
    ['a sentence keeps its capital', group, 'Popular Mobilization Forces left.', 'Armed group left.'],
    ['a heading keeps its capitals', units, 'POPULAR MOBILIZATION FORCES LEFT', 'POPULAR MOBILIZATION UNITS LEFT'],
    ['a name and its acronym in brackets are one', al, 'the Popular Mobilization Forces (PMF) left', 'the al-Hashd left'],
    ['what is right already stays', units, 'the PMU and the Popular Mobilization Units', 'the PMU and the Popular Mobilization Units'],
    ['what is not there cannot be mended', units, 'They left.', 'They left.'],
  ])('%s', (_, draft, target, expected) => {
    expect(mended(popularForces, draft, target)).toBe(expected)
  })

  it('brings brackets in once', () => {
    const former = { ...popularForces, renderings: [preferred('al-Hashd'), allowed('PMF')] }
    const draft = { ...popularForces, renderings: [preferred('Popular Mobilization Forces (PMF)'), allowed('PMF')] }
    expect(mended(former, draft, 'the al-Hashd (PMF) left')).toBe('the Popular Mobilization Forces (PMF) left')
  })

  it('puts the new later form where the former one stands, and where a former acronym does', () => {
    const former = { ...popularForces, firstMention: 'Popular Mobilization Forces (PMF)', laterMention: 'Popular Forces' }
    const draft = { ...units, firstMention: 'Popular Mobilization Units (PMU)', laterMention: 'PMU' }
    expect(mended(former, draft, 'A commander in the PMF said')).toBe('A commander in the PMU said')
    expect(mended(former, draft, 'A commander in the Popular Forces said')).toBe('A commander in the PMU said')
    expect(mended(former, draft, 'the Popular Mobilization Forces said')).toBe('the Popular Mobilization Units said')
    expect(mended(former, units, 'A commander in the PMF said')).toBe('A commander in the Popular Mobilization Units said')
  })

  it('is the name for the name, wherever a document first has it: in a heading too', () => {
    const changed = successor(term(forcesToUnits('Popular Mobilization Units (PMU)', 'PMU')), [introduced])
    const first: Surroundings = { before: new Set(), awaited: new Set([1]), shortElsewhere: new Set([1]), never: new Set() }
    const at = (target: string) => mendedFor(new Set([1]), check({ source, target }, compile([changed]), undefined, first), target)
    expect(at('Popular Mobilization Forces deny it')).toBe('Popular Mobilization Units deny it')
    expect(at('The Popular Mobilization Forces (PMF) denied it.')).toBe('The Popular Mobilization Units (PMU) denied it.')
    expect(at('PMF denies it')).toBe('PMU denies it')
  })

  it('is the rendering that was written in the line of the former one', () => {
    const commission = preferred('Popular Mobilization Commission')
    const former = { ...popularForces, renderings: [commission, allowed('Popular Mobilization Forces'), allowed('PMC')] }
    const draft = { ...popularForces, renderings: [commission, allowed('Popular Mobilization Units'), allowed('PMC')] }
    expect(mended(former, draft, 'The Popular Mobilization Forces said')).toBe('The Popular Mobilization Units said')
    const without = { ...popularForces, renderings: [commission, allowed('PMC')] }
    expect(mended(former, without, 'The Popular Mobilization Forces said')).toBe('The Popular Mobilization Commission said')
  })

  it('knows of the former decision only what is right no longer', () => {
    const changed = successor(term(units), [{ ...popularForces, firstMention: 'Forces (PMF)', laterMention: 'PMU' }])
    expect(changed.renderings.slice(2)).toEqual(
      ['Popular Mobilization Forces', 'PMF', 'Forces (PMF)'].map((text) => ({ text, standing: 'avoid' })),
    )
  })
})

describe('another preferred rendering', () => {
  const former = { ...popularForces, firstMention: 'Popular Mobilization Forces (PMF)' }
  const names = ({ renderings, firstMention, laterMention }: TermDraft) => [
    renderings.map(({ text, standing }) => `${standing} ${text}`),
    firstMention,
    laterMention,
  ]
  const old = preferred('Popular Mobilization Forces')
  const draft = { ...former, renderings: [preferred('Popular Mobilization Units')] }
  it('makes the former one one to avoid, and a first mention left as it was says the new one', () => {
    const { firstMention, renderings } = withConsequences(former, draft)
    expect(firstMention).toBe('')
    expect(renderings).toEqual([...draft.renderings, { ...old, standing: 'avoid' }])
  })
  it.each<[string, string, string[], string, string]>([
    ['Hashd al-Shaabi', 'PMF', ['preferred Hashd al-Shaabi', 'avoid PMF', 'avoid Popular Mobilization Forces'], '', ''],
    ['People’s Mobilization Forces', 'PMF', [], 'People’s Mobilization Forces (PMF)', 'PMF'],
    ['Hashd al-Shaabi', 'the Forces', [], '', 'the Forces'],
  ])(
    'as “%s” takes with it the acronym that was made of the former one, unless it fits the new one too: later “%s”',
    (name, later, ...said) => {
      const [renderings, ...mentions] = names(
        withConsequences(
          { ...former, laterMention: later },
          { ...former, laterMention: later, renderings: [preferred(name), allowed('PMF')] },
        ),
      )
      if (said[0].length > 0) expect(renderings).toEqual(said[0])
      expect(mentions).toEqual(said.slice(1))
    },
  )
  it('leaves the acronym where the person has seen that and decides otherwise, or where it is itself what is preferred now', () => {
    const renderings = [preferred('Hashd al-Shaabi'), allowed('PMF'), { ...old, standing: 'avoid' as const }]
    const again = { ...former, renderings, firstMention: 'Hashd al-Shaabi (PMF)', laterMention: 'PMF' }
    expect(withConsequences({ ...former, laterMention: 'PMF' }, again)).toEqual(again)
    const short = { ...former, renderings: [preferred('PMF')] }
    expect(withConsequences(former, short)).toBe(short)
  })
  it('leaves a first mention that the person has written, and a former rendering listed as one to avoid', () => {
    const written: TermDraft = { ...draft, firstMention: 'the Units', renderings: [...draft.renderings, { ...old, standing: 'avoid' }] }
    expect(withConsequences(former, written)).toEqual(written)
  })
  it('leaves a first mention in which the former one is only part of a longer name', () => {
    const [short, hashd] = [preferred('Popular Mobilization'), preferred('Hashd')]
    const { firstMention } = withConsequences({ ...former, renderings: [short] }, { ...former, renderings: [hashd] })
    expect(firstMention).toBe('Popular Mobilization Forces (PMF)')
  })
  it('is so in its British spelling too, and the former one to avoid in its own', () => {
    const british = allowed('Popular Mobilisation Forces')
    const units = ['Popular Mobilization Units', 'Popular Mobilisation Units'].map(
      (text) => ({ text, standing: 'avoid', always: true }) as const,
    )
    const both = { ...former, renderings: [old, british, ...units] }
    const turned = { ...both, renderings: [preferred('Popular Mobilization Units'), british, units[1]!] }
    expect(names(withConsequences(both, turned))[0]).toEqual([
      'preferred Popular Mobilization Units',
      'avoid Popular Mobilisation Forces',
      'allowed Popular Mobilisation Units',
      'avoid Popular Mobilization Forces',
    ])
    const american = { ...both, renderings: [old, units[1]!] }
    expect(names(withConsequences(american, { ...turned, renderings: [preferred('Popular Mobilization Units'), units[1]!] }))[0]).toContain(
      'avoid Popular Mobilisation Units',
    )
  })
  it.each<[string, TermDraft]>([
    ['where the former one is still allowed', { ...draft, renderings: [...draft.renderings, allowed(old.text)] }],
    ['where the rendering is the same', { ...former, note: 'new' }],
  ])('has no consequences %s', (_, draft) => {
    expect(withConsequences(former, draft)).toBe(draft)
  })
})

describe('a change of an entry', () => {
  it.each<[Partial<TermDraft>, boolean]>([
    [{ note: 'x' }, false],
    [{ subject: 'x', authority: 'AP' }, false],
    [{ spellings: [' الحشد الشعبي '] }, false],
    [{ renderings: [preferred('PMF')] }, true],
    [{ strength: 'off' }, true],
    [{ spellings: ['الحشد الشعبي', 'الحشد'] }, true],
    [{ plurals: ['حشود'] }, true],
    [{ struck: ['حشدي'] }, true],
    [{ state: 'proposed' }, true],
    [{ firstMention: 'the Forces (PMF)' }, true],
  ])('to %j is a new decision: %s', (change, expected) => {
    expect(isNewDecision(popularForces, { ...popularForces, ...change })).toBe(expected)
  })

  it('breaks no text where only a pronoun stands for the second occurrence', () => {
    const forces = term(popularForces)
    const findings = check({ source, target: 'The PMF said they had left.' }, compile([forces]))
    expect(findings.map((finding) => [finding.verdict, breaks(finding, forces)])).toEqual([
      ['ok', false],
      ['missing', false],
    ])
  })
})
