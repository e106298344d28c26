import { isAllowed, mayBecomeAllowed } from '../arabic/agreement.ts'
import { type Habits, habitsNumber, noVotes, unknownHabits, winningHabits, withFallback } from '../arabic/habits.ts'
import { plain } from '../arabic/letters.ts'
import { neighboursFactor, type Place, traits, traitsOf } from '../arabic/neighbours.ts'
import { type Gap, scanWords } from '../arabic/words.ts'
import type { Glossary, Spelling } from './compile.ts'
import type { KnownWord } from './known.ts'
import { enforcedFrom, type Match, possibleFrom } from './match.ts'
import { type Reading, readWord, type WordReadings, withoutRivals } from './read.ts'

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

/** A word of the text with all that it can be. */
interface ReadWord {
  start: number
  end: number
  gap: Gap
  known: KnownWord
  readings: WordReadings | undefined
}

interface Found {
  first: number
  last: number
  spelling: Spelling
  confidence: number
  path: readonly Reading[]
}

/** A text whose words are read; `readingsOf` reads a stretch of it as a word too, for what is left when و is taken away. */
interface ReadText {
  words: ReadWord[]
  readingsOf: (start: number, end: number) => WordReadings | undefined
}

function readText(glossary: Glossary, text: string, document: Habits): ReadText {
  const read: ReadWord[] = []
  const votes = noVotes()
  scanWords(text, (start, end, gap) => {
    const known = glossary.known.at(text, start, end)
    if (known.vote) votes[known.vote]++
    read.push({ start, end, gap, known, readings: undefined })
  })
  const habits = withFallback(winningHabits(votes), document)
  const number = habitsNumber(habits)
  for (const word of read) word.readings = readingsOf(glossary, word.known, habits, number)
  return { words: read, readingsOf: (start, end) => readingsOf(glossary, glossary.known.at(text, start, end), habits, number) }
}

function readingsOf(glossary: Glossary, known: KnownWord, habits: Habits, number: number): WordReadings | undefined {
  if (known.lastNumber === number) return known.last
  const there = known.readings[number]
  known.last = there === undefined ? readWord(glossary, known.surface, habits) : (there ?? undefined)
  known.lastNumber = number
  known.readings[number] = known.last ?? null
  return known.last
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

/** Whether all the words of a possible phrase, the one between too, are a phrase of their own: رئيس مجلس الوزراء is not رئيس الوزراء. */
function isWholePhrase({ last, confidence }: Found, phrases: readonly Found[]): boolean {
  return phrases.some((phrase) => phrase.last === last && phrase.confidence > confidence)
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

function traitsOfWord({ known }: ReadWord): number {
  known.traits ??= traitsOf(plain(known.surface))
  return known.traits
}

/** Phrases of one length are rivals of one another, never of a longer one. */
function byLength(phrases: Found[]): Found[] {
  const lengths = [...new Set(phrases.map((one) => one.last))].sort((a, b) => b - a)
  return lengths.flatMap((last) => withoutRivals(phrases.filter((one) => one.last === last)))
}

function phrasesAt(read: ReadWord[], first: number, head: WordReadings): Found[] {
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
function phrasesApart(read: ReadWord[], first: number, heads: WordReadings, readingsOf: ReadText['readingsOf']): Found[] {
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
    if (spelling.words.length > 3) paths = paths.filter((one) => spelling.allowed && mayBecomeAllowed(one.states, spelling.allowed))
  }
  let best: Found | undefined
  for (const { states, confidence, path } of paths) {
    const agreed = states === spelling.listed ? confidence : confidence * otherStatesConfidence
    const together = Math.max(agreed, togetherness.half * agreed + togetherness.more)
    const whole = spelling.allowed && isAllowed(states, spelling.allowed) ? together : together * disagreeing
    if (!best || whole > best.confidence) best = { first, last, spelling, confidence: whole, path }
  }
  return best
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
