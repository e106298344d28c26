import { createHash } from 'node:crypto'
import { type ExportKind, exportDocument, exportKinds } from '../actions/export-document.ts'
import { knownDocument } from '../actions/known.ts'
import { Problem } from '../core/problem.ts'
import { pageStyle } from '../formats/html-page.ts'
import { exportWords } from '../i18n/export-words.ts'
import { idOf } from './forms.ts'
import { render } from './views.ts'
import { by, type Visit } from './visit.ts'
import { waiverViews } from './waivers.ts'

/** GET /documents/:id/export: what the document can leave as, and what is still open. */
export async function choose(visit: Visit): Promise<void> {
  const document = await knownDocument(visit.store, idOf(visit))
  const { segments, done, open } = await visit.store.documents.progress(document.id)
  const waivers = await waiverViews(visit, document.id)
  render(visit, 'documents/export', { title: visit.t('documents.export.title'), document, unfinished: segments - done, open, waivers })
}

/** GET /documents/:id/export/:file, such as bilingual.docx or english.txt. */
export async function download(visit: Visit): Promise<void> {
  const asked = String(visit.req.params.file)
  const kind = exportKinds.find((kind) => kind === asked)
  if (!kind) throw new Problem('page.missing', { address: visit.address })
  const document = await knownDocument(visit.store, idOf(visit))
  const words = exportWords(visit.language)
  const { bytes, type } = await exportDocument(visit.store, { documentId: document.id, kind, words }, by(visit))
  if (kind.endsWith('.html')) visit.res.set('Content-Security-Policy', pagePolicy)
  visit.res.set('Content-Disposition', disposition(document.title, kind)).type(type).send(Buffer.from(bytes))
}

/** An exported page is one file with its own style, and holds no script: that style, known by its hash, is allowed and nothing else. */
const styleHash = createHash('sha256').update(pageStyle).digest('base64')
const pagePolicy = `default-src 'none';style-src 'sha256-${styleHash}';base-uri 'none';form-action 'none';frame-ancestors 'none'`

/** A file name in any script (RFC 6266), with an ASCII one beside it; a page opens in the browser, to be printed. */
function disposition(title: string, kind: ExportKind): string {
  const [part, ending] = kind.split('.') as [string, string]
  const plain = title.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').trim()
  const name = `${[...plain].slice(0, 80).join('')} – ${part}.${ending}`
  return `${ending === 'html' ? 'inline' : 'attachment'}; filename="${kind}"; filename*=UTF-8''${encoded(name)}`
}

/** As RFC 8187 has it, which allows fewer signs than an address does. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
