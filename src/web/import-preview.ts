import { type Conflict, type ConflictChoice, conflictChoices } from '../core/glossary/decide/conflict.ts'
import type { ImportPlan } from '../core/glossary/decide/import-plan.ts'
import type { ToldTerm } from '../core/glossary/decide/told.ts'
import { preferredRendering } from '../core/glossary/entry.ts'
import type { TermDraft } from '../core/glossary/term.ts'
import type { FoundTerms, Mapping } from '../formats/terms-table.ts'
import type { Translate } from '../i18n/index.ts'
import type { CarriedFile } from './carried-file.ts'
import { onPage, type PageView, pageOf } from './page-of.ts'
import { sentenceOf } from './problems.ts'
import { fieldsOf } from './term-changes.ts'
import { figure, type Visit } from './visit.ts'

/** An import before it is done: each list with its whole count and a page of it. */
export interface ImportView {
  title: string
  problem: string | null
  file: CarriedFile
  /** What each column was said to be, empty where it is left out; null where the headings say it. */
  mapping: { columns: string[]; firstRow: number } | null
  /** Whether the numbers are those of rows. */
  isTable: boolean
  /** How many rows have several values in a cell, and whether these are split. */
  several: number
  split: boolean
  /** What the batch will be called. */
  name: string
  /** The version of the glossary that this was made from. */
  seen: number
  /** Headings that mean nothing to the program. */
  ignored: string[]
  all: ConflictChoice
  choices: readonly ConflictChoice[]
  added: Listed<ImportRowView>
  same: Listed<ImportRowView>
  conflicts: Listed<ImportConflictView>
  /** What was chosen for conflicts on other pages. */
  elsewhere: { id: number; choice: ConflictChoice }[]
  repeated: Listed<{ row: number; sentence: string }>
  unread: Listed<{ row: number; sentence: string }>
}

/** A list with the page of it that is shown. */
export interface Listed<One> extends PageView {
  count: number
  shown: One[]
}

export interface ImportRowView {
  row: number
  spelling: string
  rendering: string
}

/** An entry of ours that a file does not agree with; `choice` is empty where the one for all counts. */
export interface ImportConflictView extends ImportRowView {
  id: number
  choice: ConflictChoice | ''
  parts: LinedUp[]
  /** Spellings of the file's entry that belong to other entries. */
  elsewhere: string[]
}

/** A part in which two states of an entry differ, side by side. */
export interface LinedUp {
  label: string
  language: 'ar' | 'en' | null
  ours: string
  theirs: string
}

/** What stands in a preview besides the plan: the file, how it is read, and what was chosen so far. */
export interface Shown {
  file: CarriedFile
  mapping: Mapping | null
  /** Whether the numbers in `found` are those of rows. */
  isTable: boolean
  several: number
  split: boolean
  found: FoundTerms
  choices: { all: ConflictChoice; each: ReadonlyMap<number, ConflictChoice> }
  /** What the batch will be called. */
  name: string
  /** Which page of each list is asked for. */
  pages: Readonly<Record<PreviewList, number>>
}

/** The lists of a preview. */
export const previewLists = ['added', 'same', 'conflicts', 'repeated', 'unread'] as const
export type PreviewList = (typeof previewLists)[number]

/** The preview of an import: how many of each kind, and a page of each. */
export function previewOf(visit: Visit, shown: Shown, plan: ImportPlan): Omit<ImportView, 'problem'> {
  const { file, mapping, isTable, several, split, found, choices, name } = shown
  const lists = listsOf(visit, shown, plan)
  const isShown = (id: number) => lists.conflicts.shown.some((one) => one.id === id)
  return {
    title: visit.t('imports.title'),
    file,
    mapping: mapping && { columns: mapping.columns.map((column) => column ?? ''), firstRow: mapping.firstRow },
    isTable,
    several,
    split,
    name,
    seen: visit.desk.glossaryVersion,
    ignored: found.ignored.slice(0, 20),
    all: choices.all,
    choices: conflictChoices,
    elsewhere: [...choices.each].flatMap(([id, choice]) => (isShown(id) ? [] : [{ id, choice }])),
    ...lists,
  }
}

