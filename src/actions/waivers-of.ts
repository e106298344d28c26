import type { RecordedWaiver, Waiver } from '../core/checks/finding.ts'
import { asksTheSame } from '../core/checks/waiver.ts'
import type { Glossary } from '../core/glossary/find/compile.ts'
import type { Segment } from '../core/segment.ts'
import type { Store } from '../store/store.ts'
import { glossaryOf } from './glossary.ts'
import { knownDesk, knownDocument } from './known.ts'
import { recheckDocument } from './recheck.ts'

/** Whether a waiver holds, and else why it does not: the English changed, the entry asks something else (or is no longer looked for), or nothing is wrong there any more. */
export type Standing = 'holds' | 'text-changed' | 'term-changed' | 'settled'

/** A waiver in a document's report. */
export interface ReportedWaiver extends Waiver {
  position: number
  standing: Standing
}

/** All that was overruled in a document, in its order, and what of it still holds by today's glossary. */
export async function waiversOf(store: Store, documentId: number): Promise<ReportedWaiver[]> {
  const document = await knownDocument(store, documentId)
  const waivers = await store.waivers.ofDocument(document.id)
  if (waivers.length === 0) return []
  const desk = await knownDesk(store, document.deskId)
  const segments = await store.segments.all([...new Set(waivers.map(({ segmentId }) => segmentId))])
  const ids = segments.map(({ id }) => id)
  await recheckDocument(store, document, ids)
  const findings = await store.findings.of(ids)
  const holding = new Set([...findings.values()].flat().map(({ waiver }) => waiver?.id))
  const glossary = await glossaryOf(store, desk)
  const byId = new Map(segments.map((segment) => [segment.id, segment]))
  return waivers.map(({ termThen, ...waiver }) => ({
    ...waiver,
    standing: holding.has(waiver.id) ? 'holds' : expiry({ ...waiver, termThen }, byId.get(waiver.segmentId), glossary),
  }))
}

function expiry(waiver: RecordedWaiver, segment: Segment | undefined, glossary: Glossary): Standing {
  if (segment?.target !== waiver.target) return 'text-changed'
  if (!asksTheSame(waiver, glossary)) return 'term-changed'
  return 'settled'
}
