import { atDesk } from './desk.ts'
import { jsonRows } from './rows.ts'

/** Prints the documents of the desk, newest first: number, heading, unit and how far each is. */
export function run(): Promise<string> {
  return atDesk(async ({ store, desk }) => {
    const documents = await store.documents.list(desk.id)
    return jsonRows(
      documents.map(({ id, title, outlet, author, date, address, unit, progress, changedAt }) => {
        return { document: id, title, outlet, author, date, address, unit, ...progress, changedAt }
      }),
    )
  })
}
