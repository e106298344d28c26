import type { Habits } from '../core/arabic/habits.ts'
import type { Finding, RecordedWaiver } from '../core/checks/finding.ts'
import { check } from '../core/checks/index.ts'
import { waiverThatHolds } from '../core/checks/waiver.ts'
import type { Glossary } from '../core/glossary/find/compile.ts'
import type { Segment } from '../core/segment.ts'
import type { Store } from '../store/store.ts'
import { surroundingsOf } from './surroundings.ts'

/** Makes the findings of these segments anew, whatever the glossary version they were made with. */
export async function renewFindings(
  store: Store,
  segments: readonly Segment[],
  glossary: Glossary,
  habits: ReadonlyMap<number, Habits>,
): Promise<void> {
  const waivers = await store.waivers.of(segments.map(({ id }) => id))
  const surroundings = await surroundingsOf(store, segments, glossary)
  const findings = segments.map((segment): [number, CheckedFinding[]] => {
    const found = check(segment, glossary, habits.get(segment.documentId), surroundings.get(segment.id))
    return [segment.id, worthKeeping(found, segment, glossary, waivers.get(segment.id) ?? [])]
  })
  await store.findings.replace(new Map(findings))
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
  waivers: readonly RecordedWaiver[],
): CheckedFinding[] {
  return findings
    .filter((finding) => finding.verdict !== 'ok')
    .map((finding) => ({ finding, waiverId: waiverThatHolds(finding, segment, glossary, waivers)?.id ?? null }))
}
