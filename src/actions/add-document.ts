import { type Document, type Heading, segmentDrafts, type Unit } from '../core/document.ts'
import type { By } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { SegmentDraft } from '../core/segment.ts'
import type { Store } from '../store/store.ts'
import { habitsIn } from './glossary.ts'
import { recheckSlice } from './recheck.ts'

/** An article as it is brought in: its paragraphs as the person left them in the preview, and the raw text as it came. */
export interface NewDocument {
  deskId: number
  heading: Heading
  unit: Unit
  paragraphs: readonly string[]
  raw: string
}

/** Stores an article, cut into segments. */
export async function addDocument(store: Store, wanted: NewDocument, by: By): Promise<Document> {
  const { heading, drafts } = checkedArticle(wanted)
  const document = await store.transaction(async (store) => {
    await store.turns.besideGlossary(wanted.deskId)
    const document = await store.documents.add(wanted.deskId, heading, wanted.unit, wanted.raw, by)
    await store.segments.addAll(document.id, drafts)
    await store.documents.noteHabits(document.id, habitsIn(drafts))
    return document
  })
  await recheckSlice(store, wanted.deskId)
  return document
}

/**
 * What an article would be stored as, for its preview as well. A title left empty becomes the first paragraph's beginning.
 * Problems: `paste.empty`, `paragraph.too-long`, `date.unreadable`, `address.unreadable`.
 */
export function checkedArticle({ heading, unit, paragraphs }: Pick<NewDocument, 'heading' | 'unit' | 'paragraphs'>): {
  heading: Heading
  drafts: SegmentDraft[]
} {
  const drafts = segmentDrafts(paragraphs, unit)
  if (drafts.length === 0) throw new Problem('paste.empty')
  return { heading: checkedHeading({ ...heading, title: heading.title.trim() || titleFrom(paragraphs[0]!) }), drafts }
}

/** Puts another heading over a document. */
export async function changeHeading(store: Store, documentId: number, heading: Heading): Promise<void> {
  await store.documents.change(documentId, checkedHeading(heading))
}

function titleFrom(paragraph: string): string {
  const words = paragraph.trim().split(/\s+/)
  const letters = [...words.slice(0, wordsOfTitle).join(' ')]
  const whole = words.length <= wordsOfTitle && letters.length <= lettersOfTitle
  return letters.slice(0, lettersOfTitle).join('') + (whole ? '' : ' …')
}

/** How much of the text a title takes; the letters count where a text has no spaces. */
const wordsOfTitle = 14
const lettersOfTitle = 120

function checkedHeading(heading: Heading): Heading {
  const { title, outlet, author, date, address } = heading
  const trimmed = { title: title.trim(), outlet: outlet.trim(), author: author.trim(), date: date.trim(), address: address.trim() }
  if (trimmed.title === '') throw new Problem('name.empty')
  if (trimmed.date !== '' && !isDate(trimmed.date)) throw new Problem('date.unreadable', { date: trimmed.date })
  if (trimmed.address !== '' && !/^https?:\/\/\S+$/i.test(trimmed.address))
    throw new Problem('address.unreadable', { address: trimmed.address })
  return trimmed
}

function isDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)
}
