import { isAllowed } from '../../arabic/agreement.ts'
import { traits } from '../../arabic/neighbours.ts'
import { enforcedFrom } from './match.ts'
import { type Found, meet } from './phrases.ts'
import { type ReadText, traitsOfWord } from './read-text.ts'
import type { Reading, WordReadings } from './readings.ts'
import type { Spelling } from './trunks.ts'

/** Phrases of two words with one word between them, which are possible only: الرئيس حسني مبارك for الرئيس مبارك, وزيرا الخارجية والدفاع for وزير الدفاع. */
export function phrasesApart({ words: read, readingsOf }: ReadText, first: number, heads: WordReadings): Found[] {
  const [middle, far] = [read[first + 1], read[first + 2]]
  if (middle?.gap !== 'space' || far?.gap !== 'space') return none
  const joined = far.known.surface.charCodeAt(0) === waw
  if (!joined && !meet(heads, far.readings)) return none
  const between = traitsOfWord(middle)
  if (between & (traits.preposition | traits.beforeVerb)) return none
  const shared = between & traits.definite && joined ? readingsOf(far.known.surface.slice(1)) : undefined
  const found = [
    ...pairs(heads, far.readings, (spelling, head) => mayStandBetween(spelling, head, between)),
    ...pairs(heads, shared, (_, head, last) => head.state !== 'D' && last.state === 'D'),
  ]
  const place = { first, last: first + 2, start: read[first]!.start, end: far.end }
  return found.map((pair) => ({ ...place, ...pair, confidence: apartConfidence }))
}

const waw = 0x0648

type Pair = Pick<Found, 'spelling' | 'path'>
type Fits = (spelling: Spelling, head: Reading, last: Reading) => boolean

function pairs(head: WordReadings, next: WordReadings | undefined, fits: Fits): Pair[] {
  if (!meet(head, next)) return []
  const found: Pair[] = []
  const [heads, later] = [head.first, next.later]
  for (const spelling of heads.size <= later.size ? heads.keys() : later.keys()) {
    if (spelling.words.length !== 2 || spelling.signs || spelling.term.exactOnly) continue
    for (const head of heads.get(spelling) ?? []) {
      const last = later
        .get(spelling)
        ?.get(1)
        ?.find((one) => isPair(spelling, head, one) && fits(spelling, head, one))
      if (last) found.push({ spelling, path: [head, last] })
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

/** After a title a first name, between a noun and its adjective another one that agrees, within an annexation a noun: رئيس مجلس الوزراء. */
function mayStandBetween({ listed, term }: Spelling, head: Reading, between: number): boolean {
  const definite = (between & traits.definite) !== 0
  if (listed === 'DI') return head.state === 'D' && !definite
  if (listed === 'DD' || listed === 'II') return (head.state === 'D') === definite && (between & traits.adjective) !== 0
  return term.kind !== 'name' && listed === 'ID' && !definite && (between & traits.commonNoun) !== 0
}

/** Whether all the words of a possible phrase, the one between too, are a phrase of their own: رئيس مجلس الوزراء is not رئيس الوزراء. */
export function isWholePhrase({ last, confidence }: Found, phrases: readonly Found[]): boolean {
  return phrases.some((phrase) => phrase.last === last && phrase.confidence > confidence)
}

const none: Found[] = []
