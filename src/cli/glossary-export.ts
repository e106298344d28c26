import { writeTermsCsv } from '../formats/terms-csv.ts'
import type { Typed } from './command.ts'
import { atDesk } from './desk.ts'
import { written } from './writing.ts'

/** Writes the desk's glossary, retired entries too, as CSV. */
export async function run({ operands, switches }: Typed): Promise<string | Uint8Array> {
  const terms = await atDesk(({ store, desk }) => store.terms.all(desk.id))
  // Without the mark at its beginning spreadsheets take UTF-8 for something else.
  return written(operands[0] ?? '-', `\uFEFF${writeTermsCsv(terms)}`, switches.has('replace'))
}
