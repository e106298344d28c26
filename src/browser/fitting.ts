/** Where a word goes in an English in which nobody has put the caret: behind the last word, before the full stop and a quotation mark that follows it. */
export function behindWords(english: string): number {
  return english.search(/(?:\s*(?<!\.\p{L})[.!?…]+["'”’)\]]*)?\s*$/u)
}

/** A word with the spaces that it needs between what stands before it and after it. */
export function fitted(word: string, before: string, after: string): string {
  const led = before !== '' && !/[\s(“"'«-]$/u.test(before) ? ` ${word}` : word
  return /^[\p{L}\p{N}]/u.test(after) ? `${led} ` : led
}
