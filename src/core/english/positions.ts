import { grouped } from '../grouped.ts'
import { onceForEach } from '../once.ts'
import { american } from './british.ts'
import { isArticle, skeletonOf } from './skeleton.ts'
import type { EnglishWord } from './words.ts'

/** Where words stand in a text, by their number: a long text is not gone through again for each of many renderings. */
type Positions = ReadonlyMap<string, readonly number[]>

/** The words of a text by their keys. */
export const positionsByKey = positionsBy(({ key }) => key)

/** The words of a text by their keys as an American would spell them. */
export const positionsByAmerican = positionsBy(({ key }) => american(key))

/** The words of a text by their skeletons, those that may be the article of an Arabic name under `articleSign`. */
export const positionsBySkeleton = positionsBy((word) => (isArticle(word.text, true) ? articleSign : skeletonOf(word)))

/** No skeleton has this sign. */
export const articleSign = '-'

/** Where words with one of these marks stand, in order, each once. */
export function positionsOf(marks: Iterable<string>, positions: Positions): readonly number[] {
  const found: (readonly number[])[] = []
  for (const mark of marks) {
    const there = positions.get(mark)
    if (there) found.push(there)
  }
  return united(found)
}

/** Several lists of positions as one, in order, each once. */
export function united(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = lists.filter(({ length }) => length > 0)
  return others.length === 0 ? first : [...new Set([...first, ...others.flat()])].sort((a, b) => a - b)
}

/** Every beginning of a word, nothing and itself among them. */
export function beginningsOf(word: string): string[] {
  return Array.from({ length: word.length + 1 }, (_, length) => word.slice(0, length))
}

function positionsBy(mark: (word: EnglishWord) => string): (words: readonly EnglishWord[]) => Positions {
  return onceForEach((words) => grouped(words.keys(), (index) => mark(words[index]!)))
}
