import { spawnSync } from 'node:child_process'
import { formsOf } from '../src/core/arabic/inflection.ts'
import { listedNouns } from '../src/core/arabic/plurals.ts'
import { words } from '../src/core/arabic/words.ts'
import { compile, type Glossary } from '../src/core/glossary/find/compile.ts'
import { findTerms, type Habits, habitsOf } from '../src/core/glossary/find/find.ts'
import { KnownWords } from '../src/core/glossary/find/known.ts'
import { emptyEntry, type Kind, type Term } from '../src/core/glossary/term.ts'

/** Prints how many characters a second the finder goes through with 500 and with 10,000 entries, against cutting words and against plain searches. */
export async function bench(): Promise<void> {
  const paragraphs = text(1_000_000)
  const characters = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
  const habits = habitsOf(paragraphs)
  const cutting = medianOf(7, () => {
    for (const paragraph of paragraphs) words(paragraph)
  })
  say('cutting the text into words, the baseline', characters, cutting)
  for (const size of [500, 10_000]) {
    const terms = entries(size)
    say(
      `looking for ${size} spellings with indexOf, letter for letter`,
      characters / 20,
      medianOf(3, () => plainSearch(terms, paragraphs, 20)),
      cutting / 20,
    )
    const compiling = medianOf(5, () => compile(terms))
    const glossary = compile(terms)
    console.log(`compiling ${size} entries: ${(compiling * 1000).toFixed(0)} ms`)
    console.log(`memory of ${size} entries: ${memory(size)}`)
    const fresh = medianOf(5, () => search({ ...glossary, known: new KnownWords() }, paragraphs, habits))
    say(`finding ${size} entries, every word new to the finder`, characters, fresh, cutting)
    search(glossary, paragraphs, habits)
    say(
      `finding ${size} entries, words met before`,
      characters,
      medianOf(21, () => search(glossary, paragraphs, habits)),
      cutting,
    )
    console.log(`  ${search(glossary, paragraphs, habits)} matches in ${characters} characters`)
  }
}

/** The spelling habits of a document are kept with it: whoever looks through it knows them. */
function search(glossary: Glossary, paragraphs: string[], habits: Habits): number {
  return paragraphs.reduce((sum, paragraph) => sum + findTerms(glossary, paragraph, habits).length, 0)
}

/** Every spelling by `indexOf` in one paragraph of so many: all of them would take minutes. */
function plainSearch(terms: Term[], paragraphs: string[], every: number): number {
  let found = 0
  for (let i = 0; i < paragraphs.length; i += every) {
    const paragraph = paragraphs[i] ?? ''
    for (const term of terms) {
      const spelling = term.spellings[0] ?? ''
      for (let at = paragraph.indexOf(spelling); at >= 0; at = paragraph.indexOf(spelling, at + spelling.length)) found++
    }
  }
  return found
}

function say(what: string, characters: number, seconds: number, baseline?: number): void {
  const ratio = baseline === undefined ? '' : `, ${(seconds / baseline).toFixed(2)} times the baseline`
  console.log(`${what}: ${(characters / seconds / 1e6).toFixed(1)} million characters a second${ratio}`)
}

/** Measured in a process of its own, after the garbage is collected: compiled, and with the words of the text kept. */
function memory(size: number): string {
  const arguments_ = ['--expose-gc', '--import', 'tsx', import.meta.filename, String(size)]
  return spawnSync(process.execPath, arguments_, { encoding: 'utf8' }).stdout.trim() || 'not measured'
}

function sayMemory(size: number): void {
  const heap = () => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  }
  const [terms, paragraphs] = [entries(size), text(1_000_000)]
  const before = heap()
  const glossary = compile(terms)
  const compiled = heap()
  search(glossary, paragraphs, habitsOf(paragraphs))
  const [kilobytes, megabytes] = [(compiled - before) / size / 1024, (heap() - compiled) / 1024 / 1024]
  console.log(
    `${kilobytes.toFixed(1)} KB an entry, and ${megabytes.toFixed(0)} MB for the words of ${glossary.known.count} kinds met in the text`,
  )
}

/** The middle one of several runs, in seconds of the processor's time for this program, after one that is thrown away: other programs hardly count. */
function medianOf(runs: number, run: () => void): number {
  run()
  const times = Array.from({ length: runs }, () => {
    const started = process.cpuUsage()
    run()
    return process.cpuUsage(started).user / 1e6
  })
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0
}

/** A row of numbers from 0 to 1 that is the same on every run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const nouns = [...listedNouns()].filter((noun) => noun.length > 2)

/** Made-up names of three to five root letters. */
function madeUpName(random: () => number): string {
  const letters = 'بتثجحخدذرزسشصضطظعغفقكلمنهوي'
  return Array.from({ length: 3 + Math.floor(random() * 3) }, () => letters[Math.floor(random() * letters.length)]).join('')
}

function entries(size: number): Term[] {
  const random = chance(7)
  const noun = () => nouns[Math.floor(random() * nouns.length)] ?? ''
  const rareNoun = (i: number) => (i < nouns.length ? (nouns[i] ?? '') : madeUpName(random))
  return Array.from({ length: size }, (_, i): Term => {
    if (i % 4 === 0) return entry(i, rareNoun(i), 'noun')
    if (i % 4 === 1) return entry(i, `${noun()} ال${noun()}`, 'phrase')
    return entry(i, i % 4 === 2 ? madeUpName(random) : `${madeUpName(random)} ال${madeUpName(random)}`, 'name')
  })
}

function entry(id: number, spelling: string, kind: Kind): Term {
  return { ...emptyEntry, id, deskId: 1, version: 1, changedBy: '', changedAt: '', spellings: [spelling], kind }
}

/** Paragraphs of some 500 characters whose words repeat as the words of news do: few are frequent, many are rare. */
function text(characters: number): string[] {
  const random = chance(3)
  const forms = shuffled(
    nouns.flatMap((noun) => formsOf(noun, 'noun').map((form) => form.plain)),
    random,
  )
  const names = Array.from({ length: 4_000 }, () => madeUpName(random))
  const particles = ['في', 'من', 'على', 'إلى', 'أن', 'عن', 'مع', 'التي', 'الذي', 'قد']
  const proclitics = ['', '', '', '', '', 'و', 'ب', 'ل', 'وب', 'ف']
  // Zipf's law: the word of rank n comes about 1/n times as often as the first.
  const one = (list: string[]) => list[Math.floor(list.length ** random()) - 1] ?? ''
  const word = () => (random() < 0.25 ? one(particles) : one(proclitics) + (random() < 0.8 ? one(forms) : one(names)))
  return Array.from({ length: characters / 500 }, () => {
    let paragraph = ''
    while (paragraph.length < 500) paragraph += `${word()}${random() < 0.08 ? '، ' : ' '}`
    return `${paragraph.trimEnd()}.`
  })
}

function shuffled(list: string[], random: () => number): string[] {
  return list
    .map((one) => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one)
}

if (process.argv[1] === import.meta.filename) sayMemory(Number(process.argv[2]))
