import { sentences } from '../core/sentences.ts'
import type { Typed } from './command.ts'
import { paragraphsIn } from './reading.ts'
import { jsonRows } from './rows.ts'

/** Prints the segments of a text: `{ paragraph, start, end, text }`, offsets in UTF-16 units into the paragraph, `end` exclusive. */
export async function run({ operands, flags }: Typed): Promise<string> {
  const cut = flags.by === 'sentence' ? sentences : whole
  const paragraphs = await paragraphsIn(operands[0]!)
  return jsonRows(
    paragraphs.flatMap((text, paragraph) => cut(text).map(({ start, end }) => ({ paragraph, start, end, text: text.slice(start, end) }))),
  )
}

const whole = (text: string) => [{ start: 0, end: text.length }]
