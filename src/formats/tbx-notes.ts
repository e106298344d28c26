import { permitted } from './xml.ts'

/**
 * What an entry holds and TBX-Basic has no category for, or what XML would change, stands in notes of this form:
 *
 *     [Tarjuman] name: value
 *
 * one fact a note, with the names below. A value that XML would not bring back as it is (line breaks before an indent, control
 * characters), or that begins with a quotation mark, is a JSON string in its quotation marks. Other programs show these notes as they are.
 *
 * In the entry: `kind` (name, noun, phrase; guessed where it is missing), `strength` (required where it is missing, warning, advice, off),
 * `state` (proposed, approved where it is missing, retired), `exact only` (yes), `first mention`, `later mention`, `plural` and `never`
 * (a form of its own, a form never meant; one note each), `part of speech` (where TBX-Basic has no such value), and `subject`, `authority`,
 * `note` where the element itself cannot bring the text back.
 * In a term: `always` (yes; an avoided rendering is looked for everywhere) and `term` (where the element cannot bring it back).
 */
export function ownNote(name: string, value: string): string {
  const whole = `${prefix}${name}: ${value}`
  return !value.startsWith('"') && survives(whole) ? whole : `${prefix}${name}: ${jsonOf(value)}`
}

/** What a note in our own form says, or null for anybody's note. */
export function ownFact(note: string): { name: string; value: string } | null {
  const [, name, value] = /^\[Tarjuman\] ([a-z ]+): ?(.*)$/s.exec(note) ?? []
  return name === undefined || value === undefined ? null : { name, value: value.startsWith('"') ? fromJson(value) : value }
}

/** Text as it is read from an element: trimmed, with a line that was only broken to be indented joined again. */
export function textIn(written: string): string {
  const lines = written.split('\n')
  const joined = lines.map((line, index) => {
    const text = index === 0 ? line : isIndented(line) ? ` ${line.trimStart()}` : `\n${line}`
    return isIndented(lines[index + 1] ?? '') ? text.trimEnd() : text
  })
  return joined.join('').trim()
}

/** Whether a text comes back as it is from an element of XML. */
export function survives(text: string): boolean {
  return !text.includes('\r') && permitted(text) === text && textIn(text) === text
}

const prefix = '[Tarjuman] '

function isIndented(line: string): boolean {
  return line.startsWith('\t') || line.startsWith('  ')
}

function jsonOf(value: string): string {
  return JSON.stringify(value).replace(/[^\t\n\r -\uFFFD]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A person may have begun a value with a quotation mark in another program. */
function fromJson(value: string): string {
  try {
    const text: unknown = JSON.parse(value)
    return typeof text === 'string' ? text : value
  } catch {
    return value
  }
}
