import { PGlite } from '@electric-sql/pglite'
import { type Dialect, PostgresDialect } from 'kysely'

/** PostgreSQL inside the test process, empty. */
export function startPglite(): Promise<PGlite> {
  return PGlite.create({ parsers: { [eightByteInteger]: (text: string) => text } })
}

/** The type number of eight-byte integers, which the driver of a real server hands over as text. */
const eightByteInteger = 20

/** Kysely's PostgreSQL dialect over it: a pool of one connection, which whoever comes next waits for. */
export function pgliteDialect(pglite: PGlite): Dialect {
  let last = Promise.resolve()
  return new PostgresDialect({
    pool: {
      async connect() {
        const before = last
        let release = () => {}
        last = new Promise((resolve) => {
          release = resolve
        })
        await before
        return { release, query: (text: string, values: readonly unknown[]) => ask(pglite, text, values) } as never
      },
      end: async () => {},
    },
  })
}

async function ask(pglite: PGlite, text: string, values: readonly unknown[]) {
  const { rows, affectedRows = 0 } = await pglite.query(text, [...values])
  return { rows, rowCount: affectedRows, command: text.trim().split(' ')[0]!.toUpperCase() }
}
