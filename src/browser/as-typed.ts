/** Puts a text in the place of a stretch of a field, as if it had been typed, so that the browser can undo it. */
export function putAsTyped(field: HTMLTextAreaElement, text: string, start: number, end: number): void {
  field.focus({ preventScroll: true })
  field.setSelectionRange(start, end)
  if (document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) return
  field.setRangeText(text, start, end, 'end')
  field.dispatchEvent(new Event('input'))
}

/** Makes a field read so, as if what differs had been typed. */
export function rewriteAsTyped(field: HTMLTextAreaElement, text: string): void {
  const { value } = field
  const shorter = Math.min(value.length, text.length)
  let start = 0
  while (start < shorter && value[start] === text[start]) start++
  let rest = 0
  while (rest < shorter - start && value.at(-1 - rest) === text.at(-1 - rest)) rest++
  // Never inside a character of two units.
  if (/[\uD800-\uDBFF]/.test(value[start - 1] ?? '')) start--
  if (rest > 0 && /[\uDC00-\uDFFF]/.test(value.at(-rest) ?? '')) rest--
  putAsTyped(field, text.slice(start, text.length - rest), start, value.length - rest)
}
