import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Store } from '../store/store.ts'

/** Notes that a phrase is no term, so that it is not suggested to the desk again. */
export async function noteNonTerm(store: Store, deskId: number, phrase: { identity: string; spelling: string }, by: By): Promise<void> {
  if (phrase.identity === '' || phrase.spelling === '') throw new Problem('term.no-spelling')
  await store.nonTerms.add(deskId, phrase, by)
}

/** Takes that back. */
export async function suggestAgain(store: Store, deskId: number, identity: string): Promise<void> {
  await store.nonTerms.remove(deskId, identity)
}
