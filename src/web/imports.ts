import { z } from 'zod'
import { type DoneImport, importTerms, plannedImport } from '../actions/import-terms.ts'
import { type ConflictChoice, conflictChoices } from '../core/glossary/decide/conflict.ts'
import { readTable, readTerms } from '../formats/terms-file.ts'
import { rowsWithSeveral, termsOfTable } from '../formats/terms-table.ts'
import { bytesOf, type CarriedFile, carriedFile, nameOf } from './carried-file.ts'
import { formOf, line, lines, text, whole } from './forms.ts'
import { askColumns, faultOf, saysItself, toldMapping } from './import-columns.ts'
import { type PreviewList, previewLists, previewOf, type Shown } from './import-preview.ts'
import { orAgain, sentenceOf } from './problems.ts'
import { render } from './views.ts'
import { by, moment, type Visit } from './visit.ts'

/** GET /terms/import: a file is asked for, or rows to paste. */
export async function ask(visit: Visit): Promise<void> {
  renderAsk(visit, '', null)
}

/**
 * POST /terms/import: from the file to the question what its columns are (only where they do not say it themselves, or where a person asks),
 * from there to the preview, from there to the import. What was uploaded travels through the steps in the page itself.
 */
export async function step(visit: Visit): Promise<void> {
  const form = formOf(visit, importForm)
  const again = (sentence: string) => renderAsk(visit, form.text, sentence)
  await orAgain(visit, () => stepWith(visit, carriedFile(visit, form), form), again)
}

async function stepWith(visit: Visit, file: CarriedFile, form: ImportForm): Promise<void> {
  const table = readTable(bytesOf(file), nameOf(visit, file))
  const mapping = table ? toldMapping(form) : undefined
  if (table && (form.do === 'columns' || !(mapping || saysItself(table)))) {
    askColumns(visit, file, table, form, null)
    return
  }
  const fault = mapping ? faultOf(mapping) : null
  if (table && fault) {
    visit.res.status(422)
    askColumns(visit, file, table, form, sentenceOf(visit.t, fault))
    return
  }
  const split = form.do === 'split' || (form.split !== '' && form.do !== 'whole')
  const found = table ? termsOfTable(table, mapping, split) : readTerms(bytesOf(file), nameOf(visit, file))
  await preview(visit, form, {
    file,
    mapping: mapping ?? null,
    isTable: table !== null,
    several: table ? rowsWithSeveral(table, mapping) : 0,
    split,
    found,
    ...chosen(visit, file, form),
  })
}

/** The preview of an import, or the import itself where the form says so. */
async function preview(visit: Visit, form: ImportForm, shown: Shown): Promise<void> {
  if (form.do === 'import') {
    const again = (sentence: string) => renderPreview(visit, shown, sentence)
    await orAgain(visit, () => doImport(visit, shown, form.seen), again)
  } else await renderPreview(visit, shown, null)
}

/** What a person has chosen in the preview so far. */
function chosen(visit: Visit, file: CarriedFile, form: ImportForm): Pick<Shown, 'choices' | 'name' | 'pages'> {
  return { choices: choicesOf(visit, form), name: form.name || defaultName(visit, file), pages: pagesOf(visit, form) }
}

async function doImport(visit: Visit, shown: Shown, seen: number): Promise<void> {
  const { found, name, choices } = shown
  const { batch }: DoneImport = await importTerms(visit.store, { deskId: visit.desk.id, told: found.told, name, choices, seen }, by(visit))
  if (batch) visit.res.redirect(303, `/terms/batches/${batch.id}`)
  else await renderPreview(visit, shown, visit.t('imports.did-nothing'))
}

async function renderPreview(visit: Visit, shown: Shown, problem: string | null): Promise<void> {
  const plan = await plannedImport(visit.store, visit.desk.id, shown.found.told)
  render(visit, 'imports/preview', { ...previewOf(visit, shown, plan), problem })
}

function renderAsk(visit: Visit, text: string, problem: string | null): void {
  render(visit, 'imports/ask', { title: visit.t('imports.title'), text, problem })
}

function defaultName(visit: Visit, file: CarriedFile): string {
  return visit.t('imports.name', { file: nameOf(visit, file), at: moment(visit.language, by(visit).at) })
}

/** A choice for all conflicts, and those that were made for single entries of ours: their fields carry the entry's number in their name. */
function choicesOf(visit: Visit, { all }: ImportForm): Shown['choices'] {
  const each = new Map<number, ConflictChoice>()
  for (const [name, value] of Object.entries((visit.req.body ?? {}) as Record<string, unknown>)) {
    const id = /^choice-(\d{1,9})$/.exec(name)?.[1]
    const choice = conflictChoices.find((known) => known === value)
    if (id && choice) each.set(Number(id), choice)
  }
  return { all, each }
}

/** Which page of each list the preview shows: the one that was shown, or the one a button says, such as *conflicts 3*. */
function pagesOf(visit: Visit, { turn }: ImportForm): Shown['pages'] {
  const [turned, to] = turn.split(' ')
  const body = (visit.req.body ?? {}) as Record<string, unknown>
  const pageOf = (list: PreviewList) => whole.catch(1).parse(list === turned ? to : body[`page-${list}`])
  return Object.fromEntries(previewLists.map((list) => [list, pageOf(list)])) as Record<PreviewList, number>
}

const importForm = z.object({
  do: z.enum(['columns', 'preview', 'split', 'whole', 'import']).default('preview'),
  text,
  data: z.string().default(''),
  fileName: line,
  name: line,
  column: lines.transform((columns) => columns.slice(0, 256)),
  split: line,
  firstRow: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  all: z.enum(conflictChoices).catch('keep'),
  turn: line,
  seen: z.coerce.number().int().catch(-1),
})
type ImportForm = z.infer<typeof importForm>
