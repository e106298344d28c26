import { isAdjective } from '../arabic/adjectives.ts'
import { stateLetter } from '../arabic/agreement.ts'
import type { Habits } from '../arabic/habits.ts'
import {
  type Ending,
  endingConfidence,
  endingsByAddition,
  type FormName,
  formName,
  longestAddition,
  stateOf,
} from '../arabic/inflection.ts'
import { key, plain } from '../arabic/letters.ts'
import { ambiguityOf, type Cue, cuesFor, noCues, type Reader, traitsAsWritten } from '../arabic/neighbours.ts'
import { isBesideAdjective, isOwnFeminine, isParticle, isWhole } from '../arabic/particles.ts'
import { hasBrokenPlural, listedNouns } from '../arabic/plurals.ts'
import { type Split, splitsOf } from '../arabic/proclitics.ts'
import { respelling } from '../arabic/respelling.ts'
import { hasMoreShadda, isDoubled, marksContradict, marksOf } from '../arabic/vowels.ts'
import { words } from '../arabic/words.ts'
import { possibleFrom, type WordAnalysis } from './match.ts'
import type { Spelling, StemEntry, Trunks } from './trunks.ts'

/** A word of a text read as a word of one spelling. */
export interface Reading {
  spelling: Spelling
  state: string
  confidence: number
  why: WordAnalysis
  /** What its neighbours may tell of it; of a single word only. */
  cues: readonly Cue[]
}

/** All that a word of a text can be: a whole entry, the first word of a phrase, or a later one, by its position in the phrase. */
export interface WordReadings {
  alone: Reading[]
  /** True where no neighbour can change `alone`: rivals are settled already and the likeliest comes first. */
  settled: boolean
  first: Map<Spelling, Reading[]>
  later: Map<Spelling, Map<number, Reading[]>>
  /** The bits of the spellings in `first`, and in `later`. */
  firstBits: number
  laterBits: number
}

/** A word of the text as it is read against one entry after the other. */
interface TextWord {
  plain: string
  key: string
  habits: Habits
  isParticle: boolean
  /** What the word is for its neighbours, as bits of `traits`. */
  traits: number
  /** The vowel marks of its letters, where it has any. */
  marks: string[] | undefined
}

interface FoundStem {
  entry: StemEntry
  reading: Reading
}

/** Below this a word's reading cannot become a match, even inside a phrase. */
const leastOfAWord = 0.2

/** Two readings of one place this far apart are no tie: the weaker is a chance likeness and counts only in part. */
const rivalMargin = 0.04
const rivalPart = 0.4

/** Of different entries in one place those that stay possible beside the strongest. */
export function withoutRivals<One extends { confidence: number }>(found: One[]): One[] {
  const strongest = found.reduce((most, one) => Math.max(most, one.confidence), 0)
  return found
    .map((one) => (one.confidence < strongest - rivalMargin ? { ...one, confidence: one.confidence * rivalPart } : one))
    .filter((one) => one.confidence >= possibleFrom)
}

/** What makes a reading of a single word less likely, one a row. */
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

/** Reads one word of a text against the glossary. */
export function readWord(trunks: Trunks, surface: string, habits: Habits): WordReadings | undefined {
  const written = plain(surface)
  const word: TextWord = { plain: written, key: key(written), habits, isParticle: isParticle(written), traits: -1, marks: undefined }
  if (surface.length !== written.length) word.marks = marksOf(surface)
  const found: FoundStem[] = []
  for (const split of splitsOf(word.plain, word.key)) {
    if (word.isParticle && split.proclitics.length > 0) continue
    eachStemOfRest(trunks, split.rest, (entry, ending) => {
      // Most words are in no entry and need none.
      if (word.traits < 0) word.traits = traitsAsWritten(surface)
      const reading = read(entry, ending, split, word)
      if (reading) found.push({ entry, reading })
    })
  }
  return found.length > 0 ? sorted(found) : undefined
}

/** Visits the stems of the glossary that the rest of a word may be, with the ending that makes them so. */
function eachStemOfRest(all: Trunks, rest: string, visit: (entry: StemEntry, ending: Ending) => void): void {
  for (let length = Math.min(longestAddition, rest.length - 1); length >= 0; length--) {
    const trunks = all.get(rest.slice(0, rest.length - length))
    const groups = trunks && endingsByAddition.get(rest.slice(rest.length - length))
    if (!groups) continue
    for (const { cutKey, shape, endings } of groups) {
      const entries = trunks.find((trunk) => trunk.cutKey === cutKey)?.entries
      if (entries) for (const entry of entries) if (entry.stem.shape & shape) visitEndings(entry, endings, visit)
    }
  }
}

