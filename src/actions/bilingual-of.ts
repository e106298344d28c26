import { type Bilingual, bilingual } from '../core/bilingual.ts'
import type { Store } from '../store/store.ts'
import { knownDocument } from './known.ts'
import { recheck, sliceSize } from './recheck.ts'

/** The whole document as every export needs it, its findings made with today's glossary. */
export async function bilingualOf(store: Store, documentId: number, translator: string): Promise<Bilingual> {
  const document = await knownDocument(store, documentId)
  const desk = (await store.desks.get(document.deskId))!
  const segments = await store.segments.page(document.id, 0, Number.MAX_SAFE_INTEGER)
  const stale = await store.segments.stale(desk.id, segments.length, document.id)
  for (let from = 0; from < stale.length; from += sliceSize) await recheck(store, desk, stale.slice(from, from + sliceSize))
  const findings = await store.findings.of(segments.map((segment) => segment.id))
  const open = new Map([...findings].map(([id, all]) => [id, all.filter((finding) => finding.waiver === null)]))
  const positions = new Map(segments.map((segment) => [segment.id, segment.position]))
  const holding = [...findings.values()].flat().flatMap(({ waiver }) => (waiver ? [waiver] : []))
  const waivers = [...new Map(holding.map((waiver) => [waiver.id, { ...waiver, position: positions.get(waiver.segmentId) ?? 0 }])).values()]
  return bilingual(document, segments, open, waivers, translator)
}
