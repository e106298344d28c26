import { unknownHabits } from '../src/core/arabic/habits.ts'
import { listedNouns } from '../src/core/arabic/plurals.ts'
import { words } from '../src/core/arabic/words.ts'
import { compile } from '../src/core/glossary/find/compile.ts'
import { renderingsInUse } from '../src/core/glossary/suggest/renderings-in-use.ts'
import { type ReadableText, readForNames, suggest } from '../src/core/glossary/suggest/suggest.ts'

const paragraphs = 10_000
const rounds = 5

/** Prints the time, of the processor alone, of looking for names without an entry in a document of 10,000 translated paragraphs, whole and per turn, against cutting both columns into words. */
export function bench(): void {
  const texts = document(paragraphs)
  const characters = texts.reduce((sum, { source, target }) => sum + source.length + target.length, 0)
  const cut = () => {
    for (const { source, target } of texts) {
      words(source)
      target.match(/[\p{L}\p{M}\p{N}]+/gu)
    }
  }
  const cutting = median(Array.from({ length: rounds }, () => timed(cut)))
  console.log(
    `${paragraphs} paragraphs and their English, ${(characters / 1e6).toFixed(1)} million characters, cut into words, the baseline: ${cutting.toFixed(0)} ms`,
  )
  const glossary = compile([])
  const reads = Array.from({ length: rounds }, () => inTurns(readForNames(texts, glossary)))
  say('reading for names without an entry', reads, cutting)
  const { value: reading } = reads[0]!
  const suggestions = Array.from({ length: rounds }, () => inTurns(suggest(reading)))
  say('the hundred best, with their English', suggestions, cutting)
  const inUse = Array.from({ length: rounds }, () => inTurns(renderingsInUse(reading)))
  say('names rendered in several ways', inUse, cutting)
  console.log(
    `  ${reading.candidates.length} candidates, ${suggestions[0]!.value.filter(({ rendering }) => rendering !== '').length} of the best hundred with English`,
  )
}

interface Run<T> {
  value: T
  milliseconds: number
  longest: number
}

function say(what: string, runs: readonly Run<unknown>[], baseline: number): void {
  const [whole, longest] = [median(runs.map((run) => run.milliseconds)), median(runs.map((run) => run.longest))]
  console.log(
    `  ${what.padEnd(38)} ${whole.toFixed(0).padStart(6)} ms ${(whole / baseline).toFixed(1).padStart(6)} × the baseline, the longest turn ${longest.toFixed(0)} ms`,
  )
}

function inTurns<T>(work: Generator<void, T>): Run<T> {
  const begun = cpu()
  let longest = 0
  for (;;) {
    const turn = performance.now()
    const step = work.next()
    longest = Math.max(longest, performance.now() - turn)
    if (step.done) return { value: step.value, milliseconds: cpu() - begun, longest }
  }
}

function timed(work: () => void): number {
  const begun = cpu()
  work()
  return cpu() - begun
}

/** Milliseconds that this process has worked: other programs on the machine do not count. */
function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!

/** Made-up consonants in both scripts. */
const letters: [string, string][] = [
  ['ب', 'b'],
  ['د', 'd'],
  ['ر', 'r'],
  ['س', 's'],
  ['ف', 'f'],
  ['ك', 'k'],
  ['م', 'm'],
  ['ن', 'n'],
  ['ش', 'sh'],
  ['ح', 'h'],
]

/** Paragraphs whose words repeat as those of news do (Zipf's law), with names of two words that stand in both columns. */
function document(size: number): ReadableText[] {
  let state = 11
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(list.length ** random()) - 1] ?? list[0]!
  const nameWord = () => {
    const row = Array.from({ length: 3 + Math.floor(random() * 2) }, () => letters[Math.floor(random() * letters.length)]!)
    const latin = row.map(([, sound]) => sound).join('a')
    return [row.map(([letter]) => letter).join(''), latin.charAt(0).toUpperCase() + latin.slice(1)] as const
  }
  const names = Array.from({ length: 2_000 }, () => [nameWord(), nameWord()] as const)
  const nouns = [...listedNouns()].filter((noun) => noun.length > 2).sort(() => random() - 0.5)
  const english = Array.from({ length: 5_000 }, () => nameWord()[1].toLowerCase())
  return Array.from({ length: size }, () => {
    const [source, target]: [string[], string[]] = [[], []]
    for (let word = 0; word < 40; word++) {
      const name = random() < 0.06 ? oneOf(names) : undefined
      source.push(
        name ? name.map(([arabic]) => arabic).join(' ') : `${['', '', '', 'ال', 'ال', 'و', 'ب'][Math.floor(random() * 7)]}${oneOf(nouns)}`,
      )
      target.push(name ? name.map(([, latin]) => latin).join(' ') : random() < 0.3 ? 'the' : oneOf(english))
      if (random() < 0.15) source.push(oneOf(['في', 'من', 'على', 'أن', 'قال']))
    }
    return { source: `${source.join(' ')}.`, target: `${target.join(' ')}.`, habits: unknownHabits }
  })
}
