import type { By } from '../core/person.ts'
import type { Store } from '../store/store.ts'
import { keepPatched } from './glossary.ts'
import { segmentsWithArabic } from './glossary-changed.ts'
import { knownDocument, knownTerm } from './known.ts'
import { recheckSlice } from './recheck.ts'

/**
 * Decides that an entry is never meant in a document (علي is here never the person), or takes that back. Its matches and findings go, or
 * come back, in every segment that has it: in the first of them at once, in others as after any change of the glossary. No status changes by it.
 */
export async function decideInDocument(
  store: Store,
  wanted: { documentId: number; termId: number; never: boolean },
  by: By,
): Promise<void> {
  const { deskId, id: documentId } = await knownDocument(store, wanted.documentId)
  const version = await store.transaction(async (store) => {
    await store.turns.ofGlossary(deskId)
    const term = await knownTerm(store, wanted.termId)
    if (wanted.never) await store.decisions.add(documentId, term.id, by)
    else await store.decisions.remove(documentId, term.id)
    const version = await store.desks.raiseGlossaryVersion(deskId)
    const reached = await store.segments.all(await segmentsWithArabic(store, deskId, [term]))
    const inIt = reached.filter((segment) => segment.documentId === documentId)
    await store.segments.need(
      deskId,
      version,
      inIt.map(({ id }) => id),
    )
    return version
  })
  keepPatched(store, deskId, version, [])
  await recheckSlice(store, deskId)
}
