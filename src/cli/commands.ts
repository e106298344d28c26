import type { ExportKind } from '../actions/export-document.ts'
import type { ConflictChoice } from '../core/glossary/conflict.ts'
import type { TermFileKind } from '../formats/terms-file.ts'
import type { Command } from './command.ts'

const byFlag = { choices: ['paragraph', 'sentence'] }
const glossaryFlag = { value: 'GLOSSARY', needed: true }

// Written out, because loading what reads and writes them would make every command wait for it.
const exportKinds: readonly ExportKind[] = ['bilingual.docx', 'bilingual.html', 'english.docx', 'english.html', 'english.txt']
const termFileKinds: readonly TermFileKind[] = ['csv', 'xlsx', 'tbx']
const conflictChoices: readonly ConflictChoice[] = ['keep', 'take', 'merge']

/** Every command of the shell, in the order in which help lists them. */
export const commands: readonly Command[] = [
  {
    name: 'segment',
    summary: 'Cut a text into paragraphs or sentences; prints JSON.',
    operands: ['FILE'],
    flags: { by: byFlag },
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
      by: byFlag,
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
      as: { choices: exportKinds, needed: true },
      language: { choices: ['en', 'ar'] },
      replace: {},
    },
    load: () => import('./export.ts'),
  },
  {
    name: 'glossary import',
    summary:
      'Import a glossary in CSV, XLSX or TBX into that of the desk, as one batch; where they do not agree, ours is kept unless told otherwise.',
    operands: ['FILE'],
    flags: { conflicts: { choices: conflictChoices }, 'dry-run': {} },
    load: () => import('./glossary-import.ts'),
  },
  {
    name: 'glossary export',
    summary:
      'Write the glossary of the desk as CSV, XLSX or TBX, to standard output where no file is named; --in-use leaves out retired entries.',
    operands: ['[FILE]'],
    flags: { as: { choices: termFileKinds }, 'in-use': {}, replace: {} },
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
