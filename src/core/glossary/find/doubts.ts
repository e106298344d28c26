import { isAdjective } from '../../arabic/adjectives.ts'
import type { Habits } from '../../arabic/habits.ts'
import { type Ending, endingConfidence } from '../../arabic/inflection.ts'
import { key } from '../../arabic/letters.ts'
import { isBesideAdjective, isOwnFeminine, isParticle, isWhole } from '../../arabic/particles.ts'
import { hasBrokenPlural, listedNouns } from '../../arabic/plurals.ts'
import type { Split } from '../../arabic/proclitics.ts'
import { respelling } from '../../arabic/respelling.ts'
import { hasMoreShadda, isDoubled, marksContradict, marksOf } from '../../arabic/vowels.ts'
import { words } from '../../arabic/words.ts'
import { isAdjectiveEntry } from './adjective-entry.ts'
import type { StemEntry } from './trunks.ts'

/** A word of the text as it is read against one entry after the other. */
export interface TextWord {
  plain: string
  key: string
  habits: Habits
  isParticle: boolean
  /** What the word is for its neighbours, as bits of `traits`. */
  traits: number
  /** The vowel marks of its letters, where it has any. */
  marks: string[] | undefined
}

/** What makes a reading less likely, one a row. */
const doubts = {
  /** A word known by itself is rarely a proclitic and a rest: بيان. */
  wholeWordCut: 0.45,
  /** A listed noun is rarely an inflected form of another: محافظة is not the feminine of محافظ. */
  otherNoun: 0.5,
  /** العامة is hardly ever of the noun عام: possible only. */
  adjectivesFeminine: 0.65,
  /** After a one-letter proclitic only one or two letters are left. */
  twoLettersLeft: 0.6,
  twoLettersLeftWithArticle: 0.9,
  threeLettersLeft: 0.85,
  /** A preposition governs the genitive, which has no alif of tanwin. */
  tanwinAfterPreposition: 0.6,
  /** A name with the article that its entry does not have, or without. */
  nameGainsArticle: 0.65,
  nameLosesArticle: 0.65,
  /** A name that is a common word with the article, and may be that word without: possible only. */
  commonWordLosesArticle: 0.55,
  personChangesArticle: 0.48,
  /** على for علي. */
  particle: 0.4,
  /** The marks of entry and text differ: عُمان and عَمّان. */
  otherMarks: 0.25,
  /** A shadda that the noun does not have: كُتّاب beside كتاب. */
  otherShadda: 0.55,
}

/** How likely the word, as it is written, stands for what the entry would have there; 0 where it is a particle and nothing else. */
export function likelihood(entry: StemEntry, ending: Ending, split: Split, word: TextWord, expected: string, written: string): number {
  const { stem, spelling } = entry
  const exact = expected === written
  const dotted = isParticleWithDots(split, expected, written, word.habits)
  const own = expected === entry.word && (exact || (word.habits.finalAlif === 'dotted' && expected.endsWith('ى')))
  const asParticle = dotted || (standsAsParticle(split, written) && !own)
  if (asParticle && !isNameBesideParticle(entry, written, word.habits, dotted)) return 0
  return (
    split.confidence *
    stem.confidence *
    endingConfidence(stem.plain, ending) *
    (exact ? 1 : respelling(expected, written, word.habits, spelling.term.kind === 'name')) *
    (asParticle ? doubts.particle : 1) *
    (word.marks ? marksDoubt(entry, word.marks.slice(split.from)) : 1) *
    (changesArticle(entry, split.article) ? articleDoubt(entry, split.article) : 1)
  )
}

/** Whether the text has the article where the entry's word, which can neither get nor lose one, has none, or the other way round. */
export function changesArticle(entry: StemEntry, article: boolean): boolean {
  return entry.fixed && article !== entry.listedArticle
}

/** سارس and السارس are one name; a person حسن is not الحسن, and of a name that is a common word the article may only be missing: 33 مليون يورو. */
export function mayChangeArticle({ spelling, base }: StemEntry, gained: boolean): boolean {
  if (spelling.words.length > 1 || spelling.term.kind !== 'name' || spelling.term.exactOnly) return false
  return base.length > 3 && !isAdjective(base) && !(gained && isCommon(base))
}

function isCommon(base: string): boolean {
  return listedNouns().has(key(base))
}

/** بشير and البشير are likely two persons, سارس and السارس hardly two things. */
function articleDoubt({ base }: StemEntry, gained: boolean): number {
  if (/^..ي.$/.test(base)) return doubts.personChangesArticle
  if (gained) return doubts.nameGainsArticle
  return isCommon(base) ? doubts.commonWordLosesArticle : doubts.nameLosesArticle
}

