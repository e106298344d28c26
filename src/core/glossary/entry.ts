import { hasArabic, plain } from '../arabic/letters.ts'
import { Problem } from '../problem.ts'
import type { Kind, Rendering, TermDraft } from './term.ts'

/** The longest spelling, rendering or mention, in UTF-16 units. */
export const longestWording = 200

/** The longest note, and the longest of the other details, in UTF-16 units. */
const longestNote = 20_000
const longestDetail = 2_000

/** The most spellings, renderings, plurals or struck forms an entry has, so that looking for it stays quick. */
export const mostWordings = 100

/**
 * An entry as it is stored: everything trimmed, empty and repeated spellings, plurals, struck forms and renderings dropped. Throws
 * `term.no-spelling`, `term.spelling-not-arabic` (value; a plural or struck form too), `term.no-rendering` (none that may be used), `term.too-long` (value, longest),
 * `term.too-many` (limit), and of a note or another detail `form.too-long` (value, length, longest).
 */
export function checkedEntry(draft: TermDraft): TermDraft {
  const spellings = distinct(draft.spellings.map(tidy), plain)
  const renderings = distinct(draft.renderings.map(tidyRendering), ({ text }) => text)
  const [plurals, struck] = [draft.plurals, draft.struck].map((forms) => distinct(forms.map(tidy), plain)) as [string[], string[]]
  const entry = { ...draft, ...tidyDetails(draft), spellings, renderings, plurals, struck }
  if (spellings.length === 0) throw new Problem('term.no-spelling')
  if (!renderings.some(({ standing }) => standing !== 'avoid')) throw new Problem('term.no-rendering')
  for (const { length } of [spellings, renderings, plurals, struck]) {
    if (length > mostWordings) throw new Problem('term.too-many', { limit: mostWordings })
  }
  for (const value of [...spellings, ...plurals, ...struck]) if (!hasArabic(value)) throw new Problem('term.spelling-not-arabic', { value })
  for (const value of [
    ...spellings,
    ...plurals,
    ...struck,
    ...renderings.map(({ text }) => text),
    entry.firstMention,
    entry.laterMention,
  ]) {
    if (value.length > longestWording) throw new Problem('term.too-long', { value: value.slice(0, 40), longest: longestWording })
  }
  refuseLonger(entry.note, longestNote)
  for (const value of [entry.partOfSpeech, entry.subject, entry.authority]) refuseLonger(value, longestDetail)
  return entry
}

function refuseLonger(value: string, longest: number): void {
  if (value.length > longest) throw new Problem('form.too-long', { value: value.slice(0, 40), length: value.length, longest })
}

/** The kind an entry most likely is: a capital (not of a sentence, but of a word) makes a name, several Arabic words a phrase. */
export function guessedKind(spelling: string, rendering: string): Kind {
  if (/^(?:(?:the|an?|al|el|as|ash|ad|an|ar|at|az)[\s-]+)?['’‘ʿʾʼ]?\p{Lu}/u.test(rendering.trim())) return 'name'
  return /\S\s+\S/u.test(spelling) ? 'phrase' : 'noun'
}

/** The rendering that is offered: the first *preferred* one, else the first that may be used. */
export function preferredRendering({ renderings }: Pick<TermDraft, 'renderings'>): string {
  const usable = renderings.filter(({ standing }) => standing !== 'avoid')
  return (usable.find(({ standing }) => standing === 'preferred') ?? usable[0])?.text ?? ''
}

function tidy(text: string): string {
  return storable(text).trim().replace(/\s+/gu, ' ')
}

/** No database keeps U+0000 or half of a character; with them an entry would not be read back as it was stored. */
function storable(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, (char) => (char === '\0' ? '' : '\uFFFD'))
}

function tidyRendering({ text, standing, always }: Rendering): Rendering {
  return standing === 'avoid' && always ? { text: tidy(text), standing, always } : { text: tidy(text), standing }
}

function tidyDetails(draft: TermDraft) {
  return {
    firstMention: tidy(draft.firstMention),
    laterMention: tidy(draft.laterMention),
    partOfSpeech: tidy(draft.partOfSpeech),
    subject: tidy(draft.subject),
    note: storable(draft.note).trim(),
    authority: tidy(draft.authority),
  }
}

function distinct<T extends string | Rendering>(values: readonly T[], sameness: (value: T) => string): T[] {
  const seen = new Set<string>()
  return values.filter((value) => {
    const text = typeof value === 'string' ? value : value.text
    const mark = sameness(value)
    if (text === '' || seen.has(mark)) return false
    seen.add(mark)
    return true
  })
}
