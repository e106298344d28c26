import { beginsCapital } from '../../english/renderings.ts'
import { isSentenceWord } from '../../english/sentence-words.ts'
import { isArticle, joinedSkeletons } from '../../english/skeleton.ts'
import { type EnglishWord, englishWords, isJoined } from '../../english/words.ts'
import type { Candidate } from './candidates.ts'
import { isArticleOf, named } from './english-names.ts'
import type { EnglishSide } from './english-side.ts'
import type { EntriesAround } from './entries-around.ts'
import { soundsAlike, soundsOfArabic, soundsOfEnglishWord } from './sounds.ts'
import { type Counterpart, together } from './together.ts'
import { meaningIn, twoRows } from './two-rows.ts'

/**
 * What the English likely has for a candidate: a spelling that sounds like it; failing this the words that stand where it stands and hardly
 * anywhere else. `taken` tells words that are the rendering of an entry, `areOthers` whether words belong to an entry in most of
 * these texts.
 */
export function counterpartOf(
  candidate: Candidate,
  side: EnglishSide,
  taken: (keys: string) => boolean,
  areOthers: EntriesAround['areOthers'],
): Counterpart | undefined {
  const texts = translatedTexts(candidate, side)
  if (texts.length === 0) return undefined
  const sounding = soundingAlike(candidate, side, texts)
  const reached = new Set(sounding.flatMap((one) => one.texts)).size
  if (reached * 2 >= texts.length) return sounding[0]
  const isLikely = ({ text, texts }: Counterpart) => mayBeTerm(englishWords(text)) && !areOthers(englishWords(text), texts)
  const likely = together(candidate, side, texts, taken, bounds).find(isLikely)
  if (!likely || meaningIn(likely.text).length >= candidate.words) return likely ?? sounding[0]
  // Desert stands everywhere, where the English has Desert Falcons in some texts and Desert Hawks in others.
  return twoRows(candidate, side, texts, taken).find(isLikely) ?? likely
}

/** A row that stands nearly everywhere the candidate does, looked for among so many. */
const bounds = { share: 0.6, atLeast: 2, most: 20 }

/** Tuesday that the forces: such a row is cut out of a sentence. */
function mayBeTerm(words: readonly EnglishWord[]): boolean {
  return words.length > 0 && !isSentenceWord(words[0]!) && !isSentenceWord(words.at(-1)!)
}

/** The translated texts where a candidate stands, each once. */
export function translatedTexts({ places }: Candidate, side: EnglishSide): number[] {
  return [...new Set(places.map(({ text }) => text))].filter((text) => side.lines[text] !== undefined)
}

/** Stretches of the English that sound like the name, each spelling with its texts, the most frequent first. */
export function soundingAlike({ spelling, words }: Candidate, side: EnglishSide, texts: readonly number[]): Counterpart[] {
  const sounds = soundsOfArabic(spelling)
  if (sounds.length < shortestSounds) return []
  const found = new Map<string, Counterpart>()
  for (const index of texts) {
    const stretch = stretchSounding(side.lines[index]!.words, sounds, words)
    if (stretch) add(found, stretch, index)
  }
  return [...found.values()].sort(byFrequency)
}

/** Fewer consonants fall together by chance. */
const shortestSounds = 3

function add(found: Map<string, Counterpart>, text: string, index: number): void {
  const folded = text.toLowerCase()
  const there = found.get(folded) ?? { text, texts: [] }
  if (!there.texts.includes(index)) there.texts.push(index)
  found.set(folded, there)
}

const byFrequency = (a: Counterpart, b: Counterpart) => b.texts.length - a.texts.length

function stretchSounding(words: readonly EnglishWord[], sounds: string, length: number): string | undefined {
  let near: string | undefined
  for (let first = 0; first < words.length; first++) {
    if (!beginsCapital(words[first]!.text)) continue
    let sounding = ''
    for (let last = first; last < Math.min(words.length, first + length + 3); last++) {
      if (last > first && (!isJoined(words[last - 1]!.gap) || words[last - 1]!.possessive)) break
      if (isArticle(words[last]!.text, last + 1 < words.length)) continue
      sounding = joinedSkeletons(sounding, soundsOfEnglishWord(words[last]!.text))
      if (sounding[0] !== sounds[0]) break
      if (sounding.length > sounds.length + 1) break
      if (!beginsCapital(words[last]!.text) || !soundsAlike(sounds, sounding)) continue
      const text = named(words.slice(beginWithArticle(words, first), last + 1))
      if (sounding === sounds) return text
      near ??= text
    }
  }
  return near
}

/** al-Samarrai begins with its article. */
function beginWithArticle(words: readonly EnglishWord[], first: number): number {
  const before = words[first - 1]
  return before && isArticleOf(before, words[first]) ? first - 1 : first
}
