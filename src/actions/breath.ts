/**
 * Lets whoever waits have their turn. A slice before it has asked the database for tens of milliseconds: a whole millisecond is little beside
 * that, and in it a request that takes several steps (its body, a file) is answered to the end.
 */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}

/** The slices of a long list of work, with a breath between two of them. */
export async function* sliceBySlice<T>(list: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let from = 0; from < list.length; from += size) {
    if (from > 0) await breath()
    yield list.slice(from, from + size)
  }
}

/** Does a long work so that other requests are answered meanwhile. Its turns are of a few milliseconds: a whole millisecond after each would be felt. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
    await new Promise<void>((resume) => setImmediate(resume))
  }
}
