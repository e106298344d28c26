import { closers } from './sentence-rules.ts'

/** The longest headline, in characters: what is longer is a sentence whose full stop somebody forgot. */
export const longestHeadline = 120

/** What may stand behind the sign that ends a sentence. */
export const afterSentence = [...closers, '"', ' ', '\n', '\t', '\u00A0', '\u200E', '\u200F'].join('')

/** What a sentence ends with, or goes on after. */
export const sentenceSigns = '.!?؟…:؛،'

/**
 * Whether a source is a headline, or a heading inside a text: short, and no sentence by its end (هجوم على قاعدة عسكرية). House styles bring in
 * no acronym there. The database tells the same by the same signs (`store/mentions.ts`).
 */
export function isHeadline(source: string): boolean {
  return source.length <= longestHeadline && endWithout(source, afterSentence) === endWithout(source, afterSentence + sentenceSigns)
}

function endWithout(text: string, signs: string): number {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--
  return end
}
