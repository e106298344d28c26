import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Compile from '../src/core/glossary/find/compile.ts'
import type * as Find from '../src/core/glossary/find/find.ts'
import type { Match } from '../src/core/glossary/find/match.ts'
import { emptyEntry, type Kind, type Term } from '../src/core/glossary/term.ts'
import { parts } from './finder/parts.ts'

/** Texts with the places of their terms: paragraphs, what genre each is of, and for each term its occurrences as [paragraph, start, end] in UTF-16 units. */
interface Gold {
  paragraphs: string[]
  genres?: string[]
  terms: { source: string; kind: Kind; words: number; occurrences: [number, number, number][] }[]
}

/** The finder, whole or with a part of it taken out. */
interface Finder {
  compile: typeof Compile.compile
  findTerms: typeof Find.findTerms
  habitsOf: typeof Find.habitsOf
}

interface Count {
  hit: number
  wrong: number
  missed: number
}
type Half = 'odd' | 'even'
type Counts = Map<string, Count>

/** From this confidence on a match is counted, as the desk's other measures do. */
const countedFrom = 0.5

/** Prints precision, recall and F1 on the project's own texts, by genre, against the share of the places where the word stands as the glossary has it. */
export async function bench(): Promise<void> {
  const finder = await finderIn(core)
  for (const file of readdirSync(texts)) {
    const gold = goldIn(path.join(texts, file))
    const judged = judge(finder, gold)
    console.log(
      `${path.parse(file).name}: ${gold.paragraphs.length} sentences, ${gold.terms.length} terms; ${shown(asListed(gold))} of the places as listed`,
    )
    for (const genre of [undefined, ...new Set(gold.genres)]) {
      const of = judged.filter(({ paragraph }) => genre === undefined || gold.genres?.[paragraph] === genre)
      const { precision, recall, f1 } = measures(counts(of).get('all')!)
      console.log(`  ${(genre ?? 'all').padEnd(20)} P ${shown(precision)}  R ${shown(recall)}  F1 ${shown(f1)}`)
    }
  }
}

const texts = path.join(import.meta.dirname, 'finder/texts')

function goldIn(file: string): Gold {
  return JSON.parse(readFileSync(file, 'utf8')) as Gold
}

/** What looking for the bare spelling would find. */
function asListed({ paragraphs, terms }: Gold): number {
  const places = terms.flatMap(({ source, occurrences }) =>
    occurrences.map(([at, start, end]) => paragraphs[at]!.slice(start, end) === source),
  )
  return places.filter(Boolean).length / places.length
}

async function finderIn(core: string): Promise<Finder> {
  const load = async (file: string) => (await import(pathToFileURL(path.join(core, file)).href)) as Record<string, unknown>
  return { ...(await load('glossary/find/find.ts')), ...(await load('glossary/find/compile.ts')) } as unknown as Finder
}

const core = path.join(import.meta.dirname, '../src/core')

