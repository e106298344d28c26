import type { Grid } from './grid.ts'
import type { Row } from './row.ts'

/**
 * Confirms a segment and goes on at once, for what is typed before the answer comes belongs to the next one; back where it was not confirmed.
 * Where the next one is on another page, nothing can be typed until then.
 */
export async function confirm(grid: Grid, row: Row, more: Record<string, string> = {}): Promise<void> {
  const next = grid.nextUnfinished(row)
  const answer = row.send('confirm', more)
  if (next) grid.focusOn(next)
  else row.field.readOnly = true
  const taken = await answer
  if (!next && !taken) row.field.readOnly = false
  if (taken && !row.unfinished) {
    if (!next) goOn(grid, row)
  } else if (next && grid.inHand === next && !next.unsaved) grid.focusOn(row)
}

/** After a confirmed segment the next unfinished one, on this page or another. */
function goOn(grid: Grid, row: Row): void {
  if (!row.next) return
  const next = grid.rows.find(({ position }) => position === row.next)
  if (next) grid.focusOn(next)
  else location.assign(addressAt(row, row.next))
}

function addressAt({ form }: Row, position: number): string {
  const address = new URL(form.querySelector<HTMLAnchorElement>('a.number')?.href ?? location.href)
  const filter = new URL(location.href).searchParams.get('filter')
  if (filter) address.searchParams.set('filter', filter)
  address.searchParams.set('at', String(position))
  return address.href
}
