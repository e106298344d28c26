import type { ColumnName } from './terms-columns.ts'
import { joinVariants } from './terms-rows.ts'
import { choices } from './terms-values.ts'

/** Reads a row by the names of its columns; a column that a table does not have is empty. */
export type Cell = (column: ColumnName) => string

/** Whether the cell of the Arabic or of the English holds several values. */
export function hasSeveral(cell: Cell): boolean {
  return [arabicIn(cell), englishIn(cell)].some((values) => values.length > 1)
}

/**
 * A row with several values in a cell as rows with one in each: what else the Arabic has are further spellings, what else the English has is
 * allowed beside its first.
 */
export function splitCells(cell: Cell): Cell[] {
  const [source = '', ...spellings] = arabicIn(cell)
  const [target = '', ...others] = englishIn(cell)
  const variants = [cell('variants'), joinVariants(spellings)].filter(Boolean).join(' | ')
  const standing = choices.standing.meant(cell('standing')) === 'preferred' ? 'allowed' : cell('standing')
  const first: Partial<Record<ColumnName, string>> = { source, target, variants }
  const further = others.map((target): Partial<Record<ColumnName, string>> => ({ source, target, standing, always: cell('always') }))
  return [
    (column) => first[column] ?? cell(column),
    ...further.map(
      (values): Cell =>
        (column) =>
          values[column] ?? '',
    ),
  ]
}

/** An Arabic name hardly has a comma in it. */
function arabicIn(cell: Cell): string[] {
  return cell('source').split('،').flatMap(valuesIn)
}

function englishIn(cell: Cell): string[] {
  return valuesIn(cell('target'))
}

/** A slash without spaces stands inside many a value (24/7); one between spaces parts two. */
const between = /[;؛|\r\n]|\s\/\s/u

function valuesIn(text: string): string[] {
  return text
    .split(between)
    .map((value) => value.trim())
    .filter(Boolean)
}
