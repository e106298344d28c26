import type { Finding, Waiver } from './checks/finding.ts'
import type { DocumentRecord, Heading } from './document.ts'
import { grouped } from './grouped.ts'
import { isDone, isEmpty, type Segment } from './segment.ts'

/** Both texts of a document side by side, with what its reader must know first: the value every export starts from. */
export interface Bilingual {
  heading: Heading
  translator: string
  rows: BilingualRow[]
  /** Positions of the segments not yet done. */
  unfinished: number[]
  /** Findings neither mended nor waived, in the order of the document; an empty translation is told by `unfinished`. */
  open: OpenFinding[]
  waivers: BilingualWaiver[]
}

/** One segment of a bilingual document; `position` counts from 1, `paragraph` from 0. */
export type BilingualRow = Pick<Segment, 'position' | 'paragraph' | 'source' | 'target' | 'status'>

/** What is wrong where: the sentence for it is made from check, verdict and values. */
export type OpenFinding = Pick<Finding, 'check' | 'severity' | 'verdict' | 'values'> & { position: number }

/** What somebody overruled where, and why. */
type BilingualWaiver = Pick<Waiver, 'check' | 'verdict' | 'surface' | 'reason' | 'person' | 'at'> & { position: number }

/** Puts a document together for export. `open` holds the open findings by segment id; segments come in order. */
export function bilingual(
  document: DocumentRecord,
  segments: readonly Segment[],
  open: ReadonlyMap<number, readonly Finding[]>,
  waivers: readonly (Waiver & { position: number })[],
  translator: string,
): Bilingual {
  return {
    heading: headingOf(document),
    translator,
    rows: segments.map(rowOf),
    unfinished: segments.filter(({ status }) => !isDone(status)).map(({ position }) => position),
    open: segments.flatMap(({ id, position }) => (open.get(id) ?? []).filter(isTold).map((finding) => openFinding(position, finding))),
    waivers: waivers.map(waiverOf),
  }
}

/** The English alone, a string a paragraph: the sentences of a paragraph joined with one space, empty ones left out. */
export function englishParagraphs(rows: readonly BilingualRow[]): string[] {
  const translated = rows.filter(({ target }) => !isEmpty(target))
  const paragraphs = grouped(translated, ({ paragraph }) => paragraph)
  return Array.from(paragraphs.values(), (sentences) => sentences.map(({ target }) => target.trim()).join(' '))
}

function headingOf({ title, outlet, author, date, address }: DocumentRecord): Heading {
  return { title, outlet, author, date, address }
}

function rowOf({ position, paragraph, source, target, status }: Segment): BilingualRow {
  return { position, paragraph, source, target, status }
}

/** Whether a reader is told of a finding: not what is right, and not that the English is empty, which the status says already. */
export function isTold({ check, verdict }: Finding): boolean {
  return verdict !== 'ok' && check !== 'untranslated'
}

function openFinding(position: number, { check, severity, verdict, values }: Finding): OpenFinding {
  return { position, check, severity, verdict, values }
}

function waiverOf({ position, check, verdict, surface, reason, person, at }: Waiver & { position: number }): BilingualWaiver {
  return { position, check, verdict, surface, reason, person, at }
}
