import { type Vote, votesOfWord } from '../../arabic/habits.ts'
import type { WordReadings } from './readings.ts'

/** A word met in a text: which spelling habits it bears witness to, and what it can be, by the number of the habits it was read with (null: nothing). */
export interface KnownWord {
  surface: string
  votes: readonly Vote[]
  /** What it may be for its neighbours; found out when one of them is asked. */
  traits: number | undefined
  readings: (WordReadings | null | undefined)[]
  /** The readings that were asked for last and the number of their habits, -1 before any: a document has mostly one pair of habits. */
  last: WordReadings | undefined
  lastNumber: number
}

/** News repeats its words: what a word can be is kept, for so many different words. */
const mostWordsKept = 100_000
const smallestTable = 4096

/** The words of texts that were read before, found by their place in a text without cutting them out of it: that is most of the work with words met before. */
export class KnownWords {
  private slots: (KnownWord | undefined)[] = new Array(smallestTable).fill(undefined)
  private hashes = new Int32Array(smallestTable)
  private size = 0

  /** How many different words are kept. */
  get count(): number {
    return this.size
  }

  /** The word that stands in the text from `start` to `end`, new or known. */
  at(text: string, start: number, end: number): KnownWord {
    const hash = hashOf(text, start, end)
    const mask = this.slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const there = this.slots[slot]
      if (there === undefined) return this.add(text.slice(start, end), hash)
      if (this.hashes[slot] === hash && stands(there.surface, text, start, end)) return there
    }
  }

  private add(surface: string, hash: number): KnownWord {
    if (this.size >= mostWordsKept) this.resize(smallestTable, false)
    else if (this.size * 2 >= this.slots.length) this.resize(this.slots.length * 2, true)
    const known: KnownWord = { surface, votes: votesOfWord(surface), traits: undefined, readings: [], last: undefined, lastNumber: -1 }
    this.put(known, hash)
    return known
  }

  private put(known: KnownWord, hash: number): void {
    const mask = this.slots.length - 1
    let slot = hash & mask
    while (this.slots[slot] !== undefined) slot = (slot + 1) & mask
    this.slots[slot] = known
    this.hashes[slot] = hash
    this.size++
  }

  private resize(slots: number, keep: boolean): void {
    const [words, hashes] = [this.slots, this.hashes]
    this.slots = new Array(slots).fill(undefined)
    this.hashes = new Int32Array(slots)
    this.size = 0
    if (!keep) return
    for (const [slot, word] of words.entries()) if (word) this.put(word, hashes[slot] ?? 0)
  }
}

/** The FNV-1a hash of a stretch of text, its high bits mixed into the low ones that choose the slot. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}

function stands(surface: string, text: string, start: number, end: number): boolean {
  if (surface.length !== end - start) return false
  for (let i = start; i < end; i++) if (surface.charCodeAt(i - start) !== text.charCodeAt(i)) return false
  return true
}
