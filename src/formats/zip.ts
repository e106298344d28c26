import { crc32, inflateRawSync } from 'node:zlib'
import { Problem } from '../core/problem.ts'

/** The files in a zip, unpacked one at a time when asked for. */
export interface Zip {
  names: string[]
  /** The bytes of one file, or null when there is none of that name. Problems: as of `unzipped`. */
  part(name: string): Uint8Array | null
}

/** The most that the files asked for may come to together, unpacked, in bytes: 100,000 rows of a glossary come to about 45 MB. */
export const largestUnpacked = 64 * 1024 * 1024

/**
 * A zip by its central directory (APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16). Sizes are held to what is declared and to the limit while
 * unpacking, and contents to their checksum. Problems: `zip.unreadable` (name), `zip.too-large` (name, limit in MB).
 */
export function unzipped(bytes: Uint8Array, fileName: string): Zip {
  const entries = new Map(entriesOf(bytes, fileName).map((entry) => [entry.name, entry]))
  let left = largestUnpacked
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name)
      if (!entry) return null
      left -= entry.unpacked
      if (left < 0) throw new Problem('zip.too-large', { name: fileName, limit: largestUnpacked / 1024 / 1024 })
      return contentsOf(bytes, entry, fileName)
    },
  }
}

interface Entry {
  name: string
  /** Bit 0: encrypted. */
  flags: number
  method: number
  checksum: number
  packed: number
  unpacked: number
  at: number
}

const stored = 0
const deflated = 8

function entriesOf(bytes: Uint8Array, fileName: string): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end < 0) throw new Problem('zip.unreadable', { name: fileName })
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new Problem('zip.unreadable', { name: fileName })
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      // Backslashes are the mistake of some writers on Windows.
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Where the end record stands: at the very end, or before a comment of up to 65,535 bytes; -1 when there is none. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

function contentsOf(bytes: Uint8Array, entry: Entry, fileName: string): Uint8Array {
  const damaged = () => new Problem('zip.unreadable', { name: fileName })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.flags & 1 || entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) throw damaged()
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed || (entry.method !== stored && entry.method !== deflated)) throw damaged()
  const contents = entry.method === stored ? packed : inflated(packed, entry.unpacked)
  if (contents?.length !== entry.unpacked || crc32(contents) !== entry.checksum) throw damaged()
  return contents
}

/** The limit holds while it unpacks, because a small file can swell a thousandfold before its size is known; null when it is damaged or grows too large. */
function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    // Node takes no limit of 0; that an empty file is empty is held to by its length.
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    return null
  }
}
