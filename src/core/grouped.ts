/** Values by what they have in common, groups and values in their order (`Map.groupBy` comes with Node 21). */
export function grouped<T, K>(values: Iterable<T>, by: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const value of values) addToGroup(groups, by(value), value)
  return groups
}

/** Puts a value into one of such groups: for what belongs to several of them, or comes bit by bit. */
export function addToGroup<T, K>(groups: Map<K, T[]>, of: K, value: T): void {
  const group = groups.get(of)
  if (group) group.push(value)
  else groups.set(of, [value])
}
