import type { Finding } from '../../checks/finding.ts'
import { american } from '../../english/british.ts'
import { wording } from '../../english/renderings.ts'
import type { Mend } from '../../span.ts'
import { isMadeOf } from '../enforce/brackets.ts'
import { isAcronym, type Successor } from '../enforce/mentions.ts'
import { preferredRendering } from '../entry.ts'
import type { Rendering, Term, TermDraft } from '../term.ts'

/**
 * An entry that knows what it was called before: what was right by former decisions and is so no longer counts as a rendering to avoid.
 * Held to it, an English text of a former decision shows where the new rendering goes, and where the new later form takes the place of the former.
 */
export function successor(term: Term, formers: readonly TermDraft[]): Successor {
  const listed = new Set(term.renderings.map(({ text }) => text))
  const dropped = namesLeft(term, formers).filter((text) => !listed.has(text))
  const renderings = [...term.renderings, ...dropped.map((text): Rendering => ({ text, standing: 'avoid' }))]
  return { ...term, renderings, formerShort: formers.map(({ laterMention }) => laterMention), replaced: replacedIn(term, formers) }
}

/** What was written in the line of a rendering that is right no longer, the newest state first; not of an acronym, which nobody may have brought in by its new letters. */
function replacedIn(term: TermDraft, formers: readonly TermDraft[]): Map<string, string> {
  const states = [term, ...formers]
  const pairs = formers.flatMap((former, index) => changedLines(former, states[index]!))
  return new Map(pairs.toReversed())
}

function changedLines(former: TermDraft, newer: TermDraft): [old: string, fresh: string][] {
  const known = new Set(former.renderings.map(({ text }) => text))
  return former.renderings.flatMap(({ text }, line): [string, string][] => {
    const fresh = newer.renderings[line]?.text
    return fresh !== undefined && !known.has(fresh) && !isAcronym(wording(text, true)) ? [[text, fresh]] : []
  })
}

/** What was right by former decisions and is so no longer. */
export function namesLeft(entry: TermDraft, formers: readonly TermDraft[]): string[] {
  const right = new Set(rightBy(entry))
  return [...new Set(formers.flatMap(rightBy))].filter((text) => text !== '' && !right.has(text))
}

function rightBy({ renderings, firstMention, laterMention }: TermDraft): string[] {
  return [...renderings.filter(({ standing }) => standing !== 'avoid').map(({ text }) => text), firstMention, laterMention]
}

/**
 * A changed entry with what follows from another preferred rendering and the person has left unsaid: the former one is to be avoided, in its
 * British or American spelling too, that of a new one which was to be avoided itself no longer is, a first mention left as it was says the new
 * one, and an acronym made of the former one that does not fit the new one goes with it. To be shown before it is stored.
 */
export function withConsequences(former: TermDraft, draft: TermDraft): TermDraft {
  const [old, fresh] = [preferredRendering(former), preferredRendering(draft)]
  const isKept = draft.renderings.some(({ text, standing }) => text === old && standing !== 'avoid')
  if (old === '' || isKept || isOf(fresh, old)) return draft
  const goes = (text: string) => (isOf(text, old) && !isOf(text, fresh)) || isSpelledOtherwise(text, old)
  const wasAvoided = former.renderings.some(({ text, standing }) => text === fresh && standing === 'avoid')
  const comes = (text: string) => wasAvoided && isSpelledOtherwise(text, fresh)
  const renderings = withAllowed(withAvoided(draft.renderings, old, goes), comes)
  return { ...draft, renderings, ...renamedMentions(former, draft, goes) }
}

/** Whether a text is an acronym made of a name. */
function isOf(text: string, name: string): boolean {
  const acronym = wording(text, true)
  return isAcronym(acronym) && isMadeOf(acronym.words[0]!, wording(name, true).words)
}

/** Popular Mobilisation Forces is the former name as well. */
function isSpelledOtherwise(text: string, name: string): boolean {
  const [one, other] = [text, name].map((each) => each.toLowerCase().split(' ').map(american).join(' '))
  return one === other
}

/** Where the former rendering is listed already somebody has seen what goes with it, and has decided. */
function withAvoided(renderings: readonly Rendering[], old: string, goes: (text: string) => boolean): Rendering[] {
  if (renderings.some(({ text }) => text === old)) return [...renderings]
  return [
    ...renderings.map((one) => (one.standing === 'allowed' && goes(one.text) ? { ...one, standing: 'avoid' as const } : one)),
    { text: old, standing: 'avoid' },
  ]
}

/** What was to be avoided and is so no longer. */
function withAllowed(renderings: readonly Rendering[], comes: (text: string) => boolean): Rendering[] {
  return renderings.map((one) => (one.standing === 'avoid' && comes(one.text) ? { text: one.text, standing: 'allowed' } : one))
}

/** First and later mention with the new name in them; as they are where the person has written another first mention. */
function renamedMentions(former: TermDraft, draft: TermDraft, goes: (text: string) => boolean) {
  const { firstMention, laterMention } = draft
  if (firstMention !== former.firstMention) return { firstMention, laterMention }
  const [old, fresh] = [preferredRendering(former), preferredRendering(draft)]
  const said = renamed(firstMention, old, fresh)
  const [, name, bracketed = ''] = /^(.*\S)\s*\(([^()]+)\)$/.exec(said) ?? []
  return {
    firstMention: goes(bracketed) ? (name === fresh ? '' : name!) : said,
    laterMention: laterMention === former.laterMention && goes(laterMention) ? '' : laterMention,
  }
}

/** A first mention with another name in it; one in which the former name is only part of a longer one stays as it is. */
function renamed(mention: string, old: string, fresh: string): string {
  const at = mention.indexOf(old)
  const after = mention.slice(at + old.length)
  return at < 0 || /^\s*\p{L}/u.test(after) ? mention : `${mention.slice(0, at)}${fresh}${after}`
}

/** The English with every mend of these entries' findings in it; as it was where there is none. */
export function mendedFor(termIds: ReadonlySet<number>, findings: readonly Finding[], target: string): string {
  const isTheirs = ({ termId, verdict }: Finding) => termId !== null && termIds.has(termId) && replaces.includes(verdict)
  return applied(separate(findings.filter(isTheirs).flatMap(({ mend }) => mend ?? [])), target)
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
