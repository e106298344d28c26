/** What work that gives way between its turns comes to in the end. */
export function ended<T>(work: Generator<void, T>): T {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
  }
}
