import { importTerms, plannedImport } from '../actions/import-terms.ts'
import { type ConflictChoice, conflictChoices, partsApart } from '../core/glossary/decide/conflict.ts'
import type { ImportPlan } from '../core/glossary/decide/import-plan.ts'
import { preferredRendering } from '../core/glossary/entry.ts'
import { type Output, Refusal, type Typed } from './command.ts'
import { atDesk } from './desk.ts'
import { toldIn } from './glossary-file.ts'
import { nameOf } from './reading.ts'
import { jsonRow } from './rows.ts'

/**
 * Imports a glossary in CSV, XLSX or TBX into that of the desk, as one batch, and prints what was new, what was there already and where the
 * two do not agree. With --dry-run nothing is written.
 */
export async function run({ operands, flags, switches }: Typed, warnings: Output): Promise<string> {
  const file = operands[0]!
  const told = await toldIn(file, warnings)
  if (told.length === 0) throw new Refusal(`${nameOf(file)} has no term that can be used.`)
  const all = conflictChoices.find((choice) => choice === flags.conflicts) ?? 'keep'
  return atDesk(async ({ store, desk, by }) => {
    if (switches.has('dry-run')) return jsonRow(counts(await plannedImport(store, desk.id, told), all, 0))
    const wanted = { deskId: desk.id, told, name: file === '-' ? 'tarjuman glossary import' : file, choices: { all, each: new Map() } }
    const { plan, changed, batch } = await importTerms(store, wanted, by)
    return jsonRow({ ...counts(plan, all, changed.length), batch: batch?.id ?? null })
  })
}

function counts({ added, same, conflicts, repeated }: ImportPlan, choice: ConflictChoice, changed: number) {
  return {
    added: added.length,
    same: same.length,
    changed,
    conflicts: conflicts.map(({ told, ours, theirs }) => ({
      row: told.row,
      source: ours.spellings[0],
      ours: preferredRendering(ours),
      theirs: preferredRendering(theirs),
      differs: partsApart(ours, theirs),
      choice,
    })),
    repeated: repeated.map(({ told, first }) => ({ row: told.row, source: told.entry.spellings[0], first: first.row })),
  }
}
