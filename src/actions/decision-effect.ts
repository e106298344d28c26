import type { RecordedWaiver } from '../core/checks/finding.ts'
import { openFindings } from '../core/checks/waiver.ts'
import { type CarriedEntry, carriedBy } from '../core/glossary/decide/carried.ts'
import { breaks, isNewDecision, type Use } from '../core/glossary/decide/decision.ts'
import { enforce } from '../core/glossary/enforce/enforce.ts'
import { findMeant } from '../core/glossary/enforce/mentions.ts'
import { occurrencesIn } from '../core/glossary/enforce/occurrences.ts'
import { checkedEntry } from '../core/glossary/entry.ts'
import type { Glossary } from '../core/glossary/find/compile.ts'
import type { Match } from '../core/glossary/find/match.ts'
import { patched } from '../core/glossary/find/patch.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import { isDone, isEmpty, type Segment } from '../core/segment.ts'
import type { Desk, Store } from '../store/store.ts'
import { sliceBySlice } from './breath.ts'
import { glossaryOf, habitsOfDocuments } from './glossary.ts'
import { segmentsWithArabic } from './glossary-changed.ts'

/**
 * What a new decision would do: where the entry is used, what keeps to it already, what breaks it for a reason on record, and what would break
 * it; of those how many break the entry as it is already, and of the others how many are finished, and Final.
 */
export interface DecisionEffect {
  segments: number
  documents: number
  follows: number
  waived: number
  breaks: number
  already: number
  untranslated: number
  finished: number
  final: number
}

/**
 * What a changed entry would do to the texts of its desk, before it is stored; null where nothing about the decision is new, or the entry is
 * looked for neither before nor after. Only the segments that can contain the term are looked at, a slice at a time.
 */
export async function effectOfDecision(store: Store, desk: Desk, term: Term, draft: TermDraft): Promise<DecisionEffect | null> {
  if (!isNewDecision(term, draft)) return null
  if (draft.state === 'retired') return term.state === 'retired' ? null : retiring(store, term)
  const now = await glossaryOf(store, desk)
  const decided: Term = { ...term, ...checkedEntry(draft), version: term.version + 1 }
  const decision = { before: { term, glossary: now }, after: { term: decided, glossary: patched(now, [{ before: term, after: decided }]) } }
  const ids = await segmentsWithArabic(store, desk.id, [decided])
  const effect = { ...none, documents: new Set<number>() }
  for await (const slice of sliceBySlice(ids, sliceSize)) await addSlice(effect, store, await store.segments.all(slice), decision)
  return { ...effect, documents: effect.documents.size }
}

/** The other entries that say the name which an entry is to give up, and what they would say by the new one. */
export async function entriesCarried(store: Store, desk: Desk, term: Term, draft: TermDraft): Promise<CarriedEntry[]> {
  return draft.state === 'retired' ? [] : carriedBy(await glossaryOf(store, desk), term, draft)
}

/** Retired, an entry is looked for nowhere: what is told is only where it has been. */
async function retiring(store: Store, term: Term): Promise<DecisionEffect> {
  const { segments, documents } = await store.occurrences.usage(term.id)
  return { ...none, segments, documents }
}

const none: DecisionEffect = {
  segments: 0,
  documents: 0,
  follows: 0,
  waived: 0,
  breaks: 0,
  already: 0,
  untranslated: 0,
  finished: 0,
  final: 0,
}

/** Segments looked at before others may have their turn. */
const sliceSize = 200

type Counted = Omit<DecisionEffect, 'documents'> & { documents: Set<number> }

/** An entry and the glossary it stands in. */
interface State {
  term: Term
  glossary: Glossary
}

async function addSlice(
  effect: Counted,
  store: Store,
  segments: readonly Segment[],
  { before, after }: { before: State; after: State },
): Promise<void> {
  const documents = [...new Set(segments.map(({ documentId }) => documentId))]
  const habits = await habitsOfDocuments(store, documents)
  const never = await store.decisions.never(documents)
  const ids = segments.map(({ id }) => id)
  const [waivers, findings] = [await store.waivers.of(ids), await store.findings.of(ids)]
  for (const segment of segments) {
    const matches = findMeant(after.glossary, segment.source, habits.get(segment.documentId), never.get(segment.documentId))
    if (!occurrencesIn(after.glossary, matches).has(after.term.id)) continue
    effect.segments++
    effect.documents.add(segment.documentId)
    const given = waivers.get(segment.id)!.map((waiver) => withTermThen(waiver, before.term))
    const use = useBy(after, segment, matches, given)
    effect[use]++
    if (use !== 'breaks') continue
    // What breaks the entry as it is has been found already.
    const found = findings.get(segment.id)!.filter((finding) => breaks(finding, before.term))
    const already = isAsStrict(before.term, after.term) && openFindings(found, segment, before.glossary, given).length > 0
    addBroken(effect, segment, already)
  }
}

/** What only advised, or warned, keeps no text from being finished: from what is stricter now more follows. */
function isAsStrict(before: Term, after: Term): boolean {
  return before.strength === after.strength && before.state === after.state
}

/** A waiver given for the entry as it stands is to be held against the one that is not stored yet. */
function withTermThen(waiver: RecordedWaiver, term: Term): RecordedWaiver {
  return waiver.termId === term.id && waiver.termVersion === term.version ? { ...waiver, termThen: term } : waiver
}

function useBy({ term, glossary }: State, segment: Segment, matches: readonly Match[], waivers: readonly RecordedWaiver[]): Use {
  if (isEmpty(segment.target)) return 'untranslated'
  const broken = enforce(glossary, matches, segment.source, segment.target).filter((finding) => breaks(finding, term))
  if (broken.length === 0) return 'follows'
  return openFindings(broken, segment, glossary, waivers).length === 0 ? 'waived' : 'breaks'
}

function addBroken(effect: Counted, { status }: Segment, already: boolean): void {
  if (already) {
    effect.already++
    return
  }
  if (isDone(status)) effect.finished++
  if (status === 'final') effect.final++
}
