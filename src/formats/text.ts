import { isArabicLetter } from '../core/arabic/letters.ts'
import { Problem } from '../core/problem.ts'
import { fileKind } from './file-kind.ts'

/** The largest file that is taken in, in bytes. */
export const largestFile = 10 * 1024 * 1024

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256'

interface DecodedText {
  text: string
  encoding: Encoding
}

/**
 * The text of an uploaded file, in whichever of four encodings it was saved. A byte order mark is taken off, everything else is kept.
 * Problems: `file.empty`, `file.too-large` (values name, limit in MB), `file.binary` (name, kind), `file.not-text` (name), `file.encoding` (name).
 */
export function decodedText(bytes: Uint8Array, fileName: string): DecodedText {
  if (bytes.length > largestFile) throw new Problem('file.too-large', { name: fileName, limit: largestFile / 1024 / 1024 })
  const kind = fileKind(bytes)
  if (kind) throw new Problem('file.binary', { name: fileName, kind })
  const decoded = decodedWith(bytes, encodingOf(bytes, fileName), fileName)
  if (decoded.text.trim() === '') throw new Problem('file.empty', { name: fileName })
  if (decoded.text.includes('\0')) throw new Problem('file.not-text', { name: fileName })
  return decoded
}

function decodedWith(bytes: Uint8Array, encoding: Encoding, fileName: string): DecodedText {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    throw new Problem('file.encoding', { name: fileName })
  }
}

function encodingOf(bytes: Uint8Array, fileName: string): Encoding {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) return marked.encoding
  const wide = wideEncoding(bytes)
  if (wide) return wide
  if (isUtf8(bytes)) return 'utf-8'
  if (hasManyControls(bytes)) throw new Problem('file.not-text', { name: fileName })
  if (isArabicIn1256(bytes)) return 'windows-1256'
  throw new Problem('file.encoding', { name: fileName })
}

const byteOrderMarks: { mark: number[]; encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
]

/** How many bytes are enough to tell an encoding from. */
const sample = 64 * 1024

/**
 * UTF-16 without a byte order mark: nearly every second byte is the number of a block, 00 (Latin, spaces, digits), 06 (Arabic),
 * 20 (quotation marks, direction marks), FB or FE (presentation forms), and 00 or 06 is among them, which no text in bytes has.
 */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const seen = bytes.subarray(0, sample)
  if (seen.length < 4 || !(seen.includes(0x00) || seen.includes(0x06))) return null
  const pairs = Math.floor(seen.length / 2)
  const blocks = [0, 0]
  for (let index = 0; index < pairs * 2; index++) if (blockNumbers.has(seen[index]!)) blocks[index % 2]! += 1
  const [first, second] = blocks as [number, number]
  if (first < second && second >= pairs * 0.9) return 'utf-16le'
  if (second < first && first >= pairs * 0.9) return 'utf-16be'
  return null
}

const blockNumbers = new Set([0x00, 0x06, 0x20, 0xfb, 0xfe])

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** More than one control character in a hundred bytes, tabs, line ends and form feeds apart, is no text in any encoding. */
function hasManyControls(bytes: Uint8Array): boolean {
  const seen = bytes.subarray(0, sample)
  let controls = 0
  for (const byte of seen) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls += 1
  return controls * 100 > seen.length
}

/**
 * Whether bytes that are not UTF-8 read as Arabic in Windows-1256. Every byte means something there, so the letters must be plausible:
 * - nine of ten letters in words beyond ASCII are Arabic (French in Windows-1252 has none; Russian in Windows-1251 and Arabic in
 *   ISO 8859-6 come out as Arabic and accented Latin letters mixed);
 * - ا and ل, a quarter of the letters of any Arabic text, are a tenth at least (damaged UTF-8 comes out as endless ط and ظ);
 * - ة and ى stand at the end of words only.
 */
function isArabicIn1256(bytes: Uint8Array): boolean {
  const text = new TextDecoder('windows-1256').decode(bytes.subarray(0, sample))
  const words = text.match(/[\p{L}\p{M}ـ]+/gu)?.filter((word) => /[^\p{ASCII}]/u.test(word)) ?? []
  const letters = [...words.join('')].filter((char) => /\p{L}/u.test(char))
  const arabic = letters.filter(isArabicLetter)
  const broken = words.filter((word) => /[ةى]\p{L}/u.test(word))
  const common = arabic.filter((char) => char === 'ا' || char === 'ل')
  return (
    arabic.length >= letters.length * 0.9 &&
    arabic.length > words.length &&
    broken.length <= words.length * 0.05 &&
    common.length >= arabic.length * 0.1
  )
}
