import { onceForEach } from '../once.ts'
import { american } from './british.ts'
import { headIndex, singular } from './inflection.ts'
import { littleInNames, littleInTexts } from './little-words.ts'
import { positionsByKey, positionsBySkeleton, positionsOf, united } from './positions.ts'
import { beginsCapital, placeOf, type RenderingPlace, type Wording } from './renderings.ts'
import type { Search } from './search.ts'
import { isSentenceWord } from './sentence-words.ts'
import { skeletonOf } from './skeleton.ts'
import { vowelsAgree } from './vowels.ts'
import { type EnglishWord, isJoined } from './words.ts'

/** Where another wording of a rendering may begin, in order. */
export function wordingBeginnings({ words, wanted }: Search): readonly number[] {
  const { content, keys } = modelOf(wanted)
  const [first, second] = content
  if (!first || !second) return []
  return united([
    positionsOf(keys, positionsByKey(words)),
    positionsOf([first.singular ?? first.word.key], positionsByKey(words)),
    positionsOf([skeletonOf(first.word)], positionsBySkeleton(words)),
  ])
}

/** The same words but one of three or more, which is not what a phrase is about, or the same words with other little ones between: Ministry of the Interior. */
export function otherWording({ words, wanted, isFree, known }: Search, first: number): RenderingPlace | null {
  const { content } = modelOf(wanted)
  if (content.length < 2 || littleInNames.has(words[first]!.key)) return null
  let same = 0
  let matched = 0
  for (let at = first; at < words.length && isFree(at); at++) {
    const word = words[at]!
    if (!littleInNames.has(word.key)) {
      const model = content[matched++]!
      if (isOne(word, model)) same++
      else if (matched === 1 || model.isThing || !mayStandFor(word, model.word) || known(word.key)) return null
    }
    if (matched === content.length) {
      const isOthers = () => goesOn(words, at) || known(keysOf(words, first, at))
      return isEnough(same, matched, isOthers) ? placeOf(words, first, at, 1) : null
    }
    if (!isJoined(word.gap) || word.possessive || matched - same > 1) return null
  }
  return null
}

function isEnough(same: number, matched: number, isOthers: () => boolean): boolean {
  return same >= 2 && (same === matched || (matched > 2 && same === matched - 1 && !isOthers()))
}

function keysOf(words: readonly EnglishWord[], first: number, last: number): string {
  return words
    .slice(first, last + 1)
    .map(({ key }) => key)
    .join(' ')
}

/** The same words the other way round: Minister of Defense for defense minister. */
export function otherOrder({ words, wanted, isFree }: Search, first: number): RenderingPlace | null {
  const { content, keys, turns } = modelOf(wanted)
  if (content.length < 2 || content.length > longestTurned || !keys.has(words[first]!.key)) return null
  const left = [...content]
  let hinge = turns
  for (let at = first; at < words.length && isFree(at); at++) {
    const word = words[at]!
    const here = left.findIndex(({ forms }) => forms.has(word.key))
    if (here >= 0) left.splice(here, 1)
    else if (!littleInNames.has(word.key)) return null
    else hinge ||= hinges.has(word.key)
    if (left.length === 0) return hinge && !goesOn(words, at) ? placeOf(words, first, at, 1) : null
    if (!isJoined(word.gap) || word.possessive) return null
  }
  return null
}

/** Whether a name that is worded otherwise goes on behind its last word: the Minister of Foreign Affairs, of Health and Environment, is neither a foreign minister nor one of health. */
function goesOn(words: readonly EnglishWord[], last: number): boolean {
  const [word, next] = [words[last]!, words[last + 1]]
  if (!next || word.possessive || !isBeside(word)) return false
  const more = and.has(next.key) && isBeside(next) ? words[last + 2] : next
  return (
    more !== undefined && !isSentenceWord(more) && !littleInTexts.has(more.key) && beginsCapital(more.text) === beginsCapital(word.text)
  )
}

const and = new Set(['and', 'or'])

/** With nothing but space or a hyphen before the next. */
function isBeside({ gap }: EnglishWord): boolean {
  return /^(?:\s+|\p{Pd})$/u.test(gap)
}

/** Words that turn the order around, and how many words can be turned before it is chance. */
const hinges = new Set(['of', 'for', 'in'])
const longestTurned = 4

/** A word of a rendering that counts, unlike "of". */
interface ContentWord {
  word: EnglishWord
  forms: ReadonlySet<string>
  /** Of a name, too, the singular is a variant: Revolutionary Guard. */
  singular: string | null
  /** What a phrase that is no name is about: activists for human rights are no violations of them. */
  isThing: boolean
}

/** What is worked out of a rendering once, for however many texts. */
interface Model {
  content: readonly ContentWord[]
  /** Any form of any of those. */
  keys: ReadonlySet<string>
  /** Whether one of the little words turns the order around. */
  turns: boolean
}

const modelOf = onceForEach(({ words, forms, isName }: Wording): Model => {
  const thing = isName ? -1 : headIndex(words.map(({ key }) => key))
  const content = words
    .map((word, index) => ({ word, forms: forms[index]!, singular: singular(word.key), isThing: index === thing }))
    .filter(({ word }) => !littleInNames.has(word.key))
  return {
    content,
    keys: new Set(content.flatMap((one) => [...one.forms])),
    turns: words.some(({ key }) => hinges.has(key)),
  }
})

/** The same word, perhaps in another spelling: Khomeini is not Khamenei. */
function isOne(word: EnglishWord, model: ContentWord): boolean {
  if (model.forms.has(word.key) || word.key === model.singular) return true
  const skeleton = skeletonOf(word)
  if (skeleton.length < 3 || skeleton !== skeletonOf(model.word)) return false
  return american(word.key) === american(model.word.key) || vowelsAgree(word.key, model.word.key)
}

/** Whether somebody may have written this word for that; a number or a quarter of the sky says that another thing is meant: Brigade 45, Brigade 47. */
function mayStandFor(word: EnglishWord, model: EnglishWord): boolean {
  return beginsCapital(word.text) === beginsCapital(model.text) && !tellsApart(word) && !tellsApart(model)
}

function tellsApart({ key }: EnglishWord): boolean {
  return /\d/.test(key) || tellers.has(key)
}

const tellers = new Set(
  (
    'one two three four five six seven eight nine ten first second third fourth fifth sixth seventh eighth ninth tenth ' +
    'north northern south southern east eastern west western central upper lower'
  ).split(' '),
)
