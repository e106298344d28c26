/** A list as JSON, one row a line: as easy on a reader's eye and on `grep` as on a program. */
export function jsonRows(rows: readonly object[]): string {
  return rows.length === 0 ? '[]\n' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`
}

/** One answer as JSON, on a line of its own. */
export function jsonRow(row: object): string {
  return `${JSON.stringify(row)}\n`
}
