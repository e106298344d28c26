import { diffArrays } from 'diff'

/** A stretch of a comparison: text both versions have, or only the older, or only the newer. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/**
 * What changed between two texts of either script, word by word. The same and removed parts joined are `before`, the same
 * and added ones `after`; a removed part stands before the added one that replaces it. Two long texts with little in common,
 * which would take too long to compare, come back as one replaced whole.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const changes = diffArrays(wordsOf(before), wordsOf(after), { timeout: longestWait })
  if (!changes) return replaced(before, after)
  const parts = changes.map(({ added, removed, value }): DiffPart => ({ kind: kindOf(added, removed), text: value.join('') }))
  return gathered(parts)
}

/** How much of a comparison is change, from 0 to 1, by characters other than white space. */
export function changedShare(parts: readonly DiffPart[]): number {
  let changed = 0
  let same = 0
  for (const { kind, text } of parts) {
    const size = text.replace(/\s+/g, '').length
    if (kind === 'same') same += 2 * size
    else changed += size
  }
  return changed === 0 ? 0 : changed / (changed + same)
}

/** From this share of change on two columns are easier to read than one text with marks. */
export const twoColumnsFrom = 0.6

/** A text as words, white space and punctuation marks: joined, they are the text again. */
export function wordsOf(text: string): string[] {
  return pieces(text).flatMap((piece) => Array.from(segmenter.segment(piece), ({ segment }) => segment))
}

const longestWait = 100
const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })

/** `Intl.Segmenter` takes minutes over one megabyte in one string, and no time over the same text in pieces. */
const longestPiece = 4_000

function pieces(text: string): string[] {
  return text.split(/(?<=\n)/).flatMap((line) => {
    const parts: string[] = []
    let start = 0
    while (line.length - start > longestPiece) {
      const end = breakBefore(line, start, start + longestPiece)
      parts.push(line.slice(start, end))
      start = end
    }
    return start < line.length ? [...parts, line.slice(start)] : parts
  })
}

/** After a space, or else not inside a letter of two units. */
function breakBefore(line: string, from: number, to: number): number {
  const space = line.lastIndexOf(' ', to)
  if (space > from) return space
  return (line.codePointAt(to - 1) ?? 0) > 0xffff ? to - 1 : to
}

function kindOf(added: boolean, removed: boolean): DiffPart['kind'] {
  if (added) return 'added'
  return removed ? 'removed' : 'same'
}

function replaced(before: string, after: string): DiffPart[] {
  const parts: DiffPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return parts.filter(({ text }) => text !== '')
}

/**
 * Neighbouring changes as one. A space between two changed words counts as changed with them: "red car" → "blue bus" reads
 * as one phrase for another instead of four words with the same space kept between. The space after it stays as it was.
 */
function gathered(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  let removed = ''
  let added = ''
  for (const [index, { kind, text }] of parts.entries()) {
    const next = parts[index + 1]
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (removed !== '' && added !== '' && text.trim() === '' && next && next.kind !== 'same') {
      removed += text
      added += text
    } else {
      const space = removed.endsWith(' ') && added.endsWith(' ') ? ' ' : ''
      result.push(...replaced(without(removed, space), without(added, space)), { kind, text: space + text })
      removed = ''
      added = ''
    }
  }
  return [...result, ...replaced(removed, added)]
}

/** The space after a phrase that was replaced belongs to what follows. */
function without(text: string, ending: string): string {
  return text.slice(0, text.length - ending.length)
}
