import { describe, expect, it, test } from 'vitest'
import { carriedBy, withCarried } from '../../../../src/core/glossary/decide/carried.ts'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import type { TermDraft } from '../../../../src/core/glossary/term.ts'
import { entry } from '../../../support/cast.ts'
import { storedTerm } from '../../../support/terms.ts'

const forces = entry('الحشد الشعبي', 'Popular Mobilization Forces', {
  firstMention: 'Popular Mobilization Forces (PMF)',
  laterMention: 'PMF',
})
const law = entry('قانون الحشد الشعبي', 'Popular Mobilization Forces law', {
  kind: 'phrase',
  renderings: [
    { text: 'Popular Mobilization Forces law', standing: 'preferred' },
    { text: 'PMF law', standing: 'allowed' },
    { text: 'law of the Popular Mobilization Forces', standing: 'avoid' },
  ],
})

/** What the other entries would say, by their Arabic, those nobody need ask about with a star. */
function said(former: TermDraft, draft: TermDraft, ...others: TermDraft[]): Record<string, string[]> {
  const terms = [former, ...others].map((one, index) => storedTerm({ ...one, id: index + 1 }))
  const carried = carriedBy(compile(terms), terms[0]!, draft)
  return Object.fromEntries(
    carried.map(({ term, texts, isMeant }) => [
      `${term.spellings[0]}${isMeant ? ' *' : ''}`,
      texts.map(({ from, to }) => `${from} → ${to}`),
    ]),
  )
}

describe('entries that say the former name of another', () => {
  const units = entry('الحشد الشعبي', 'Popular Mobilization Units', {
    firstMention: 'Popular Mobilization Units (PMU)',
    laterMention: 'PMU',
  })
  it.each<[string, TermDraft, TermDraft, TermDraft, Record<string, string[]>]>([
    [
      'say the new one instead, and the new later form for the former; what they avoid stays',
      forces,
      units,
      law,
      { 'قانون الحشد الشعبي *': ['Popular Mobilization Forces law → Popular Mobilization Units law', 'PMF law → PMU law'] },
    ],
    [
      'in whole words only, and not where the new name stands already',
      entry('الحشد', 'Mobilization'),
      entry('الحشد', 'Popular Mobilization'),
      entry('الحشد الشعبي', 'Popular Mobilization Forces or Demobilization'),
      {},
    ],
    [
      'are asked about where the Arabic of the name is not in theirs',
      forces,
      units,
      entry('الحشد', 'Popular Mobilization Forces'),
      { الحشد: ['Popular Mobilization Forces → Popular Mobilization Units'] },
    ],
    [
      'are none for a common noun that only their English has',
      entry('قاعدة', 'base', { kind: 'noun' }),
      entry('قاعدة', 'camp'),
      entry('بيانات', 'data base'),
      {},
    ],
    [
      'are asked about for a common noun',
      entry('قاعدة', 'base', { kind: 'noun' }),
      entry('قاعدة', 'camp'),
      entry('قاعدة جوية', 'air base'),
      { 'قاعدة جوية': ['air base → air camp'] },
    ],
    ['are none where the name stays', forces, { ...forces, laterMention: '', note: 'x' }, law, {}],
  ])('%s', (_, former, draft, other, expected) => {
    expect(said(former, draft, other)).toEqual(expected)
  })
})

test('an entry that is carried along avoids what it said before', () => {
  const texts = [{ from: 'Popular Mobilization Forces law', to: ' Hashd law ' }]
  expect(withCarried({ ...law, firstMention: 'Popular Mobilization Forces law' }, texts)).toEqual({
    ...law,
    firstMention: 'Hashd law',
    renderings: [{ text: 'Hashd law', standing: 'preferred' }, ...law.renderings.slice(1), { text: texts[0]!.from, standing: 'avoid' }],
  })
})
