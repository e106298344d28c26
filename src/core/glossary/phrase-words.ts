import { key } from '../arabic/letters.ts'
import { traits, traitsOf } from '../arabic/neighbours.ts'
import { isWhole } from '../arabic/particles.ts'
import { listedNouns } from '../arabic/plurals.ts'
import { splitsOf } from '../arabic/proclitics.ts'
import { isUnnamed } from '../arabic/unnamed.ts'
import { type Word, words } from '../arabic/words.ts'

/** What one spelling of a word may be in a phrase that has no entry; the same for each place where it stands so. */
export interface PhraseWord {
  /** As it stands, in `plain` spelling, and without its proclitics. */
  whole: string
  bare: string
  /** Both as look-up keys without the article: what makes two phrases one. */
  inside: string
  atHead: string
  /** Of no name or term: a function word, a verb of news, a date, a number. */
  unnamed: boolean
  /** Has ب ك ل or ف: begins a phrase and never goes on with one; but للقوات goes on, as in القائد العام للقوات المسلحة. */
  begins: boolean
  /** Has و alone: may go on with a phrase of two words or more, as in لجنة الأمن والدفاع. */
  joins: boolean
  definite: boolean
  /** A title or profession: a person's name comes after it. */
  title: boolean
  /** A common noun or an adjective, as far as it is listed. */
  common: boolean
  adjective: boolean
}

/** The words of a text with what each may be. */
export interface ReadWord extends Pick<Word, 'start' | 'end' | 'gap'> {
  word: PhraseWord
}

/**
 * Reads texts with the words they have in common: whether و is the first letter of a word or a word of its own is told by how often the rest
 * stands alone. It gives way after every `turn` texts, so that whoever runs it can do something else meanwhile.
 */
export function* readTogether(texts: readonly string[]): Generator<void, ReadWord[][]> {
  const counts = new Map<string, number>()
  const cut: Word[][] = []
  for (const [index, text] of texts.entries()) {
    const list = words(text)
    for (const word of list) counts.set(word.key, (counts.get(word.key) ?? 0) + 1)
    cut.push(list)
    if (index % turn === turn - 1) yield
  }
  const known = new Map<string, PhraseWord>()
  const read = ({ start, end, gap, plain }: Word): ReadWord => {
    const word = known.get(plain) ?? phraseWord(plain, counts)
    known.set(plain, word)
    return { start, end, gap, word }
  }
  return cut.map((list) => list.map(read))
}

/** Texts read in one go: some five milliseconds. */
export const turn = 100

/** Professions after which news names a person, besides the titles of `neighbours.ts`. */
const professions = new Set(
  'النائبة الوزيرة السفيرة الباحث الباحثة المحلل المحللة الناشط الناشطة الصحفي الصحفية الصحافي الصحافية الإعلامي الإعلامية الخبير الخبيرة المتحدثة المحامية القاضية المديرة المدير'.split(
    ' ',
  ),
)

function phraseWord(whole: string, counts: ReadonlyMap<string, number>): PhraseWord {
  const { proclitics, bare } = withoutProclitics(whole, counts)
  const base = withoutArticle(bare)
  const seen = traitsOf(bare)
  return {
    whole,
    bare,
    inside: proclitics === 'و' ? `و${base}` : withoutArticle(whole),
    atHead: base,
    unnamed: isUnnamed(bare) || isUnnamed(whole) || whole.length < 2,
    begins: /[بكلف]/.test(proclitics) && !(proclitics === 'ل' && whole.startsWith('لل')),
    joins: proclitics === 'و',
    definite: bare.startsWith('ال') && bare.length > 3,
    title: (seen & traits.title) !== 0 || professions.has(bare),
    common: listedNouns().has(base) || (seen & (traits.adjective | traits.maybeVerb)) !== 0,
    adjective: (seen & traits.adjective) !== 0,
  }
}

/** The key of a word without its article; ألمانيا has none. */
function withoutArticle(word: string): string {
  return key(word.startsWith('ال') && word.length > 4 ? word.slice(2) : word)
}

interface Undressed {
  proclitics: string
  bare: string
}

/** A word without what is written to its front: الحشد of للحشد. Of several ways the one whose rest the texts have most often. */
export function withoutProclitics(whole: string, counts: ReadonlyMap<string, number>): Undressed {
  const asItIs = { proclitics: '', bare: whole }
  if (isUnnamed(whole) || isWhole(whole) || listedNouns().has(key(whole))) return asItIs
  const own = counts.get(key(whole)) ?? 0
  const ways = splitsOf(whole, key(whole)).flatMap(({ proclitics, from, article, shared }) => {
    if (proclitics.length === 0) return []
    const absorbed = proclitics.at(-1) === 'لل'
    const rest = whole.slice(from)
    const bare = absorbed
      ? `ال${shared ? 'ل' : ''}${rest.slice(shared ? 1 : 0)}`
      : article
        ? whole.slice(whole.indexOf('ال', proclitics.length))
        : rest
    const joint = /^[وف]$/.test(proclitics.join(''))
    return { proclitics: proclitics.join('').replace('لل', 'ل'), bare, likely: likelihood(bare, article, joint, own, counts) }
  })
  const best = ways.toSorted((a, b) => b.likely - a.likely)[0]
  return best && best.likely > 0 ? best : asItIs
}

/** The article leaves hardly a doubt that a letter before it is a proclitic; a bare rest must be a word that is met or listed, or a function word after و. */
function likelihood(bare: string, article: boolean, joint: boolean, own: number, counts: ReadonlyMap<string, number>): number {
  const met = counts.get(key(bare)) ?? 0
  if (joint && bare.length > 1 && isUnnamed(bare)) return 2 + met
  if (bare.length < 3) return 0
  if (article) return 1 + met
  return met >= own ? 1.5 + met : 0
}
