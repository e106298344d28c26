import type { Row } from './row.ts'

/** Opens the form for a new term with the selected Arabic and English in it. */
export function beginTerm({ field }: Row): void {
  const details = document.querySelector<HTMLDetailsElement>('[data-add-term]')
  if (!details) return
  const english = field.value.slice(field.selectionStart, field.selectionEnd).trim()
  const arabic = selectedArabic()
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('.pane-sheet, [data-add-term]')) folded.open = true
  const [spellings, rendering] = ['spellings', 'rendering'].map((name) => details.querySelector<HTMLInputElement>(`[name="${name}"]`))
  if (spellings && arabic) spellings.value = arabic
  if (rendering && english) rendering.value = english
  ;(arabic ? rendering : spellings)?.focus()
}

/** Opens every place of the selected Arabic in a page of its own; without a selection one types the word there. */
export function openConcordance(): void {
  window.open(`/concordance?word=${encodeURIComponent(selectedArabic().slice(0, 200))}`, '_blank', 'noopener')
}

function selectedArabic(): string {
  const selected = getSelection()?.toString().trim() ?? ''
  return /\p{Script=Arabic}/u.test(selected) ? selected : ''
}
