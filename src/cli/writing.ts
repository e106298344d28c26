import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Refusal } from './command.ts'
import { jsonRow } from './rows.ts'

/**
 * Writes a file and answers with what to print: its name, or for `-` the contents themselves. A file that is there already is only
 * replaced where that was asked for.
 */
export async function written(file: string, contents: string | Uint8Array, replace: boolean): Promise<string | Uint8Array> {
  if (file === '-') return contents
  try {
    await writeFile(file, contents, { flag: replace ? 'w' : 'wx' })
  } catch (reason) {
    const code = reason instanceof Error && 'code' in reason ? String(reason.code) : ''
    if (code === 'EEXIST') throw new Refusal(`${file} is there already; --replace writes over it.`)
    if (code === 'ENOENT') throw new Refusal(`There is no folder ${path.dirname(file)}.`)
    throw new Refusal(`${file} could not be written (${code || String(reason)}).`)
  }
  return jsonRow({ file })
}
