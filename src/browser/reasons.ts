/** A reason somebody is typing beside a finding or a status; an automatic save must not take it away. */
interface Reason {
  name: string
  value: string
  focused: boolean
  caret: number | null
}

/** The reasons that stand in the fields of a part of a row, half typed or more. */
export function typedReasons(part: Element): Reason[] {
  return [...part.querySelectorAll('input')]
    .map((input) => ({ name: input.name, value: input.value, focused: input === document.activeElement, caret: input.selectionStart }))
    .filter(({ value, focused }) => value !== '' || focused)
}

/** Puts a typed reason into its field again. Where its finding is gone, so is the field, and the reason with it. */
export function putBack(part: Element, { name, value, focused, caret }: Reason): void {
  const input = [...part.querySelectorAll('input')].find((input) => input.name === name && input.value === '')
  if (!input) return
  input.value = value
  const details = input.closest('details')
  if (details) details.open = true
  if (!focused) return
  input.focus()
  input.setSelectionRange(caret, caret)
}