function visitEndings(entry: StemEntry, endings: readonly Ending[], visit: (entry: StemEntry, ending: Ending) => void): void {
  for (const ending of endings) if (entry.stem.shape & ending.shape) visit(entry, ending)
}

/** The word as this word of an entry, with this ending, behind these proclitics; undefined where it can hardly be that. */
function read(entry: StemEntry, ending: Ending, split: Split, word: TextWord): Reading | undefined {
  const { stem, spelling } = entry
  const state = stateOf(ending.use, split.article)
  if (!state || !mayTake(entry, ending, split)) return undefined
  const expected = stem.plain.slice(0, stem.plain.length - ending.cut.length) + ending.add
  const written = split.shared ? `ل${word.plain.slice(split.from + 1)}` : word.plain.slice(split.from)
  if (isUnwanted(entry, split, written, word)) return undefined
  const likely = likelihood(entry, ending, split, word, expected, written)
  if (likely < leastOfAWord) return undefined
  const single = spelling.words.length === 1
  const confidence = single ? likely * doubt(entry, ending, split, word, expected) : likely
  const cues = single ? cuesFor(readerOf(entry, ending, split), word.traits) : noCues
  if (confidence < (single && !cues.some((cue) => cue.factor > 1) ? possibleFrom : leastOfAWord)) return undefined
  const form = formName(stem, ending, entry.listedArticle, split.article)
  return { spelling, state: stateLetter(state), confidence, why: analysis(entry, split, form, expected !== written), cues }
}

function mayTake(entry: StemEntry, ending: Ending, { article, proclitics }: Split): boolean {
  if (changesArticle(entry, article) && !mayChangeArticle(entry, article)) return false
  return (entry.position === 0 || proclitics.length === 0) && entry.stem.plain.endsWith(ending.cut)
}

function changesArticle(entry: StemEntry, article: boolean): boolean {
  return entry.fixed && article !== entry.listedArticle
}

/** What whoever made the entry does not want: a form that is struck out, or any but the listed one. */
function isUnwanted({ spelling, position, word: listed }: StemEntry, split: Split, written: string, word: TextWord): boolean {
  if (position === 0 && spelling.struck.size > 0 && isStruck(spelling, (split.article ? 'ال' : '') + written, word.plain)) return true
  return spelling.term.exactOnly && (split.proclitics.length > 0 || word.key !== key(listed))
}

