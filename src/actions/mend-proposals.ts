import type { Finding, Waiver } from '../core/checks/finding.ts'
import { check } from '../core/checks/index.ts'
import { breaks } from '../core/glossary/decide/decision.ts'
import { keepsFormerName, mayKeepFormerName, type Renamed } from '../core/glossary/decide/former-names.ts'
import { mendedFor, namesLeft, successor } from '../core/glossary/decide/succession.ts'
import { findMeant } from '../core/glossary/enforce/mentions.ts'
import type { Glossary } from '../core/glossary/find/compile.ts'
import { patched } from '../core/glossary/find/patch.ts'
import type { Segment } from '../core/segment.ts'
import type { Batch, Store } from '../store/store.ts'
import { breath, sliceBySlice } from './breath.ts'
import { glossaryOf, habitsOfDocuments } from './glossary.ts'
import { segmentsWithArabic } from './glossary-changed.ts'
import { knownDesk } from './known.ts'
import { recheckSlice } from './recheck.ts'
import { surroundingsOf } from './surroundings.ts'

/** A segment that the entries of a batch ask to be otherwise, or that still says a former name of theirs. */
export interface Proposal {
  segment: Segment
  /** What its English would be with the new rendering; null where that is for a person to do. */
  mended: string | null
  /** Whether it breaks a decision: else another entry lets the former name stand. */
  isBroken: boolean
  /** Why somebody kept this text as it is, be it that the entry asks something else now: it is not mended with all the others. */
  kept: Waiver[]
}

/** What is left to be mended for the entries of a batch, whichever of their decisions a text followed: newest documents first, in order. */
export async function proposalsFor(store: Store, batch: Batch): Promise<Proposal[]> {
  const renamed = batch.undoneAt === null ? await renamedIn(store, batch) : []
  if (renamed.length === 0) return []
  await catchUp(store, batch.deskId)
  const glossary = await withSuccessors(store, batch.deskId, renamed)
  const ids = new Set(await store.findings.segmentsOf(renamed.map(({ term }) => term.id)))
  for (const id of await mayKeepFormerNames(store, batch.deskId, renamed)) ids.add(id)
  const proposals: Proposal[] = []
  for await (const slice of sliceBySlice([...ids], proposedAtOnce))
    proposals.push(...(await proposed(store, await store.segments.all(slice), glossary, renamed)))
  return proposals.sort((a, b) => b.segment.documentId - a.segment.documentId || a.segment.position - b.segment.position)
}

const proposedAtOnce = 100

/** The entries that a batch has changed, or mends texts for, each knowing what it was called before; without retired ones. */
async function renamedIn(store: Store, batch: Batch): Promise<Renamed[]> {
  const changed = (await store.batches.terms(batch.id)).filter(({ before }) => before !== null)
  const terms = await store.terms.these(changed.map(({ termId }) => termId))
  const renamed: Renamed[] = []
  for (const term of terms.filter(({ state }) => state !== 'retired')) {
    const formers = (await store.terms.history(term.id)).map(({ entry }) => entry)
    renamed.push({ term: successor(term, formers), names: namesLeft(term, formers) })
  }
  return renamed
}

/** What the change has left behind is looked at again first, so that the list is whole, or nearly: a page that waits much longer would help nobody. */
async function catchUp(store: Store, deskId: number): Promise<void> {
  for (let slice = 0; slice < slicesCaughtUp; slice++) {
    if ((await recheckSlice(store, deskId)) === 0) return
    await breath()
  }
}

const slicesCaughtUp = 100

/** Today's glossary, in which the entries know what they were called before. */
async function withSuccessors(store: Store, deskId: number, renamed: readonly Renamed[]): Promise<Glossary> {
  const glossary = await glossaryOf(store, await knownDesk(store, deskId))
  return patched(
    glossary,
    renamed.map(({ term }) => ({ before: term, after: term })),
  )
}

/** The segments that may have the Arabic of an entry and its former name; of these no finding need tell. */
async function mayKeepFormerNames(store: Store, deskId: number, renamed: readonly Renamed[]): Promise<number[]> {
  const found: number[] = []
  for (const one of renamed.filter(({ term, names }) => names.length > 0 && term.strength !== 'off')) {
    const ids = await segmentsWithArabic(store, deskId, [one.term])
    for await (const slice of sliceBySlice(ids, readAtOnce))
      for (const { id, target } of await store.segments.all(slice)) if (mayKeepFormerName(one, target)) found.push(id)
  }
  return found
}

const readAtOnce = 1000

async function proposed(store: Store, segments: readonly Segment[], glossary: Glossary, renamed: readonly Renamed[]): Promise<Proposal[]> {
  const habits = await habitsOfDocuments(
    store,
    segments.map(({ documentId }) => documentId),
  )
  const surroundings = await surroundingsOf(store, segments, glossary)
  const waivers = await store.waivers.of(segments.map(({ id }) => id))
  return segments.flatMap((segment) => {
    const [own, around] = [habits.get(segment.documentId), surroundings.get(segment.id)]
    const proposal = proposalFor(segment, check(segment, glossary, own, around), waivers.get(segment.id)!, renamed)
    const isNamed = () => {
      const matches = findMeant(glossary, segment.source, own, around?.never)
      return renamed.some((one) => keepsFormerName(one, glossary, matches, segment.target))
    }
    return proposal.isBroken || proposal.mended !== null || isNamed() ? proposal : []
  })
}

function proposalFor(segment: Segment, findings: readonly Finding[], waivers: readonly Waiver[], renamed: readonly Renamed[]): Proposal {
  const { target } = segment
  const ids = new Set(renamed.map(({ term }) => term.id))
  const mended = mendedFor(ids, findings, target)
  return {
    segment,
    mended: mended === target ? null : mended,
    isBroken: findings.some((finding) => renamed.some(({ term }) => breaks(finding, term))),
    kept: waivers.filter((waiver) => waiver.termId !== null && ids.has(waiver.termId) && waiver.target === target),
  }
}
