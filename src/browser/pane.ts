import { freshPart } from './part.ts'
import type { Row } from './row.ts'

/** Loads what stands beside a segment; of two that were asked for close together only the later one is shown. */
export async function loadPane(row: Row): Promise<void> {
  const mine = ++asked
  const fresh = await freshPart(`/segments/${row.id}`, 'pane')
  const pane = document.querySelector<HTMLElement>('[data-pane]')
  if (mine !== asked || !fresh || !pane) return
  if (pane.dataset.segment === row.id) {
    const typing = pane.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement
    if (typing) return
    fresh.querySelector('[data-add-term]')?.replaceWith(pane.querySelector('[data-add-term]') ?? '')
  }
  likeBefore(fresh, pane)
  pane.replaceWith(fresh)
}

let asked = 0

/** On a narrow window the pane begins folded, because it would cover the text. */
export function foldPane(workbench: HTMLElement): void {
  const sheet = sheetOf(workbench)
  if (sheet && narrow.matches) sheet.open = false
}

/** A pane that was folded away stays so. */
function likeBefore(fresh: HTMLElement, before: HTMLElement): void {
  const [sheet, former] = [sheetOf(fresh), sheetOf(before)]
  if (sheet) sheet.open = former ? former.open : !narrow.matches
}

const sheetOf = (pane: HTMLElement) => pane.querySelector<HTMLDetailsElement>('.pane-sheet')

/** The width below which the pane is a sheet from below; the style sheet has the same figure. */
const narrow = matchMedia('(max-width: 74rem)')
