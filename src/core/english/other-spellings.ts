import { onceForEach } from '../once.ts'
import { american } from './british.ts'
import { articleSign, beginningsOf, positionsByAmerican, positionsBySkeleton, positionsOf, united } from './positions.ts'
import { beginsCapital, placeOf, type RenderingPlace, type Wording } from './renderings.ts'
import type { Search } from './search.ts'
import { areOneName, isArticle, joinedSkeletons, skeleton, skeletonOf, soundCount } from './skeleton.ts'
import { vowelsAgree } from './vowels.ts'
import { type EnglishWord, isJoined } from './words.ts'

/** Where another spelling of a rendering may begin, in order. */
export function spellingBeginnings({ words, wanted }: Search): readonly number[] {
  const abroad = positionsOf(americanForms(wanted)[0] ?? [], positionsByAmerican(words))
  return united([abroad, positionsOf(skeletonBeginnings(wanted), positionsBySkeleton(words))])
}

/** What the first word of a name may be by its skeleton, or its article. */
const skeletonBeginnings = onceForEach((wanted: Wording) => [articleSign, ...beginningsOf(wholeSkeleton(wanted))])

/**
 * British for American or the other way round: labour, centres, Nato. One of the two is decided, so the other is a variant like any; who
 * wants both lists both.
 */
export function otherCountry({ words, wanted, isFree }: Search, first: number): RenderingPlace | null {
  const forms = americanForms(wanted)
  const last = first + forms.length - 1
  if (forms.length === 0 || last >= words.length || !forms[0]!.has(american(words[first]!.key))) return null
  for (let index = 0; index < forms.length; index++) {
    const [word, model] = [words[first + index]!, wanted.words[index]!]
    if (!isFree(first + index) || !forms[index]!.has(american(word.key))) return null
    if (!beginsCapital(word.text) && (model.capitals || (wanted.isName && beginsCapital(model.text)))) return null
    if (model.capitals && model.key.length < shortestSaid) return null
    if (first + index < last && (!isJoined(word.gap) || word.possessive)) return null
  }
  return placeOf(words, first, last, 1)
}

/** NATO is Nato where acronyms are said as words; US is no Us. */
const shortestSaid = 4

/** The forms of each word of a rendering as an American would spell them. */
const americanForms = onceForEach((wanted: Wording) => wanted.forms.map((forms) => new Set([...forms].map(american))))

/** A name as others transliterate it, or a longer common word as others spell it: Kataeb, Sudani, mujahideen. */
export function otherSpelling(search: Search, first: number): RenderingPlace | null {
  const { words, wanted, isFree } = search
  const model = wholeSkeleton(wanted)
  if (model.length < (wanted.isName ? 2 : shortestCommonWord)) return null
  let found = ''
  for (let last = first; last < words.length && last <= first + wanted.words.length + 1 && isFree(last); last++) {
    const word = words[last]!
    const article = isArticleAt(words, last)
    if (!article) found = joinedSkeletons(found, skeletonOf(word))
    if (!article && found === model && isLikely(search, first, last, model)) return placeOf(words, first, last, 1)
    if (found.length > model.length || !isJoined(word.gap) || (word.possessive && !article)) return null
  }
  return null
}

/** Common words of fewer sounds fall together by chance (base, bus). */
const shortestCommonWord = 4

/** The skeleton of a whole rendering, empty where there is an acronym in it. */
const wholeSkeleton = onceForEach(({ words }: Wording) =>
  words.some(({ capitals }) => capitals) ? '' : skeleton(words.map(({ text }) => text).join(' ')),
)

/** The article of an Arabic name; "as" and its like are English, but for a hyphen behind them or a name before: Mohammed As Sudani. */
function isArticleAt(words: readonly EnglishWord[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]!]
  if (!isArticle(word.text, isJoined(word.gap) && at + 1 < words.length)) return false
  if (!englishToo.has(word.key) || /^\p{Pd}$/u.test(word.gap)) return true
  return beginsCapital(word.text) && before !== undefined && isJoined(before.gap) && beginsCapital(before.text)
}

const englishToo = new Set(['ad', 'an', 'as', 'ash', 'at', 'ed', 'en', 'es', 'et'])

/** A name wants capitals; the fewer sounds the skeleton has, the more of the vowels must be alike: Fat is not Fatah, Sarah not Syria. */
function isLikely({ words, wanted, known }: Search, first: number, last: number, model: string): boolean {
  const found = words.slice(first, last + 1)
  const keys = found.map(({ key }) => key).join(' ')
  const wantedKeys = wanted.words.map(({ key }) => key).join(' ')
  if (known(keys)) return false
  if (keys === wantedKeys) return !wanted.isName || !ordinary.has(keys)
  if (!vowelsAgree(keys, wantedKeys)) return false
  if (!wanted.isName) return consonants(keys) === consonants(wantedKeys)
  if (!found.every(({ text }, index) => beginsCapital(text) || isArticleAt(words, first + index))) return false
  return model.length > 3 || (areOneName(keys, wantedKeys) && (model.length > 2 || soundCount(keys) === soundCount(wantedKeys)))
}

/** Words of every day that are names with a capital only: what he said was not said by Said. */
const ordinary = new Set(
  'amber bell bill black brown bush chad china cook cotton drew faith frank gates grant green grace hope hunt jack jordan king long mali mark may march mike mobile nice page polish power price pat ray reading rice rich rose said sue trump turkey wales west white will wood young'.split(
    ' ',
  ),
)

/** A precedent is no president: a common word is another spelling only where its consonants are written alike (mujahidin, mujahideen). */
function consonants(keys: string): string {
  return keys.replace(/[^b-df-hj-np-tvxz]/g, '').replace(/(.)\1+/g, '$1')
}
