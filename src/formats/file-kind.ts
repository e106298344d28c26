/** What a file that is not plain text seems to be, by its first bytes, under the name people know it by (DOCX, PDF, PNG …), or null. */
export function fileKind(bytes: Uint8Array): string | null {
  const known = signatures.find(({ at, bytes: wanted }) => wanted.every((byte, index) => bytes[at + index] === byte))
  return known ? (known.kind === 'ZIP' ? zipKind(bytes) : known.kind) : null
}

/** The first bytes by which each kind of file is known, from the published format descriptions. */
const signatures: { kind: string; at: number; bytes: number[] }[] = [
  { kind: 'PDF', at: 0, bytes: ascii('%PDF-') },
  { kind: 'ZIP', at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'ZIP', at: 0, bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'DOC', at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'RTF', at: 0, bytes: ascii('{\\rtf') },
  { kind: 'PNG', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'JPEG', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: 'GIF', at: 0, bytes: ascii('GIF8') },
  { kind: 'WEBP', at: 8, bytes: ascii('WEBP') },
  { kind: 'TIFF', at: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'TIFF', at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'GZ', at: 0, bytes: [0x1f, 0x8b] },
  { kind: '7Z', at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'RAR', at: 0, bytes: ascii('Rar!') },
  { kind: 'SQLite', at: 0, bytes: ascii('SQLite format 3') },
  { kind: 'MP4', at: 4, bytes: ascii('ftyp') },
]

/** Office files are zips: the names of their parts stand in them as plain ASCII. */
function zipKind(bytes: Uint8Array): string {
  const names = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)) + new TextDecoder('latin1').decode(bytes.subarray(-4096))
  return officeParts.find(({ part }) => names.includes(part))?.kind ?? 'ZIP'
}

const officeParts = [
  { part: 'word/', kind: 'DOCX' },
  { part: 'xl/', kind: 'XLSX' },
  { part: 'ppt/', kind: 'PPTX' },
  { part: 'opendocument.text', kind: 'ODT' },
  { part: 'epub+zip', kind: 'EPUB' },
]

function ascii(text: string): number[] {
  return [...text].map((char) => char.charCodeAt(0))
}
