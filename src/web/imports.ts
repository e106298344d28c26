import { z } from 'zod'
import { type DoneImport, importTerms, plannedImport } from '../actions/import-terms.ts'
import { type ConflictChoice, conflictChoices } from '../core/glossary/conflict.ts'
import { Problem } from '../core/problem.ts'
import { type ColumnName, columnNames, columnOf } from '../formats/terms-columns.ts'
import { readTable, readTerms } from '../formats/terms-file.ts'
import { headingsOf, type Mapping, type Table } from '../formats/terms-table.ts'
import { formOf, line, text, uploadOf, whole } from './forms.ts'
import { type PreviewList, previewLists, previewOf, type Shown } from './import-preview.ts'
import { orAgain, sentenceOf } from './problems.ts'
import { render } from './views.ts'
import { by, moment, type Visit } from './visit.ts'

/** The question what the columns of a table hold, with the first cells of each. */
export interface ColumnsView {
  title: string
  problem: string | null
  file: CarriedFile
  name: string
  firstRow: number
  columnNames: readonly ColumnName[]
  columns: { heading: string; chosen: ColumnName | null; cells: string[] }[]
}

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
  await orAgain(visit, () => stepWith(visit, fileOf(visit, form), form), again)
}

async function stepWith(visit: Visit, file: CarriedFile, form: ImportForm): Promise<void> {
  const table = readTable(bytesOf(file), nameOf(visit, file))
  if (table && (form.do === 'columns' || !(form.column.length > 0 || saysItself(table)))) {
    askColumns(visit, file, table, form, null)
    return
  }
  const mapping = table && form.column.length > 0 ? mappingOf(form) : undefined
  const fault = mapping && faultOf(mapping)
  if (table && fault) {
    visit.res.status(422)
    askColumns(visit, file, table, form, sentenceOf(visit.t, fault))
    return
  }
  const found = readTerms(bytesOf(file), nameOf(visit, file), mapping)
  const shown: Shown = {
    file,
    mapping: mapping ?? null,
    found,
    choices: choicesOf(visit, form),
    name: form.name || defaultName(visit, file),
    pages: pagesOf(visit, form),
  }
  if (form.do !== 'import') await renderPreview(visit, shown, null)
  else
    await orAgain(
      visit,
      () => doImport(visit, shown, form.seen),
      async (sentence) => renderPreview(visit, shown, sentence),
    )
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

function askColumns(visit: Visit, file: CarriedFile, table: Table, form: ImportForm, problem: string | null): void {
  const { names, known, columns: guessed, firstRow: first } = headingsOf(table)
  const firstRow = form.column.length > 0 ? form.firstRow : first
  const chosen = form.column.length > 0 ? mappingOf(form).columns : guessed
  const sample = table.filter((cells, index) => index + 1 >= firstRow && cells.some(Boolean)).slice(0, rowsShown)
  const columns = chosen.map((column, index) => ({
    heading: known ? (names[index] ?? '') : '',
    chosen: column,
    cells: sample.map((cells) => cells[index] ?? ''),
  }))
  render(visit, 'imports/columns', {
    title: visit.t('imports.columns.title'),
    problem,
    file,
    name: form.name,
    firstRow,
    columnNames,
    columns,
  })
}

/** How many rows of a table show what its columns hold. */
const rowsShown = 3

/** A file on its way through the steps: its bytes in base64, and its name, empty where rows were pasted. */
export interface CarriedFile {
  name: string
  data: string
}

function fileOf(visit: Visit, form: ImportForm): CarriedFile {
  const file = uploadOf(visit)
  if (file && (file.bytes.length > 0 || file.name !== '')) return { name: file.name, data: Buffer.from(file.bytes).toString('base64') }
  if (form.data !== '') return { name: form.fileName, data: form.data }
  if (form.text.trim() === '') throw new Problem('glossary.empty')
  // The mark at the beginning says that it is UTF-8, which a short text would not show by itself.
  return { name: '', data: Buffer.from(`\uFEFF${form.text}`).toString('base64') }
}

function bytesOf({ data }: CarriedFile): Uint8Array {
  return Buffer.from(data, 'base64')
}

/** What the file is called in sentences. */
function nameOf(visit: Visit, { name }: CarriedFile): string {
  return name || visit.t('imports.pasted')
}

function defaultName(visit: Visit, file: CarriedFile): string {
  return visit.t('imports.name', { file: nameOf(visit, file), at: moment(visit.language, by(visit).at) })
}

/** Whether the headings of a table name all that is needed; one of a single column has nothing to choose from. */
function saysItself(table: Table): boolean {
  const headings = headingsOf(table)
  const named = headings.names.map(columnOf)
  return (named.includes('source') && named.includes('target')) || headings.columns.length < 2
}

function mappingOf({ column, firstRow }: ImportForm): Mapping {
  return { columns: column.map((name) => columnNames.find((known) => known === name) ?? null), firstRow }
}

function faultOf({ columns }: Mapping): Problem | null {
  const chosen = columns.filter((column): column is ColumnName => column !== null)
  const twice = chosen.find((column, index) => chosen.indexOf(column) !== index)
  if (twice) return new Problem('glossary.column-twice', { column: twice })
  return chosen.includes('source') && chosen.includes('target') ? null : new Problem('glossary.columns')
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

const columnChoices = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((columns) => columns.slice(0, 256))
const importForm = z.object({
  do: z.enum(['columns', 'preview', 'import']).default('preview'),
  text,
  data: z.string().default(''),
  fileName: line,
  name: line,
  column: columnChoices,
  firstRow: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  all: z.enum(conflictChoices).catch('keep'),
  turn: line,
  seen: z.coerce.number().int().catch(-1),
})
type ImportForm = z.infer<typeof importForm>
