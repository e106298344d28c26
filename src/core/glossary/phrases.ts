import { countedStates, isAllowed, mayBecomeAllowed, type States } from '../arabic/agreement.ts'
import { traits } from '../arabic/neighbours.ts'
import { enforcedFrom, possibleFrom } from './match.ts'
import { type ReadText, type ReadWord, traitsOfWord } from './read-text.ts'
import type { Reading, WordReadings } from './readings.ts'
import type { Spelling } from './trunks.ts'

/** A place in a text where a spelling may stand: its first and its last word, and how each of its words was read. */
export interface Found {
  first: number
  last: number
  spelling: Spelling
  confidence: number
  path: readonly Reading[]
}

const none: Found[] = []

/** The phrases whose words stand side by side, beginning at this word. */
export function phrasesAt(read: ReadWord[], first: number, head: WordReadings): Found[] {
  const next = read[first + 1]
  if (!next || next.gap === 'hard' || !meet(head, next.readings)) return none
  const found: Found[] = []
  const [heads, later] = [head.first, next.readings.later]
  // The shorter list leads: a frequent head such as رئيس begins hundreds of phrases.
  for (const spelling of heads.size <= later.size ? heads.keys() : later.keys()) {
    const readings = heads.get(spelling)
    const phrase = readings && later.has(spelling) ? phraseAt(read, first, spelling, readings) : undefined
    if (phrase && phrase.confidence >= possibleFrom) found.push(phrase)
  }
  return found
}

/** Phrases of two words with one word between them, which are possible only: الرئيس حسني مبارك for الرئيس مبارك, وزيرا الخارجية والدفاع for وزير الدفاع. */
export function phrasesApart(read: ReadWord[], first: number, heads: WordReadings, readingsOf: ReadText['readingsOf']): Found[] {
  const [middle, far] = [read[first + 1], read[first + 2]]
  if (middle?.gap !== 'space' || far?.gap !== 'space') return none
  const joined = far.known.surface.charCodeAt(0) === waw
  if (!joined && !meet(heads, far.readings)) return none
  const between = traitsOfWord(middle)
  if (between & (traits.preposition | traits.beforeVerb)) return none
  const shared = between & traits.definite && joined ? readingsOf(far.start + 1, far.end) : undefined
  return [
    ...pairs(heads, far.readings, first, (spelling, head) => mayStandBetween(spelling, head, between)),
    ...pairs(heads, shared, first, (_, head, last) => head.state !== 'D' && last.state === 'D'),
  ]
}

const waw = 0x0648

type Fits = (spelling: Spelling, head: Reading, last: Reading) => boolean

/** Whether a phrase can begin with the one word and go on with the other; most that can by their bits do. */
function meet(head: WordReadings, next: WordReadings | undefined): next is WordReadings {
  return next !== undefined && (head.firstBits & next.laterBits) !== 0
}

function pairs(head: WordReadings, next: WordReadings | undefined, first: number, fits: Fits): Found[] {
  if (!meet(head, next)) return none
  const found: Found[] = []
  const [heads, later] = [head.first, next.later]
  for (const spelling of heads.size <= later.size ? heads.keys() : later.keys()) {
    if (spelling.words.length !== 2 || spelling.term.exactOnly) continue
    for (const head of heads.get(spelling) ?? []) {
      const last = later
        .get(spelling)
        ?.get(1)
        ?.find((one) => isPair(spelling, head, one) && fits(spelling, head, one))
      if (last) found.push({ first, last: first + 2, spelling, confidence: apartConfidence, path: [head, last] })
    }
  }
  return found
}

/** Shown as possible, below what is counted. */
const apartConfidence = 0.46

function isPair(spelling: Spelling, head: Reading, last: Reading): boolean {
  const agree = spelling.allowed !== undefined && isAllowed(head.state + last.state, spelling.allowed)
  return agree && head.confidence * last.confidence >= enforcedFrom
}

/** After a title a first name, between a definite noun and its adjective another definite one, within an annexation a noun: رئيس مجلس الوزراء. */
function mayStandBetween({ listed, term }: Spelling, head: Reading, between: number): boolean {
  if (listed === 'DI') return head.state === 'D' && (between & traits.definite) === 0
  if (listed === 'DD') return head.state === 'D' && (between & traits.definite) !== 0 && (between & traits.adjective) !== 0
  return term.kind !== 'name' && listed === 'ID' && (between & traits.definite) === 0 && (between & traits.commonNoun) !== 0
}

/** Quotes or brackets between two words of a phrase. */
const softGapConfidence = 0.95
/** Agreement in another order of states than the entry's own. */
const otherStatesConfidence = 0.92
/** Words that stand side by side but do not agree, as in القوات مسلحة, the forces are armed: possible, not enforced. */
const disagreeing = 0.57
/** Several words confirm one another: a doubt of one of them counts only half. */
const togetherness = { half: 0.5, more: 0.45 }

/** The best way to read a phrase that begins at a word. */
function phraseAt(read: ReadWord[], first: number, spelling: Spelling, heads: readonly Reading[]): Found | undefined {
  const last = first + spelling.words.length - 1
  let paths = heads.map((head) => ({ states: head.state, confidence: head.confidence, path: [head] }))
  for (let position = 1; position < spelling.words.length; position++) {
    const word = read[first + position]
    const readings = word && word.gap !== 'hard' ? word.readings?.later.get(spelling)?.get(position) : undefined
    if (!word || !readings) return undefined
    const together = word.gap === 'soft' ? softGapConfidence : 1
    paths = paths.flatMap(({ states, confidence, path }) =>
      readings.map((reading) => ({
        states: states + reading.state,
        confidence: confidence * reading.confidence * together,
        path: [...path, reading],
      })),
    )
    // Each word may have several states: in a long phrase the orders that lead nowhere would double with every word.
    if (spelling.words.length > 3) paths = paths.filter(({ states }) => mayAgree(states, spelling))
  }
  let best: Found | undefined
  for (const { states, confidence, path } of paths) {
    const agreed = states === spelling.listed ? confidence : confidence * otherStatesConfidence
    const together = Math.max(agreed, togetherness.half * agreed + togetherness.more)
    const whole = agrees(states, spelling) ? together : together * disagreeing
    if (!best || whole > best.confidence) best = { first, last, spelling, confidence: whole, path }
  }
  return best
}

function agrees(states: States, { allowed, words }: Spelling): boolean {
  return allowed !== undefined && (isAllowed(states, allowed) || isAllowed(countedStates(states, words), allowed))
}

function mayAgree(states: States, { allowed, words }: Spelling): boolean {
  return allowed !== undefined && (mayBecomeAllowed(states, allowed) || mayBecomeAllowed(countedStates(states, words), allowed))
}

/** Whether all the words of a possible phrase, the one between too, are a phrase of their own: رئيس مجلس الوزراء is not رئيس الوزراء. */
export function isWholePhrase({ last, confidence }: Found, phrases: readonly Found[]): boolean {
  return phrases.some((phrase) => phrase.last === last && phrase.confidence > confidence)
}
