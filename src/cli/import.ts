import { addDocument } from '../actions/add-document.ts'
import { checkedText, looksBroken, paragraphsOf, type Unit, unwrapped } from '../core/document.ts'
import type { Output, Typed } from './command.ts'
import { atDesk } from './desk.ts'
import { textOf } from './reading.ts'
import { jsonRow } from './rows.ts'

/** Brings a text in as a new document and prints its number, title and count of segments. */
export async function run({ operands, flags, switches }: Typed, warnings: Output): Promise<string> {
  const raw = checkedText(await textOf(operands[0]!))
  const joined = switches.has('join-lines')
  if (!joined && looksBroken(raw)) warnings.write('The lines look as if a PDF had broken them; --join-lines makes paragraphs of them.\n')
  const paragraphs = joined ? unwrapped(raw) : paragraphsOf(raw)
  const { title = '', outlet = '', author = '', date = '', address = '' } = flags
  const unit: Unit = flags.by === 'sentence' ? 'sentence' : 'paragraph'
  const heading = { title, outlet, author, date, address }
  return atDesk(
    async ({ store, desk, by }) => {
      const document = await addDocument(store, { deskId: desk.id, heading, unit, paragraphs, raw }, by)
      return jsonRow({ document: document.id, title: document.title, segments: await store.segments.count(document.id) })
    },
    { begins: true },
  )
}
