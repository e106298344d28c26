import { createHash } from 'node:crypto'
import { z } from 'zod'
import { checkedText, joinedParagraphs, paragraphsOf, splitParagraph, unwrapped } from '../core/document.ts'
import { decodedText } from '../formats/text.ts'
import { headingFields, line, text, uploadInsteadOf } from './forms.ts'
import type { Visit } from './visit.ts'

/** The raw text goes through the pages as JSON, because a form would change its line ends. */
const carried = text.transform((json, { addIssue }) => {
  try {
    return z.string().parse(json === '' ? '' : JSON.parse(json))
  } catch {
    addIssue({ code: 'custom', message: 'not a string in JSON' })
    return ''
  }
})

/**
 * The form of an article before it is stored, at both of its pages. `raw` comes from the preview, `kept` from the form that one went back to from
 * there; `shown` is the seal of the text as the page showed it.
 */
export const articleForm = z.object({
  ...headingFields,
  unit: z.enum(['paragraph', 'sentence']).default('paragraph'),
  text,
  raw: carried,
  kept: carried,
  shown: line,
  unwrap: z.string().optional(),
  again: z.string().optional(),
  join: z.coerce.number().int().min(1).optional(),
  split: z
    .string()
    .regex(/^\d+:\d+$/)
    .optional(),
})

export type ArticleForm = z.infer<typeof articleForm>

/** The raw text (that of the uploaded file, or what was pasted at first) and the text to be cut into paragraphs. */
export function givenArticle(visit: Visit, form: ArticleForm): { raw: string; text: string } {
  const file = uploadInsteadOf(visit, form.text)
  if (file) {
    const raw = checkedText(decodedText(file.bytes, file.name).text)
    return { raw, text: raw }
  }
  const pasted = isAsShown(form) && form.kept !== '' ? form.kept : form.text
  return { raw: checkedText(form.raw || pasted), text: form.text }
}

/** The text for the form that one goes back to: as it was pasted or, where somebody has joined, split or edited it since, as it is now. */
export function asGiven({ text, raw }: ArticleForm): { text: string; kept: string; shown: string } {
  return { text: isUntouched(text, raw) ? raw : paragraphsOf(text).join('\n'), kept: raw, shown: sealOf(text) }
}

/** Whether the paragraphs of the text are those that its page showed, so that their numbers still mean them. */
export function isAsShown({ text, shown }: ArticleForm): boolean {
  return shown === sealOf(text)
}

/** Tells the paragraphs of a text from any others. */
export function sealOf(text: string): string {
  return createHash('sha256').update(paragraphsOf(text).join('\n')).digest('base64url')
}

/** The paragraphs, one a line, after what the pressed button asks for. */
export function paragraphsAsked({ text, raw, join, split, unwrap }: ArticleForm): string {
  if (unwrap) return unwrapped(isUntouched(text, raw) ? raw : text).join('\n')
  if (join) return joinedParagraphs(paragraphsOf(text), join - 1).join('\n')
  if (!split) return text
  const [number, offset] = split.split(':').map(Number) as [number, number]
  return splitParagraph(paragraphsOf(text), number, offset).join('\n')
}

/** The raw text tells more, by its empty lines, as long as nobody has changed the paragraphs. */
function isUntouched(text: string, raw: string): boolean {
  return paragraphsOf(text).join('\n') === paragraphsOf(raw).join('\n')
}
