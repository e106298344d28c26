import { confirm } from './confirming.ts'
import type { Grid } from './grid.ts'
import { type KeyMeaning, keyOf } from './keys.ts'
import type { Row } from './row.ts'
import { beginTerm, openConcordance } from './selected.ts'

/** Lets the keys of the workbench work, and a button show them all. */
export function listenToKeys(grid: Grid): void {
  document.addEventListener('keydown', (event) => void typed(grid, event))
  const button = document.querySelector('[data-keys-button]')
  button?.removeAttribute('hidden')
  button?.addEventListener('click', showKeys)
}

async function typed(grid: Grid, event: KeyboardEvent): Promise<void> {
  const key = keyOf(event)
  if (key === 'keys') {
    const isField = event.target instanceof Element && event.target.closest('input, textarea, select')
    if (!isField) showKeys()
  } else if (key && grid.inHand) {
    event.preventDefault()
    const underList = document.querySelector('dialog[open]')
    if (!underList) await act(grid, grid.inHand, key)
  }
}

async function act(grid: Grid, row: Row, key: Exclude<KeyMeaning, 'keys'>): Promise<void> {
  if (key === 'save') await row.send('save')
  else if (key === 'confirm') await confirm(grid, row)
  else if (key === 'previous') goTo(grid, grid.beside(row, -1), 'prev')
  else if (key === 'next') goTo(grid, grid.beside(row, 1), 'next')
  else if (key === 'copy') row.insert(row.form.querySelector('.source')?.textContent?.trim() ?? '')
  else if (key === 'term') beginTerm(row)
  else if (key === 'concordance') openConcordance()
  else document.querySelector<HTMLElement>(`[data-segment="${row.id}"] [data-number="${key}"]`)?.click()
}

/** The row beside, or where there is none the page beside. */
function goTo(grid: Grid, neighbour: Row | undefined, page: 'prev' | 'next'): void {
  if (neighbour) grid.focusOn(neighbour)
  else document.querySelector<HTMLAnchorElement>(`.pager [rel="${page}"]`)?.click()
}

function showKeys(): void {
  document.querySelector<HTMLDialogElement>('[data-keys]')?.showModal()
}
