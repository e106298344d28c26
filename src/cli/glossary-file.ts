import { compile, type Glossary } from '../core/glossary/compile.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import { readTermsCsv } from '../formats/terms-csv.ts'
import { type Output, Refusal } from './command.ts'
import { nameOf, textOf } from './reading.ts'
import { problemSentence } from './sentence.ts'

/** The entries of a glossary in CSV; rows that cannot be used, or only in part, are named as warnings, and so is a file of headings alone. */
export async function termsOf(file: string, warnings: Output): Promise<TermDraft[]> {
  const { terms, skipped } = readTermsCsv(await textOf(file))
  for (const { row, ...problem } of skipped) warnings.write(`${nameOf(file)}, row ${row}: ${await problemSentence(problem)}\n`)
  if (terms.length === 0 && skipped.length > 0) throw new Refusal(`${nameOf(file)} has no term that can be used.`)
  if (terms.length === 0) warnings.write(`${nameOf(file)} has headings and no term below them.\n`)
  return terms
}

/** A glossary in CSV, compiled; its entries are numbered from 1 in the order of the file. */
export async function glossaryOf(file: string, warnings: Output): Promise<Glossary> {
  return compile((await termsOf(file, warnings)).map(numbered))
}

function numbered(draft: TermDraft, index: number): Term {
  return { ...draft, id: index + 1, deskId: 0, version: 1, changedBy: '', changedAt: '' }
}
