import type { Surroundings } from '../glossary/enforce/mentions.ts'
import type { Glossary } from '../glossary/find/compile.ts'
import type { Habits } from '../glossary/find/find.ts'
import type { TermDraft } from '../glossary/term.ts'
import type { TextPair } from '../segment.ts'
import type { Mend, Span } from '../span.ts'

export type CheckName = 'terms' | 'untranslated'

/** `required` keeps a segment from being done; `none` is for what is right (verdict *ok*), shown but never counted. */
export type Severity = 'required' | 'warning' | 'advice' | 'none'

/**
 * For terms: right, missing, an unapproved spelling, a rendering to avoid; at the first mention in a document: the short form before the long
 * one, the long one without the short one that is used later, a short one brought in and never used. For untranslated: the target is empty.
 */
export type Verdict = 'ok' | 'missing' | 'variant' | 'avoid' | 'short' | 'unintroduced' | 'unused' | 'empty'

/**
 * What a check has to say about a segment. Findings are derived: they can be thrown away and made again.
 * The sentence for it stands in `i18n` under `findings.<check>.<verdict>` and is filled from `values`.
 */
export interface Finding {
  check: CheckName
  severity: Severity
  verdict: Verdict
  termId: number | null
  source: Span | null
  target: Span | null
  /** For terms: `surface` (the Arabic as it stands), `spelling` (the entry's), `wanted` (the rendering to use), `found` (the English that stands there, if any), at a first mention `short` (the later form). */
  values: Record<string, string>
  /** The change of the target that is proposed. */
  mend: Mend | null
}

/**
 * A finding somebody overruled. It holds as long as the segment's target is what it was and the entry asks what it asked:
 * `target` and `termVersion` are kept to tell.
 */
export interface Waiver {
  id: number
  segmentId: number
  check: CheckName
  verdict: Verdict
  termId: number | null
  termVersion: number | null
  /** The Arabic as it stood in the text (empty for checks without one), so that each occurrence of it is covered. */
  surface: string
  target: string
  reason: string
  person: string
  at: string
}

/** A waiver and the entry as it was when it was given; null where the entry is of that version still, or the waiver is about none. */
export interface RecordedWaiver extends Waiver {
  termThen: TermDraft | null
}

/** What a check may ask besides the two texts: how the document spells, and what stands around the segment in it. */
interface Context {
  habits?: Habits | undefined
  surroundings?: Surroundings | undefined
}

/** One thing that is looked at in every segment: one file each, listed in `index.ts`. */
export type Check = (segment: TextPair, glossary: Glossary, context: Context) => Finding[]
