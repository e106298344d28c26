import { type ExportKind, exportDocument } from '../actions/export-document.ts'
import { exportWords } from '../i18n/export-words.ts'
import { languageOf } from '../i18n/index.ts'
import { Refusal, type Typed } from './command.ts'
import { atDesk } from './desk.ts'
import { written } from './writing.ts'

/** Writes a document to a file, in the kind asked for. */
export async function run({ operands, flags, switches }: Typed): Promise<string | Uint8Array> {
  const [number = '', file = '-'] = operands
  const wanted = { documentId: documentNumber(number), kind: flags.as as ExportKind, words: exportWords(languageOf(flags.language)) }
  const { bytes } = await atDesk(({ store, by }) => exportDocument(store, wanted, by))
  return written(file, bytes, switches.has('replace'))
}

function documentNumber(typed: string): number {
  if (!/^[1-9]\d{0,14}$/u.test(typed))
    throw new Refusal(`A document is named by its number, which tarjuman documents lists, and not by "${typed}".`)
  return Number(typed)
}
