import type { Waiver } from '../core/checks/finding.ts'
import type { Glossary } from '../core/glossary/compile.ts'
import type { Segment } from '../core/segment.ts'
import type { Store } from '../store/store.ts'
import { glossaryOf } from './glossary.ts'
import { knownDocument } from './known.ts'
import { recheck } from './recheck.ts'

/** Whether a waiver holds, and else why it does not: the English changed, the entry changed (or is no longer looked for), or nothing is wrong there any more. */
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
  const desk = await store.desks.get(document.deskId)
  if (!desk || waivers.length === 0) return []
  const segments = await store.segments.all([...new Set(waivers.map(({ segmentId }) => segmentId))])
  await recheck(
    store,
    desk,
    segments.filter(({ checkedVersion }) => checkedVersion < desk.glossaryVersion),
  )
  const findings = await store.findings.of(segments.map(({ id }) => id))
  const holding = new Set([...findings.values()].flat().map(({ waiver }) => waiver?.id))
  const glossary = await glossaryOf(store, desk)
  const byId = new Map(segments.map((segment) => [segment.id, segment]))
  return waivers.map((waiver) => ({
    ...waiver,
    standing: holding.has(waiver.id) ? 'holds' : expiry(waiver, byId.get(waiver.segmentId), glossary),
  }))
}

function expiry(waiver: Waiver, segment: Segment | undefined, glossary: Glossary): Standing {
  if (segment?.target !== waiver.target) return 'text-changed'
  if (waiver.termId !== null && glossary.terms.get(waiver.termId)?.version !== waiver.termVersion) return 'term-changed'
  return 'settled'
}
