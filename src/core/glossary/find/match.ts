import type { FormName } from '../../arabic/inflection.ts'

/** How one Arabic word of the text was recognised as a word of a term. */
export interface WordAnalysis {
  /** Proclitics in writing order: و ف, ب ك ل, and لل where ل met the article. */
  proclitics: string[]
  /** The word as the glossary has it, without proclitics, e.g. حشد or قاعدة. */
  word: string
  /** How the form in the text comes from `word`. */
  form: FormName
  /** True where hamza, final ya or ta marbuta are written otherwise than in the entry. */
  respelled: boolean
}

/** A place where a term entry was found. Offsets are UTF-16 units into the text searched; `end` is exclusive. */
export interface Match {
  termId: number
  /** The entry's spelling that matched. */
  spelling: string
  start: number
  end: number
  surface: string
  /** 0 to 1; from `enforcedFrom` on it is enforced, from `possibleFrom` on shown as possible. */
  confidence: number
  /** True inside a longer match. */
  nested: boolean
  why: WordAnalysis[]
}

/** At 0.6 and above a match is enforced; from 0.45 it is only shown as possible. */
export const enforcedFrom = 0.6
export const possibleFrom = 0.45

/** The matches inside a longer one that is enforced. */
export function insideLonger(matches: readonly Match[]): ReadonlySet<Match> {
  const inside = new Set<Match>()
  let furthest: Pick<Match, 'start' | 'end'> = { start: -1, end: -1 }
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // Whatever came before begins no later: a longer one that reaches as far has this one inside it.
    if (match.end < furthest.end || (match.end === furthest.end && match.start > furthest.start)) inside.add(match)
    else if (match.confidence >= enforcedFrom) furthest = match
  }
  return inside
}
