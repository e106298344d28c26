import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'

/** An empty store in memory, for one test. */
export function memoryStore(): Promise<Store> {
  return openStore(':memory:')
}