function listsOf(visit: Visit, shown: Shown, plan: ImportPlan): Pick<ImportView, PreviewList> {
  const { t } = visit
  const { found, choices, pages } = shown
  const unread = found.skipped.filter(({ code }) => !toldTwice.has(code))
  return {
    added: listed(plan.added, pages.added, entryRow),
    same: listed(plan.same, pages.same, ({ told }) => entryRow(told)),
    conflicts: listed(plan.conflicts, pages.conflicts, (one) => conflictView(t, one, choices.each.get(one.ours.id) ?? '')),
    repeated: listed(repeatedIn(visit, shown, plan), pages.repeated, ({ said }) => said()),
    unread: listed(unread, pages.unread, (one) => sentenceRow(t, one)),
  }
}

/** A hundred thousand rows may be repeated: a sentence is made only of those that are shown. */
function repeatedIn(visit: Visit, shown: Shown, plan: ImportPlan) {
  const rows = shown.found.skipped.filter(({ code }) => toldTwice.has(code))
  const several = [...plan.added, ...plan.conflicts.map(({ told }) => told)].filter(({ entry }) => preferredIn(entry).length > 1)
  const repeated = [
    ...plan.repeated.map(({ told, first }) => ({ row: told.row, said: () => repeatedRow(visit, shown, told, first) })),
    ...rows.map((one) => ({ row: one.row, said: () => sentenceRow(visit.t, one) })),
    ...several.map((told) => ({ row: told.row, said: () => severalRow(visit.t, told) })),
  ]
  return repeated.sort((a, b) => a.row - b.row)
}

/** What is wrong with rows that say again what an earlier row has said. */
const toldTwice: ReadonlySet<string> = new Set(['csv.repeated', 'csv.differs'])

function preferredIn({ renderings }: TermDraft): string[] {
  return renderings.filter(({ standing }) => standing === 'preferred').map(({ text }) => text)
}

/** Several preferred renderings are allowed, and offered is one: who meant otherwise is to know. */
function severalRow(t: Translate, { row, entry }: ToldTerm) {
  const [first = '', ...others] = preferredIn(entry)
  return { row, sentence: t('imports.several-preferred', { spelling: entry.spellings[0] ?? '', first, others: others.join(' · ') }) }
}

/** How many of each kind a page shows; a choice for all conflicts counts for those that are not shown too. */
const shownOfEach = 200

function listed<From, To>(all: readonly From[], asked: number, shown: (one: From) => To): Listed<To> {
  const page = pageOf(asked, all.length, shownOfEach)
  return { ...page, count: all.length, shown: onPage(all, page, shownOfEach).map(shown) }
}

function entryRow({ row, entry }: ToldTerm): ImportRowView {
  const usable = entry.renderings.filter(({ standing }) => standing !== 'avoid').map(({ text }) => text)
  const offered = preferredRendering(entry)
  return { row, spelling: entry.spellings.join(' · '), rendering: [offered, ...usable.filter((text) => text !== offered)].join(' · ') }
}

function repeatedRow({ t, language }: Visit, { isTable }: Shown, { row, entry }: ToldTerm, first: ToldTerm) {
  const where = t(isTable ? 'imports.row' : 'imports.entry', { number: figure(language, first.row) })
  return { row, sentence: t('imports.repeated-entry', { spelling: entry.spellings[0] ?? '', first: where }) }
}

function sentenceRow(t: Translate, problem: FoundTerms['skipped'][number]) {
  return { row: problem.row, sentence: sentenceOf(t, problem) }
}

function conflictView(t: Translate, { told, ours, theirs, elsewhere }: Conflict, choice: ConflictChoice | ''): ImportConflictView {
  const spelling = ours.spellings[0] ?? ''
  return { id: ours.id, row: told.row, spelling, rendering: preferredRendering(ours), choice, parts: linedUp(t, ours, theirs), elsewhere }
}

/** The parts in which two states of an entry differ, side by side. */
function linedUp(t: Translate, ours: TermDraft, theirs: TermDraft): LinedUp[] {
  const other = fieldsOf(t, theirs)
  return fieldsOf(t, ours).flatMap(({ label, text, language }, index) => {
    const their = other[index]!.text
    return their === text ? [] : [{ label, language, ours: text, theirs: their }]
  })
}
