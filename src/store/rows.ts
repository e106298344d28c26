/** Cuts a list into slices that stay below the number of values one statement may carry (32,766 on SQLite, the widest table has 20 columns). */
export function slices<T>(list: readonly T[], size = 1000): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
}

/** The rows of a list of ids or keys: one question, more only where the list is longer than a slice; none for an empty list. */
export async function inSlices<T, Row>(list: readonly T[], read: (slice: T[]) => Promise<Row[]>, size?: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const slice of slices(list, size)) rows.push(...(await read(slice)))
  return rows
}

/** The rows of each id, in the order they came; an id without rows has an empty list. */
export function grouped<Row>(ids: readonly number[], rows: readonly Row[], idOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>(ids.map((id) => [id, []]))
  for (const row of rows) groups.get(idOf(row))?.push(row)
  return groups
}
