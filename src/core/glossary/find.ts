import { type Habits, unknownHabits } from '../arabic/habits.ts'
import { neighboursFactor, type Place } from '../arabic/neighbours.ts'
import type { Glossary } from './compile.ts'
import { enforcedFrom, type Match } from './match.ts'
import { type Found, isWholePhrase, phrasesApart, phrasesAt } from './phrases.ts'
import { type ReadText, type ReadWord, readText, traitsOfWord } from './read-text.ts'
import { type WordReadings, withoutRivals } from './readings.ts'

export { type Habits, habitsOf } from '../arabic/habits.ts'
export { whyInArabic } from './why.ts'

/**
 * The places where entries stand in a text, in reading order, the longest first at the same start, those inside a longer one marked nested.
 * Offsets are UTF-16 units; nothing below `possibleFrom` is returned. `habits` are the document's, used where the text alone does not show them.
 */
export function findTerms(glossary: Glossary, text: string, habits: Habits = unknownHabits): Match[] {
  const { words: read, readingsOf } = readText(glossary, text, habits)
  const matches: Match[] = []
  let outer: Found | undefined
  for (let i = 0; i < read.length; i++) {
    for (const one of foundAt(read, i, text, readingsOf)) {
      const nested = outer !== undefined && one.last <= outer.last && (one.first > outer.first || one.last < outer.last)
      if (!nested && one.confidence >= enforcedFrom && (!outer || one.last > outer.last)) outer = one
      matches.push(match(read, text, one, nested))
    }
  }
  return matches
}

const none: Found[] = []

/** What begins at a word, the longest first. */
function foundAt(read: ReadWord[], first: number, text: string, readingsOf: ReadText['readingsOf']): Found[] {
  const readings = read[first]?.readings
  if (!readings) return none
  const alone = readings.alone.length > 0 ? aloneAt(read, first, readings, text) : none
  if (readings.firstBits === 0) return alone
  const phrases = bestOfEachTerm(phrasesAt(read, first, readings))
  const apart = bestOfEachTerm(phrasesApart(read, first, readings, readingsOf)).filter((one) => !isWholePhrase(one, phrases))
  return phrases.length + apart.length > 0 ? [...apart, ...byLength(phrases), ...alone] : alone
}

/** The entries that a single word may be, once its neighbours have been heard, the likeliest first. */
function aloneAt(read: ReadWord[], at: number, { alone, settled }: WordReadings, text: string): Found[] {
  const place = settled ? undefined : placeOf(read, at, text)
  const found = alone.map((one): Found => {
    const confidence = place && one.cues.length > 0 ? Math.min(1, one.confidence * neighboursFactor(one.cues, place)) : one.confidence
    return { first: at, last: at, spelling: one.spelling, confidence, path: [one] }
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
  const lengths = [...new Set(phrases.map((one) => one.last))].sort((a, b) => b - a)
  return lengths.flatMap((last) => withoutRivals(phrases.filter((one) => one.last === last)))
}

/** One match per entry and place, whichever of its spellings fits best. */
function bestOfEachTerm(found: Found[]): Found[] {
  if (found.length < 2) return found
  const best = new Map<string, Found>()
  for (const one of found) {
    const place = `${one.spelling.term.id} ${one.last}`
    if ((best.get(place)?.confidence ?? 0) < one.confidence) best.set(place, one)
  }
  return [...best.values()]
}

function match(read: ReadWord[], text: string, one: Found, nested: boolean): Match {
  const start = read[one.first]?.start ?? 0
  const end = read[one.last]?.end ?? 0
  return {
    termId: one.spelling.term.id,
    spelling: one.spelling.text,
    start,
    end,
    surface: text.slice(start, end),
    confidence: Math.round(one.confidence * 1000) / 1000,
    nested,
    why: one.path.map((reading) => reading.why),
  }
}
