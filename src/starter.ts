import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Sample } from './actions/first-start.ts'
import type { Heading } from './core/document.ts'
import type { TermDraft } from './core/glossary/term.ts'
import { readTermsCsv } from './formats/terms-csv.ts'

/** What a first start begins with: the glossary's files and the sample articles, read from the program's own folders. */
export async function starter(): Promise<{ terms: TermDraft[]; samples: Sample[] }> {
  const files = (await readdir(glossaryFolder)).filter((file) => file.endsWith('.csv')).sort()
  const terms = await Promise.all(files.map(async (file) => readTermsCsv(await readFile(glossaryFolder + file, 'utf8')).terms))
  return { terms: terms.flat(), samples: await samples() }
}

const glossaryFolder = fileURLToPath(new URL('../glossary/', import.meta.url))
const samplesFolder = fileURLToPath(new URL('../data/samples/', import.meta.url))

/** The headings stand in samples.json, with the file of the Arabic and, where there is a translation, of the English. */
async function samples(): Promise<Sample[]> {
  const listed = JSON.parse(await readFile(`${samplesFolder}samples.json`, 'utf8')) as (Heading & { arabic: string; english?: string })[]
  const text = async (file: string | undefined) => (file ? readFile(samplesFolder + file, 'utf8') : '')
  return Promise.all(
    listed.map(async ({ arabic, english, ...heading }) => ({ heading, arabic: await text(arabic), english: await text(english) })),
  )
}
