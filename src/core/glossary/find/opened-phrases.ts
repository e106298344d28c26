import { traits } from '../../arabic/neighbours.ts'
import { possibleFrom } from './match.ts'
import { besideAt, bestReading, type Found, type Later, meet } from './phrases.ts'
import { type ReadText, type ReadWord, traitsOfWord } from './read-text.ts'
import type { Reading, WordReadings } from './readings.ts'
import type { Spelling } from './trunks.ts'

/**
 * Annexations that ل opens, so that the noun is indefinite and may have its adjective beside it: وقف فوري لإطلاق النار for وقف إطلاق النار.
 * A definite one is mostly something else: المجلس الأعلى للأمن is not مجلس الأمن.
 */
export function openedAt(all: ReadText, first: number, head: WordReadings): Found[] {
  const beside = openingAt(all.words, first)
  const rest = beside === undefined ? undefined : all.readingsOf(withoutLam(all.words[beside]!.known.surface))
  if (beside === undefined || !meet(head, rest)) return none
  const found: Found[] = []
  for (const spelling of rest.later.keys()) {
    const heads = mayBeOpened(spelling) ? (head.first.get(spelling) ?? []).filter(({ state }) => state === 'I' || state === 'N') : []
    const second = rest.later.get(spelling)?.get(1)
    const phrase = second && phraseOpened(all, { first, beside }, spelling, heads.map(asAnnexed), second)
    if (phrase && phrase.confidence >= possibleFrom) found.push(phrase)
  }
  return found
}

const lam = 0x0644

/** The place of the word with ل, after the head or after one or two adjectives that agree with it. */
function openingAt(words: ReadWord[], first: number): number | undefined {
  for (let at = first + 1; at <= first + 1 + mostAdjectives; at++) {
    const word = words[at]
    if (word?.gap !== 'space') return undefined
    if (word.known.surface.charCodeAt(0) === lam) return at
    if ((traitsOfWord(word) & traits.adjective) === 0) return undefined
  }
  return undefined
}

/** وقف دائم وشامل لإطلاق النار. */
const mostAdjectives = 2

/** إطلاق of لإطلاق, العمليات of للعمليات. */
function withoutLam(surface: string): string {
  return surface.startsWith('لل') ? `ال${surface.slice(2)}` : surface.slice(1)
}

/** An annexation that is no name. */
function mayBeOpened({ listed, term, signs }: Spelling): boolean {
  return term.kind !== 'name' && !term.exactOnly && !signs && /^I+D+$/.test(listed)
}

/** Before ل the noun is nunated: it counts as the annexed one it would be without. */
function asAnnexed(head: Reading): Reading {
  return { ...head, state: 'I' }
}

function phraseOpened(
  all: ReadText,
  { first, beside }: { first: number; beside: number },
  spelling: Spelling,
  heads: readonly Reading[],
  second: readonly Reading[],
): Found | undefined {
  const opened: Later = { readings: second.map((one) => ({ ...one, why: { ...one.why, proclitics: ['ل'] } })), together: openedConfidence }
  const best = bestReading(spelling, heads, (position) =>
    position === 1 ? opened : besideAt(all, beside + position - 1, spelling, position),
  )
  const last = beside + spelling.words.length - 2
  return best && { first, last, start: all.words[first]!.start, end: all.words[last]!.end, spelling, ...best }
}

/** Hardly less certain than the annexation itself. */
const openedConfidence = 0.9

const none: Found[] = []
