import { countedStates, isAllowed, mayBecomeAllowed, type States } from '../../arabic/agreement.ts'
import { possibleFrom } from './match.ts'
import type { ReadText, ReadWord } from './read-text.ts'
import type { Reading, WordReadings } from './readings.ts'
import type { Spelling } from './trunks.ts'

/** A place in a text where a spelling may stand: its first and its last word, where it starts and ends, and how each of its words was read. */
export interface Found {
  first: number
  last: number
  start: number
  end: number
  spelling: Spelling
  confidence: number
  path: readonly Reading[]
}

const none: Found[] = []

/** The phrases whose words stand side by side, beginning at this word. */
export function phrasesAt(all: ReadText, first: number, head: WordReadings): Found[] {
  const next = all.words[first + 1]
  if (!next || next.gap === 'hard' || !meet(head, next.readings)) return none
  const found: Found[] = []
  const [heads, later] = [head.first, next.readings.later]
  // The shorter list leads: a frequent head such as رئيس begins hundreds of phrases.
  for (const spelling of heads.size <= later.size ? heads.keys() : later.keys()) {
    const readings = spelling.signs ? undefined : heads.get(spelling)
    const phrase = readings && later.has(spelling) ? phraseAt(all, first, spelling, readings) : undefined
    if (phrase && phrase.confidence >= possibleFrom) found.push(phrase)
  }
  return found
}

/** Whether a phrase can begin with the one word and go on with the other; most that can by their bits do. */
export function meet(head: WordReadings, next: WordReadings | undefined): next is WordReadings {
  return next !== undefined && (head.firstBits & next.laterBits) !== 0
}

/** Quotes or brackets between two words of a phrase. */
const softGapConfidence = 0.95
/** Agreement in another order of states than the entry's own. */
const otherStatesConfidence = 0.92
/** Words that stand side by side but do not agree, as in القوات مسلحة, the forces are armed: possible, not enforced. */
const disagreeing = 0.57
/** Several words confirm one another: a doubt of one of them counts only half. */
const togetherness = { half: 0.5, more: 0.45 }

/** A phrase that begins at a word and whose words stand side by side. */
export function phraseAt(all: ReadText, first: number, spelling: Spelling, heads: readonly Reading[]): Found | undefined {
  const last = first + spelling.words.length - 1
  const best = bestReading(spelling, heads, (position) => besideAt(all, first + position, spelling, position))
  return best && { first, last, start: all.words[first]!.start, end: all.words[last]!.end, spelling, ...best }
}

/** What a word of the text can be at a position of a phrase, and how far it is together with the word before it, 0 to 1. */
export interface Later {
  readings: readonly Reading[]
  together: number
}

/** The word at a place as the one of a phrase at a position; undefined where it is not, or is parted from the word before it. */
export function besideAt({ text, words }: ReadText, at: number, spelling: Spelling, position: number): Later | undefined {
  const word = words[at]
  const readings = word?.readings?.later.get(spelling)?.get(position)
  const together = readings ? joint(words[at - 1]!, word!, spelling.signs?.between[position], text) : 0
  return readings && together > 0 ? { readings, together } : undefined
}

/** How far the signs between two words leave them together, 0 where they part them; those that the spelling has itself do not part. */
function joint(before: ReadWord, word: ReadWord, own: RegExp | undefined, text: string): number {
  if (own) return own.test(text.slice(before.end, word.start)) ? 1 : 0
  return word.gap === 'hard' ? 0 : word.gap === 'soft' ? softGapConfidence : 1
}

/** The best way to read a phrase, by its head and what stands at each later position; undefined where one is missing. */
export function bestReading(
  spelling: Spelling,
  heads: readonly Reading[],
  laterAt: (position: number) => Later | undefined,
): Pick<Found, 'confidence' | 'path'> | undefined {
  let paths = heads.map((head) => ({ states: head.state, confidence: head.confidence, path: [head] }))
  for (let position = 1; position < spelling.words.length; position++) {
    const later = laterAt(position)
    if (!later) return undefined
    paths = paths.flatMap(({ states, confidence, path }) =>
      later.readings.map((reading) => ({
        states: states + reading.state,
        confidence: confidence * reading.confidence * later.together,
        path: [...path, reading],
      })),
    )
    // Each word may have several states: in a long phrase the orders that lead nowhere would double with every word.
    if (spelling.words.length > 3) paths = paths.filter(({ states }) => mayAgree(states, spelling))
  }
  let best: Pick<Found, 'confidence' | 'path'> | undefined
  for (const { states, confidence, path } of paths) {
    const agreed = states === spelling.listed ? confidence : confidence * otherStatesConfidence
    const together = Math.max(agreed, togetherness.half * agreed + togetherness.more)
    const whole = agrees(states, spelling) ? together : together * disagreeing
    if (!best || whole > best.confidence) best = { confidence: whole, path }
  }
  return best
}

function agrees(states: States, { allowed, words }: Spelling): boolean {
  if (words.length === 1) return true
  return allowed !== undefined && (isAllowed(states, allowed) || isAllowed(countedStates(states, words), allowed))
}

function mayAgree(states: States, { allowed, words }: Spelling): boolean {
  return allowed !== undefined && (mayBecomeAllowed(states, allowed) || mayBecomeAllowed(countedStates(states, words), allowed))
}
