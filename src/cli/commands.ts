import type { Command } from './command.ts'

const glossaryFlag = { value: 'GLOSSARY.csv', needed: true }

/** Every command of the shell, in the order in which help lists them. */
export const commands: readonly Command[] = [
  {
    name: 'segment',
    summary: 'Cut a text into paragraphs or sentences; prints JSON.',
    operands: ['FILE'],
    flags: { by: { choices: ['paragraph', 'sentence'] } },
    load: () => import('./segment.ts'),
  },
  {
    name: 'find-terms',
    summary: 'Find the terms of a glossary in an Arabic text; prints JSON.',
    operands: ['FILE'],
    flags: { glossary: glossaryFlag },
    load: () => import('./find-terms.ts'),
  },
  {
    name: 'check',
    summary: 'Hold a translation against a glossary, line by line; prints JSON.',
    operands: ['SOURCE', 'TARGET'],
    flags: { glossary: glossaryFlag, all: {} },
    load: () => import('./check.ts'),
  },
]
