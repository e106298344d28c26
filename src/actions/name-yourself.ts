import { Problem } from '../core/problem.ts'
import type { Store } from '../store/store.ts'

/** The one person of a machine of one's own gives, or changes, the name that revisions carry from now on. */
export async function nameYourself(store: Store, name: string): Promise<void> {
  const chosen = name.trim().replace(/\s+/g, ' ')
  if (!/[\p{L}\p{N}]/u.test(chosen)) throw new Problem('person.no-name')
  await store.transaction(async (store) => {
    const person = await store.people.first()
    if (person) await store.people.rename(person.id, chosen)
    else await store.people.add(chosen)
  })
}
