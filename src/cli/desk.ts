import { firstDesk } from '../actions/first-start.ts'
import { config } from '../config.ts'
import type { By } from '../core/person.ts'
import { starter } from '../starter.ts'
import { openStore } from '../store/open.ts'
import type { Desk, Store } from '../store/store.ts'

/** What a command with the database works with; `by` is the person of this machine, and now. */
interface AtDesk {
  store: Store
  desk: Desk
  by: By
}

/** Opens the database that the settings name, as the server does, and closes it when the work is done or has failed. */
export async function atDesk<T>(work: (at: AtDesk) => Promise<T>): Promise<T> {
  const store = await openStore(config().databaseUrl)
  try {
    const person = (await store.people.first()) ?? { id: 0, name: 'Tarjuman' }
    const by = { person, at: new Date().toISOString() }
    return await work({ store, desk: await firstDesk(store, starter, by), by })
  } finally {
    await store.close()
  }
}
