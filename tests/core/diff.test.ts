import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedShare, type DiffPart, twoColumnsFrom, wordDiff, wordsOf } from '../../src/core/diff.ts'
import { always } from '../support/always.ts'

/** Removed words in [-…-], added ones in [+…+]. */
function shown(before: string, after: string): string {
  const parts = wordDiff(before, after)
  expectReadable(parts, before, after)
  return parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}+]` : `[-${text}-]`)).join('')
}

function expectReadable(parts: readonly DiffPart[], before: string, after: string): void {
  const without = (kind: DiffPart['kind']) => parts.filter((part) => part.kind !== kind).map(({ text }) => text)
  expect(without('added').join('')).toBe(before)
  expect(without('removed').join('')).toBe(after)
}

describe('what changed between two texts', () => {
  it.each([
    ['linked to the PMU', 'linked to the PMF', 'linked to the [-PMU-][+PMF+]'],
    ['مرتبطة بالحشد الشعبي', 'مرتبطة بحشد شعبي', 'مرتبطة [-بالحشد الشعبي-][+بحشد شعبي+]'],
    ['أعلن الجيش ذلك', 'أعلن الجيش العراقي ذلك', 'أعلن الجيش [+العراقي +]ذلك'],
    ['قال مُحَمَّد نعم', 'قال محمد نعم', 'قال [-مُحَمَّد-][+محمد+] نعم'],
    ["Kata'ib Hezbollah", 'Kataib Hezbollah', "[-Kata'ib-][+Kataib+] Hezbollah"],
    ['a red car', 'a blue bus', 'a [-red car-][+blue bus+]'],
    [
      'The Popular Mobilization Forces (PMF) said',
      'The Hashd al-Shaabi (PMF) said',
      'The [-Popular Mobilization Forces-][+Hashd al-Shaabi+] (PMF) said',
    ],
    ['', 'new', '[+new+]'],
    ['old', '', '[-old-]'],
    ['', '', ''],
    ['same', 'same', 'same'],
    ['one.\ntwo.', 'one.\nthree.', 'one.\n[-two-][+three+].'],
  ])('%j → %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  it('both texts can be read back, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('الجيش', 'قال', 'army', 'said', ' ', '  ', '\n', '.', '،', '\u200F', '👍'))
      .map((all) => all.join(''))
    always(
      fc.property(fc.oneof(words, fc.string({ unit: 'binary' })), fc.oneof(words, fc.string({ unit: 'binary' })), (before, after) => {
        expectReadable(wordDiff(before, after), before, after)
      }),
    )
  })

  it('no two neighbouring parts are alike', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ')).map((all) => all.join(''))
    always(
      fc.property(words, words, (before, after) => {
        const kinds = wordDiff(before, after).map(({ kind }) => kind)
        expect(kinds.every((kind, index) => kind !== kinds[index + 1])).toBe(true)
      }),
    )
  })

  it('very long texts are compared too, or replaced whole', () => {
    const [before, after] = [0, 1].map((seed) =>
      Array.from({ length: 20_000 }, (_, index) => `word${(index * 7 + seed * 3) % 5000}`).join(' '),
    )
    expectReadable(wordDiff(before!, after!), before!, after!)
  })
})

describe('words of a text', () => {
  it.each(['ا'.repeat(30_000), 'كلمة '.repeat(10_000), '👍'.repeat(9_001)])('joined, are the text again', (text) => {
    expect(wordsOf(text).join('')).toBe(text)
  })

  it('no letter outside the basic plane is cut in two', () => {
    expect(wordsOf(`a${'👍'.repeat(5_000)}`).every((word) => !/\p{Surrogate}/u.test(word))).toBe(true)
  })
})

describe('how much is changed', () => {
  it.each([
    ['same', 'same', 0],
    ['', '', 0],
    ['', 'new', 1],
    ['old', 'new', 1],
    ['abc def', 'abc xyz', 0.5],
  ])('%j → %j: %d', (before, after, share) => {
    expect(changedShare(wordDiff(before, after))).toBe(share)
  })

  it('a rewritten sentence is shown in two columns, a mended word is not', () => {
    expect(changedShare(wordDiff('He left the town at dawn.', 'At first light they were gone.'))).toBeGreaterThan(twoColumnsFrom)
    expect(changedShare(wordDiff('He left the town at dawn.', 'He left the city at dawn.'))).toBeLessThan(twoColumnsFrom)
  })
})
