import type { Heading } from '../core/document.ts'
import { paragraphsOf } from '../core/document.ts'
import { whollyTold } from '../core/glossary/decide/told.ts'
import type { TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import type { Desk, Store } from '../store/store.ts'
import { addDocument } from './add-document.ts'
import { importTerms } from './import-terms.ts'
import { saveSegment } from './save-segment.ts'

/** A sample article; `english` has a line for each paragraph where there is a translation. */
export interface Sample {
  heading: Heading
  arabic: string
  english: string
}

/** The one desk of a first start. Where there is none yet it is made, with the starter glossary and the samples in it. */
export async function firstDesk(store: Store, starter: () => Promise<{ terms: TermDraft[]; samples: Sample[] }>, by: By): Promise<Desk> {
  const kept = await store.desks.first()
  if (kept) return kept
  const { terms, samples } = await starter()
  return store.transaction(async (store) => {
    const desk = await store.desks.add('Desk')
    const told = terms.map((entry, index) => whollyTold(entry, index + 1))
    await importTerms(store, { deskId: desk.id, told, name: null, choices: { all: 'keep', each: new Map() } }, by)
    for (const sample of samples) await addSample(store, desk.id, sample, by)
    return (await store.desks.get(desk.id))!
  })
}

async function addSample(store: Store, deskId: number, sample: Sample, by: By): Promise<void> {
  const paragraphs = paragraphsOf(sample.arabic)
  const { id } = await addDocument(store, { deskId, heading: sample.heading, unit: 'paragraph', paragraphs, raw: sample.arabic }, by)
  const english = paragraphsOf(sample.english)
  for (const segment of await store.segments.page(id, 0, paragraphs.length)) {
    const target = english[segment.position - 1]
    if (target)
      await saveSegment(store, { segmentId: segment.id, version: segment.version, target, status: 'translated', origin: 'import' }, by)
  }
}
