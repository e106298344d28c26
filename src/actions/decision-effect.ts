import type { Glossary } from '../core/glossary/compile.ts'
import { breaks, isNewDecision } from '../core/glossary/decision.ts'
import { enforce } from '../core/glossary/enforce.ts'
import { checkedEntry } from '../core/glossary/entry.ts'
import { findMeant } from '../core/glossary/mentions.ts'
import { occurrencesIn } from '../core/glossary/occurrences.ts'
import { patched } from '../core/glossary/patch.ts'
import type { Term, TermDraft } from '../core/glossary/term.ts'
import { isDone, isEmpty, type Segment } from '../core/segment.ts'
import type { Desk, Store } from '../store/store.ts'
import { sliceBySlice } from './breath.ts'
import { glossaryOf, habitsOfDocuments } from './glossary.ts'
import { segmentsWithArabic } from './glossary-changed.ts'

/** What a new decision would do: where the entry is used, what keeps to it already, and what would break it; of those how many are finished, and Final. */
export interface DecisionEffect {
  segments: number
  documents: number
  follows: number
  breaks: number
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
  const decided: Term = { ...term, ...checkedEntry(draft) }
  const glossary = patched(await glossaryOf(store, desk), [{ before: term, after: decided }])
  const ids = await segmentsWithArabic(store, desk.id, [decided])
  const effect = { segments: 0, documents: new Set<number>(), follows: 0, breaks: 0, untranslated: 0, finished: 0, final: 0 }
  for await (const slice of sliceBySlice(ids, sliceSize))
    await addSlice(effect, store, await store.segments.all(slice), { term: decided, glossary })
  return { ...effect, documents: effect.documents.size }
}

/** Retired, an entry is looked for nowhere: what is told is only where it has been. */
async function retiring(store: Store, term: Term): Promise<DecisionEffect> {
  const { segments, documents } = await store.occurrences.usage(term.id)
  return { segments, documents, follows: 0, breaks: 0, untranslated: 0, finished: 0, final: 0 }
}

/** Segments looked at before others may have their turn. */
const sliceSize = 200

type Counted = Omit<DecisionEffect, 'documents'> & { documents: Set<number> }

interface Decision {
  term: Term
  glossary: Glossary
}

async function addSlice(effect: Counted, store: Store, segments: readonly Segment[], { term, glossary }: Decision): Promise<void> {
  const documents = [...new Set(segments.map(({ documentId }) => documentId))]
  const habits = await habitsOfDocuments(store, documents)
  const never = await store.decisions.never(documents)
  for (const segment of segments) {
    const [own, notMeant] = [habits.get(segment.documentId), never.get(segment.documentId)]
    const matches = findMeant(glossary, segment.source, own, notMeant)
    if (!occurrencesIn(glossary, matches).has(term.id)) continue
    effect.segments++
    effect.documents.add(segment.documentId)
    if (isEmpty(segment.target)) effect.untranslated++
    else if (!enforce(glossary, matches, segment.source, segment.target).some((finding) => breaks(finding, term))) effect.follows++
    else {
      effect.breaks++
      if (isDone(segment.status)) effect.finished++
      if (segment.status === 'final') effect.final++
    }
  }
}
