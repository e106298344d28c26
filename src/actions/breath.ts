/** Lets whoever waits have their turn: work that takes long goes in slices, with a breath between two of them. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}

/** Does a long work with a breath after each turn, so that other requests are answered meanwhile. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
    await new Promise<void>((resume) => setImmediate(resume))
  }
}
