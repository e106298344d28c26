import type { Finding } from '../core/checks/finding.ts'
import type { Span } from '../core/span.ts'

/** A stretch of text on a page: plain, or marked as belonging to a term. `link` joins the Arabic and the English of one occurrence. */
export interface Piece {
  text: string
  mark: Mark | null
}

export interface Mark {
  kind: 'right' | 'broken' | 'warned' | 'advised' | 'waived' | 'possible'
  link: number
}

/** A text cut into pieces along these marks; of marks that overlap the first one stays. */
export function marked(text: string, marks: readonly (Span & Mark)[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < from || mark.end <= mark.start) continue
    if (mark.start > from) pieces.push({ text: text.slice(from, mark.start), mark: null })
    pieces.push({ text: text.slice(mark.start, mark.end), mark: { kind: mark.kind, link: mark.link } })
    from = mark.end
  }
  if (from < text.length) pieces.push({ text: text.slice(from), mark: null })
  return pieces
}

/** How a finding's place is marked: as strongly as the finding is meant. */
export function markKind(finding: Finding, waived: boolean): Mark['kind'] {
  if (finding.verdict === 'ok') return 'right'
  if (waived) return 'waived'
  if (finding.severity === 'advice') return 'advised'
  return finding.severity === 'warning' ? 'warned' : 'broken'
}
