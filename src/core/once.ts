/** A function of words that works out each of them once, for news repeats its words; of the answers so many are kept that no long run fills the memory. */
export function onceForEachWord<T>(make: (word: string) => T): (word: string) => T {
  const made = new Map<string, T>()
  return (word) => {
    const kept = made.get(word)
    if (kept !== undefined) return kept
    if (made.size >= mostWordsKept) made.clear()
    const found = make(word)
    made.set(word, found)
    return found
  }
}

const mostWordsKept = 50_000

/** A function of objects (an entry, a glossary, the words of a text) that works out each of them once, for as long as it is in memory. */
export function onceForEach<K extends object, T>(make: (one: K) => T): (one: K) => T {
  const made = new WeakMap<K, T>()
  return (one) => {
    const kept = made.get(one)
    if (kept !== undefined) return kept
    const found = make(one)
    made.set(one, found)
    return found
  }
}
