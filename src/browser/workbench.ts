import { keyOf } from './keys.ts'
import { Row } from './row.ts'

/** Brings the grid to life: rows save themselves, keys work, and the pane follows the row in hand. */
export function workOn(workbench: HTMLElement): void {
  const { saving = '', unsaved = '', kept = '', restored = '' } = workbench.querySelector<HTMLElement>('[data-words]')?.dataset ?? {}
  const words = { saving, unsaved, kept, restored }
  const rows = [...workbench.querySelectorAll<HTMLFormElement>('[data-row]')].map((form) => ({ form, row: new Row(form, words) }))
  const rowAt = (element: EventTarget | null) => rows.find(({ form }) => element instanceof Node && form.contains(element))
  workbench.classList.add('scripted')
  let inHand = rows.find(({ form }) => form.classList.contains('in-hand'))

  workbench.addEventListener('focusin', (event) => {
    const entered = rowAt(event.target)
    if (entered && entered !== inHand) take(entered)
  })
  workbench.addEventListener('submit', (event) => void submitted(event as SubmitEvent))
  workbench.addEventListener('click', (event) => void pressed(event))
  workbench.addEventListener('pointerover', (event) => link(event.target))
  workbench.addEventListener('focusin', (event) => link(event.target))
  workbench.addEventListener('saved', (event) => {
    const saved = rowAt(event.target)
    if (saved && saved === inHand) void loadPane(saved.row)
    void loadProgress()
  })
  for (const happening of ['click', 'focusin', 'keydown']) document.addEventListener(happening, closeMenus)
  document.addEventListener('click', (event) => void left(event))
  document.addEventListener('keydown', (event) => void typed(event))
  window.addEventListener('online', () => {
    for (const { row } of rows) if (row.unsaved) void row.settle()
  })
  window.addEventListener('beforeunload', (event) => {
    if (rows.some(({ row }) => row.unsaved)) event.preventDefault()
  })
  document.querySelector('[data-keys-button]')?.removeAttribute('hidden')
  document.querySelector('[data-keys-button]')?.addEventListener('click', showKeys)
  if (inHand) focusOn(inHand)
  const sheet = workbench.querySelector<HTMLDetailsElement>('.pane-sheet')
  if (sheet && narrow.matches) sheet.open = false

  type Entry = (typeof rows)[number]

  function take(entry: Entry): void {
    if (inHand) {
      inHand.form.classList.remove('in-hand')
      if (inHand.row.unsaved) void inHand.row.settle()
    }
    inHand = entry
    entry.form.classList.add('in-hand')
    const address = new URL(location.href)
    address.searchParams.set('at', String(entry.row.position))
    history.replaceState(null, '', address)
    void loadPane(entry.row)
  }

  function focusOn(entry: Entry): void {
    entry.row.field.focus({ preventScroll: true })
    entry.form.scrollIntoView({ block: 'nearest' })
  }

  async function submitted(event: SubmitEvent): Promise<void> {
    const entry = rowAt(event.target)
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null
    if (!entry) {
      // Another form, such as the one that adds a term: what is typed goes first.
      if (!inHand?.row.unsaved || !(event.target instanceof HTMLFormElement)) return
      event.preventDefault()
      if (await inHand.row.settle()) event.target.requestSubmit(button)
      return
    }
    event.preventDefault()
    const verb = button?.name === 'do' ? button.value : 'save'
    const more: Record<string, string> = button?.dataset.overwrite !== undefined ? { overwrite: button.value } : {}
    for (const input of entry.form.querySelectorAll<HTMLInputElement>('input[name^="reason"]')) more[input.name] ||= input.value
    if (verb === 'confirm') await confirm(entry, more)
    else await entry.row.send(verb, more)
  }

  /**
   * Confirms a segment and goes on at once, for what is typed before the answer comes belongs to the next one; back where it was not confirmed.
   * Where the next one is on another page, nothing can be typed until then.
   */
  async function confirm(entry: Entry, more: Record<string, string> = {}): Promise<void> {
    const next = rows.slice(rows.indexOf(entry) + 1).find(({ row }) => row.unfinished)
    const answer = entry.row.send('confirm', more)
    if (next) focusOn(next)
    else entry.row.field.readOnly = true
    const taken = await answer
    if (!next && !taken) entry.row.field.readOnly = false
    if (taken && !entry.row.unfinished) {
      if (!next) goOn(entry)
    } else if (next && inHand === next && !next.row.unsaved) focusOn(entry)
  }

  /** A link pressed right after typing: the text is saved first, so that no warning stands in the way. */
  async function left(event: MouseEvent): Promise<void> {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.target || link?.origin !== location.origin
    const unsaved = rows.filter(({ row }) => row.unsaved)
    if (!link || elsewhere || event.defaultPrevented || unsaved.length === 0) return
    event.preventDefault()
    await Promise.all(unsaved.map(({ row }) => row.settle()))
    location.assign(link.href)
  }

  async function pressed(event: Event): Promise<void> {
    const target = event.target instanceof Element ? event.target : null
    const insert = target?.closest<HTMLElement>('[data-insert]')
    if (insert) (rowAt(insert) ?? inHand)?.row.insert(insert.dataset.insert ?? '')
    const reason = target?.closest('.waive > summary')?.parentElement?.querySelector<HTMLInputElement>('input[name^="reason"]')
    // The field can be entered only once it is unfolded.
    if (reason) setTimeout(() => reason.focus())
    const number = target?.closest<HTMLAnchorElement>('a.number')
    const entry = number ? rowAt(number) : target?.closest('.source') && !getSelection()?.toString() ? rowAt(target) : undefined
    if (!entry) return
    event.preventDefault()
    focusOn(entry)
  }

  /** After a confirmed segment the next unfinished one, on this page or another. */
  function goOn(entry: Entry): void {
    if (!entry.row.next) return
    const next = rows.find(({ row }) => row.position === entry.row.next)
    if (next) focusOn(next)
    else location.assign(addressAt(entry, entry.row.next))
  }

  function addressAt(entry: Entry, position: number): string {
    const address = new URL(entry.form.querySelector<HTMLAnchorElement>('a.number')?.href ?? location.href)
    const filter = new URL(location.href).searchParams.get('filter')
    if (filter) address.searchParams.set('filter', filter)
    address.searchParams.set('at', String(position))
    return address.href
  }

  async function typed(event: KeyboardEvent): Promise<void> {
    const key = keyOf(event)
    if (!key) return
    if (key === 'keys') {
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
      showKeys()
      return
    }
    if (!inHand) return
    event.preventDefault()
    const entry = inHand
    const index = rows.indexOf(entry)
    if (key === 'save') await entry.row.send('save')
    else if (key === 'confirm') await confirm(entry)
    else if (key === 'previous' || key === 'next') {
      const neighbour = rows[index + (key === 'next' ? 1 : -1)]
      if (neighbour) focusOn(neighbour)
      else document.querySelector<HTMLAnchorElement>(`.pager [rel="${key === 'next' ? 'next' : 'prev'}"]`)?.click()
    } else if (key === 'copy') entry.row.insert(entry.form.querySelector('.source')?.textContent?.trim() ?? '')
    else if (key === 'term') addTerm()
    else if (key === 'concordance') openConcordance()
    else document.querySelector<HTMLElement>(`[data-number="${key}"]`)?.click()
  }

  /** Opens every place of the selected Arabic in a page of its own; without a selection one types the word there. */
  function openConcordance(): void {
    const selected = getSelection()?.toString().trim().slice(0, 200) ?? ''
    const word = /\p{Script=Arabic}/u.test(selected) ? selected : ''
    window.open(`/concordance?word=${encodeURIComponent(word)}`, '_blank', 'noopener')
  }

  /** Opens the form for a new term with the selected Arabic and English in it. */
  function addTerm(): void {
    const details = document.querySelector<HTMLDetailsElement>('[data-add-term]')
    if (!details || !inHand) return
    const { field } = inHand.row
    const english = field.value.slice(field.selectionStart, field.selectionEnd).trim()
    const selected = getSelection()?.toString().trim() ?? ''
    const arabic = /\p{Script=Arabic}/u.test(selected) ? selected : ''
    details.open = true
    const [spellings, rendering] = ['spellings', 'rendering'].map((name) => details.querySelector<HTMLInputElement>(`[name="${name}"]`))
    if (spellings && arabic) spellings.value = arabic
    if (rendering && english) rendering.value = english
    ;(arabic ? rendering : spellings)?.focus()
  }

  /** Shows which English belongs to the Arabic under the pointer or the focus, and the other way round. */
  function link(target: EventTarget | null): void {
    for (const mark of workbench.querySelectorAll('.linked')) mark.classList.remove('linked')
    const linked = target instanceof Element ? target.closest<HTMLElement>('[data-link]') : null
    const row = linked?.closest('[data-row]')
    if (!linked || !row) return
    for (const mark of row.querySelectorAll(`mark[data-link="${linked.dataset.link}"]`)) mark.classList.add('linked')
  }
}

