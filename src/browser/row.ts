import { putAsTyped, rewriteAsTyped } from './as-typed.ts'
import { behindWords, fitted } from './fitting.ts'
import { keep, release, takeKept } from './kept.ts'
import { Mirror } from './mirror.ts'
import { putBack, typedReasons } from './reasons.ts'
import { steadily } from './steadily.ts'

/** The words that the script itself has to say; they come with the page, in its language. */
export interface Words {
  saving: string
  unsaved: string
  kept: string
  fault: string
  restored: string
}

/** How long after the last key a text is saved, and how long until a failed save is tried again, in milliseconds. */
const pause = 1000
const retryAfter = 4000

/**
 * A row of the grid in the browser: a form whose answer replaces everything in it but the field somebody types in. Only one save is under way
 * at a time, so that the second is based on the version the first one made.
 */
export class Row {
  readonly id: string
  readonly position: number
  readonly form: HTMLFormElement
  readonly field: HTMLTextAreaElement
  private saved: string
  /** The version that the server made of it. */
  private savedVersion: number
  private timer = 0
  private underWay: Promise<boolean> | null = null
  /** What was asked for while the server could not be reached. */
  private waiting: { verb: string; more: Record<string, string> } | null = null
  private placed = false
  private readonly mirror: Mirror
  private readonly words: Words

  constructor(form: HTMLFormElement, words: Words) {
    this.form = form
    this.words = words
    this.id = form.dataset.row ?? ''
    this.position = Number(form.dataset.position)
    this.field = fieldIn(form)
    this.mirror = new Mirror(form)
    this.saved = this.field.defaultValue
    this.savedVersion = this.version
    this.field.addEventListener('input', () => this.typed())
    for (const event of ['pointerdown', 'input']) this.field.addEventListener(event, () => (this.placed = true))
    this.field.addEventListener('keydown', ({ key }) => (this.placed ||= /^(?:Arrow|Home|End|Page)/.test(key)))
    void this.bringBack()
    // Typed before the script was there to hear it.
    if (this.unsaved) this.typed()
  }

  /** True while the server does not have what stands in the field. */
  get unsaved(): boolean {
    return this.field.value !== this.saved
  }

  /** Whether there is still something to do in the segment, by its status. */
  get unfinished(): boolean {
    return /\bstatus-(?:not-started|draft|needs-changes)\b/.test(this.form.className)
  }

  /** Saves if there is something to save; false where the server did not take it. */
  async settle(): Promise<boolean> {
    while (this.underWay) await this.underWay
    if (this.waiting) return this.send(this.waiting.verb, this.waiting.more)
    return this.unsaved ? this.send('autosave') : true
  }

  /** Does what a button says, and saves the text with it. */
  async send(verb: string, more: Record<string, string> = {}): Promise<boolean> {
    while (this.underWay) await this.underWay
    clearTimeout(this.timer)
    this.underWay = this.post(verb, more).finally(() => {
      this.underWay = null
    })
    return this.underWay
  }

  /** Puts a word where the caret is, as if it had been typed, so that the browser can undo it. */
  insert(word: string): void {
    if (this.field.readOnly) return
    this.field.focus()
    const { value, selectionStart, selectionEnd } = this.field
    const behind = behindWords(value)
    // Until somebody has put the caret somewhere it stands before the first letter.
    const [start, end] = this.placed ? [selectionStart, selectionEnd] : [behind, behind]
    putAsTyped(this.field, fitted(word, value.slice(0, start), value.slice(end)), start, end)
  }

  /** Puts in a word that a finished sentence lacks: a caret left behind its full stop is no place for it. */
  supply(word: string): void {
    if (this.field.selectionStart === this.field.value.length) this.placed = false
    this.insert(word)
  }

  /** Shows what was held back while somebody wrote. */
  sayAll(): void {
    for (const finding of this.form.querySelectorAll<HTMLElement>('[data-held]')) delete finding.dataset.held
  }

  /** Where to go after a confirmed segment; set by the last answer. */
  next = 0

