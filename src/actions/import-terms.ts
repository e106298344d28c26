import { key } from '../core/arabic/letters.ts'
import { checkedEntry } from '../core/glossary/entry.ts'
import type { TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import type { Store } from '../store/store.ts'
import { glossaryChanged } from './glossary-changed.ts'

/** What an import did, or would do. `taken` are entries that stay out because another entry has one of their spellings. */
export interface TermImport {
  added: TermDraft[]
  taken: { draft: TermDraft; by: string }[]
}

/** Sorts entries into new ones and those whose spelling is taken, by the glossary or earlier in the same file. The same file twice adds nothing. */
export async function plannedImport(store: Store, deskId: number, drafts: readonly TermDraft[]): Promise<TermImport> {
  const owners = await spellingOwners(store, deskId)
  const plan: TermImport = { added: [], taken: [] }
  for (const draft of drafts.map(checkedEntry)) {
    const keys = draft.spellings.map(key)
    const owner = keys.map((spelling) => owners.get(spelling)).find((name) => name !== undefined)
    if (owner !== undefined) plan.taken.push({ draft, by: owner })
    else {
      plan.added.push(draft)
      for (const spelling of keys) owners.set(spelling, draft.spellings[0]!)
    }
  }
  return plan
}

/** Adds the new entries of an import in one transaction. */
export async function importTerms(store: Store, deskId: number, drafts: readonly TermDraft[], by: By): Promise<TermImport> {
  return store.transaction(async (store) => {
    const plan = await plannedImport(store, deskId, drafts)
    if (plan.added.length > 0) {
      const added = await store.terms.addAll(deskId, plan.added, by)
      await glossaryChanged(
        store,
        deskId,
        added.map((after) => ({ before: null, after })),
      )
    }
    return plan
  })
}

async function spellingOwners(store: Store, deskId: number): Promise<Map<string, string>> {
  const terms = await store.terms.active(deskId)
  return new Map(terms.flatMap((term) => term.spellings.map((spelling) => [key(spelling), term.spellings[0]!] as const)))
}
