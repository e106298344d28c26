/** What a key means in the workbench: a verb, or the number of a term to insert. */
export type KeyMeaning = 'confirm' | 'save' | 'previous' | 'next' | 'copy' | 'term' | 'concordance' | 'keys' | `${number}`

/**
 * The meaning of a key, or null. `event.key` is looked at first and `event.code` second, because with an Arabic keyboard layout the S key says س.
 * Keys that belong to a word being composed mean nothing.
 */
export function keyOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>,
): KeyMeaning | null {
  if (event.isComposing) return null
  const command = event.ctrlKey || event.metaKey
  const latin = /^[a-z]$/i.test(event.key)
  const letter = (name: string) => event.key.toLowerCase() === name || (!latin && event.code === `Key${name.toUpperCase()}`)
  if (command && !event.altKey) {
    if (event.key === 'Enter') return 'confirm'
    if (letter('s') && !event.shiftKey) return 'save'
    if (event.key === 'Insert') return 'copy'
    return null
  }
  if (event.altKey && !command) {
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    if (event.shiftKey && digit) return digit as `${number}`
    if (event.key === 'ArrowUp') return 'previous'
    if (event.key === 'ArrowDown') return 'next'
    if (letter('t') && !event.shiftKey) return 'term'
    if (letter('k') && !event.shiftKey) return 'concordance'
    return null
  }
  return event.key === '?' || event.key === '؟' ? 'keys' : null
}
