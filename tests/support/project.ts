import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The folder of package.json. */
export const root = path.resolve(import.meta.dirname, '../..')

/** A file of the project: its path from the root, with slashes on every system, and what stands in it. */
export interface File {
  path: string
  text: string
}

/** All files below a folder of the project whose names end so. */
export function filesOf(folder: string, ending: string): File[] {
  const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
  const found = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name))
  return found.map((file) => ({ path: path.relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))
}
