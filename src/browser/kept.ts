/** A text that the server does not have yet, kept in this browser so that neither a crash nor a lost connection takes it. */
export interface Kept {
  version: number
  target: string
}

/** Keeps what is typed in a segment until the server has it. A browser that keeps nothing (private mode, full) is no reason to stop typing. */
export function keep(segment: string, kept: Kept): void {
  try {
    localStorage.setItem(nameOf(segment), JSON.stringify({ ...kept, at: Date.now() }))
  } catch {}
}

/** The server has what this tab kept of it; what another tab keeps is another's. */
export function release(segment: string): void {
  try {
    localStorage.removeItem(nameOf(segment))
  } catch {}
}

/**
 * What this tab kept of a segment or else, where its field is still free, what a tab did last that is closed by now: from now on this one keeps
 * it. A tab that is still open sends its text itself.
 */
export async function takeKept(segment: string, isFree: () => boolean): Promise<Kept | null> {
  const all = keptTexts().filter((one) => one.segment === segment)
  const own = all.find((one) => one.tab === tab)
  if (own || all.length === 0) return own ?? null
  const open = await openTabs()
  const [latest] = all.filter((one) => !open.has(one.tab)).sort((a, b) => b.at - a.at)
  if (!latest || !isFree()) return null
  keep(segment, latest)
  localStorage.removeItem(latest.name)
  return latest
}

/** The numbers of other segments whose text is still kept by this tab or by one that is closed. */
export async function keptElsewhere(here: readonly string[]): Promise<string[]> {
  const all = keptTexts().filter(({ segment }) => !here.includes(segment))
  if (all.length === 0) return []
  const open = await openTabs()
  return [...new Set(all.filter((one) => !open.has(one.tab)).map(({ segment }) => segment))]
}

/** A kept text, the name it is kept under, and what the name says: `tarjuman.SEAL.SEGMENT.TAB`. */
interface KeptText extends Kept {
  at: number
  name: string
  segment: string
  tab: string
}

/** The texts of one database never come into those of another that is opened at the same address. */
const place = `tarjuman.${document.body.dataset.seal}.`
const tab = tabName()
const nameOf = (segment: string) => `${place}${segment}.${tab}`

// Held for as long as the tab is open, so that others can see that it is.
void navigator.locks?.request(place + tab, () => new Promise(() => {}))

/** The same through all pages of a tab. */
function tabName(): string {
  const fresh = Math.random().toString(36).slice(2)
  try {
    const kept = sessionStorage.getItem('tarjuman.tab') ?? fresh
    sessionStorage.setItem('tarjuman.tab', kept)
    return kept
  } catch {
    return fresh
  }
}

/** The tabs that are open besides this one. */
async function openTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return new Set(held.flatMap(({ name }) => (name?.startsWith(place) && name !== place + tab ? [name.slice(place.length)] : [])))
}

function keptTexts(): KeptText[] {
  try {
    return Object.keys(localStorage).flatMap((name) => {
      if (!name.startsWith(place)) return []
      const [segment = '', tab = ''] = name.slice(place.length).split('.')
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
      return isKept(kept) ? [{ ...kept, name, segment, tab }] : []
    })
  } catch {
    return []
  }
}

function isKept(value: unknown): value is Kept & { at: number } {
  return typeof value === 'object' && value !== null && 'version' in value && 'target' in value && typeof value.target === 'string'
}