/** What the marks of a text say against the entry's own word, given from its first letter after proclitics and article on. */
function marksDoubt({ spelling, position, stem, word: listed, base }: StemEntry, marks: readonly string[]): number {
  if (stem.plain !== base) return 1
  const all = words(spelling.text)
  const own = all.length === spelling.words.length ? all[position] : undefined
  const ownMarks = own && marksOf(spelling.text.slice(own.start, own.end))?.slice(listed.length - base.length)
  if (ownMarks && marksContradict(ownMarks, marks)) return doubts.otherMarks
  if (spelling.words.length > 1) return 1
  return (ownMarks ? hasMoreShadda(base, ownMarks, marks) : isDoubled(base, marks)) ? doubts.otherShadda : 1
}

/** على, and وعلى. */
function standsAsParticle({ proclitics, article }: Split, written: string): boolean {
  return !article && isParticle(written) && proclitics.every((one) => one === 'و' || one === 'ف')
}

/** علي for على where a text gives dots to every final ى, and the entry has none. */
function isParticleWithDots(split: Split, expected: string, written: string, { finalAlif }: Habits): boolean {
  if (finalAlif !== 'dotted' || !written.endsWith('ي') || expected.endsWith('ى')) return false
  return standsAsParticle(split, `${written.slice(0, -1)}ى`)
}

/** Where a text leaves out the dots of every final ي, على may be the man علي; where it gives dots to every ى, علي mostly is not. */
function isNameBesideParticle({ spelling, word: listed }: StemEntry, written: string, habits: Habits, dotted: boolean): boolean {
  if (spelling.term.kind !== 'name') return false
  return dotted || (habits.finalYa === 'dotless' && written.endsWith('ى') && listed === `${written.slice(0, -1)}ي`)
}

/** How much less likely a single word's reading is for what else the word may be. */
export function doubt(entry: StemEntry, ending: Ending, split: Split, word: TextWord, expected: string): number {
  let factor = 1
  const proclitic = split.proclitics.at(-1)
  if (proclitic && proclitic !== 'لل') {
    if (expected.length <= 2) factor *= split.article ? doubts.twoLettersLeftWithArticle : doubts.twoLettersLeft
    else if (expected.length === 3 && !split.article) factor *= doubts.threeLettersLeft
    if (isWhole(word.plain) || isListed(word.key, ending)) factor *= doubts.wholeWordCut
    if (ending.form === 'tanwin' && 'بكل'.includes(proclitic)) factor *= doubts.tanwinAfterPreposition
  }
  if (isOtherNoun(entry, ending, split, expected)) factor *= doubts.otherNoun
  else if (isAdjectivesFeminine(entry, ending)) factor *= doubts.adjectivesFeminine
  return factor
}

/** بضائع is a word, and بضائعهم that word with its pronoun: neither is ب and ضائع. */
function isListed(word: string, { use, addKey, cutKey }: Ending): boolean {
  return listedNouns().has(word) || (use === 'pronoun' && listedNouns().has(word.slice(0, word.length - addKey.length) + cutKey))
}

/** True of العامة for the noun عام; an entry that means the adjective keeps its feminine. */
export function isAdjectivesFeminine({ stem, spelling }: StemEntry, { form }: Ending): boolean {
  return /^feminine(?!-plural)/.test(form) && isBesideAdjective(stem.plain) && !isAdjectiveEntry(spelling.term)
}

/** True when the form made is a noun of its own that the entry does not have among its stems. */
function isOtherNoun(entry: StemEntry, ending: Ending, { article }: Split, expected: string): boolean {
  if (entry.stem.plain === expected || ending.form === 'defective') return false
  // سيره is سير with its pronoun; السيره can only be سيرة.
  const asHa = ending.form === 'ta-marbuta-as-ha' && entry.stem.plain.endsWith('ة')
  if (asHa) return !article && listedNouns().has(key(expected.slice(0, -1)))
  if (isOwnFeminine(expected) || isWhole(expected) || isOfOwnFeminine(entry, ending)) return true
  // رائعة is a masterpiece now and then, and the feminine of رائع every day.
  return listedNouns().has(key(expected)) && !(ending.form === 'feminine' && isAdjective(entry.stem.plain))
}

/** محافظات are of محافظة, not of محافظ; and عملات not of عمل, a short noun that has a broken plural. */
function isOfOwnFeminine({ stem }: StemEntry, { form }: Ending): boolean {
  if (!/^feminine-/.test(form) || stem.plain.endsWith('ة')) return false
  return isOwnFeminine(`${stem.plain}ة`) || (stem.plain.length === 3 && hasBrokenPlural(stem.plain))
}
