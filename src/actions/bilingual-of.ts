import { type Bilingual, bilingual } from '../core/bilingual.ts'
import type { Store } from '../store/store.ts'
import { knownDocument } from './known.ts'
import { recheckDocument } from './recheck.ts'

/** The whole document as every export needs it, its findings made with today's glossary. */
export async function bilingualOf(store: Store, documentId: number, translator: string): Promise<Bilingual> {
  const document = await knownDocument(store, documentId)
  await recheckDocument(store, document)
  // In one transaction, so that no text is saved between the two.
  const { segments, findings } = await store.transaction(async (store) => {
    const segments = await store.segments.page(document.id, 0, Number.MAX_SAFE_INTEGER)
    return { segments, findings: await store.findings.of(segments.map(({ id }) => id)) }
  })
  const open = new Map([...findings].map(([id, all]) => [id, all.filter((finding) => finding.waiver === null)]))
  const positions = new Map(segments.map((segment) => [segment.id, segment.position]))
  const holding = [...findings.values()].flat().flatMap(({ waiver }) => (waiver ? [waiver] : []))
  const waivers = [...new Map(holding.map((waiver) => [waiver.id, { ...waiver, position: positions.get(waiver.segmentId) ?? 0 }])).values()]
  return bilingual(document, segments, open, waivers, translator)
}
