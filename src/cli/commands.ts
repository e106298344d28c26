import type { ExportKind } from '../actions/export-document.ts'
import type { Unit } from '../core/document.ts'
import type { ConflictChoice } from '../core/glossary/decide/conflict.ts'
import type { TermFileKind } from '../formats/terms-file.ts'
import type { Language } from '../i18n/index.ts'
import type { Command } from './command.ts'

// Written out, because loading what reads and writes them would make every command wait for it; the compiler holds that none is missing.
const units: Each<Unit> = { paragraph: true, sentence: true }
const exportKinds: Each<ExportKind> = {
  'bilingual.docx': true,
  'bilingual.html': true,
  'english.docx': true,
  'english.html': true,
  'english.txt': true,
}
const languages: Each<Language> = { en: true, ar: true }
const conflictChoices: Each<ConflictChoice> = { keep: true, take: true, merge: true }
const termFileKinds: Each<TermFileKind> = { csv: true, xlsx: true, tbx: true }

type Each<Choice extends string> = Readonly<Record<Choice, true>>

const oneOf = (choices: Each<string>) => ({ choices: Object.keys(choices) })
const glossaryFlag = { value: 'GLOSSARY', needed: true }

/** Every command of the shell, in the order in which help lists them. */
export const commands: readonly Command[] = [
  {
    name: 'segment',
    summary: 'Cut a text into paragraphs or sentences; prints JSON.',
    operands: ['FILE'],
    flags: { by: oneOf(units) },
    load: () => import('./segment.ts'),
  },
  {
    name: 'find-terms',
    summary: 'Find the terms of a glossary (CSV, XLSX or TBX) in an Arabic text; prints JSON.',
    operands: ['FILE'],
    flags: { glossary: glossaryFlag },
    load: () => import('./find-terms.ts'),
  },
  {
    name: 'check',
    summary: 'Hold a translation against a glossary (CSV, XLSX or TBX), line by line; prints JSON.',
    operands: ['SOURCE', 'TARGET'],
    flags: { glossary: glossaryFlag, all: {} },
    load: () => import('./check.ts'),
  },
  {
    name: 'documents',
    summary: 'List the documents of the desk; prints JSON.',
    operands: [],
    flags: {},
    load: () => import('./documents.ts'),
  },
  {
    name: 'import',
    summary: 'Bring a text in as a new document; prints its number.',
    operands: ['FILE'],
    flags: {
      by: oneOf(units),
      title: { value: 'TITLE' },
      outlet: { value: 'OUTLET' },
      author: { value: 'AUTHOR' },
      date: { value: 'YYYY-MM-DD' },
      address: { value: 'URL' },
      'join-lines': {},
    },
    load: () => import('./import.ts'),
  },
  {
    name: 'export',
    summary: 'Write a document, by its number, to a file; - is standard output.',
    operands: ['DOCUMENT', 'FILE'],
    flags: {
      as: { ...oneOf(exportKinds), needed: true },
      language: oneOf(languages),
      replace: {},
    },
    load: () => import('./export.ts'),
  },
  {
    name: 'glossary import',
    summary:
      'Import a glossary in CSV, XLSX or TBX into that of the desk, as one batch; where they do not agree, ours is kept unless told otherwise.',
    operands: ['FILE'],
    flags: { conflicts: oneOf(conflictChoices), 'dry-run': {} },
    load: () => import('./glossary-import.ts'),
  },
  {
    name: 'glossary export',
    summary:
      'Write the glossary of the desk as CSV, XLSX or TBX, to standard output where no file is named; --in-use leaves out retired entries.',
    operands: ['[FILE]'],
    flags: { as: oneOf(termFileKinds), 'in-use': {}, replace: {} },
    load: () => import('./glossary-export.ts'),
  },
  {
    name: 'backup',
    summary: 'Write the whole database to one new file.',
    operands: ['FILE'],
    flags: {},
    load: () => import('./backup.ts'),
  },
]
