import type { Term } from '../term.ts'
import { compile, type Glossary } from './compile.ts'
import { KnownWords } from './known.ts'
import type { StemEntry, Trunk } from './trunks.ts'

/** An entry before and after a change: null before it was added, and where it is taken away. */
export interface EntryChange {
  before: Term | null
  after: Term | null
}

/** The glossary as it is when some of its entries have changed: what `compile` would make of all of them, without making it all again. */
export function patched(glossary: Glossary, changes: readonly EntryChange[]): Glossary {
  const trunks = new Map(glossary.trunks)
  const terms = new Map(glossary.terms)
  const gone = new Set(changes.flatMap(({ before }) => (before ? [before.id] : [])))
  const former = [...gone].flatMap((id) => glossary.terms.get(id) ?? [])
  const added = compile(changes.flatMap(({ after }) => after ?? []))
  for (const at of compile(former).trunks.keys()) keep(trunks, at, without(trunks.get(at) ?? [], gone))
  for (const [at, own] of added.trunks) trunks.set(at, merged(trunks.get(at) ?? [], own))
  for (const id of gone) terms.delete(id)
  for (const [id, term] of added.terms) terms.set(id, term)
  return { ...glossary, terms: new Map([...terms].sort(([a], [b]) => a - b)), trunks, known: new KnownWords() }
}

function keep(trunks: Map<string, readonly Trunk[]>, at: string, left: readonly Trunk[]): void {
  if (left.length > 0) trunks.set(at, left)
  else trunks.delete(at)
}

function without(trunks: readonly Trunk[], gone: ReadonlySet<number>): Trunk[] {
  return trunks
    .map(({ cutKey, entries }) => ({ cutKey, entries: entries.filter(({ spelling }) => !gone.has(spelling.term.id)) }))
    .filter(({ entries }) => entries.length > 0)
}

/** In the order of the entries' numbers, as they are compiled: of two readings as likely the first is kept. */
function merged(trunks: readonly Trunk[], added: readonly Trunk[]): Trunk[] {
  const byCut = new Map<string, StemEntry[]>()
  for (const { cutKey, entries } of [...trunks, ...added]) byCut.set(cutKey, [...(byCut.get(cutKey) ?? []), ...entries])
  return Array.from(byCut, ([cutKey, entries]) => ({ cutKey, entries: entries.sort((a, b) => a.spelling.term.id - b.spelling.term.id) }))
}
