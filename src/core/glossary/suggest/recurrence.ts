import type { Line } from './line.ts'

/** So many words on one side are the same by chance seldom enough. */
const wordsBeside = 4

/** Some milliseconds. */
const placesInATurn = 20_000

/** In how many different surroundings a sequence of so many words stands, by its places. */
export type Recurrence = (places: readonly number[], length: number) => number

/**
 * Tells how often a sequence recurs, once for each different surrounding: what stands in a sentence that is repeated (in every article of an
 * agency, in ten reports of one day) recurs with the sentence and not by itself. Two surroundings are one where the words on either side are,
 * or four of them on one side.
 */
export function* recurrenceIn(line: Line): Generator<void, Recurrence> {
  const size = line.textOf.length
  const sides: Sides = { before: new Int32Array(size), after: new Int32Array(size) }
  for (let place = 0; place < size; place++) {
    sides.before[place] = beside(line, place, -1)
    sides.after[place] = beside(line, place, 1)
    if (place % placesInATurn === 0) yield
  }
  return (places, length) => (places.length <= few ? differentAmongFew : differentAmongMany)(places, length, sides)
}

/** The words before and after each place, as numbers. */
interface Sides {
  before: Int32Array
  after: Int32Array
}

/** A number for up to four words on one side of a place in its text, the same for the same; odd where there are four. */
function beside({ inside, textOf }: Line, place: number, step: 1 | -1): number {
  let number = 0
  let count = 0
  for (let at = place + step; count < wordsBeside && textOf[at] === textOf[place]; at += step, count++)
    number = Math.imul(number ^ (inside[at]! + 1), 0x9e3779b1)
  return count === wordsBeside ? number | 1 : number & ~1
}

/** Most sequences have two places or three: these are compared with one another, so that nothing is built for them. */
const few = 12

function differentAmongFew(places: readonly number[], length: number, sides: Sides): number {
  let count = 0
  for (let index = 0; index < places.length; index++) {
    let earlier = 0
    while (earlier < index && !areAlike(places[earlier]!, places[index]!, length, sides)) earlier++
    if (earlier === index) count++
  }
  return count
}

function areAlike(one: number, other: number, length: number, { before, after }: Sides): boolean {
  const left = before[one]!
  const right = after[one + length - 1]!
  const sameLeft = left === before[other]
  const sameRight = right === after[other + length - 1]
  return (sameLeft && (sameRight || (left & 1) !== 0)) || (sameRight && (right & 1) !== 0)
}

/** The same with what was met so far in a set: a side that is long enough, else the two together. */
function differentAmongMany(places: readonly number[], length: number, { before, after }: Sides): number {
  const met = new Set<number>()
  let count = 0
  for (const place of places) {
    const left = before[place]!
    const right = after[place + length - 1]!
    const pair = Math.imul(left, 31) ^ right
    const isLong = ((left | right) & 1) !== 0
    const isMet = isLong ? (left & 1 && met.has(left)) || (right & 1 && met.has(~right)) : met.has(pair)
    if (!isMet) count++
    met.add(left).add(~right).add(pair)
  }
  return count
}
