/** What is typed in the forms of a page comes back when its language or its look is changed, which loads it anew. Rows keep their texts themselves. */
export function keepTypedForms(): void {
  bringBack()
  const atFirst = states()
  document.addEventListener('submit', ({ target }) => {
    if (!(target instanceof HTMLFormElement) || new URL(target.action).pathname !== '/preferences') return
    const typed = states()
    if (typed.join('\0') === atFirst.join('\0')) return
    try {
      sessionStorage.setItem(place, JSON.stringify({ address: address(), typed }))
    } catch {}
  })
}

const place = 'tarjuman.typed'
const address = () => location.pathname + location.search

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function fields(): Field[] {
  const all = document.querySelectorAll<Field>('main form:not([data-row]) :is(input, textarea, select)')
  return [...all].filter(({ type }) => type !== 'hidden' && type !== 'file')
}

function states(): string[] {
  return fields().map((field) => (isTicked(field) ? String(field.checked) : field.value))
}

function isTicked(field: Field): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio'
}

function bringBack(): void {
  const kept = taken()
  const here = fields()
  if (kept?.address !== address() || kept.typed.length !== here.length) return
  for (const [index, field] of here.entries()) put(field, kept.typed[index]!)
}

/** What was kept, which is kept no longer. A browser that keeps nothing (private mode) has none. */
function taken(): { address: string; typed: string[] } | null {
  try {
    const kept = sessionStorage.getItem(place)
    sessionStorage.removeItem(place)
    return JSON.parse(kept ?? 'null')
  } catch {
    return null
  }
}

function put(field: Field, state: string): void {
  if (isTicked(field)) field.checked = state === 'true'
  else if (field.value !== state) {
    field.value = state
    const folded = field.closest('details')
    if (folded) folded.open = true
  }
}
