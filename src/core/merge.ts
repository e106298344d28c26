import { wordDiff } from './diff.ts'

/**
 * Two changes of one text in one: "He left the town" → "He left the city" and → "She left the town" are "She left the city" together. Null where
 * they touch each other, for then only a person can tell what is meant; the same change made twice is made once.
 */
export function merged(ancestor: string, mine: string, theirs: string): string | null {
  const [ours, others] = [editsOf(ancestor, mine), editsOf(ancestor, theirs)]
  const added = others.filter((edit) => !ours.some((one) => isSame(one, edit)))
  if (added.some((edit) => ours.some((one) => touches(one, edit)))) return null
  return [...ours, ...added]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, put }) => text.slice(0, start) + put + text.slice(end), ancestor)
}

/** Something else in the place of a stretch of the ancestor. */
interface Edit {
  start: number
  end: number
  put: string
}

function editsOf(before: string, after: string): Edit[] {
  const edits: Edit[] = []
  let at = 0
  for (const { kind, text } of wordDiff(before, after)) {
    const open = edits.at(-1)
    if (kind === 'added' && open?.end === at && open.put === '') open.put = text
    else if (kind === 'added') edits.push({ start: at, end: at, put: text })
    else if (kind === 'removed') edits.push({ start: at, end: at + text.length, put: '' })
    if (kind !== 'added') at += text.length
  }
  return edits
}

const isSame = (one: Edit, other: Edit) => one.start === other.start && one.end === other.end && one.put === other.put
const touches = (one: Edit, other: Edit) => one.start <= other.end && other.start <= one.end
