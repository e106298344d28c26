import { classNumber, classOf, key, plain } from './letters.ts'

/** What stands between a word and the one before it: spaces, at most a few quotes, brackets or hyphens (soft), or anything that parts sentences and clauses (hard). */
export type Gap = 'space' | 'soft' | 'hard'

/** An Arabic word of a text: UTF-16 offsets (`end` exclusive) into the text as it came, its two normalised spellings and the gap before it. */
export interface Word {
  start: number
  end: number
  plain: string
  key: string
  gap: Gap
}

/** The Arabic words of a text in reading order; Latin words and digits are gaps. The first word's gap is hard. */
export function words(text: string): Word[] {
  const found: Word[] = []
  scanWords(text, (start, end, gap) => {
    const surface = plain(text.slice(start, end))
    found.push({ start, end, plain: surface, key: key(surface), gap })
  })
  return found
}

const letter = classNumber('letter')
const mark = classNumber('mark')
const invisible = classNumber('invisible')
const space = classNumber('space')
const lineEnd = classNumber('line-end')
const soft = classNumber('soft')

/** More quotes and brackets than this between two words part them. */
const softAtMost = 5

/** Calls `visit` for each Arabic word without building anything: for the finder, which goes through whole documents. */
export function scanWords(text: string, visit: (start: number, end: number, gap: Gap) => void): void {
  let previousEnd = -1
  for (let i = 0; i < text.length; i++) {
    if (classOf[text.charCodeAt(i)] !== letter) continue
    const start = i
    const end = wordEnd(text, start)
    visit(start, end, previousEnd < 0 ? 'hard' : gapBetween(text, previousEnd, start))
    previousEnd = end
    i = end - 1
  }
}

/** Letters and marks belong to the word; an invisible character does when a letter follows, so a direction mark after the word stays outside. */
function wordEnd(text: string, start: number): number {
  let end = start + 1
  for (let i = end; i < text.length; i++) {
    const kind = classOf[text.charCodeAt(i)]
    if (kind === letter || kind === mark) end = i + 1
    else if (kind !== invisible) break
  }
  return end
}

function gapBetween(text: string, from: number, to: number): Gap {
  let softs = 0
  let lineEnds = 0
  for (let i = from; i < to; i++) {
    const kind = classOf[text.charCodeAt(i)]
    if (kind === soft) softs++
    else if (kind === lineEnd) lineEnds += text[i] === '\r' ? 0 : 1
    else if (kind !== space && kind !== invisible && kind !== mark) return 'hard'
  }
  if (lineEnds > 1 || softs > softAtMost) return 'hard'
  return softs > 0 ? 'soft' : 'space'
}
