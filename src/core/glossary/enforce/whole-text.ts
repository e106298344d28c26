import type { Habits } from '../../arabic/habits.ts'
import { englishText } from '../../english/words.ts'
import { isHeadline } from '../../headline.ts'
import { isEmpty, type TextPair } from '../../segment.ts'
import type { Glossary } from '../find/compile.ts'
import { findMeant, type Surroundings, termsWithMentions, usesShort } from './mentions.ts'
import { occurrencesIn } from './occurrences.ts'

/** What stands around each segment of a text that is there as a whole, in order: for checking files, which have no database behind them. */
export function surroundingsIn(glossary: Glossary, segments: readonly TextPair[], habits?: Habits): Surroundings[] {
  const terms = termsWithMentions(glossary)
  const found = segments.map(({ source }) => (terms.length > 0 ? occurrencesIn(glossary, findMeant(glossary, source, habits)) : new Map()))
  const headlines = segments.map(({ source }) => isHeadline(source))
  const english = segments.map(({ target }) => englishText(target))
  const mentions = terms.map((term) => ({
    id: term.id,
    first: found.findIndex((entries, index) => entries.has(term.id) && !headlines[index]),
    awaited: found.findLastIndex((entries, index) => entries.has(term.id) && !headlines[index] && isEmpty(segments[index]!.target)),
    short: english.flatMap((text, index) => (usesShort(term, text) ? [index] : [])),
  }))
  const among = (test: (mention: (typeof mentions)[number]) => boolean) => new Set(mentions.filter(test).map(({ id }) => id))
  return segments.map((_, at) => ({
    isHeadline: headlines[at]!,
    before: among(({ first }) => first >= 0 && first < at),
    awaited: among(({ awaited }) => awaited > at),
    shortElsewhere: among(({ short }) => short.some((index) => index !== at)),
    never: new Set(),
  }))
}
