/** A text that the server does not have yet, kept in this browser so that neither a crash nor a lost connection takes it. */
export interface Kept {
  version: number
  target: string
}

/** Keeps what is typed in a segment until the server has it. A browser that keeps nothing (private mode, full) is no reason to stop typing. */
export function keep(segment: string, kept: Kept): void {
  try {
    localStorage.setItem(name(segment), JSON.stringify(kept))
  } catch {}
}

/** What was kept of a segment, if anything. */
export function keptOf(segment: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name(segment)) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

/** The server has it: nothing need be kept any more. */
export function release(segment: string): void {
  try {
    localStorage.removeItem(name(segment))
  } catch {}
}

/** The numbers of other segments whose text is still kept here. */
export function keptElsewhere(here: readonly string[]): string[] {
  try {
    const segments = Object.keys(localStorage).flatMap((key) => (key.startsWith(name('')) ? [key.slice(name('').length)] : []))
    return segments.filter((segment) => !here.includes(segment) && keptOf(segment) !== null)
  } catch {
    return []
  }
}

const name = (segment: string) => `tarjuman.segment.${segment}`

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'version' in value && 'target' in value && typeof value.target === 'string'
}
