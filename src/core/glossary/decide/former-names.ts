import { englishText } from '../../english/words.ts'
import type { Successor } from '../enforce/mentions.ts'
import { placesIn } from '../enforce/places.ts'
import { englishEntry } from '../enforce/renderings.ts'
import type { Glossary } from '../find/compile.ts'
import { enforcedFrom, type Match } from '../find/match.ts'

/** An entry that is called otherwise than before, and what it was called (see `namesLeft`). */
export interface Renamed {
  term: Successor
  names: readonly string[]
}

/**
 * Whether a text still calls an entry as it was called before, though nothing finds fault with it: inside a longer name (قانون الحشد الشعبي)
 * the Arabic wants nothing of this entry, and the longer one may allow the former name.
 */
export function keepsFormerName({ term, names }: Renamed, glossary: Glossary, matches: readonly Match[], target: string): boolean {
  if (!matches.some(({ termId, confidence }) => termId === term.id && confidence >= enforcedFrom)) return false
  const own = englishEntry(term)
  const places = placesIn(englishText(target), glossary, [own]).filter(({ entry }) => entry === own)
  return places.some(({ verdict, wording }) => verdict === 'avoid' && names.includes(wording.text))
}

/** Whether a text may say one of the former names, however its signs are written (Kata’ib, Kata'ib); to be asked before anything that takes longer. */
export function mayKeepFormerName({ names }: Renamed, target: string): boolean {
  const lower = target.toLowerCase()
  return names.some((name) => {
    const runs = name.toLowerCase().split(/[^\p{L}\p{N}]+/u)
    return lower.includes(runs.reduce((longest, run) => (run.length > longest.length ? run : longest)))
  })
}
