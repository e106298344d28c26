import { confirm } from './confirming.ts'
import { Grid } from './grid.ts'
import { listenToKeys } from './keyboard.ts'
import { closeMenus } from './menus.ts'
import { foldPane, loadPane } from './pane.ts'
import { loadProgress } from './part.ts'
import { released } from './pointer.ts'
import type { Row } from './row.ts'
import { steadily } from './steadily.ts'

/** Brings the grid to life: rows save themselves, keys work, and the pane follows the row in hand. */
export function workOn(workbench: HTMLElement): void {
  const grid = new Grid(workbench)
  workbench.classList.add('scripted')
  workbench.addEventListener('focusin', ({ target }) => entered(grid, target))
  workbench.addEventListener('submit', (event) => void submitted(grid, event as SubmitEvent))
  workbench.addEventListener('click', (event) => pressed(grid, event))
  workbench.addEventListener('saved', ({ target }) => saved(grid, target))
  for (const happening of ['pointerover', 'focusin']) workbench.addEventListener(happening, ({ target }) => link(workbench, target))
  closeMenus()
  listenToKeys(grid)
  loseNothing(grid)
  begin(grid)
  foldPane(workbench)
}

/** Somebody may have been quicker than the script: the row they are in is in hand, else the one that the page was opened at. */
function begin(grid: Grid): void {
  const { activeElement } = document
  if (grid.rowAt(activeElement)) entered(grid, activeElement)
  else if (grid.inHand) grid.focusOn(grid.inHand)
}

/** What is typed is saved as soon as there is a connection again, and before the page is left. */
function loseNothing(grid: Grid): void {
  document.addEventListener('click', (event) => void left(grid, event))
  window.addEventListener('online', () => {
    for (const row of grid.unsaved) void row.settle()
  })
  window.addEventListener('beforeunload', (event) => {
    if (grid.unsaved.length > 0) event.preventDefault()
  })
}

function entered(grid: Grid, target: EventTarget | null): void {
  const row = grid.rowAt(target)
  const left = grid.inHand
  if (!row || row === left) return
  grid.take(row)
  void loadPane(row)
  if (left) void sayAll(grid, left)
}

/** A row that nobody writes in says all it has to say, but pushes nothing away that is just being pressed. */
async function sayAll(grid: Grid, row: Row): Promise<void> {
  await released()
  if (row !== grid.inHand) steadily(() => row.sayAll())
}

function saved(grid: Grid, target: EventTarget | null): void {
  const row = grid.rowAt(target)
  if (row && row === grid.inHand) void loadPane(row)
  else if (row) void sayAll(grid, row)
  void loadProgress()
}

async function submitted(grid: Grid, event: SubmitEvent): Promise<void> {
  const row = grid.rowAt(event.target)
  const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null
  if (!row) return submittedBeside(grid, event, button)
  event.preventDefault()
  const verb = button?.name === 'do' ? button.value : 'save'
  const more: Record<string, string> = button?.dataset.overwrite !== undefined ? { overwrite: button.value } : {}
  for (const input of row.form.querySelectorAll<HTMLInputElement>('input[name^="reason"]')) more[input.name] ||= input.value
  if (verb === 'confirm') await confirm(grid, row, more)
  else await row.send(verb, more)
}

/** Another form, such as the one that adds a term: what is typed in the row goes first. */
async function submittedBeside({ inHand }: Grid, event: SubmitEvent, button: HTMLButtonElement | null): Promise<void> {
  const { target } = event
  if (!inHand?.unsaved || !(target instanceof HTMLFormElement)) return
  event.preventDefault()
  if (await inHand.settle()) target.requestSubmit(button)
}

/** A link pressed right after typing: the text is saved first, so that no warning stands in the way. */
async function left({ unsaved }: Grid, event: MouseEvent): Promise<void> {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.target || link?.origin !== location.origin
  if (!link || elsewhere || event.defaultPrevented || unsaved.length === 0) return
  event.preventDefault()
  await Promise.all(unsaved.map((row) => row.settle()))
  location.assign(link.href)
}

function pressed(grid: Grid, event: Event): void {
  const target = event.target instanceof Element ? event.target : null
  const word = target?.closest<HTMLElement>('[data-insert]')
  if (word) putIn(grid, word)
  const reason = target?.closest('.waive > summary')?.parentElement?.querySelector<HTMLInputElement>('input[name^="reason"]')
  // The field can be entered only once it is unfolded.
  if (reason) setTimeout(() => reason.focus())
  const row = pointedAt(grid, target)
  if (!row) return
  event.preventDefault()
  grid.focusOn(row)
}

/** A word that a finding lacks goes into its row, a rendering of the pane into the row in hand. */
function putIn(grid: Grid, button: HTMLElement): void {
  const word = button.dataset.insert ?? ''
  const lacking = grid.rowAt(button)
  if (lacking) lacking.supply(word)
  else grid.inHand?.insert(word)
}

/** The row whose number was pressed, or whose Arabic, where nobody is selecting in it. */
function pointedAt(grid: Grid, target: Element | null): Row | undefined {
  const number = target?.closest('a.number')
  if (number) return grid.rowAt(number)
  return target?.closest('.source') && !getSelection()?.toString() ? grid.rowAt(target) : undefined
}

/** Shows which English belongs to the Arabic under the pointer or the focus, and the other way round. */
function link(workbench: HTMLElement, target: EventTarget | null): void {
  for (const mark of workbench.querySelectorAll('.linked')) mark.classList.remove('linked')
  const linked = target instanceof Element ? target.closest<HTMLElement>('[data-link]') : null
  const row = linked?.closest('[data-row]')
  if (!linked || !row) return
  for (const mark of row.querySelectorAll(`mark[data-link="${linked.dataset.link}"]`)) mark.classList.add('linked')
}
