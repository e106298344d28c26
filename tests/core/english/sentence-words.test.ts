import { expect, test } from 'vitest'
import { isSentenceWord } from '../../../src/core/english/sentence-words.ts'
import { englishWords } from '../../../src/core/english/words.ts'

test.each([
  ['what happened', 'include denied repelled said announces', true],
  ['when', 'Tuesday yesterday then', true],
  ['what names are made of', 'Popular Denied-Area Forces armed United council wounded', false],
  ['nouns that are verbs as well', 'attack report law', false],
])('words of a sentence tell %s', (_, words, are) => {
  const told = words.split(' ').map((word) => isSentenceWord(englishWords(word)[0]!))
  expect(told).toEqual(told.map(() => are))
})
