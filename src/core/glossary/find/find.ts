import { type Habits, unknownHabits } from '../../arabic/habits.ts'
import { neighboursFactor, type Place } from '../../arabic/neighbours.ts'
import type { Glossary } from './compile.ts'
import { enforcedFrom, type Match } from './match.ts'
import { openedAt } from './opened-phrases.ts'
import { type Found, phrasesAt } from './phrases.ts'
import { isWholePhrase, phrasesApart } from './phrases-apart.ts'
import { type ReadText, type ReadWord, readText, traitsOfWord } from './read-text.ts'
import { type WordReadings, withoutRivals } from './readings.ts'
import { signedAt } from './signed-phrases.ts'

export { type Habits, habitsOf } from '../../arabic/habits.ts'
export { whyInArabic } from './why.ts'

/**
 * The places where entries stand in a text, in reading order, the longest first at the same start, those inside a longer one marked nested.
 * Offsets are UTF-16 units; nothing below `possibleFrom` is returned. `habits` are the document's, used where the text alone does not show them.
 */
export function findTerms(glossary: Glossary, text: string, habits: Habits = unknownHabits): Match[] {
  const all = readText(glossary, text, habits)
  const matches: Match[] = []
  let outer: Found | undefined
  for (let i = 0; i < all.words.length; i++) {
    for (const one of foundAt(all, i)) {
      const nested = outer !== undefined && one.end <= outer.end && (one.start > outer.start || one.end < outer.end)
      if (!nested && one.confidence >= enforcedFrom && (!outer || one.end > outer.end)) outer = one
      matches.push(match(text, one, nested))
    }
  }
  return matches
}

const none: Found[] = []

/** What begins at a word, the longest first. */
function foundAt(all: ReadText, first: number): Found[] {
  const readings = all.words[first]?.readings
  if (!readings) return none
  const alone = readings.alone.length > 0 ? aloneAt(all.words, first, readings, all.text) : none
  if (readings.firstBits === 0) return alone
  const phrases = bestOfEachTerm(
    together(phrasesAt(all, first, readings), together(signedAt(all, first, readings), openedAt(all, first, readings))),
  )
  const apart = bestOfEachTerm(phrasesApart(all, first, readings)).filter((one) => !isWholePhrase(one, phrases))
  return phrases.length + apart.length > 0 ? [...apart, ...byLength(phrases), ...alone] : alone
}

/** Both lists in one: mostly one of them is empty, or both. */
function together(some: Found[], more: Found[]): Found[] {
  return more.length === 0 ? some : some.length === 0 ? more : [...some, ...more]
}

/** The entries that a single word may be, once its neighbours have been heard, the likeliest first. */
function aloneAt(read: ReadWord[], at: number, { alone, settled }: WordReadings, text: string): Found[] {
  const place = settled ? undefined : placeOf(read, at, text)
  const found = alone.map((one): Found => {
    const confidence = place && one.cues.length > 0 ? Math.min(1, one.confidence * neighboursFactor(one.cues, place)) : one.confidence
    return { first: at, last: at, start: read[at]!.start, end: read[at]!.end, spelling: one.spelling, confidence, path: [one] }
  })
  return settled ? found : withoutRivals(bestOfEachTerm(found)).sort((a, b) => b.confidence - a.confidence)
}

function placeOf(read: ReadWord[], at: number, text: string): Place {
  const [before, own, after] = [read[at - 1], read[at], read[at + 1]]
  return {
    before: before && own?.gap === 'space' ? traitsOfWord(before) : 0,
    after: after && after.gap === 'space' ? traitsOfWord(after) : 0,
    // What stands alone, as a heading or before a dash, is no verb: that would have something after it.
    opening: own?.gap === 'hard' && after?.gap === 'space' ? openingAt(text, own.start) : undefined,
  }
}

/** What ends a sentence, and what only a clause; after anything else, such as a colon or a figure, nothing is known. */
const sentenceEnds = '.!؟?…\n\r'
const clauseEnds = '،,؛;'

function openingAt(text: string, start: number): Place['opening'] {
  let at = start - 1
  while (at >= 0 && ' \u00a0"«»“”()[]'.includes(text.charAt(at))) at--
  if (at < 0 || sentenceEnds.includes(text.charAt(at))) return 'sentence'
  return clauseEnds.includes(text.charAt(at)) ? 'clause' : undefined
}

/** Phrases of one length are rivals of one another, never of a longer one. */
function byLength(phrases: Found[]): Found[] {
  const ends = [...new Set(phrases.map((one) => one.end))].sort((a, b) => b - a)
  return ends.flatMap((end) => withoutRivals(phrases.filter((one) => one.end === end)))
}

/** One match per entry and place, whichever of its spellings fits best. */
function bestOfEachTerm(found: Found[]): Found[] {
  if (found.length < 2) return found
  const best = new Map<string, Found>()
  for (const one of found) {
    const place = `${one.spelling.term.id} ${one.end}`
    if ((best.get(place)?.confidence ?? 0) < one.confidence) best.set(place, one)
  }
  return [...best.values()]
}

function match(text: string, { spelling, start, end, confidence, path }: Found, nested: boolean): Match {
  return {
    termId: spelling.term.id,
    spelling: spelling.text,
    start,
    end,
    surface: text.slice(start, end),
    confidence: Math.round(confidence * 1000) / 1000,
    nested,
    why: path.map((reading) => reading.why),
  }
}