  private typed(): void {
    this.mirror.show(this.field.value)
    if (!this.unsaved) {
      this.nothingToSave()
      return
    }
    keep(this.id, { version: this.version, target: this.field.value })
    this.say(this.words.unsaved, true)
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.settle(), pause)
  }

  private async post(verb: string, more: Record<string, string>): Promise<boolean> {
    const sent = this.field.value
    // A text kept from an earlier visit was typed over one that is not known here.
    const former = this.version === this.savedVersion ? this.saved : ''
    const body = new URLSearchParams({ version: String(this.version), target: sent, former, do: verb, ...more })
    const slow = window.setTimeout(() => this.say(this.words.saving, false), 300)
    let answer: Response | undefined
    try {
      answer = await fetch(this.form.action, { method: 'POST', headers: { 'X-Part': 'row', Accept: 'text/html' }, body })
      if (answer.status >= 500) throw new Error(String(answer.status))
      this.waiting = null
      return await this.take(answer, sent, verb)
    } catch {
      this.waiting = { verb, more }
      this.say(answer?.status === 500 ? this.words.fault : this.words.kept, true)
      if (this.unsaved) keep(this.id, { version: this.version, target: this.field.value })
      this.timer = window.setTimeout(() => void this.settle(), retryAfter)
      return false
    } finally {
      clearTimeout(slow)
    }
  }

  private async take(answer: Response, sent: string, verb: string): Promise<boolean> {
    const text = await answer.text()
    const fresh = rowIn(text)
    if (!fresh) return this.refused(answer, text)
    const typedMeanwhile = this.field.value !== sent
    if (!answer.ok) {
      steadily(() => this.replaceParts(fresh, ''))
      this.say(this.unsaved ? this.words.unsaved : '', this.unsaved)
      return false
    }
    this.version = versionIn(fresh)
    this.next = Number(answer.headers.get('x-next') ?? 0)
    this.saved = fieldIn(fresh).defaultValue
    this.savedVersion = this.version
    // A mend changes the text on the server: it comes into the field unless somebody has gone on typing.
    if (!typedMeanwhile) this.replaceText(this.saved)
    steadily(() => this.replaceParts(fresh, verb))
    this.field.readOnly = fieldIn(fresh).readOnly
    if (this.unsaved) {
      keep(this.id, { version: this.version, target: this.field.value })
      this.typed()
    } else {
      release(this.id)
      this.say(decodeURIComponent(answer.headers.get('x-saved') ?? ''), false)
    }
    this.form.dispatchEvent(new CustomEvent('saved', { bubbles: true, detail: { verb } }))
    return true
  }

  /** An answer without a row is a sentence that says why (too long, sent by another site); anything else is no answer of this program. */
  private refused(answer: Response, sentence: string): boolean {
    if (!answer.headers.get('content-type')?.startsWith('text/plain')) throw new Error(`the answer holds no row: ${answer.status}`)
    this.say(sentence, true)
    return false
  }

  private replaceParts(fresh: HTMLFormElement, verb: string): void {
    const inHand = this.form.classList.contains('in-hand')
    this.form.className = fresh.className
    this.form.classList.toggle('in-hand', inHand)
    this.mirror.takeMarks(fresh)
    this.mirror.show(this.field.value)
    if (verb === 'autosave') holdBack(fresh, this.form)
    for (const part of ['gutter', 'source', 'below', 'actions']) {
      const mine = this.form.querySelector(`[data-part="${part}"]`)
      const theirs = fresh.querySelector(`[data-part="${part}"]`)
      if (!mine || !theirs || mine.innerHTML === theirs.innerHTML) continue
      const hadFocus = mine.contains(document.activeElement)
      const reasons = verb.startsWith('status') ? [] : typedReasons(mine).filter(({ focused }) => verb !== 'enter' || !focused)
      mine.replaceChildren(...theirs.childNodes)
      for (const reason of reasons) putBack(mine, reason)
      const wanted = mine.querySelector<HTMLElement>('[autofocus]')
      if (wanted) wanted.focus()
      else if (hadFocus && !mine.contains(document.activeElement)) this.field.focus()
    }
  }

  /** A text kept from an earlier visit comes back into the field; if the segment moved on meanwhile, the save will say so and show both. */
  private async bringBack(): Promise<void> {
    const kept = await takeKept(this.id, () => !this.unsaved)
    if (!kept) return
    if (kept.target === this.field.value) {
      release(this.id)
      return
    }
    this.version = kept.version
    this.field.value = kept.target
    this.mirror.show(kept.target)
    this.say(this.words.restored, true)
    this.timer = window.setTimeout(() => void this.settle(), pause)
  }

  /** The change goes in as if typed, so that the browser can undo it, unless somebody is elsewhere by now, who must not be called back. */
  private replaceText(text: string): void {
    if (text === this.field.value) return
    const { placed } = this
    const { activeElement } = document
    if (activeElement === document.body || this.form.contains(activeElement)) rewriteAsTyped(this.field, text)
    else this.field.value = text
    this.placed = placed
  }

  /** What stands in the field is what the server has, so a text kept from a moment ago must not come back at the next visit. */
  private nothingToSave(): void {
    clearTimeout(this.timer)
    release(this.id)
    this.say('', false)
  }

  private say(words: string, unsaved: boolean): void {
    const saved = this.form.querySelector('[data-part="saved"]')
    if (!saved) return
    saved.textContent = words
    saved.classList.toggle('unsaved', unsaved)
  }

  private get version(): number {
    return versionIn(this.form)
  }

  private set version(version: number) {
    ;(this.form.elements.namedItem('version') as HTMLInputElement).value = String(version)
  }
}

/**
 * What a save in the middle of a sentence finds lacking stands hidden below the row until that is left or saved by hand: the rest of the sentence may
 * have it, and nothing moves under whoever types.
 */
function holdBack(fresh: HTMLFormElement, present: HTMLFormElement): void {
  const shown = [...present.querySelectorAll<HTMLElement>('[data-lacking]:not([data-held])')].map(({ dataset }) => dataset.lacking)
  for (const finding of fresh.querySelectorAll<HTMLElement>('[data-lacking]'))
    if (!shown.includes(finding.dataset.lacking)) finding.dataset.held = ''
}

const rowIn = (html: string) => new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLFormElement>('[data-row]')
const fieldIn = (form: HTMLFormElement) => form.elements.namedItem('target') as HTMLTextAreaElement
const versionIn = (form: HTMLFormElement) => Number((form.elements.namedItem('version') as HTMLInputElement).value)
