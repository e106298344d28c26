/** A part of a page as it is now; null where it cannot be had: it is an aid, and the row says that the server cannot be reached. */
export async function freshPart(address: string, part: 'pane' | 'progress'): Promise<HTMLElement | null> {
  try {
    const answer = await fetch(`${address}?part=${part}`, { headers: { 'X-Part': part } })
    if (!answer.ok) return null
    return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector<HTMLElement>(`[data-${part}]`)
  } catch {
    return null
  }
}

/** Brings the document's progress up to date. */
export async function loadProgress(): Promise<void> {
  const fresh = await freshPart(location.pathname, 'progress')
  if (fresh) document.querySelector('[data-progress]')?.replaceWith(fresh)
}
