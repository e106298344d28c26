import { Problem } from './problem.ts'
import type { SegmentDraft } from './segment.ts'
import { sentences } from './sentences.ts'

/** What a document is cut into: one segment a paragraph, or one a sentence. */
export type Unit = 'paragraph' | 'sentence'

/** What stands above a bilingual document. Everything but the title may be empty; `date` is YYYY-MM-DD or empty. */
export interface Heading {
  title: string
  outlet: string
  author: string
  date: string
  address: string
}

/** An article in translation. `raw` is the text exactly as it was pasted or uploaded. */
export interface Document extends Heading {
  id: number
  deskId: number
  unit: Unit
  raw: string
  addedBy: string
  addedAt: string
}

/** A document without its raw text, which is long and wanted on one page only. */
export type DocumentRecord = Omit<Document, 'raw'>

/** How far a document is. `words` are Arabic words; `done` counts segments Translated, Reviewed or Final; `open` counts findings neither mended nor waived. */
export interface Progress {
  segments: number
  done: number
  words: number
  wordsDone: number
  open: number
  waived: number
}

/** Paragraphs of which the n-th (from 0) is joined with the one before it; a space comes between where none is, so that a split can be taken back. */
export function joinedParagraphs(paragraphs: readonly string[], n: number): string[] {
  const [before, after] = [paragraphs[n - 1], paragraphs[n]]
  if (before === undefined || after === undefined) return [...paragraphs]
  const space = /\s$/.test(before) || /^\s/.test(after) ? '' : ' '
  return [...paragraphs.slice(0, n - 1), before + space + after, ...paragraphs.slice(n + 1)]
}

/** Paragraphs of which the n-th (from 0) is split at an offset in UTF-16 units, but never inside a character. */
export function splitParagraph(paragraphs: readonly string[], n: number, offset: number): string[] {
  return paragraphs.flatMap((paragraph, index) => {
    const rest = paragraph.slice(offset)
    return index === n && !/^[\uDC00-\uDFFF]/.test(rest) ? [paragraph.slice(0, offset), rest] : [paragraph]
  })
}

/** A sign that can be seen: a text of spaces and hidden marks alone is empty. */
const somethingToRead = /[\p{L}\p{N}\p{P}\p{S}]/u

/** The longest text that is taken in, and the longest paragraph of it, in UTF-16 units: a long book, and some forty pages without a break. */
export const longestText = 8_000_000
export const longestParagraph = 20_000

/** Refuses a text with nothing in it (`paste.empty`) or longer than `longestText` (`text.too-long`), and otherwise gives it back as it came. */
export function checkedText(raw: string): string {
  if (raw.length > longestText) throw new Problem('text.too-long', { length: raw.length, longest: longestText })
  if (!somethingToRead.test(raw)) throw new Problem('paste.empty')
  return raw
}

/** The paragraphs of a text, for the preview and for segments: its lines as they came, without those that hold only white space. */
export function paragraphsOf(raw: string): string[] {
  return linesOf(raw).filter((line) => line.trim() !== '')
}

/**
 * The segments a document begins with. Throws `paragraph.too-long` with the paragraph's number (from 1) and length
 * where one is longer than `longestParagraph`.
 */
export function segmentDrafts(paragraphs: readonly string[], unit: Unit): SegmentDraft[] {
  return paragraphs.flatMap((text, paragraph) => {
    if (text.length > longestParagraph) {
      throw new Problem('paragraph.too-long', { number: paragraph + 1, length: text.length, longest: longestParagraph })
    }
    return cut(text, unit).map((source) => ({ paragraph, source }))
  })
}

function cut(paragraph: string, unit: Unit): string[] {
  return unit === 'paragraph' ? [paragraph] : sentences(paragraph).map(({ start, end }) => paragraph.slice(start, end))
}

/**
 * The paragraphs of a text whose lines were broken by a PDF: a line that does not end a sentence and is about as long as
 * its neighbours goes on into the next one, after a single space. A blank line always separates.
 */
export function unwrapped(raw: string): string[] {
  return blocksOf(raw).flatMap((block) => {
    const paragraphs: string[] = []
    let open = false
    for (const [index, line] of block.entries()) {
      if (open) paragraphs.push(`${paragraphs.pop()!.trimEnd()} ${line.trimStart()}`)
      else paragraphs.push(line)
      open = goesOn(block, index)
    }
    return paragraphs
  })
}

/** Whether joining lines should be offered: many lines of a printed line's length that stop before their sentence does. */
export function looksBroken(raw: string): boolean {
  const blocks = blocksOf(raw)
  const lines = blocks.flat()
  const broken = blocks.reduce((sum, block) => sum + block.filter((_, index) => goesOn(block, index)).length, 0)
  const printed = lines.filter((line) => width(line) <= longestPrintedLine).length
  return broken >= 2 && broken >= lines.length * 0.35 && printed >= lines.length * 0.9
}

/** A line of a printed page seldom holds more letters than this; a paragraph of news usually does. */
const longestPrintedLine = 140
/** A line at least this long beside its neighbours was broken by the edge of the page, not by its author. */
const fullLine = 0.7
/** Shorter lines are verses, captions or items of a list. */
const shortestBrokenLine = 20

const sentenceEnd = /[.!?؟…:۔]["'”’»)\]\p{Cf}\p{M}]*\s*$/u
const listItem = /^\s*(?:[-–—•*·▪●◦]|[\p{Nd}]{1,3}[.)-]|\p{L}[.)-]\s)/u

function goesOn(block: readonly string[], index: number): boolean {
  const [before, line, next] = [block[index - 1] ?? '', block[index]!, block[index + 1]]
  if (next === undefined || sentenceEnd.test(line) || listItem.test(next)) return false
  return width(line) >= shortestBrokenLine && width(line) >= fullLine * Math.max(width(before), width(next))
}

function width(line: string): number {
  return line.trim().length
}

function blocksOf(raw: string): string[][] {
  const blocks: string[][] = [[]]
  for (const line of linesOf(raw)) {
    if (line.trim() === '') blocks.push([])
    else blocks.at(-1)!.push(line)
  }
  return blocks.filter((block) => block.length > 0)
}

function linesOf(raw: string): string[] {
  return raw.split(/\r\n|\n|\r/)
}
