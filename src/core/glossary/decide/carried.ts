import { preferredRendering } from '../entry.ts'
import type { Glossary } from '../find/compile.ts'
import { findTerms } from '../find/find.ts'
import { enforcedFrom } from '../find/match.ts'
import type { Rendering, Term, TermDraft } from '../term.ts'
import { namesLeft } from './succession.ts'

/** An English text of an entry, and the same with the new name of another entry in it. */
export interface CarriedText {
  from: string
  to: string
}

/** Another entry that says the name which an entry is to give up. `isMeant`: a name whose Arabic is in its own, so that nobody need ask. */
export interface CarriedEntry {
  term: Term
  texts: CarriedText[]
  isMeant: boolean
}

/**
 * The other entries in whose English an entry's former name stands, with what they would say by the new one: قانون الحشد الشعبي, "Popular
 * Mobilization Forces law", where الحشد الشعبي is called otherwise. Of a common noun only those that have its Arabic too: "base" is in many.
 */
export function carriedBy(glossary: Glossary, former: Term, draft: TermDraft): CarriedEntry[] {
  const renamed = renaming(former, draft)
  return [...glossary.terms.values()]
    .filter(({ id }) => id !== former.id)
    .flatMap((term) => {
      const texts = textsOf(term).flatMap((from) => (renamed(from) === from ? [] : [{ from, to: renamed(from) }]))
      if (texts.length === 0) return []
      const isNamed = term.spellings.some((spelling) => standsIn(glossary, former.id, spelling))
      return isNamed || former.kind === 'name' ? [{ term, texts, isMeant: isNamed && former.kind === 'name' }] : []
    })
}

/** An entry with other texts in the place of some of its own; what a rendering was is to be avoided from now on. */
export function withCarried(entry: TermDraft, texts: readonly CarriedText[]): TermDraft {
  const fresh = new Map(texts.map(({ from, to }) => [from, to.trim()]))
  const now = (text: string) => fresh.get(text) ?? text
  const renderings = entry.renderings.map((one) => (one.standing === 'avoid' ? one : { ...one, text: now(one.text) }))
  const given = entry.renderings.filter(({ text, standing }) => standing !== 'avoid' && now(text) !== text)
  const avoided = given.map(({ text }): Rendering => ({ text, standing: 'avoid' }))
  return {
    ...entry,
    renderings: [...renderings, ...avoided],
    firstMention: now(entry.firstMention),
    laterMention: now(entry.laterMention),
  }
}

function textsOf({ renderings, firstMention, laterMention }: TermDraft): string[] {
  const usable = renderings.filter(({ standing }) => standing !== 'avoid').map(({ text }) => text)
  return [...new Set([...usable, firstMention, laterMention])].filter((text) => text !== '')
}

/** Puts the new name where a former one stands as a whole, and the new later form for the former; where the new name stands already it stays. */
function renaming(former: TermDraft, draft: TermDraft): (text: string) => string {
  const [old, fresh] = [preferredRendering(former), preferredRendering(draft)]
  if (old === fresh || fresh === '') return (text) => text
  const short = draft.laterMention === former.laterMention ? '' : draft.laterMention
  const names = new Map(namesLeft(draft, [former]).map((name) => [name, (name === former.laterMention && short) || fresh]))
  const either = [fresh, ...names.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return (text) => text.replace(whole, (name) => names.get(name) ?? name)
}

function standsIn(glossary: Glossary, termId: number, arabic: string): boolean {
  return findTerms(glossary, arabic).some((match) => match.termId === termId && match.confidence >= enforcedFrom)
}
