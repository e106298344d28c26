import type { Typed } from './command.ts'
import { atDesk } from './desk.ts'
import { jsonRow } from './rows.ts'

/** Writes the whole database to one new file, while others may go on working with it. */
export function run({ operands }: Typed): Promise<string> {
  return atDesk(async ({ store }) => jsonRow({ file: await store.backup(operands[0]!) }))
}
