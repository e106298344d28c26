import type { Habits } from '../../arabic/habits.ts'
import { hasArabic, plain } from '../../arabic/letters.ts'
import { words } from '../../arabic/words.ts'
import type { Span } from '../../span.ts'
import { emptyEntry, type Term } from '../term.ts'
import { compile, type Glossary } from './compile.ts'
import { findTerms } from './find.ts'
import { withoutProclitics } from './undressed.ts'

/** A stretch of a text with what stands before and after it, cut at a word's border; a cut is shown by … */
export interface InContext {
  before: string
  word: string
  after: string
}

/** A stretch in its context, at most so many UTF-16 units on either side; line ends are spaces. */
export function inContext(text: string, { start, end }: Span, width: number): InContext {
  const flat = text.replace(/\s/gu, ' ')
  return { before: endOf(flat.slice(0, start), width), word: flat.slice(start, end), after: beginningOf(flat.slice(end), width) }
}

function endOf(text: string, width: number): string {
  const whole = text.trimStart()
  if (whole.length <= width) return whole
  const cut = whole.slice(whole.length - width)
  const border = whole.charAt(whole.length - width - 1) === ' ' ? 0 : cut.indexOf(' ') + 1 || cut.length
  return `… ${cut.slice(border).trimStart()}`
}

function beginningOf(text: string, width: number): string {
  const whole = text.trimEnd()
  if (whole.length <= width) return whole
  const cut = whole.slice(0, width)
  const border = whole.charAt(width) === ' ' ? width : Math.max(0, cut.lastIndexOf(' '))
  return `${cut.slice(0, border).trimEnd()} …`
}

/**
 * An entry for a word or phrase that somebody looks up, made only for looking: found in all its forms, with every proclitic. What stands in a
 * text as بالحشد is looked up as الحشد too. Undefined where there is no Arabic in it.
 */
export function lookedUp(typed: string): Term | undefined {
  const list = words(typed)
  const first = list[0]
  if (!first || !hasArabic(typed)) return undefined
  const whole = list.map((word) => word.plain).join(' ')
  const bare = [withoutProclitics(first.plain, new Map()).bare, ...list.slice(1).map((word) => word.plain)].join(' ')
  const spellings = [...new Set([whole, plain(bare)])]
  return {
    ...{ ...emptyEntry, spellings, kind: list.length > 1 ? 'phrase' : 'noun', renderings: [{ text: '?', standing: 'preferred' }] },
    ...{ id: lookedUpId, deskId: 0, version: 1, changedBy: '', changedAt: '' },
  }
}

const lookedUpId = 1

/** The entry that is looked up, ready for `standsIn`. */
export function lookedUpIn(term: Term): Glossary {
  return compile([term])
}

/** Where an entry stands in a text, in order, each place once, possible places too; `termId` is the entry's number in the glossary. */
export function standsIn(glossary: Glossary, text: string, habits: Habits | undefined, termId = lookedUpId): Span[] {
  const found = findTerms(glossary, text, habits).filter((match) => match.termId === termId)
  const each = new Map(found.map(({ start, end }) => [start, { start, end }] as const))
  return [...each.values()]
}