/** How likely the word, as it is written, stands for what the entry would have there; 0 where it is a particle and nothing else. */
function likelihood(entry: StemEntry, ending: Ending, split: Split, word: TextWord, expected: string, written: string): number {
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

/** سارس and السارس are one name; a person حسن is not الحسن, and of a name that is a common word the article may only be missing: 33 مليون يورو. */
function mayChangeArticle({ spelling, base }: StemEntry, gained: boolean): boolean {
  if (spelling.words.length > 1 || spelling.term.kind !== 'name' || spelling.term.exactOnly) return false
  return base.length > 3 && !isAdjective(base) && !(gained && isCommon(base))
}

function isCommon(base: string): boolean {
  return listedNouns().has(key(base))
}

function isStruck({ struck }: Spelling, form: string, word: string): boolean {
  return struck.has(form) || struck.has(word)
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

function readerOf({ spelling, base }: StemEntry, ending: Ending, { article, proclitics }: Split): Reader {
  const governed = proclitics.length > 0 && !'وف'.includes(proclitics.at(-1) ?? '')
  return {
    name: spelling.term.kind === 'name',
    bare: !article && !governed && (ending.add === '' || ending.form === 'tanwin'),
    pronoun: ending.use === 'pronoun' && !governed,
    mine: ending.use === 'pronoun' && ending.add === 'ي',
    governed,
    definite: article,
    construct: ending.form === 'dual-construct' && ending.add.endsWith('ي'),
    ambiguous: ending.form === 'as-listed' && spelling.term.kind !== 'name' ? ambiguityOf(base) : undefined,
  }
}

function analysis(entry: StemEntry, split: Split, form: FormName, respelled: boolean): WordAnalysis {
  const absorbed = split.proclitics.at(-1) === 'لل'
  return { proclitics: split.proclitics, word: absorbed ? entry.base : entry.word, form, respelled }
}

/** How much less likely a single word's reading is for what else the word may be. */
function doubt(entry: StemEntry, ending: Ending, split: Split, word: TextWord, expected: string): number {
  let factor = 1
  const proclitic = split.proclitics.at(-1)
  if (proclitic && proclitic !== 'لل') {
    if (expected.length <= 2) factor *= split.article ? doubts.twoLettersLeftWithArticle : doubts.twoLettersLeft
    else if (expected.length === 3 && !split.article) factor *= doubts.threeLettersLeft
    if (isWhole(word.plain) || listedNouns().has(word.key)) factor *= doubts.wholeWordCut
    if (ending.form === 'tanwin' && 'بكل'.includes(proclitic)) factor *= doubts.tanwinAfterPreposition
  }
  if (isOtherNoun(entry, ending, expected)) factor *= doubts.otherNoun
  else if (isAdjectivesFeminine(entry, ending)) factor *= doubts.adjectivesFeminine
  return factor
}

/** True of العامة for the noun عام; an entry that says it is an adjective keeps its feminine. */
function isAdjectivesFeminine({ stem, spelling }: StemEntry, { form }: Ending): boolean {
  return /^feminine(?!-plural)/.test(form) && isBesideAdjective(stem.plain) && !/^adj/i.test(spelling.term.partOfSpeech)
}

/** True when the form made is a noun of its own that the entry does not have among its stems. */
function isOtherNoun(entry: StemEntry, ending: Ending, expected: string): boolean {
  if (entry.stem.plain === expected || ending.form === 'defective') return false
  if (ending.form === 'ta-marbuta-as-ha' && listedNouns().has(key(expected.slice(0, -1)))) return true
  if (isOwnFeminine(expected) || isWhole(expected) || isOfOwnFeminine(entry, ending)) return true
  // رائعة is a masterpiece now and then, and the feminine of رائع every day.
  return listedNouns().has(key(expected)) && !(ending.form === 'feminine' && isAdjective(entry.stem.plain))
}

/** محافظات are of محافظة, not of محافظ; and عملات not of عمل, a short noun that has a broken plural. */
function isOfOwnFeminine({ stem }: StemEntry, { form }: Ending): boolean {
  if (!/^feminine-/.test(form) || stem.plain.endsWith('ة')) return false
  return isOwnFeminine(`${stem.plain}ة`) || (stem.plain.length === 3 && hasBrokenPlural(stem.plain))
}

/** Most words are no entry by themselves, or in no phrase: one empty list does for all of them. */
const noReadings: Reading[] = []
const noFirst: WordReadings['first'] = new Map()
const noLater: WordReadings['later'] = new Map()

function sorted(found: FoundStem[]): WordReadings | undefined {
  const readings: WordReadings = { alone: noReadings, settled: false, first: noFirst, later: noLater, firstBits: 0, laterBits: 0 }
  for (const { entry, reading } of found) {
    if (entry.position > 0) keep(laterOf(readings, reading.spelling), entry.position, reading)
    else if (reading.spelling.words.length > 1) keep(firstOf(readings), reading.spelling, reading)
    else keepBest(aloneOf(readings), reading)
  }
  for (const { bit } of readings.first.keys()) readings.firstBits |= bit
  for (const { bit } of readings.later.keys()) readings.laterBits |= bit
  readings.settled = readings.alone.every((reading) => reading.cues.length === 0)
  if (readings.settled && readings.alone.length > 0)
    readings.alone = withoutRivals(readings.alone).sort((a, b) => b.confidence - a.confidence)
  return readings.alone.length + readings.first.size + readings.later.size > 0 ? readings : undefined
}

function aloneOf(readings: WordReadings): Reading[] {
  if (readings.alone === noReadings) readings.alone = []
  return readings.alone
}

function firstOf(readings: WordReadings): WordReadings['first'] {
  if (readings.first === noFirst) readings.first = new Map()
  return readings.first
}

function laterOf(readings: WordReadings, spelling: Spelling): Map<number, Reading[]> {
  if (readings.later === noLater) readings.later = new Map()
  const there = readings.later.get(spelling) ?? new Map<number, Reading[]>()
  readings.later.set(spelling, there)
  return there
}

/** Of several readings in one state only the best counts. */
function keep<K>(readings: Map<K, Reading[]>, at: K, reading: Reading): void {
  const there = readings.get(at)
  if (!there) readings.set(at, [reading])
  else {
    const same = there.findIndex((other) => other.state === reading.state)
    if (same < 0) there.push(reading)
    else if ((there[same]?.confidence ?? 0) < reading.confidence) there[same] = reading
  }
}

function keepBest(readings: Reading[], reading: Reading): void {
  const same = readings.findIndex((other) => other.spelling.term === reading.spelling.term && other.cues === reading.cues)
  if (same < 0) readings.push(reading)
  else if ((readings[same]?.confidence ?? 0) < reading.confidence) readings[same] = reading
}