/** A copy of the core with one place changed; it throws when the place is not there any more. */
async function finderWithout(folder: string, { file, from, to }: (typeof parts)[number]): Promise<Finder> {
  cpSync(core, folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
  const source = readFileSync(path.join(folder, file), 'utf8')
  const changed = source.replace(from, to)
  if (changed === source) throw new Error(`${file} no longer has ${from}`)
  writeFileSync(path.join(folder, file), changed)
  return finderIn(folder)
}

function termOf({ source, kind }: Gold['terms'][number], id: number): Term {
  return { ...emptyEntry, id, deskId: 1, version: 1, changedBy: '', changedAt: '', spellings: [source], kind }
}

interface Judged {
  kind: string
  paragraph: number
  verdict: keyof Count
  start: number
  end: number
  source: string
  match?: Match
}

function judge({ compile, findTerms, habitsOf }: Finder, gold: Gold): Judged[] {
  const glossary = compile(gold.terms.map(termOf))
  const habits = habitsOf(gold.paragraphs)
  const found = new Map<string, Match[]>()
  gold.paragraphs.forEach((text, paragraph) => {
    for (const match of findTerms(glossary, text, habits)) {
      const at = `${match.termId} ${paragraph}`
      if (match.confidence >= countedFrom) found.set(at, [...(found.get(at) ?? []), match])
    }
  })
  return gold.terms.flatMap((term, id) => judgeTerm(term, id, gold.paragraphs.length, found))
}

function judgeTerm(term: Gold['terms'][number], id: number, paragraphs: number, found: Map<string, Match[]>): Judged[] {
  const kind = term.words > 1 ? 'phrase' : term.kind
  const judged: Judged[] = []
  for (let paragraph = 0; paragraph < paragraphs; paragraph++) {
    const matches = [...(found.get(`${id} ${paragraph}`) ?? [])]
    for (const [at, start, end] of term.occurrences) {
      if (at !== paragraph) continue
      const match = matches.findIndex((one) => one.start < end && one.end > start)
      if (match >= 0) matches.splice(match, 1)
      judged.push({ kind, paragraph, verdict: match >= 0 ? 'hit' : 'missed', start, end, source: term.source })
    }
    for (const match of matches)
      judged.push({ kind, paragraph, verdict: 'wrong', start: match.start, end: match.end, source: term.source, match })
  }
  return judged
}

function counts(judged: Judged[], half?: Half): Counts {
  const found: Counts = new Map(['name', 'noun', 'phrase', 'all'].map((kind) => [kind, { hit: 0, wrong: 0, missed: 0 }]))
  for (const { kind, paragraph, verdict } of judged)
    if (!half || halfOf(paragraph) === half) for (const one of [kind, 'all']) found.get(one)![verdict]++
  return found
}

/** Paragraphs are numbered from 1. */
function halfOf(paragraph: number): Half {
  return paragraph % 2 === 0 ? 'odd' : 'even'
}

function measures({ hit, wrong, missed }: Count): { precision: number; recall: number; f1: number } {
  const precision = hit / (hit + wrong || 1)
  const recall = hit / (hit + missed || 1)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}

const shown = (value: number) => value.toFixed(4).replace(/^0/, '').padStart(6)

function row(name: string, judged: Judged[]): string {
  const cells = (['odd', 'even'] as const).map((half) => {
    const of = counts(judged, half)
    const { precision, recall, f1 } = measures(of.get('all')!)
    const kinds = ['name', 'noun', 'phrase'].map((kind) => shown(measures(of.get(kind)!).f1))
    return [...kinds, shown(precision), shown(recall), shown(f1)].join(' ')
  })
  return `${name.padEnd(52)} ${cells.join(' | ')} | ${shown(measures(counts(judged).get('all')!).f1)}`
}

function printErrors(judged: Judged[], gold: Gold, half: Half): void {
  const errors = judged.filter((one) => one.verdict !== 'hit' && halfOf(one.paragraph) === half)
  for (const { verdict, kind, source, paragraph, start, end, match } of errors) {
    const text = gold.paragraphs[paragraph]!
    const around = `${text.slice(Math.max(0, start - 30), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 30)}`
    console.log([verdict, kind, source, match?.confidence ?? '', match?.why.map((word) => word.form).join(' ') ?? '', around].join('\t'))
  }
}

async function main([file = '', option, half]: string[]): Promise<void> {
  const gold = goldIn(file)
  const whole = judge(await finderIn(core), gold)
  if (option === '--errors') return printErrors(whole, gold, half === 'even' ? 'even' : 'odd')
  const head = '  name   noun phrase      P      R     F1'
  console.log(`${''.padEnd(52)} ${head} | ${head} |    all`)
  console.log(row('the finder, odd | even paragraphs', whole))
  if (option === '--whole') return
  for (const part of parts) {
    const folder = mkdtempSync(path.join(tmpdir(), 'finder-'))
    console.log(row(`without ${part.name}`, judge(await finderWithout(folder, part), gold)))
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2))
