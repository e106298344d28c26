import { plain } from '../../arabic/letters.ts'
import type { Term } from '../term.ts'

/** Nouns that are adjectives with another meaning, and by which English an entry says that it means the adjective. */
const meanings = new Map(
  [
    ['عام', 'general public common overall'],
    ['حديث', 'modern recent new contemporary'],
    ['مشروع', 'legitimate lawful legal licit'],
    ['حق', 'true real rightful'],
    ['حي', 'alive live living'],
    ['واجب', 'due obligatory necessary incumbent'],
    ['واقع', 'located situated lying'],
    ['مستقبل', 'receiving hosting'],
  ].map(([noun, english]) => [noun, new Set(english!.split(' '))] as const),
)

/** True where an entry means the adjective of letters that are also a noun: by its part of speech, else by its English (عام → general, not year). */
export function isAdjectiveEntry({ partOfSpeech, spellings, renderings }: Term): boolean {
  if (partOfSpeech !== '') return /^adj/i.test(partOfSpeech)
  const english = meanings.get(plain(spellings[0] ?? '').replace(/^ال/u, ''))
  return english !== undefined && renderings.some(({ text, standing }) => standing !== 'avoid' && english.has(text.toLowerCase()))
}
