import { stateLetter } from '../../arabic/agreement.ts'
import type { Habits } from '../../arabic/habits.ts'
import { type Ending, endingsByAddition, type FormName, formName, longestAddition, stateOf } from '../../arabic/inflection.ts'
import { key, plain } from '../../arabic/letters.ts'
import { ambiguityOf, cuesFor, noCues, type Reader, traitsAsWritten } from '../../arabic/neighbours.ts'
import { isParticle } from '../../arabic/particles.ts'
import { type Split, splitsOf } from '../../arabic/proclitics.ts'
import { marksOf } from '../../arabic/vowels.ts'
import { isAdjectiveEntry } from './adjective-entry.ts'
import { changesArticle, doubt, isAdjectivesFeminine, likelihood, mayChangeArticle, type TextWord } from './doubts.ts'
import { possibleFrom, type WordAnalysis } from './match.ts'
import { type FoundStem, type Reading, sorted, type WordReadings } from './readings.ts'
import type { Spelling, StemEntry, Trunks } from './trunks.ts'

/** Below this a word's reading cannot become a match, even inside a phrase. */
const leastOfAWord = 0.2

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
  const own = single ? likely * doubt(entry, ending, split, word, expected) : likely
  const confidence = spelling.term.exactOnly && split.proclitics.length > 0 ? Math.min(own, exactWithProclitic) : own
  const cues = single ? cuesFor(readerOf(entry, ending, split), word.traits) : noCues
  if (confidence < (single && !cues.some((cue) => cue.factor > 1) ? possibleFrom : leastOfAWord)) return undefined
  const form = formName(stem, ending, entry.listedArticle, split.article)
  return { spelling, state: stateLetter(state), confidence, why: analysis(entry, split, form, expected !== written), cues }
}

/** A name that is found exactly only, behind و or a preposition: shown as possible, not enforced. */
const exactWithProclitic = 0.55

function mayTake(entry: StemEntry, ending: Ending, { article, proclitics }: Split): boolean {
  if (changesArticle(entry, article) && !mayChangeArticle(entry, article)) return false
  return (entry.position === 0 || proclitics.length === 0) && entry.stem.plain.endsWith(ending.cut)
}

/** What whoever made the entry does not want: a form that is struck out, or any but the listed one; a name keeps its form behind و and ب. */
function isUnwanted({ spelling, position, word: listed }: StemEntry, split: Split, written: string, word: TextWord): boolean {
  if (position === 0 && spelling.struck.size > 0 && isStruck(spelling, (split.article ? 'ال' : '') + written, word.plain)) return true
  if (!spelling.term.exactOnly) return false
  const behind = key(split.article ? `ال${written}` : written)
  return split.proclitics.length > 0 ? spelling.term.kind !== 'name' || behind !== key(listed) : word.key !== key(listed)
}

function isStruck({ struck }: Spelling, form: string, word: string): boolean {
  return struck.has(form) || struck.has(word)
}

function readerOf(entry: StemEntry, ending: Ending, { article, proclitics }: Split): Reader {
  const name = entry.spelling.term.kind === 'name'
  const governed = proclitics.length > 0 && !'وف'.includes(proclitics.at(-1) ?? '')
  return {
    name,
    bare: !article && !governed && (ending.add === '' || ending.form === 'tanwin'),
    pronoun: ending.use === 'pronoun' && !governed,
    mine: ending.use === 'pronoun' && ending.add === 'ي',
    governed,
    definite: article,
    construct: ending.form === 'dual-construct' && ending.add.endsWith('ي'),
    ambiguous: ending.form === 'as-listed' && !name ? ambiguity(entry) : undefined,
    feminine: !name && (ending.form === 'feminine' || ending.form === 'ta-marbuta-as-ha') && !isAdjectivesFeminine(entry, ending),
  }
}

/** الأمين العام is no year, but where an entry means the adjective it is what is looked for. */
function ambiguity({ base, spelling }: StemEntry): Reader['ambiguous'] {
  const ambiguous = ambiguityOf(base)
  return ambiguous && isAdjectiveEntry(spelling.term) ? undefined : ambiguous
}

function analysis(entry: StemEntry, split: Split, form: FormName, respelled: boolean): WordAnalysis {
  const absorbed = split.proclitics.at(-1) === 'لل'
  return { proclitics: split.proclitics, word: absorbed ? entry.base : entry.word, form, respelled }
}
