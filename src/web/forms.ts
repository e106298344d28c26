import { z } from 'zod'
import { Problem } from '../core/problem.ts'
import type { Visit } from './visit.ts'

/** The posted form, read by a schema; a value that does not fit is named in a Problem. */
export function formOf<T extends z.ZodType>(visit: Visit, schema: T): z.infer<T> {
  return read(schema, visit.req.body ?? {})
}

/** The address' query, read by a schema. */
export function queryOf<T extends z.ZodType>(visit: Visit, schema: T): z.infer<T> {
  return read(schema, visit.req.query)
}

/** The bytes and the name of the uploaded file, if one came; throws the Problem of one that was refused. */
export function uploadOf(visit: Visit): { bytes: Uint8Array; name: string } | null {
  const refused: unknown = visit.res.locals.refused
  if (refused instanceof Problem) throw refused
  return visit.req.file ? { bytes: visit.req.file.buffer, name: visit.req.file.originalname } : null
}

/** The uploaded file, if one came with a form that may hold typed text instead; throws the Problem that both came, for only the person knows which is meant. */
export function uploadInsteadOf(visit: Visit, typed: string): { bytes: Uint8Array; name: string } | null {
  const file = uploadOf(visit)
  if (file && typed.trim() !== '') throw new Problem('file.and-text', { name: file.name })
  return file
}

/** The number in the address, such as the 7 of /documents/7; an address without one does not exist. */
export function idOf(visit: Visit): number {
  const typed = String(visit.req.params.id)
  const id = Number(typed)
  if (!/^[1-9]\d*$/.test(typed) || id > largestId) throw new Problem('page.missing', { address: visit.address })
  return id
}

/** A text of several lines: always there, as the person typed it, but for U+0000, which no database keeps. */
export const text = z
  .string()
  .default('')
  .transform((typed) => typed.replaceAll('\0', ''))

/** A line of a form. */
export const line = z
  .string()
  .max(2000)
  .default('')
  .transform((typed) => typed.replaceAll('\0', ''))

/** A field that may be sent several times. */
export const lines = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([])

/** The fields of a document's heading. */
export const headingFields = { title: line, outlet: line, author: line, date: line, address: line }

/** An address of this program to go back to; anything else becomes empty, so that no link can send a person elsewhere. */
export const ownAddress = z
  .string()
  .catch('')
  .transform((address) => (leadsElsewhere.test(address) ? '' : address))

/** Browsers take `//name` and `/\name` for another machine, and leave out control characters before they look. */
const leadsElsewhere = /^(?!\/)|^\/[/\\]|\p{Cc}/u

/** A whole number from 1. */
export const whole = z.coerce.number().int().min(1).max(2_147_483_647)

/** What a database column of numbers holds. */
const largestId = 2_147_483_647

function read<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  const received = issue?.path.reduce<unknown>((inside, name) => (inside as Record<PropertyKey, unknown> | undefined)?.[name], value)
  const shown = typeof received === 'string' ? received.slice(0, 80) : ''
  if (issue?.code === 'too_big' && issue.origin === 'string' && typeof issue.maximum === 'number' && typeof received === 'string') {
    throw new Problem('form.too-long', { value: shown, length: received.length, longest: issue.maximum })
  }
  throw new Problem('form.value', { field, value: shown })
}
