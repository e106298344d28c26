import { importTerms } from '../actions/import-terms.ts'
import type { Output, Typed } from './command.ts'
import { atDesk } from './desk.ts'
import { termsOf } from './glossary-file.ts'
import { jsonRow } from './rows.ts'

/** Adds the new entries of a CSV to the desk's glossary and prints how many, and which stay out because their spelling is taken. */
export async function run({ operands }: Typed, warnings: Output): Promise<string> {
  const drafts = await termsOf(operands[0]!, warnings)
  return atDesk(async ({ store, desk, by }) => {
    const { added, taken } = await importTerms(store, desk.id, drafts, by)
    return jsonRow({ added: added.length, taken: taken.map(({ draft, by }) => ({ source: draft.spellings[0], by })) })
  })
}
