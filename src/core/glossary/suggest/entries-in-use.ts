import type { Finding } from '../../checks/finding.ts'
import { englishKey, englishWords } from '../../english/words.ts'
import { enforce } from '../enforce/enforce.ts'
import { preferredRendering } from '../entry.ts'
import type { Glossary } from '../find/compile.ts'
import { findTerms } from '../find/find.ts'
import type { Term } from '../term.ts'
import { byWays, type SeveralWays, type Way } from './renderings-in-use.ts'
import type { ReadableText } from './suggest.ts'

/**
 * Entries that the English has in more than one way: each rendering of the entry that stands somewhere, and each spelling or wording beside
 * them, from what the terms check finds (right ones included). First and later mentions are one way: that is how the entry wants it.
 */
export function* entriesInUse(texts: readonly ReadableText[], glossary: Glossary): Generator<void, SeveralWays[]> {
  const uses = new Map<number, Map<string, Way>>()
  for (const [index, { source, target, habits }] of texts.entries()) {
    const findings = target === '' ? [] : enforce(glossary, findTerms(glossary, source, habits), source, target)
    for (const finding of findings) note(uses, finding, glossary.terms, index)
    if (index % turn === turn - 1) yield
  }
  return [...uses].flatMap(([termId, ways]) => several(glossary.terms.get(termId)!, ways)).sort(byWays)
}

/** Checking a translation is slower than cutting it into words. */
const turn = 20

function note(uses: Map<number, Map<string, Way>>, finding: Finding, terms: ReadonlyMap<number, Term>, text: number): void {
  const term = finding.termId === null ? undefined : terms.get(finding.termId)
  const found = finding.values.found ?? ''
  if (!term || found === '' || finding.source === null) return
  const way = wayOf(term, found, finding)
  const ways = uses.get(term.id) ?? new Map<string, Way>()
  uses.set(term.id, ways)
  const there = ways.get(way.text) ?? way
  there.texts.push(text)
  ways.set(way.text, there)
}

function several(term: Term, ways: ReadonlyMap<string, Way>): SeveralWays[] {
  if (ways.size < 2) return []
  return [{ spelling: term.spellings[0]!, termId: term.id, ways: [...ways.values()].sort((a, b) => b.texts.length - a.texts.length) }]
}

/** What stands there as the entry has it: forces' is the rendering "forces", and a first or later mention the preferred one. */
function wayOf(term: Term, found: string, { verdict }: Finding): Way {
  const preferred = preferredRendering(term)
  const mentions = [term.firstMention, term.laterMention].filter((text) => text !== '')
  if (mentions.some((text) => sameWords(text, found))) return { text: preferred, standing: 'preferred', texts: [] }
  const name = withoutBrackets(found)
  const listed = [found, name].flatMap((one) => term.renderings.find(({ text }) => sameWords(text, one)) ?? [])[0]
  if (listed) return { text: listed.text, standing: listed.standing, texts: [] }
  if (verdict === 'ok') return { text: preferred, standing: 'preferred', texts: [] }
  return { text: bare(name), standing: 'unlisted', texts: [] }
}

/** A name and its acronym in brackets are found as one; what the name is called is said without it. */
function withoutBrackets(found: string): string {
  return found.replace(/\s*\([^()]*\)$/u, '')
}

/** The same words whatever their capitals, number and possessive endings. */
function sameWords(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(text: string): string {
  return englishWords(text)
    .map(({ key }) => key.replace(/s$/, ''))
    .filter((key) => key !== 'the')
    .join(' ')
}

function bare(found: string): string {
  const words = englishWords(found)
  return words.map(({ text, gap }, index) => text + (index < words.length - 1 ? gap : '')).join('') || englishKey(found)
}
