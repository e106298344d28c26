import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { decodedText, largestFile } from '../../src/formats/text.ts'
import { always } from '../support/always.ts'

const arabic = 'أعلنت الوزارة، يوم الثلاثاء 17 أكتوبر/تشرين الأول، أن “القاعدة” تعرّضت لهجوم.\r\nولم يصب أحد.\n'

/** The letters of Windows-1256 by the byte they have there, made from what the platform reads. */
const in1256 = new Map(
  [...new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map((char, byte) => [char, byte]),
)

const utf8 = (text: string) => new TextEncoder().encode(text)
const windows1256 = (text: string) => Uint8Array.from(text, (char) => in1256.get(char)!)
const utf16 = (text: string, bigEndian = false) => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), !bigEndian)
  return new Uint8Array(view.buffer)
}
const joined = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

function problemOf(bytes: Uint8Array, name = 'خبر.txt'): Partial<Problem> {
  try {
    decodedText(bytes, name)
  } catch (problem) {
    if (problem instanceof Problem) return { code: problem.code, values: problem.values }
    throw problem
  }
  throw new Error('was read')
}

describe('a text file is read', () => {
  test.each([
    ['UTF-8', utf8(arabic), 'utf-8'],
    ['UTF-8 with a mark', joined([0xef, 0xbb, 0xbf], utf8(arabic)), 'utf-8'],
    ['UTF-16 of Windows', joined([0xff, 0xfe], utf16(arabic)), 'utf-16le'],
    ['UTF-16 big-endian', joined([0xfe, 0xff], utf16(arabic, true)), 'utf-16be'],
    ['UTF-16 without a mark', utf16(arabic), 'utf-16le'],
    ['UTF-16 big-endian without a mark', utf16(arabic, true), 'utf-16be'],
    ['Windows-1256', windows1256(arabic), 'windows-1256'],
  ])('in %s', (_name, bytes, encoding) => {
    expect(decodedText(bytes, 'خبر.txt')).toEqual({ text: arabic, encoding })
  })

  test('in UTF-16 without a mark when it is one Arabic word', () => {
    expect(decodedText(utf16('مرحبا'), 'a.txt')).toEqual({ text: 'مرحبا', encoding: 'utf-16le' })
  })

  test('in Windows-1256 when it is short, or mostly English', () => {
    expect(decodedText(windows1256('القاعدة'), 'a.txt').text).toBe('القاعدة')
    const mixed = 'The word الحشد الشعبي stands in a long English text, and so does المقاومة.'
    expect(decodedText(windows1256(mixed), 'a.txt').text).toBe(mixed)
  })

  test('with everything in it kept: hidden marks, spaces at the ends, a second mark', () => {
    const text = '\uFEFF \u200Fنص\u202B\u00A0\u0007\t\r\n\n '
    expect(decodedText(joined([0xef, 0xbb, 0xbf], utf8(text)), 'a.txt').text).toBe(text)
  })

  test('whatever a person writes, in UTF-8 and UTF-16', () => {
    always(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '' && !text.includes('\0') && !/^(%PDF|GIF8|Rar!)/.test(text))
        expect(decodedText(utf8(text), 'a.txt').text).toBe(text.replace(/^\uFEFF/, ''))
        expect(decodedText(joined([0xff, 0xfe], utf16(text)), 'a.txt').text).toBe(text)
      }),
    )
  })
})

describe('a file is refused', () => {
  const word = zipSync({ '[Content_Types].xml': utf8('<Types/>'), 'word/document.xml': utf8('<w/>') })
  test.each([
    ['a PDF', utf8('%PDF-1.7\n%âãÏÓ'), 'PDF'],
    ['a Word document', word, 'DOCX'],
    ['another zip', zipSync({ 'a.txt': utf8('a') }), 'ZIP'],
    ['an old Word document', joined([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Uint8Array(600)), 'DOC'],
    ['a picture', joined([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], new Uint8Array(8)), 'PNG'],
  ])('that is %s, and its kind is named', (_name, bytes, kind) => {
    expect(problemOf(bytes)).toEqual({ code: 'file.binary', values: { name: 'خبر.txt', kind } })
  })

  test.each([
    ['text with zeros in it', utf8('أهلا\0وسهلا')],
    ['bytes of a program', Uint8Array.from({ length: 600 }, (_, index) => (index * 37) % 256)],
  ])('that is no text and of no known kind, and no kind is guessed: %s', (_name, bytes) => {
    expect(problemOf(bytes)).toEqual({ code: 'file.not-text', values: { name: 'خبر.txt' } })
  })

  test.each([
    ['French in Windows-1252', Uint8Array.from("Le président a été reçu à l'Élysée où il a déjeuné", (char) => char.charCodeAt(0) & 0xff)],
    [
      'Russian in Windows-1251',
      Uint8Array.from([0xcf, 0xf0, 0xe5, 0xe7, 0xe8, 0xe4, 0xe5, 0xed, 0xf2, 0x20, 0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xfb]),
    ],
    [
      'Arabic in ISO 8859-6',
      Uint8Array.from([
        0xc7, 0xe4, 0xe2, 0xc7, 0xd9, 0xcf, 0xc9, 0x20, 0xc7, 0xe4, 0xcc, 0xe8, 0xea, 0xc9, 0x20, 0xe1, 0xea, 0x20, 0xc7, 0xe4, 0xd9, 0xd1,
        0xc7, 0xe2,
      ]),
    ],
    ['UTF-8 with a damaged letter', joined(utf8(arabic), [0xd8], utf8(arabic))],
    ['UTF-8 cut off in a letter', utf8(arabic).subarray(0, 20)],
    ['UTF-16 cut off in a letter', joined([0xff, 0xfe], utf16(arabic)).subarray(0, 21)],
  ])('in an encoding nobody can be sure of: %s', (_name, bytes) => {
    expect(problemOf(bytes)).toEqual({ code: 'file.encoding', values: { name: 'خبر.txt' } })
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['a mark only', Uint8Array.of(0xef, 0xbb, 0xbf)],
    ['spaces only', utf8(' \r\n\t\u00A0')],
  ])('that holds %s', (_name, bytes) => {
    expect(problemOf(bytes)).toEqual({ code: 'file.empty', values: { name: 'خبر.txt' } })
  })

  test('that is larger than ten megabytes, but not one of just ten', () => {
    expect(problemOf(new Uint8Array(largestFile + 1))).toEqual({ code: 'file.too-large', values: { name: 'خبر.txt', limit: 10 } })
    expect(decodedText(new Uint8Array(largestFile).fill(0x61), 'a.txt').text).toHaveLength(largestFile)
  })

  test('only ever with a Problem, whatever its bytes', () => {
    always(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          expect(typeof decodedText(bytes, 'a').text).toBe('string')
        } catch (problem) {
          expect(problem).toBeInstanceOf(Problem)
        }
      }),
    )
  })
})
