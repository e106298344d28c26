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

/** The desk that a segment's document belongs to. */
export async function deskOf(store: Store, segment: Segment): Promise<Desk> {
  const { deskId } = await knownDocument(store, segment.documentId)
  const desk = await store.desks.get(deskId)
  if (!desk) throw new Error(`document ${segment.documentId} belongs to desk ${deskId}, which is not there`)
  return desk
}

function missing(code: 'document.missing' | 'segment.missing' | 'term.missing' | 'revision.missing' | 'batch.missing', id: number): never {
  throw new Problem(code, { id })
}
