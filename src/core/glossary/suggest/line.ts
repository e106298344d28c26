import type { Span } from '../../span.ts'
import { nameAfter } from './persons.ts'
import { type PlacedWord, type ReadTexts, turn } from './phrase-words.ts'

/** All words of all texts in one row, so that what follows can count in arrays of numbers. */
export interface Line {
  words: PlacedWord[]
  textOf: Int32Array
  /** Where each text begins in the row. */
  starts: number[]
  /** The number of a word at the head of a phrase and inside one; head is -1 where nothing can begin. */
  head: Int32Array
  inside: Int32Array
  /** Whether the word may go on with the phrase before it. */
  goesOn: Uint8Array
  /** How many words up to here stand in entries. */
  coveredUpTo: Int32Array
}

/** The stretches of a text that entries cover already, in reading order. */
export type Covered = readonly Span[]

/** Lays the words of texts out in one row; `covered` tells what of a text stands in entries. */
export function* laidOut({ texts, count }: ReadTexts, covered: (text: number) => Covered): Generator<void, Line> {
  const line = emptyLine(count)
  for (const [text, words] of texts.entries()) {
    line.starts.push(line.words.length)
    const [isCovered, names] = [coveredIn(covered(text)), nameBeginnings(words)]
    for (const [index, one] of words.entries()) add(line, one, text, goesOnFrom(words, index, names), isCovered(one))
    if (text % turn === turn - 1) yield
  }
  return line
}

function emptyLine(count: number): Line {
  return {
    words: [],
    textOf: new Int32Array(count),
    starts: [],
    head: new Int32Array(count),
    inside: new Int32Array(count),
    goesOn: new Uint8Array(count),
    coveredUpTo: new Int32Array(count + 1),
  }
}

function add(line: Line, one: PlacedWord, text: number, goesOn: boolean, covered: boolean): void {
  const at = line.words.push(one) - 1
  line.textOf[at] = text
  line.head[at] = one.word.headNumber
  line.inside[at] = one.word.insideNumber
  line.goesOn[at] = goesOn ? 1 : 0
  line.coveredUpTo[at + 1] = line.coveredUpTo[at]! + (covered ? 1 : 0)
}

/** Tells whether a word stands in one of these stretches, both asked and given in reading order. */
function coveredIn(spans: Covered): (word: Span) => boolean {
  let next = 0
  let furthest = 0
  return ({ start, end }) => {
    while (next < spans.length && spans[next]!.start < end) furthest = Math.max(furthest, spans[next++]!.end)
    return furthest > start
  }
}

function goesOnFrom(list: readonly PlacedWord[], index: number, names: ReadonlySet<number>): boolean {
  const before = list[index - 1]
  const { gap, word } = list[index]!
  return gap === 'space' && before !== undefined && !before.word.unnamed && !word.unnamed && !word.begins && !names.has(index)
}

/** اللواء | سامر: after a title begins a name, which is a phrase of its own. */
function nameBeginnings(list: readonly PlacedWord[]): Set<number> {
  const beginnings = new Set<number>()
  for (let at = 0; at < list.length; at++) if (list[at]!.word.title) beginnings.add(nameAfter(list, at))
  return beginnings
}

/** The words of a sequence as look-up keys without articles: what makes two places one candidate. */
export function identityAt({ words }: Line, first: number, length: number): string {
  const later = words.slice(first + 1, first + length).map(({ word }) => word.inside)
  return [words[first]!.word.atHead, ...later].join(' ')
}

/** The spelling without proclitics that most places have; the first of them where several are as frequent. */
export function spellingAt(places: readonly number[], length: number, { words }: Line): string {
  const counts = new Map<string, number>()
  for (const place of places) {
    const later = words.slice(place + 1, place + length).map(({ word }) => word.whole)
    const spelling = [words[place]!.word.bare, ...later].join(' ')
    counts.set(spelling, (counts.get(spelling) ?? 0) + 1)
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}
