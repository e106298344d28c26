import { allowedStates, listedStates, rolesOf, type States } from '../../arabic/agreement.ts'
import { articleOf, cutKeys, type Role, type Stem, singularStemsOf, stemsOf } from '../../arabic/inflection.ts'
import { key } from '../../arabic/letters.ts'
import { words } from '../../arabic/words.ts'
import type { Term } from '../term.ts'
import { isAdjectiveEntry } from './adjective-entry.ts'
import { type Signs, signsOf } from './signs.ts'

/** One Arabic spelling of an entry, ready to be looked for. */
export interface Spelling {
  term: Term
  text: string
  /** Its words in `plain` spelling. */
  words: string[]
  listed: States
  /** The states in which its words may stand together; of a single word, any. */
  allowed: ReadonlySet<States> | undefined
  /** What else it is made of than Arabic words. */
  signs: Signs | undefined
  /** Forms of its first word, article included, that are never to be found. */
  struck: ReadonlySet<string>
  /** One of 32 bits: two sets of spellings whose bits do not meet have none in common. */
  bit: number
}

/** A word of a spelling under one of its stems. */
export interface StemEntry {
  spelling: Spelling
  position: number
  stem: Stem
  /** The word of the entry, with its article and without. */
  word: string
  base: string
  listedArticle: boolean
  /** True where the article may neither come nor go. */
  fixed: boolean
}

/** The stems that have one trunk, by the letter cut off: of قاعدة the trunks قاعدة with nothing cut and قاعد with ة. */
export interface Trunk {
  cutKey: string
  entries: StemEntry[]
}

/** Stems without article, by what is left of their look-up key when an ending has cut a letter off, or nothing. */
export type Trunks = ReadonlyMap<string, readonly Trunk[]>

/** Adds the stems of every spelling of an entry, those written joined or apart too. */
export function addEntry(trunks: Map<string, Trunk[]>, term: Term): void {
  for (const text of new Set(term.spellings)) {
    const listed = words(text).map((word) => word.plain)
    const signs = signsOf(text)
    addSpelling(trunks, term, text, listed, signs)
    const joint = term.kind === 'name' && !signs ? otherJoint(listed) : undefined
    if (joint) addSpelling(trunks, term, text, joint, undefined)
  }
}

/** عبد الله is also written عبدالله, and the other way round; undefined for a name without such a part. */
function otherJoint(listed: readonly string[]): string[] | undefined {
  const parted = listed.flatMap((word) => (/^(?:عبدال|[اأ]بوال).{2,}$/.test(word) ? [word.slice(0, 3), word.slice(3)] : [word]))
  if (parted.length > listed.length) return parted
  const at = listed.findIndex(
    (word, i) => (word === 'عبد' && listed[i + 1]?.startsWith('ال')) || (/^[أا]بو$/.test(word) && listed.length > i + 1),
  )
  return at < 0 ? undefined : [...listed.slice(0, at), `${listed[at]}${listed[at + 1]}`, ...listed.slice(at + 2)]
}

function addSpelling(trunks: Map<string, Trunk[]>, term: Term, text: string, listed: string[], signs: Signs | undefined): void {
  const articles = listed.map((word) => articleOf(word) !== '')
  const free = listed.length > 1 && term.kind !== 'name' && !term.exactOnly
  const own = listedStates(articles)
  const allowed = free ? allowedStates(articles) : listed.length > 1 ? new Set([own]) : undefined
  const bit = 1 << (term.id & 31)
  const spelling: Spelling = { term, text, words: listed, listed: own, allowed, signs, struck: struckForms(term), bit }
  const roles = rolesIn(term, articles)
  listed.forEach((word, position) => {
    const role = roles[position] ?? 'fixed'
    const base = articles[position] ? word.slice(2) : word
    const fixed = role === 'name' || role === 'fixed'
    const listedArticle = articles[position] ?? false
    const entry = { spelling, position, word, base, listedArticle, fixed }
    const singulars = listed.length > 1 ? singularStemsOf(base, role) : []
    const plurals = position === 0 ? ownPlurals(term) : []
    for (const stem of [...stemsOf(base, role, plurals), ...singulars]) addStem(trunks, { ...entry, stem })
    // المانيا in an entry may be meant as ألمانيا: what looks like its article is then none.
    if (fixed && listedArticle)
      for (const stem of stemsOf(word, role)) addStem(trunks, { ...entry, base: word, listedArticle: false, stem })
  })
}

/** The role of each word of a spelling, by where it has the article. */
export function rolesIn(term: Term, articles: readonly boolean[]): Role[] {
  if (term.kind === 'name' || term.exactOnly) return articles.map(() => 'name')
  return articles.length > 1 ? rolesOf(articles) : [isAdjectiveEntry(term) ? 'adjective' : 'noun']
}

/** The plurals that an entry gives of its head word, without article. */
export function ownPlurals(term: Term): string[] {
  return term.exactOnly
    ? []
    : term.plurals.flatMap((plural) => words(plural).slice(0, 1)).map(({ plain }) => plain.slice(articleOf(plain).length))
}

/** The forms of its head word, article included, in which an entry is never to be found; of a struck phrase the first word counts. */
export function struckForms(term: Term): ReadonlySet<string> {
  return new Set(term.struck.flatMap((form) => words(form).slice(0, 1)).map((word) => word.plain))
}

function addStem(trunks: Map<string, Trunk[]>, entry: StemEntry): void {
  const whole = key(entry.stem.plain)
  for (const cutKey of cutKeys) {
    if (whole.endsWith(cutKey)) addToTrunk(trunks, whole.slice(0, whole.length - cutKey.length), cutKey, entry)
  }
}

function addToTrunk(trunks: Map<string, Trunk[]>, at: string, cutKey: string, entry: StemEntry): void {
  const there = trunks.get(at)
  const trunk = there?.find((one) => one.cutKey === cutKey)
  if (trunk) trunk.entries.push(entry)
  else if (there) there.push({ cutKey, entries: [entry] })
  else trunks.set(at, [{ cutKey, entries: [entry] }])
}
