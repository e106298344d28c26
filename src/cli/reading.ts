import { createReadStream } from 'node:fs'
import { paragraphsOf } from '../core/document.ts'
import { Problem } from '../core/problem.ts'
import { decodedText, largestFile } from '../formats/text.ts'
import { Refusal } from './command.ts'

/** The bytes of a file, or of standard input for `-`; a Refusal says in one sentence why there are none, Problem *file.too-large* that there are too many. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await upToLargest(file === '-' ? process.stdin : createReadStream(file), nameOf(file))
  } catch (reason) {
    if (reason instanceof Problem) throw reason
    const code = reason instanceof Error && 'code' in reason ? String(reason.code) : ''
    throw new Refusal(unreadable[code]?.(file) ?? `${nameOf(file)} could not be read (${code || String(reason)}).`)
  }
}

const unreadable: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `There is no file ${file}.`,
  EISDIR: (file) => `${file} is a folder, and a file is wanted.`,
  EACCES: (file) => `${file} may not be read by you.`,
}

/** No further than is taken in: a pipe, or /dev/zero, may never end. */
async function upToLargest(stream: AsyncIterable<unknown>, name: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of stream) {
    pieces.push(piece as Buffer)
    length += (piece as Buffer).length
    if (length > largestFile) throw new Problem('file.too-large', { name, limit: largestFile / 1024 / 1024 })
  }
  return Buffer.concat(pieces)
}

/** The name by which a file is spoken of in a sentence. */
export function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : file
}

/** The text of a file, whichever of the known encodings it is in. */
export async function textOf(file: string): Promise<string> {
  return decodedText(await bytesOf(file), nameOf(file)).text
}

/** The paragraphs of a file; one with nothing in it has none. */
export async function paragraphsIn(file: string): Promise<string[]> {
  return paragraphsOf(await textOrNothing(file))
}

/** The lines of a file without their ends, empty ones too; a last line end begins no further line, and a file with nothing in it has none. */
export async function linesOf(file: string): Promise<string[]> {
  const lines = (await textOrNothing(file)).split(/\r\n|\n|\r/u)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

async function textOrNothing(file: string): Promise<string> {
  try {
    return await textOf(file)
  } catch (reason) {
    if (reason instanceof Problem && reason.code === 'file.empty') return ''
    throw reason
  }
}
