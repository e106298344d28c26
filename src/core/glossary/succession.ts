import type { Finding } from '../checks/finding.ts'
import type { Mend } from '../span.ts'
import { preferredRendering } from './entry.ts'
import type { Heir } from './mentions.ts'
import type { Rendering, Term, TermDraft } from './term.ts'

/**
 * An entry that knows what it was called before: what was right by former decisions and is so no longer counts as a rendering to avoid.
 * Held to it, an English text of a former decision shows where the new rendering goes, and where the new later form takes the place of the former.
 */
export function successor(term: Term, formers: readonly TermDraft[]): Heir {
  const known = new Set([...term.renderings.map(({ text }) => text), term.firstMention, term.laterMention])
  const dropped = [...new Set(formers.flatMap(rightBy))].filter((text) => text !== '' && !known.has(text))
  const renderings = [...term.renderings, ...dropped.map((text): Rendering => ({ text, standing: 'avoid' }))]
  return { ...term, renderings, formerShort: formers.map(({ laterMention }) => laterMention) }
}

function rightBy({ renderings, firstMention, laterMention }: TermDraft): string[] {
  return [...renderings.filter(({ standing }) => standing !== 'avoid').map(({ text }) => text), firstMention, laterMention]
}

/**
 * A changed entry with what follows from another preferred rendering and the person has left unsaid: the former one is to be avoided, and a
 * first mention left as it was says the new one. To be shown before it is stored.
 */
export function withConsequences(former: TermDraft, draft: TermDraft): TermDraft {
  const [old, fresh] = [preferredRendering(former), preferredRendering(draft)]
  if (old === '' || draft.renderings.some(({ text, standing }) => text === old && standing !== 'avoid')) return draft
  const isListed = draft.renderings.some(({ text }) => text === old)
  return {
    ...draft,
    renderings: isListed ? draft.renderings : [...draft.renderings, { text: old, standing: 'avoid' }],
    firstMention: draft.firstMention === former.firstMention ? renamed(draft.firstMention, old, fresh) : draft.firstMention,
  }
}

/** A first mention with another name in it; one in which the former name is only part of a longer one stays as it is. */
function renamed(mention: string, old: string, fresh: string): string {
  const at = mention.indexOf(old)
  const after = mention.slice(at + old.length)
  return at < 0 || /^\s*\p{L}/u.test(after) ? mention : `${mention.slice(0, at)}${fresh}${after}`
}

/** The English with every mend of this entry's findings in it; as it was where there is none. */
export function mendedFor(termId: number, findings: readonly Finding[], target: string): string {
  const mends = findings.flatMap(({ termId: id, verdict, mend }) => (id === termId && mend && replaces.includes(verdict) ? mend : []))
  return applied(separate(mends), target)
}

/** Where a rendering stands that is not the right one; how a first mention is worded is another matter. */
const replaces: readonly Finding['verdict'][] = ['avoid', 'variant']

/** In order, of two that overlap the first. */
function separate(mends: readonly Mend[]): Mend[] {
  const kept: Mend[] = []
  for (const mend of mends.toSorted((a, b) => a.start - b.start)) if (mend.start >= (kept.at(-1)?.end ?? 0)) kept.push(mend)
  return kept
}

function applied(mends: readonly Mend[], target: string): string {
  return mends.reduceRight((text, { start, end, text: mend }) => text.slice(0, start) + mend + text.slice(end), target)
}
