import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merged } from '../../src/core/merge.ts'
import { always } from '../support/always.ts'

const ancestor = 'He left the town at dawn, they said.'

describe('two changes of one text', () => {
  it.each([
    [
      'apart from each other',
      'She left the town at dawn, they said.',
      'He left the town at noon, they said.',
      'She left the town at noon, they said.',
    ],
    [
      'one of which adds',
      'He left the town at dawn, they said. Nobody came.',
      'He left the city at dawn, they said.',
      'He left the city at dawn, they said. Nobody came.',
    ],
    ['one of which takes away', 'He left the town, they said.', 'She left the town at dawn, they said.', 'She left the town, they said.'],
    [
      'of which one is made twice',
      'She left the town at noon, they said.',
      'She left the city at dawn, they said.',
      'She left the city at noon, they said.',
    ],
  ])('%s are one text', (_, mine, theirs, both) => {
    expect([merged(ancestor, mine, theirs), merged(ancestor, theirs, mine)]).toEqual([both, both])
  })

  it.each([
    ['of the same word', 'He left the city at dawn, they said.', 'He left the village at dawn, they said.'],
    ['at the same place', `${ancestor} Nobody came.`, `${ancestor} Somebody came.`],
    ['one of which takes the other’s place away', 'They said.', 'He left the town at noon, they said.'],
  ])('%s are left to the person', (_, mine, theirs) => {
    expect([merged(ancestor, mine, theirs), merged(ancestor, theirs, mine)]).toEqual([null, null])
  })

  it('of Arabic are merged word by word as well', () => {
    expect(merged('أعلن الجيش ذلك اليوم', 'أعلنت الشرطة ذلك اليوم', 'أعلن الجيش ذلك أمس')).toBe('أعلنت الشرطة ذلك أمس')
  })
})

describe('of any texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '.', 'الجيش'), { maxLength: 12 }).map((words) => words.join(''))

  it('one that somebody left alone gives way to the other', () => {
    always(
      fc.property(text, text, (before, after) => {
        expect([merged(before, before, after), merged(before, after, before), merged(before, after, after)]).toEqual([after, after, after])
      }),
    )
  })

  it('it makes no difference who was first', () => {
    always(
      fc.property(text, text, text, (before, mine, theirs) => {
        expect(merged(before, mine, theirs)).toBe(merged(before, theirs, mine))
      }),
    )
  })
})