let asked = 0

/** Loads what stands beside a segment; of two that were asked for close together only the later one is shown. */
async function loadPane(row: Row): Promise<void> {
  const mine = ++asked
  try {
    const answer = await fetch(`/segments/${row.id}?part=pane`, { headers: { 'X-Part': 'pane' } })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-pane]')
    const pane = document.querySelector<HTMLElement>('[data-pane]')
    const typing = pane?.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement
    if (fresh) likeBefore(fresh, pane)
    if (fresh && pane?.dataset.segment === row.id)
      fresh.querySelector('[data-add-term]')?.replaceWith(pane.querySelector('[data-add-term]') ?? '')
    if (mine !== asked || !fresh || !pane || (typing && pane.dataset.segment === row.id)) return
    pane.replaceWith(fresh)
  } catch {
    // The pane is an aid: without a connection it stays as it is, and the row says that the server cannot be reached.
  }
}

/** A pane that was folded away stays so; on a narrow window it begins folded, because it would cover the text. */
function likeBefore(fresh: Element, before: Element | null): void {
  const [sheet, former] = [fresh, before].map((pane) => pane?.querySelector<HTMLDetailsElement>('.pane-sheet'))
  if (sheet) sheet.open = former ? former.open : !narrow.matches
}

/** The width below which the pane is a sheet from below; the style sheet has the same figure. */
const narrow = matchMedia('(max-width: 74rem)')

/** Brings the document's progress up to date. */
async function loadProgress(): Promise<void> {
  try {
    const answer = await fetch(`${location.pathname}?part=progress`, { headers: { 'X-Part': 'progress' } })
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-progress]')
    if (fresh) document.querySelector('[data-progress]')?.replaceWith(fresh)
  } catch {
    // As above.
  }
}

/** A menu closes when something else is pressed or entered, and at Escape. */
function closeMenus(event: Event): void {
  const leaving = event instanceof KeyboardEvent && event.key === 'Escape'
  if (event instanceof KeyboardEvent && !leaving) return
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (leaving || !(event.target instanceof Node && menu.contains(event.target))) menu.open = false
  }
}

function showKeys(): void {
  document.querySelector<HTMLDialogElement>('[data-keys]')?.showModal()
}
