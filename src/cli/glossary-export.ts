import { type TermFileKind, termFileKinds, writeTerms } from '../formats/terms-file.ts'
import type { Typed } from './command.ts'
import { atDesk } from './desk.ts'
import { written } from './writing.ts'

/** Writes the desk's glossary as CSV, XLSX or TBX: the kind that is asked for, else the one that the file's name ends in, else CSV. */
export async function run({ operands, flags, switches }: Typed): Promise<string | Uint8Array> {
  const file = operands[0] ?? '-'
  const terms = await atDesk(({ store, desk }) => (switches.has('in-use') ? store.terms.active(desk.id) : store.terms.all(desk.id)))
  return written(file, writeTerms(terms, kindOf(flags.as, file)).bytes, switches.has('replace'))
}

function kindOf(asked: string | undefined, file: string): TermFileKind {
  const ending = /\.(\w+)$/u.exec(file)?.[1]?.toLowerCase()
  return termFileKinds.find((kind) => kind === (asked ?? ending)) ?? 'csv'
}
