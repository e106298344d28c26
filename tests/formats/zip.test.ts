import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { unzipped } from '../../src/formats/zip.ts'

const text = strToU8('قاعدة '.repeat(10_000))
const packed = zipSync({ 'a/deflated.xml': text, 'stored.xml': [strToU8('base'), { level: 0 }], 'empty.xml': new Uint8Array() })

/** Where the record of the first file stands in the central directory. */
const directory = new DataView(packed.buffer).getUint32(packed.length - 22 + 16, true)

function changed(change: (view: DataView) => void): Uint8Array {
  const copy = packed.slice()
  change(new DataView(copy.buffer))
  return copy
}

function problemOf(bytes: Uint8Array, name = 'a/deflated.xml'): unknown {
  try {
    return unzipped(bytes, 'x.zip').part(name)
  } catch (problem) {
    if (problem instanceof Problem) return problem
    throw problem
  }
}

describe('a zip', () => {
  test('gives its files back, deflated or stored', () => {
    const zip = unzipped(packed, 'x.zip')
    expect(zip.names).toEqual(['a/deflated.xml', 'stored.xml', 'empty.xml'])
    expect(Buffer.from(zip.part('a/deflated.xml')!)).toEqual(Buffer.from(text))
    expect(zip.part('stored.xml')).toEqual(strToU8('base'))
    expect(zip.part('empty.xml')).toHaveLength(0)
    expect(zip.part('none.xml')).toBeNull()
  })

  test('may be a view into other bytes, and may have a comment after it', () => {
    const around = new Uint8Array(packed.length + 13)
    around.set(packed, 7)
    expect(unzipped(around.subarray(7), 'x.zip').part('stored.xml')).toEqual(strToU8('base'))
  })

  test.each([
    ['says a file is smaller than it is', (view: DataView) => view.setUint32(directory + 24, 100, true)],
    ['says a file is larger than it is', (view: DataView) => view.setUint32(directory + 24, text.length + 1, true)],
    ['has a changed letter', (view: DataView) => view.setUint8(60, view.getUint8(60) ^ 1)],
    ['has a wrong checksum', (view: DataView) => view.setUint32(directory + 16, 1, true)],
    ['is encrypted', (view: DataView) => view.setUint16(directory + 8, 1, true)],
    ['is packed in a way nobody reads', (view: DataView) => view.setUint16(directory + 10, 99, true)],
    ['points outside itself', (view: DataView) => view.setUint32(directory + 42, 0xfffffff0, true)],
    ['has a directory that is none', (view: DataView) => view.setUint32(directory, 0, true)],
    ['has a file cut off', (view: DataView) => view.setUint32(directory + 20, 0xffffff, true)],
  ])('that %s is refused as damaged', (_name, change) => {
    expect(problemOf(changed(change))).toMatchObject({ code: 'zip.unreadable', values: { name: 'x.zip' } })
  })

  test('that is cut off or empty is refused as damaged', () => {
    for (const length of [0, 10, 100, packed.length - 1])
      expect(problemOf(packed.slice(0, length))).toMatchObject({ code: 'zip.unreadable' })
  })

  test('that declares more than fits is refused before anything of it is unpacked', () => {
    const bomb = changed((view) => view.setUint32(directory + 24, 0x7fffffff, true))
    expect(problemOf(bomb)).toMatchObject({ code: 'zip.too-large', values: { name: 'x.zip', limit: 64 } })
  })

  test('may not come to more than fits by being asked for its parts again and again', () => {
    const zip = unzipped(zipSync({ a: new Uint8Array(1024 * 1024 * 16) }), 'x.zip')
    expect(() => {
      for (let count = 0; count < 5; count++) zip.part('a')
    }).toThrow('zip.too-large')
  })
})
