import { freshPart } from './part.ts'
import type { Row } from './row.ts'

/** Loads what stands beside a segment; of two that were asked for close together only the later one is shown. */
export async function loadPane(row: Row): Promise<void> {
  const mine = ++asked
  const fresh = await freshPart(`/segments/${row.id}`, 'pane')
  const pane = document.querySelector<HTMLElement>('[data-pane]')
  if (mine !== asked || !fresh || !pane) return
  const focused = document.activeElement
  const typing = pane.contains(focused) && focused instanceof HTMLInputElement
  if (typing && pane.dataset.segment === row.id) return
  carryTerm(pane, fresh)
  likeBefore(fresh, pane)
  pane.replaceWith(fresh)
  if (typing) focused.focus()
}

let asked = 0

/** A new term that somebody is typing goes with them from row to row; sent off, it leads back to the row they are in by then. */
function carryTerm(from: HTMLElement, to: HTMLElement): void {
  const [typed, empty] = [termIn(from), termIn(to)]
  const [former, here] = [typed, empty].map((form) => form?.querySelector<HTMLInputElement>('[name="back"]'))
  if (!typed || !empty || !former || !here) return
  former.value = here.value
  empty.replaceWith(typed)
}

const termIn = (pane: HTMLElement) => pane.querySelector('[data-add-term]')

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
