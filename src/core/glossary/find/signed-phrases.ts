import { words } from '../../arabic/words.ts'
import { possibleFrom } from './match.ts'
import { type Found, phraseAt } from './phrases.ts'
import type { ReadText } from './read-text.ts'
import type { Reading, WordReadings } from './readings.ts'

/** The spellings with signs that begin with this word, one word or several: المادة 140, ب.ك.ك. */
export function signedAt(all: ReadText, first: number, head: WordReadings): Found[] {
  if (!head.signed) return none
  const found: Found[] = []
  for (const [spelling, readings] of head.first) {
    const phrase = spelling.signs && phraseAt(all, first, spelling, readings)
    const place = phrase && placeWithSigns(all, phrase)
    if (place && phrase.confidence >= possibleFrom) found.push({ ...phrase, ...place, path: withSigns(phrase) })
  }
  return found
}

/** Where a spelling with signs starts and ends; undefined where the text has not those before and after its words. */
function placeWithSigns({ text, words }: ReadText, { spelling, first, start, end }: Found): { start: number; end: number } | undefined {
  const { before, after } = spelling.signs!
  const ahead = before?.exec(text.slice(words[first - 1]?.end ?? 0, start))
  const behind = after?.exec(text.slice(end))
  if (ahead === null || behind === null) return undefined
  const signs = behind?.[0] ?? ''
  const closes = signs.includes('(') && text[end + signs.length] === ')'
  return { start: start - (ahead?.[0].length ?? 0), end: end + signs.length + (closes ? 1 : 0) }
}

/** The readings of its words with the signs beside them, so that the reason of a match shows them: و + المادة 140. */
function withSigns({ spelling: { text }, path }: Found): Reading[] {
  const listed = words(text)
  return path.map((reading, at) => {
    const ahead = at === 0 ? text.slice(0, listed[0]!.start) : ''
    const behind = text.slice(listed[at]!.end, listed[at + 1]?.start)
    return { ...reading, why: { ...reading.why, word: `${ahead}${reading.why.word}${behind}`.trim() } }
  })
}

const none: Found[] = []
