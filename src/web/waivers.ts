import { knownDocument } from '../actions/known.ts'
import { type ReportedWaiver, type Standing, waiversOf } from '../actions/waivers-of.ts'
import { idOf } from './forms.ts'
import { render } from './views.ts'
import type { Visit } from './visit.ts'

/** What was overruled in a document: `about` says what, `surface` of which text, `standing` whether it still holds. */
export interface WaiverView {
  position: number
  about: string
  surface: string
  reason: string
  person: string
  at: string
  standing: Standing
}

/** GET /documents/:id/waivers: all that was overruled in it, by whom and why, and what of it still holds. */
export async function list(visit: Visit): Promise<void> {
  const document = await knownDocument(visit.store, idOf(visit))
  const waivers = await waiverViews(visit, document.id)
  render(visit, 'documents/waivers', { title: visit.t('documents.waivers.title'), document, waivers })
}

/** The report of a document's waivers, as a page shows it. */
export async function waiverViews(visit: Visit, documentId: number): Promise<WaiverView[]> {
  return (await waiversOf(visit.store, documentId)).map((waiver) => waiverView(visit, waiver))
}

function waiverView(visit: Visit, waiver: ReportedWaiver): WaiverView {
  const { position, verdict, surface, reason, person, at, standing } = waiver
  return { position, about: visit.t(`findings.about.${verdict}`), surface, reason, person, at, standing }
}
