import { findTerms } from '../core/glossary/find.ts'
import type { By } from '../core/person.ts'
import type { Segment } from '../core/segment.ts'
import type { Desk, Store } from '../store/store.ts'
import { glossaryOf, habitsOfDocument } from './glossary.ts'
import { knownDesk, knownDocument, knownTerm } from './known.ts'
import { recheck } from './recheck.ts'

/**
 * Decides that an entry is never meant in a document (علي is here never the person), or takes that back. Its matches and findings go, or
 * come back, in every segment that has it; no status changes by it.
 */
export async function decideInDocument(
  store: Store,
  wanted: { documentId: number; termId: number; never: boolean },
  by: By,
): Promise<void> {
  await store.transaction(async (store) => {
    const document = await knownDocument(store, wanted.documentId)
    await store.turns.besideGlossary(document.deskId)
    await store.turns.ofDocuments([document.id])
    const term = await knownTerm(store, wanted.termId)
    if (wanted.never) await store.decisions.add(document.id, term.id, by)
    else await store.decisions.remove(document.id, term.id)
    const desk = await knownDesk(store, document.deskId)
    await recheck(store, desk, await segmentsWith(store, desk, document.id, term.id))
  })
}

async function segmentsWith(store: Store, desk: Desk, documentId: number, termId: number): Promise<Segment[]> {
  const glossary = await glossaryOf(store, desk)
  const habits = await habitsOfDocument(store, documentId)
  const segments = await store.segments.page(documentId, 0, Number.MAX_SAFE_INTEGER)
  return segments.filter(({ source }) => findTerms(glossary, source, habits).some((match) => match.termId === termId))
}
