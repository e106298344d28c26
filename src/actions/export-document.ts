import type { By } from '../core/person.ts'
import { bilingualDocx } from '../formats/bilingual-docx.ts'
import { bilingualHtml } from '../formats/bilingual-html.ts'
import { englishDocx } from '../formats/english-docx.ts'
import { englishHtml } from '../formats/english-html.ts'
import { englishTxt } from '../formats/english-txt.ts'
import type { ExportWords } from '../formats/export-words.ts'
import type { Store } from '../store/store.ts'
import { bilingualOf } from './bilingual-of.ts'

export const exportKinds = ['bilingual.docx', 'bilingual.html', 'english.docx', 'english.html', 'english.txt'] as const
export type ExportKind = (typeof exportKinds)[number]

/** A document as a file: its bytes and its media type. `words` are the labels in the language of the person who asked. */
export async function exportDocument(
  store: Store,
  wanted: { documentId: number; kind: ExportKind; words: ExportWords },
  by: By,
): Promise<{ bytes: Uint8Array; type: string }> {
  const whole = await bilingualOf(store, wanted.documentId, by.person.name)
  const { words } = wanted
  switch (wanted.kind) {
    case 'bilingual.docx':
      return { bytes: bilingualDocx(whole, words, by.at), type: docx }
    case 'bilingual.html':
      return { bytes: utf8(bilingualHtml(whole, words)), type: 'text/html; charset=utf-8' }
    case 'english.docx':
      return { bytes: englishDocx(whole, words, by.at), type: docx }
    case 'english.html':
      return { bytes: utf8(englishHtml(whole, words)), type: 'text/html; charset=utf-8' }
    case 'english.txt':
      return { bytes: utf8(englishTxt(whole, words)), type: 'text/plain; charset=utf-8' }
  }
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const utf8 = (text: string) => new TextEncoder().encode(text)
