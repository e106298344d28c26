import type { Finding, Waiver } from '../core/checks/finding.ts'
import { check } from '../core/checks/index.ts'
import { waiverThatHolds } from '../core/checks/waiver.ts'
import type { Glossary } from '../core/glossary/compile.ts'
import type { Segment } from '../core/segment.ts'
import type { Desk, Store } from '../store/store.ts'
import { glossaryOf, habitsOfDocument } from './glossary.ts'

/**
 * Makes the findings of these segments anew with today's glossary, in one transaction; answers how many were made. The texts are read
 * inside it and after the first write, which keeps others from saving meanwhile (on PostgreSQL that write locks the rows).
 */
export async function recheck(store: Store, desk: Desk, stale: readonly Segment[]): Promise<number> {
  if (stale.length === 0) return 0
  const glossary = await glossaryOf(store, desk)
  const ids = stale.map((segment) => segment.id)
  await store.transaction(async (store) => {
    await store.segments.checked(ids, desk.glossaryVersion)
    const segments = await store.segments.all(ids)
    const waivers = await store.waivers.of(ids)
    const findings = new Map<number, CheckedFinding[]>()
    for (const segment of segments) {
      const found = check(segment, glossary, await habitsOfDocument(store, segment.documentId))
      findings.set(segment.id, worthKeeping(found, segment, glossary, waivers.get(segment.id) ?? []))
    }
    await store.findings.replace(findings)
  })
  return stale.length
}

/** A finding together with the waiver that holds for it. */
export interface CheckedFinding {
  finding: Finding
  waiverId: number | null
}

/** What is stored of a check's findings: all but what is right, each with the waiver that holds for it. */
export function worthKeeping(
  findings: readonly Finding[],
  segment: Segment,
  glossary: Glossary,
  waivers: readonly Waiver[],
): CheckedFinding[] {
  return findings
    .filter((finding) => finding.verdict !== 'ok')
    .map((finding) => ({ finding, waiverId: waiverThatHolds(finding, segment, glossary, waivers)?.id ?? null }))
}

/**
 * Rechecks one slice of the segments that a change of the glossary left behind; answers how many there were, 0 when none are left.
 * The database itself is the list of work, so that a restart goes on where it stopped.
 */
export async function recheckSlice(store: Store, deskId: number): Promise<number> {
  const desk = await store.desks.get(deskId)
  if (!desk) return 0
  return recheck(store, desk, await store.segments.stale(desk.id, sliceSize))
}

/** Segments in a slice: short enough that a page asked for meanwhile waits some 30 ms at most. */
export const sliceSize = 40
