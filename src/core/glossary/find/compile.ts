import type { Term } from '../term.ts'
import { KnownWords } from './known.ts'
import { addEntry, type Trunk, type Trunks } from './trunks.ts'

/** The entries of a desk made ready for finding. `known` keeps the words of texts that were read before. */
export interface Glossary {
  terms: ReadonlyMap<number, Term>
  trunks: Trunks
  known: KnownWords
}

/** Makes entries ready for finding; retired ones are left out. */
export function compile(terms: readonly Term[]): Glossary {
  const work = compiling(terms)
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
  }
}

/** Entries compiled in one turn: some five milliseconds. */
const entriesInATurn = 200

/** The same in turns, for whoever lets others have theirs meanwhile. */
export function* compiling(terms: readonly Term[]): Generator<void, Glossary> {
  const looked = terms.filter((term) => term.state !== 'retired')
  const trunks = new Map<string, Trunk[]>()
  for (const [index, term] of looked.entries()) {
    if (index % entriesInATurn === entriesInATurn - 1) yield
    addEntry(trunks, term)
  }
  return { terms: new Map(looked.map((term) => [term.id, term])), trunks, known: new KnownWords() }
}
