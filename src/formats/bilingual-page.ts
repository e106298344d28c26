import type { Bilingual } from '../core/bilingual.ts'
import type { ExportWords } from './export-words.ts'
import type { Direction } from './stretches.ts'
import { directionOf } from './stretches.ts'

/** A value on the page and the way it runs. */
export interface DirectedText {
  text: string
  direction: Direction
}

/** What stands around the table of a bilingual document, the same in Word and HTML. */
export interface BilingualPage {
  title: DirectedText
  details: { label: string; value: DirectedText }[]
  unfinished: string | null
  open: DirectedText[][]
  waivers: DirectedText[][]
}

/** The heading of a bilingual document and its notices, put into the caller's words. */
export function bilingualPage(bilingual: Bilingual, words: ExportWords): BilingualPage {
  return {
    title: directed(bilingual.heading.title, words.dir),
    details: details(bilingual, words),
    unfinished: bilingual.unfinished.length
      ? words.unfinished(positionList(bilingual.unfinished, words.language), bilingual.unfinished.length)
      : null,
    open: openLines(bilingual, words),
    waivers: bilingual.waivers.map(({ position, surface, reason, person }) => [
      { text: `${position}`, direction: words.dir },
      ...(surface ? [{ text: surface, direction: 'rtl' as const }] : []),
      directed(reason, words.dir),
      directed(person, words.dir),
    ]),
  }
}

/** A value of which nobody stated the language, with the direction of most of its letters. */
export function directed(text: string, otherwise: Direction): DirectedText {
  return { text, direction: directionOf(text, otherwise) }
}

function details({ heading, translator }: Bilingual, words: ExportWords): BilingualPage['details'] {
  const lines: [label: string, value: string][] = [
    [words.outlet, heading.outlet],
    [words.author, heading.author],
    [words.date, heading.date && words.day(heading.date)],
    [words.address, heading.address],
    [words.translator, translator],
  ]
  return lines.filter(([, value]) => value.trim()).map(([label, value]) => ({ label, value: directed(value, words.dir) }))
}

/** One line for each thing that is wrong and required, however many segments have it: the places, then the sentence. */
function openLines({ open }: Bilingual, words: ExportWords): DirectedText[][] {
  const lines = new Map<string, number[]>()
  for (const finding of open) {
    if (finding.severity !== 'required') continue
    const sentence = words.finding(finding)
    lines.set(sentence, [...(lines.get(sentence) ?? []), finding.position])
  }
  return [...lines].map(([sentence, positions]) => [
    { text: positionList(positions, words.language), direction: words.dir },
    { text: sentence, direction: words.dir },
  ])
}

/** Places as a reader writes them: each once, in order, three and more in a row as a range: 3, 7–9. After so many of them, an ellipsis. */
export function positionList(positions: readonly number[], language: 'en' | 'ar', most = Number.POSITIVE_INFINITY): string {
  const ranges: [first: number, last: number][] = []
  for (const position of [...new Set(positions)].sort((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range && position === range[1] + 1) range[1] = position
    else ranges.push([position, position])
  }
  const comma = language === 'ar' ? '، ' : ', '
  const written = ranges.flatMap(([first, last]) =>
    last - first > 1 ? [`${first}–${last}`] : last > first ? [`${first}`, `${last}`] : [`${first}`],
  )
  return [...written.slice(0, most), ...(written.length > most ? ['…'] : [])].join(comma)
}
