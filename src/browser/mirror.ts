/** What stands behind the field of a row: its text, in which terms are marked as long as it is the text the marks were made for. */
export class Mirror {
  private readonly element: HTMLElement
  private marked: HTMLElement

  constructor(form: HTMLFormElement) {
    this.element = mirrorIn(form)
    this.marked = copyOf(this.element)
  }

  /** The text that stands in the field now. */
  show(text: string): void {
    const shown = `${text}\u200b`
    if (this.marked.textContent === shown) this.element.replaceChildren(...copyOf(this.marked).childNodes)
    else this.element.textContent = shown
  }

  /** The marks that came from the server, with the text they were made for. */
  takeMarks(fresh: HTMLFormElement): void {
    this.marked = copyOf(mirrorIn(fresh))
  }
}

const mirrorIn = (form: HTMLFormElement) => form.querySelector<HTMLElement>('[data-part="mirror"]')!
const copyOf = (element: HTMLElement) => element.cloneNode(true) as HTMLElement
