import { possibleFrom } from './match.ts'
import { type Found, phraseAt } from './phrases.ts'
import type { ReadText } from './read-text.ts'
import type { WordReadings } from './readings.ts'

/** The spellings with signs that begin with this word, one word or several: المادة 140, ب.ك.ك. */
export function signedAt(all: ReadText, first: number, head: WordReadings): Found[] {
  if (!head.signed) return none
  const found: Found[] = []
  for (const [spelling, readings] of head.first) {
    const phrase = spelling.signs && phraseAt(all, first, spelling, readings)
    const place = phrase && placeWithSigns(all, phrase)
    if (place && phrase.confidence >= possibleFrom) found.push({ ...phrase, ...place })
  }
  return found
}

/** Where a spelling with signs starts and ends; undefined where the text has not those before and after its words. */
function placeWithSigns({ text, words }: ReadText, { spelling, first, start, end }: Found): { start: number; end: number } | undefined {
  const { before, after } = spelling.signs!
  const ahead = before?.exec(text.slice(words[first - 1]?.end ?? 0, start))
  const behind = after?.exec(text.slice(end))
  return ahead === null || behind === null ? undefined : { start: start - (ahead?.[0].length ?? 0), end: end + (behind?.[0].length ?? 0) }
}

const none: Found[] = []
