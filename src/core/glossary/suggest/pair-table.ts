/** Counts pairs of numbers: that of a sequence and that of the word after it. */
export interface PairTable {
  counts: Int32Array
  /** Numbers given to the pairs afterwards, -1 where none is. */
  numbers: Int32Array
  /** Counts a pair once more; answers with its slot. */
  note(first: number, second: number): number
}

/** A table for so many places, in arrays of numbers: a Map of as many pairs would take most of the time. */
export function pairTable(places: number): PairTable {
  const size = 2 ** Math.ceil(Math.log2(2 * places + 2))
  const [firsts, seconds, counts] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const note = (first: number, second: number) => {
    const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    while (counts[slot]! > 0 && (firsts[slot] !== first || seconds[slot] !== second)) slot = (slot + 1) & (size - 1)
    firsts[slot] = first
    seconds[slot] = second
    counts[slot]!++
    return slot
  }
  return { counts, numbers: new Int32Array(size).fill(-1), note }
}
