import { check } from '../core/checks/index.ts'
import type { Glossary } from '../core/glossary/compile.ts'
import { breaks } from '../core/glossary/decision.ts'
import { patched } from '../core/glossary/patch.ts'
import { mendedFor, successor } from '../core/glossary/succession.ts'
import type { Term } from '../core/glossary/term.ts'
import type { Segment } from '../core/segment.ts'
import type { Batch, Store } from '../store/store.ts'
import { breath, sliceBySlice } from './breath.ts'
import { glossaryOf, habitsOfDocuments } from './glossary.ts'
import { knownDesk, knownTerm } from './known.ts'
import { recheckSlice } from './recheck.ts'
import { surroundingsOf } from './surroundings.ts'

/** A segment that breaks the new decision, and what its English would be with the new rendering; without `mended` it is for a person to do. */
export interface Proposal {
  segment: Segment
  mended: string | null
}

/** What is left to be mended for the entry of a batch, whichever of its decisions a text followed: newest documents first, in order. */
export async function proposalsFor(store: Store, batch: Batch): Promise<Proposal[]> {
  const [changed] = await store.batches.terms(batch.id)
  if (!changed?.before || batch.undoneAt !== null) return []
  const term = await knownTerm(store, changed.termId)
  if (term.state === 'retired') return []
  await catchUp(store, batch.deskId)
  const formers = (await store.terms.history(term.id)).map(({ entry }) => entry)
  const glossary = await withSuccessor(store, batch.deskId, successor(term, formers))
  const ids = await store.findings.openFor(term.id)
  const proposals: Proposal[] = []
  for await (const slice of sliceBySlice(ids, proposedAtOnce))
    proposals.push(...(await proposed(store, await store.segments.all(slice), glossary, term)))
  return proposals.sort((a, b) => b.segment.documentId - a.segment.documentId || a.segment.position - b.segment.position)
}

const proposedAtOnce = 100

/** What the change has left behind is looked at again first, so that the list is whole, or nearly: a page that waits much longer would help nobody. */
async function catchUp(store: Store, deskId: number): Promise<void> {
  for (let slice = 0; slice < slicesCaughtUp; slice++) {
    if ((await recheckSlice(store, deskId)) === 0) return
    await breath()
  }
}

const slicesCaughtUp = 100

/** Today's glossary, in which the entry knows what it was called before. */
async function withSuccessor(store: Store, deskId: number, term: Term): Promise<Glossary> {
  const glossary = await glossaryOf(store, await knownDesk(store, deskId))
  return patched(glossary, [{ before: term, after: term }])
}

async function proposed(store: Store, segments: readonly Segment[], glossary: Glossary, term: Term): Promise<Proposal[]> {
  const habits = await habitsOfDocuments(
    store,
    segments.map(({ documentId }) => documentId),
  )
  const surroundings = await surroundingsOf(store, segments, glossary)
  return segments.flatMap((segment): Proposal | [] => {
    const findings = check(segment, glossary, habits.get(segment.documentId), surroundings.get(segment.id))
    const mended = mendedFor(term.id, findings, segment.target)
    if (mended !== segment.target) return { segment, mended }
    return findings.some((finding) => breaks(finding, term)) ? { segment, mended: null } : []
  })
}
