import type { ToldTerm } from '../core/glossary/decide/told.ts'
import { compile, type Glossary } from '../core/glossary/find/compile.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import { readTerms } from '../formats/terms-file.ts'
import { type Output, Refusal } from './command.ts'
import { bytesOf, nameOf } from './reading.ts'
import { problemSentence } from './sentence.ts'

/** What a glossary in CSV, XLSX or TBX tells; rows that cannot be used, or only in part, are named as warnings. A file without a single good one is refused. */
export async function toldIn(file: string, warnings: Output): Promise<ToldTerm[]> {
  const { kind, told, skipped } = readTerms(await bytesOf(file), nameOf(file))
  const unit = kind === 'tbx' ? 'entry' : 'row'
  for (const { row, ...problem } of skipped) warnings.write(`${nameOf(file)}, ${unit} ${row}: ${await problemSentence(problem)}\n`)
  if (told.length === 0 && skipped.length > 0) throw new Refusal(`${nameOf(file)} has no term that can be used.`)
  return told
}

/** The glossary in a file, compiled; its entries are numbered from 1 in the order of the file. One without entries is warned of. */
export async function glossaryOf(file: string, warnings: Output): Promise<Glossary> {
  const told = await toldIn(file, warnings)
  if (told.length === 0) warnings.write(`${nameOf(file)} has headings and no term below them.\n`)
  return compile(told.map(({ entry }, index) => numbered(entry, index)))
}

function numbered(draft: TermDraft, index: number): Term {
  return { ...draft, id: index + 1, deskId: 0, version: 1, changedBy: '', changedAt: '' }
}
