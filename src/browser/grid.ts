import { Row } from './row.ts'

/** The rows of a page, of which one is in hand. */
export class Grid {
  readonly rows: readonly Row[]
  private held: Row | undefined

  constructor(workbench: HTMLElement) {
    const said = workbench.querySelector<HTMLElement>('[data-words]')?.dataset ?? {}
    const { saving = '', unsaved = '', kept = '', fault = '', restored = '' } = said
    const words = { saving, unsaved, kept, fault, restored }
    this.rows = [...workbench.querySelectorAll<HTMLFormElement>('[data-row]')].map((form) => new Row(form, words))
    this.held = this.rows.find(({ form }) => form.classList.contains('in-hand'))
  }

  /** The row that somebody works in, if any. */
  get inHand(): Row | undefined {
    return this.held
  }

  /** The rows whose text the server does not have. */
  get unsaved(): Row[] {
    return this.rows.filter(({ unsaved }) => unsaved)
  }

  /** The row in which something stands. */
  rowAt(element: EventTarget | null): Row | undefined {
    return this.rows.find(({ form }) => element instanceof Node && form.contains(element))
  }

  /** The row so many rows further down. */
  beside(row: Row, rows: number): Row | undefined {
    return this.rows[this.rows.indexOf(row) + rows]
  }

  /** The next row in which there is still something to do. */
  nextUnfinished(row: Row): Row | undefined {
    return this.rows.slice(this.rows.indexOf(row) + 1).find(({ unfinished }) => unfinished)
  }

  /** Takes a row in hand; what was typed in the one before is saved. */
  take(row: Row): void {
    this.held?.form.classList.remove('in-hand')
    if (this.held?.unsaved) void this.held.settle()
    this.held = row
    row.form.classList.add('in-hand')
    const address = new URL(location.href)
    address.searchParams.set('at', String(row.position))
    history.replaceState(null, '', address)
  }

  /** Puts the caret into a row, by which it is taken in hand. */
  focusOn(row: Row): void {
    row.field.focus({ preventScroll: true })
    // Of a row that is higher than the room for it the field is to be seen.
    for (const part of [row.form, row.field]) part.scrollIntoView({ block: 'nearest' })
  }
}
