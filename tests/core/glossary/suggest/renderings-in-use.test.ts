import { describe, expect, test } from 'vitest'
import { unknownHabits } from '../../../../src/core/arabic/habits.ts'
import { compile } from '../../../../src/core/glossary/find/compile.ts'
import { entriesInUse } from '../../../../src/core/glossary/suggest/entries-in-use.ts'
import {
  byWays,
  renderingsInUse,
  type SeveralWays,
  undecidedAmong,
  type Way,
} from '../../../../src/core/glossary/suggest/renderings-in-use.ts'
import { readForNames } from '../../../../src/core/glossary/suggest/suggest.ts'
import type { TermDraft } from '../../../../src/core/glossary/term.ts'
import { storedTerm } from '../../../support/terms.ts'
import { ended } from '../../../support/turns.ts'

type Column = [arabic: string, english: string]

const textsOf = (columns: readonly Column[]) => columns.map(([source, target]) => ({ source, target, habits: unknownHabits }))

const shown = (names: readonly SeveralWays[]) =>
  names.map(({ spelling, ways }) => [spelling, ...ways.map(({ text, texts, standing }) => `${text} ${texts.length} ${standing}`)])

describe('a name without an entry', () => {
  const inUse = (columns: readonly Column[]) => shown(ended(renderingsInUse(ended(readForNames(textsOf(columns), compile([]))))))

  test('is listed where the English spells it in several ways, the most frequent first', () => {
    const found = inUse([
      ['قالت الباحثة نور السامرائي إن', 'Noor al-Samarraie said'],
      ['وأضافت الباحثة نور السامرائي أن', 'Nour al-Samarrai added'],
      ['وردت الباحثة نور السامرائي', 'Nour al-Samarrai replied'],
    ])
    expect(found).toContainEqual(['نور السامرائي', 'Nour al-Samarrai 2 undecided', 'Noor al-Samarraie 1 undecided'])
  })

  test('is listed where the English words it in two ways that share a word', () => {
    const found = inUse([
      ['اجتمع مجلس السلم', 'The Peace Council met there'],
      ['رد مجلس السلم', 'The Peace Council replied to him'],
      ['قال مجلس السلم', 'The Peace Board said so'],
      ['زار مجلس السلم', 'A visit by the Peace Board'],
      ['هدأت المدينة', 'The city was quiet'],
    ])
    expect(found).toEqual([['مجلس السلم', 'Peace Council 2 undecided', 'Peace Board 2 undecided']])
  })

  test('is not listed where its English is one, capitals at the head of a sentence aside', () => {
    expect(
      inUse([
        ['قال سامر الجبوري ذلك', 'al-Jabouri said so'],
        ['نفى سامر الجبوري ذلك', 'Al-Jabouri denied it'],
        ['اجتمع مجلس السلم', 'The Peace Council met'],
        ['رد مجلس السلم', 'The Peace Council replied'],
      ]),
    ).toEqual([])
  })
})

describe('an entry', () => {
  const entry = storedTerm({
    spellings: ['كتائب الفرات'],
    renderings: [
      { text: "Furat Kata'ib", standing: 'preferred' },
      { text: 'Euphrates Brigades', standing: 'allowed' },
      { text: 'Euphrates Gang', standing: 'avoid' },
    ],
  })
  const inUse = (english: readonly string[], change: Partial<TermDraft> = {}) =>
    shown(ended(entriesInUse(textsOf(english.map((target) => ['قالت كتائب الفرات ذلك', target])), compile([{ ...entry, ...change }]))))

  test('is listed with each of its renderings in use, those to avoid and those nobody listed', () => {
    expect(
      inUse(['Furat Kata’ib said', 'the Furat Kata’ib’s word', 'Euphrates Brigades said', 'Euphrates Gang said', 'Furat Kataeb said']),
    ).toEqual([
      ['كتائب الفرات', "Furat Kata'ib 2 preferred", 'Euphrates Brigades 1 allowed', 'Euphrates Gang 1 avoid', 'Furat Kataeb 1 unlisted'],
    ])
  })

  test('is not listed where the English keeps to one', () => {
    expect(inUse(['Furat Kata’ib said', "Furat Kata'ib", '', 'nothing of the kind'])).toEqual([])
  })

  test('is listed without the acronym that follows a name in brackets', () => {
    expect(inUse(["Furat Kata'ib said", 'Euphrates Gang (EG) said', 'Furat Kataeb (FK) said'])).toEqual([
      ['كتائب الفرات', "Furat Kata'ib 1 preferred", 'Euphrates Gang 1 avoid', 'Furat Kataeb 1 unlisted'],
    ])
  })

  test('is not listed for its first and later mentions', () => {
    const mentions = { firstMention: "Furat Kata'ib (FK)", laterMention: 'FK' }
    expect(inUse(["Furat Kata'ib (FK) said", 'FK said', "Furat Kata'ib"], mentions)).toEqual([])
  })

  test('of which none is preferred has its mentions counted with the one to use, not with one to avoid', () => {
    const [avoided, allowed] = [
      { text: 'Euphrates Gang', standing: 'avoid' },
      { text: 'Euphrates Brigades', standing: 'allowed' },
    ] as const
    const change = { renderings: [avoided, allowed], firstMention: 'Euphrates Brigades (EB)', laterMention: 'EB' }
    expect(inUse(['Euphrates Brigades (EB) said', 'EB said', 'Euphrates Brigades'], change)).toEqual([])
  })
})

describe('of entries in several ways', () => {
  const ways = (...standings: Way['standing'][]) => standings.map((standing) => ({ text: standing, standing, texts: [0] }))
  const [group, attack] = [storedTerm({ id: 1, kind: 'name' }), storedTerm({ id: 2, kind: 'noun' })]
  const terms = compile([group, attack]).terms
  test.each<[boolean, string, number, Way['standing'][]]>([
    [false, 'what the entry allows is decided', 1, ['preferred', 'allowed', 'allowed']],
    [true, 'one to avoid is to be mended', 1, ['preferred', 'avoid']],
    [true, 'one that the entry does not have is to be decided', 1, ['allowed', 'unlisted']],
    [false, 'a common noun is no name', 2, ['preferred', 'unlisted']],
  ])('%s: %s', (isLeft, _, termId, standings) => {
    const name = { spelling: 'كتائب الفرات', termId, ways: ways(...standings) }
    expect(undecidedAmong([name], terms)).toEqual(isLeft ? [name] : [])
  })

  test('those in most ways come first', () => {
    const names = [2, 3].map((many) => ({ spelling: `اسم ${many}`, termId: 1, ways: ways(...Array(many).fill('avoid')) }))
    expect(names.toSorted(byWays).map(({ spelling }) => spelling)).toEqual(['اسم 3', 'اسم 2'])
  })
})
