import { describe, expect, test } from 'vitest'
import { entryTaken, isSame, mergedEntry, partsApart } from '../../../../src/core/glossary/decide/conflict.ts'
import type { Term } from '../../../../src/core/glossary/term.ts'
import { readTermsCsv } from '../../../../src/formats/terms-csv.ts'
import { storedTerm } from '../../../support/terms.ts'

const ours = storedTerm({
  spellings: ['الحشد الشعبي'],
  renderings: [
    { text: 'Popular Mobilization Forces', standing: 'preferred' },
    { text: 'PMF', standing: 'allowed' },
    { text: 'Popular Mobilization Units', standing: 'avoid', always: true },
    { text: 'Popular Mobilisation Units', standing: 'avoid', always: true },
  ],
  firstMention: 'Popular Mobilization Forces (PMF)',
  laterMention: 'PMF',
})
const told = (...rows: string[]) => readTermsCsv(['source,target,standing,first_mention,later_mention', ...rows].join('\n')).told[0]!
const units = 'الحشد الشعبي,Popular Mobilization Units,preferred,,'
const taken = (...rows: string[]) => entryTaken(ours, told(...rows), [])
const said = ({ renderings }: Pick<Term, 'renderings'>) => renderings.map(({ text, standing }) => `${standing} ${text}`)

test('theirs taken, with a list of renderings we may use already, leaves our standings and mentions', () => {
  expect(isSame(ours, taken('الحشد الشعبي,PMF,,,'))).toBe(true)
})

describe('theirs taken, with another preferred rendering', () => {
  test('makes the former one one to avoid, allows the British spelling of the new one, and leaves the former name in no mention', () => {
    expect(said(taken(units))).toEqual([
      'preferred Popular Mobilization Units',
      'allowed Popular Mobilisation Units',
      'avoid Popular Mobilization Forces',
    ])
    expect(taken(units)).toMatchObject({ firstMention: '', laterMention: '' })
    expect(partsApart(ours, taken(units))).toEqual(['renderings', 'firstMention', 'laterMention'])
  })

  test.each([
    [units.replace(/,,$/, ',Units of Mobilization (PMU),PMU'), 'Units of Mobilization (PMU)', 'PMU'],
    [units.replace(/,,$/, ',Popular Mobilization Forces (PMF),'), 'Popular Mobilization Forces (PMF)', ''],
    [units.replace(/,,$/, ',,PMF'), '', 'PMF'],
  ])('leaves each mention as the file says it: %s', (row, firstMention, laterMention) => {
    expect(taken(row)).toMatchObject({ firstMention, laterMention })
  })

  test('leaves each rendering with the standing that the file gives it', () => {
    const rows = [
      units,
      'الحشد الشعبي,PMF,allowed,,',
      'الحشد الشعبي,Popular Mobilisation Units,avoid,,',
      'الحشد الشعبي,Popular Mobilization Committees,allowed,,',
    ]
    expect(said(taken(...rows))).toEqual([
      'preferred Popular Mobilization Units',
      'allowed PMF',
      'avoid Popular Mobilisation Units',
      'allowed Popular Mobilization Committees',
      'avoid Popular Mobilization Forces',
    ])
    const allowed = taken(units, 'الحشد الشعبي,Popular Mobilization Forces,allowed,,')
    expect(said(allowed)).toContain('allowed Popular Mobilization Forces')
    expect(allowed).toMatchObject({ firstMention: ours.firstMention, laterMention: 'PMF' })
  })

  test.each([
    ['one name', [units]],
    ['a list without standings', ['الحشد الشعبي,Popular Mobilization Units,,,', 'الحشد الشعبي,PMF,,,']],
    ['the acronym of the former name', [units, 'الحشد الشعبي,PMF,allowed,,']],
    ['one spelling of the new name only', [units, 'الحشد الشعبي,Popular Mobilisation Units,avoid,,']],
    ['one mention', [units.replace(/,,$/, ',,PMF')]],
    ['as many to avoid as an entry may have', [units, ...Array.from({ length: 99 }, (_, index) => `الحشد الشعبي,Hashd${index},avoid,,`)]],
  ])('says nothing new the second time: %s', (_, rows) => {
    const once = storedTerm(taken(...rows))
    expect(once.renderings.length).toBeLessThanOrEqual(100)
    expect(isSame(once, entryTaken(once, told(...rows), []))).toBe(true)
  })
})

test('theirs added to ours changes no mention: what is preferred stays', () => {
  expect(mergedEntry(ours, told(units), [])).toMatchObject({ renderings: ours.renderings, firstMention: ours.firstMention })
})
