import { Problem } from '../core/problem.ts'
import { uploadInsteadOf } from './forms.ts'
import type { Visit } from './visit.ts'

/** A file on its way through the steps of an import: its bytes in base64, and its name, empty where rows were pasted. */
export interface CarriedFile {
  name: string
  data: string
}

/** The file that was uploaded, or came along from the step before, or the rows that were pasted. Problem *glossary.empty* where there is none. */
export function carriedFile(visit: Visit, form: { text: string; data: string; fileName: string }): CarriedFile {
  const file = uploadInsteadOf(visit, form.text)
  if (file && (file.bytes.length > 0 || file.name !== '')) return { name: file.name, data: Buffer.from(file.bytes).toString('base64') }
  if (form.data !== '') return { name: form.fileName, data: form.data }
  if (form.text.trim() === '') throw new Problem('glossary.empty')
  // The mark at the beginning says that it is UTF-8, which a short text would not show by itself.
  return { name: '', data: Buffer.from(`\uFEFF${form.text}`).toString('base64') }
}

/** What is in the file. */
export function bytesOf({ data }: CarriedFile): Uint8Array {
  return Buffer.from(data, 'base64')
}

/** What the file is called in sentences. */
export function nameOf(visit: Visit, { name }: CarriedFile): string {
  return name || visit.t('imports.pasted')
}
