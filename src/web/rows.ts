import { glossaryOf, habitsOfDocument } from '../actions/glossary.ts'
import { surroundingsOf } from '../actions/surroundings.ts'
import type { Habits } from '../core/arabic/habits.ts'
import { isTold } from '../core/bilingual.ts'
import type { Finding, RecordedWaiver, Waiver } from '../core/checks/finding.ts'
import { findingName } from '../core/checks/finding-name.ts'
import { check } from '../core/checks/index.ts'
import { waiverThatHolds } from '../core/checks/waiver.ts'
import { findMeant, type Surroundings } from '../core/glossary/enforce/mentions.ts'
import type { Glossary } from '../core/glossary/find/compile.ts'
import { enforcedFrom, type Match } from '../core/glossary/find/match.ts'
import type { Revision } from '../core/revision.ts'
import { isDone, type Segment } from '../core/segment.ts'
import type { Span } from '../core/span.ts'
import type { Translate } from '../i18n/index.ts'
import { findingSentence } from '../i18n/sentences.ts'
import type { ConflictView } from './conflict.ts'
import { type Mark, marked, markKind, type Piece } from './marked.ts'
import type { Visit } from './visit.ts'

/** One row of the grid as its partial needs it. */
export interface RowView {
  segment: Segment
  /** The English that is typed over, which goes with the form: should somebody else change it meanwhile, both began from it. */
  former: string
  inHand: boolean
  source: Piece[]
  target: Piece[]
  findings: FindingView[]
  /** Who asked for which change, until the segment is done again. */
  asked: Asked | null
  /** A sentence about the last save, such as that a required term kept it a draft; empty when there is nothing to say. */
  notice: string
  /** What somebody typed as the reason for a status and could not be saved; else empty. */
  reason: string
  /** Whether a status was asked for without the reason it needs. */
  reasonWanted: boolean
  problem: string
  conflict: ConflictView | null
}

type Asked = Pick<Revision, 'person' | 'reason'>

export interface FindingView {
  /** What a button says to mean this finding. */
  name: string
  /** Joins it to its places in both texts. */
  link: number
  severity: Finding['severity']
  sentence: string
  /** What the mend puts in the place of what stands there; empty where none is offered. */
  mend: string
  /** What is lacking, to be put in at the caret; empty where nothing is. */
  insert: string
  /** What somebody typed as a reason and could not be saved; else empty. */
  reason: string
  /** Whether it was to be kept without one. */
  reasonWanted: boolean
  waiver: Waiver | null
}

/** What a row is made from, besides its segment. */
export interface Reading {
  glossary: Glossary
  habits: Habits
  waivers: ReadonlyMap<number, RecordedWaiver[]>
  /** What stands around each of the segments in their document. */
  surroundings: ReadonlyMap<number, Surroundings>
  asked: ReadonlyMap<number, Asked>
}

/** What the rows of a document are read with: as many questions for all of them as for one. */
export async function readingOf(visit: Visit, documentId: number, segments: readonly Segment[]): Promise<Reading> {
  const glossary = await glossaryOf(visit.store, visit.desk)
  const habits = await habitsOfDocument(visit.store, documentId)
  const ids = segments.map((segment) => segment.id)
  const [waivers, asked] = [await visit.store.waivers.of(ids), await visit.store.revisions.asked(ids)]
  return { glossary, habits, waivers, surroundings: await surroundingsOf(visit.store, segments, glossary), asked }
}

/** A segment read with today's glossary: its terms marked in both texts, its findings in the reader's language. */
export function rowOf(t: Translate, segment: Segment, reading: Reading, inHand: boolean): RowView {
  const findings = check(segment, reading.glossary, reading.habits, reading.surroundings.get(segment.id)).map((finding, link) => {
    const waiver = waiverThatHolds(finding, segment, reading.glossary, reading.waivers.get(segment.id) ?? []) ?? null
    return { finding, link, waiver }
  })
  const places = (side: 'source' | 'target') =>
    findings.flatMap(({ finding, link, waiver }) => placed(finding[side], { kind: markKind(finding, waiver !== null), link }))
  return {
    segment,
    former: segment.target,
    inHand,
    source: marked(segment.source, [...places('source'), ...unenforced(matchesOf(segment, reading), findings.length)]),
    target: marked(segment.target, places('target')),
    findings: findings.filter(({ finding }) => isTold(finding)).map((found) => findingView(t, found)),
    asked: isDone(segment.status) ? null : (reading.asked.get(segment.id) ?? null),
    notice: '',
    reason: '',
    reasonWanted: false,
    problem: '',
    conflict: null,
  }
}

/** Where a row stands in its document; `more` goes with the address. */
export function rowAddress({ documentId, position }: Segment, more = ''): string {
  return `/documents/${documentId}?at=${position}${more}#segment-${position}`
}

/** The glossary's matches in a segment's source, without entries never meant in its document. */
export function matchesOf(segment: Segment, reading: Reading): Match[] {
  return findMeant(reading.glossary, segment.source, reading.habits, reading.surroundings.get(segment.id)?.never)
}

/** A finding in the reader's language. */
function findingView(t: Translate, found: { finding: Finding; link: number; waiver: Waiver | null }): FindingView {
  const { finding, link, waiver } = found
  return {
    name: findingName(finding),
    link,
    severity: finding.severity,
    sentence: findingSentence(t, finding),
    mend: finding.mend?.text ?? '',
    insert: finding.verdict === 'missing' ? (finding.values.wanted ?? '') : '',
    reason: '',
    reasonWanted: false,
    waiver,
  }
}

function placed(span: Span | null, mark: Mark): (Span & Mark)[] {
  return span ? [{ start: span.start, end: span.end, ...mark }] : []
}

/** Matches without a finding: possible ones, and all of them while there is no English yet. */
function unenforced(matches: readonly Match[], firstLink: number): (Span & Mark)[] {
  return matches
    .filter((match) => !match.nested)
    .map(({ start, end, confidence }, index) => ({
      start,
      end,
      kind: confidence < enforcedFrom ? 'possible' : 'right',
      link: firstLink + index,
    }))
}
