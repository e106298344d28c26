import type { DocumentRecord } from '../core/document.ts'
import type { Term } from '../core/glossary/term.ts'
import { Problem } from '../core/problem.ts'
import type { Revision } from '../core/revision.ts'
import type { Segment } from '../core/segment.ts'
import type { Batch, Desk, Store } from '../store/store.ts'

/** The document of this number, or the Problem that says there is none. */
export async function knownDocument(store: Store, id: number): Promise<DocumentRecord> {
  return (await store.documents.record(id)) ?? missing('document.missing', id)
}

/** The segment of this number, or the Problem that says there is none. */
export async function knownSegment(store: Store, id: number): Promise<Segment> {
  return (await store.segments.get(id)) ?? missing('segment.missing', id)
}

/** The term entry of this number, or the Problem that says there is none. */
export async function knownTerm(store: Store, id: number): Promise<Term> {
  return (await store.terms.get(id)) ?? missing('term.missing', id)
}

/** The n-th revision of a segment, or the Problem that says there is none. */
export async function knownRevision(store: Store, segmentId: number, number: number): Promise<Revision> {
  return (await store.revisions.get(segmentId, number)) ?? missing('revision.missing', number)
}

/** What was done in one go under this number, or the Problem that says there is no such thing. */
export async function knownBatch(store: Store, id: number): Promise<Batch> {
  return (await store.batches.get(id)) ?? missing('batch.missing', id)
}

/** The desk of this number, which is always there: none is ever taken away. */
export async function knownDesk(store: Store, id: number): Promise<Desk> {
  const desk = await store.desks.get(id)
  if (!desk) throw new Error(`there is no desk ${id}`)
  return desk
}

/**
 * A segment and its desk as they are in this transaction's turn: until its end nobody changes the glossary, and nobody else saves in the
 * document.
 */
export async function segmentInTurn(store: Store, id: number): Promise<{ segment: Segment; desk: Desk }> {
  const { documentId } = await knownSegment(store, id)
  const { deskId } = await knownDocument(store, documentId)
  await store.turns.besideGlossary(deskId)
  await store.turns.ofDocuments([documentId])
  return { segment: await knownSegment(store, id), desk: await knownDesk(store, deskId) }
}

function missing(code: 'document.missing' | 'segment.missing' | 'term.missing' | 'revision.missing' | 'batch.missing', id: number): never {
  throw new Problem(code, { id })
}
