import type { TermDraft } from '../term.ts'

/** What a file can say of an entry, besides one spelling and its renderings: `spellings` stands for further ones, `standings` for which rendering is preferred. */
export type Said = Exclude<keyof TermDraft, 'renderings'> | 'standings'

/** An entry as a file tells it, checked: the number of its row (in TBX, of the entry), and which of its parts the file says; the rest is filled in. */
export interface ToldTerm {
  row: number
  entry: TermDraft
  said: readonly Said[]
}

/** A draft that says everything, as a file's. */
export function whollyTold(entry: TermDraft, row: number): ToldTerm {
  return { row, entry, said: [...(Object.keys(entry) as (keyof TermDraft)[]).filter((name) => name !== 'renderings'), 'standings'] }
}
