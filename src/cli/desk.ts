import { firstDesk } from '../actions/first-start.ts'
import { config } from '../config.ts'
import type { By } from '../core/person.ts'
import { starter } from '../starter.ts'
import { openKeptStore, openStore } from '../store/open.ts'
import type { Desk, Store } from '../store/store.ts'

/** What a command with the database works with; `by` is the person of this machine, and now. */
interface AtDesk {
  store: Store
  desk: Desk
  by: By
}

/**
 * Opens the database that the settings name and closes it when the work is done or has failed. Where there is none it is made, as the server does,
 * for a command that begins with it, and for all others Problem *database.missing*: a slip in a setting would else be answered by an empty desk.
 */
export async function atDesk<T>(work: (at: AtDesk) => Promise<T>, { begins = false } = {}): Promise<T> {
  const address = config().databaseUrl
  const store = await (begins ? openStore(address) : openKeptStore(address))
  try {
    const person = (await store.people.first()) ?? { id: 0, name: 'Tarjuman' }
    const by = { person, at: new Date().toISOString() }
    return await work({ store, desk: await firstDesk(store, starter, by), by })
  } finally {
    await store.close()
  }
}
