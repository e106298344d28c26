import type { Mend } from '../span.ts'
import { american } from './british.ts'
import { withDoubled } from './doubled.ts'
import { headIndex, pluralPhrase, singular, singularPhrase, takesAn } from './inflection.ts'
import { littleInTitles } from './little-words.ts'
import { beginsCapital, numbersOf, type RenderingPlace, type Wording } from './renderings.ts'
import type { EnglishText, EnglishWord } from './words.ts'

/**
 * The change that puts one rendering in the place of another as it stands there: with its number, its possessive ending, the
 * capital of a sentence's beginning or of a heading, and a, an or the before it as the new word wants them. A free word beside the
 * place with which the new rendering begins or ends stands there no second time.
 */
export function replacement(
  english: EnglishText,
  place: RenderingPlace,
  listed: Wording,
  wanted: Wording,
  isFree: (index: number) => boolean,
): Mend {
  const { text: target, words } = english
  const heading = isInHeading(words, place, listed)
  const found = words.slice(place.first, place.last + 1)
  const counted = inNumber(wanted.text.slice(wanted.article.length), found, listed)
  const bare = isTitle(english.beginsSentence(place.start) ? found.slice(1) : found, listed) ? inTitle(counted) : counted
  const whole = withDoubled(english, place, heading ? bare.toUpperCase() : bare, isFree)
  const ended = bare + possessive(bare, words[whole.last]!, target.slice(whole.start, whole.end)) + fullStop(english, whole, bare)
  const text = heading ? ended.toUpperCase() : ended
  const end = whole.end + signsInCommon(text, target.slice(whole.end))
  const article = articleBefore(target, words, whole)
  if (article) return withArticle({ ...whole, end }, article, listed, wanted, { text, bare, heading })
  const before = wanted.article !== '' && listed.article === '' && !heading && hasRoomForArticle(english, whole) ? wanted.article : ''
  return { start: whole.start, end, text: english.beginsSentence(whole.start) ? capitalised(before + text) : before + text }
}

interface Article {
  start: number
  text: string
}

/** The word or words that are put in: as they are written there, as the entry has them, and whether in a heading. */
interface Put {
  text: string
  bare: string
  heading: boolean
}

function articleBefore(target: string, words: readonly EnglishWord[], place: RenderingPlace): Article | null {
  const word = words[place.first - 1]
  if (!word || !/^(?:the|an?)$/i.test(word.text) || !/^\s+["“'‘]?$/u.test(word.gap)) return null
  return { start: word.start, text: target.slice(word.start, place.start) }
}

/** "a militia" becomes "an armed group"; "the base", listed with its article, becomes "al-Qaeda". */
function withArticle({ start, end }: RenderingPlace, article: Article, listed: Wording, wanted: Wording, put: Put): Mend {
  const drops = listed.article !== '' && wanted.article === ''
  const before = drops ? article.text.replace(/^\p{L}+\s+/u, '') : agreeing(article.text, put)
  if (before === article.text) return { start, end, text: put.text }
  const whole = before + put.text
  return { start: article.start, end, text: drops && /^\p{Lu}/u.test(article.text) ? capitalised(whole) : whole }
}

function agreeing(article: string, { bare, heading }: Put): string {
  const n = heading ? 'N' : 'n'
  return article.replace(/^(a)n?(?=\s)/iu, (_, a: string) => (takesAn(bare) ? `${a}${n}` : a))
}

/**
 * After a hyphen, a possessive, another determiner or an adjective, and before the people of a group, "the" would be one word too many: pro-Houthi,
 * Yemen's Houthis, former Islamic State members.
 */
function hasRoomForArticle({ words, beginsSentence }: EnglishText, { first, last }: RenderingPlace): boolean {
  const [earlier, before, after] = [words[first - 2], words[first - 1], words[last + 1]]
  if (after && /^\s+$/.test(words[last]!.gap) && !words[last]!.possessive && belongings.has(singular(after.key) ?? after.key)) return false
  if (!before) return true
  if (hyphen.test(before.gap) || hyphen.test(earlier?.gap ?? '') || before.possessive || determiners.has(before.key)) return false
  return before.gap.trim() !== '' || !beginsCapital(before.text) || beginsSentence(before.start)
}

const hyphen = /^[-‐‑]$/u
const determiners = new Set(
  (
    'all any both each every its his her my no other our some such that their these this those your ' +
    'few many more most several two three four five six seven eight nine ten ' +
    'female foreign former local new old remaining resurgent senior top'
  ).split(' '),
)

/** Who and what a name stands before to say whose they are. */
const belongings = new Set(
  (
    'affiliate attacker bomber cell chief commander convoy detainee element emir fighter flag force founder gunman hideout insurgent leader ' +
    'member militant militiaman official operative policy position prisoner recruit remnant representative soldier spokesman stronghold ' +
    'supporter suspect sympathizer terrorist territory troop vehicle'
  ).split(' '),
)

/** The rendering in the number of what stands there, as far as that is another than the listed one has. */
function inNumber(text: string, found: readonly EnglishWord[], listed: Wording): string {
  const head = listed.words[headIndex(listed.words.map(({ key }) => key))]
  if (!head) return text
  const keys = found.map(({ key }) => american(key))
  const stands = (form: string | null) => form !== null && (keys.includes(american(form)) || keys.join('').endsWith(american(form)))
  const { many, one } = numbersOf(head)
  if (stands(head.key)) return text
  if (stands(many)) return pluralPhrase(text)
  return !listed.isName && stands(one) ? singularPhrase(text) : text
}

/** A common noun whose words have capitals inside a sentence is a title: Premier Sudani. */
function isTitle(found: readonly EnglishWord[], listed: Wording): boolean {
  const telling = found.filter(({ key }) => !littleInTitles.has(key))
  return telling.length > 0 && telling.every(({ text }) => beginsCapital(text)) && !listed.words.some(({ text }) => beginsCapital(text))
}

function inTitle(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => (littleInTitles.has(word) ? word : capitalised(word)))
}

/** Whether a stretch is in capitals because all around it is; an acronym and a word that is stressed are not. */
function isInHeading(words: readonly EnglishWord[], { first, last }: RenderingPlace, listed: Wording): boolean {
  const long = words.slice(first, last + 1).filter(({ text }) => text.length > 1)
  if (long.length === 0 || !long.every(isShouted) || listed.words.every(({ text }) => text.length < 2 || isUpper(text))) return false
  return long.length > 1 || [words[first - 1], words[last + 1]].some((word) => word !== undefined && isShouted(word))
}

function isShouted({ text }: EnglishWord): boolean {
  return text.length > 1 && isUpper(text)
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}

function possessive(text: string, last: EnglishWord, found: string): string {
  if (!last.possessive) return ''
  const mark = /['’‘ʼ`´′＇](?=s?$)/iu.exec(found)?.[0] ?? "'"
  return /s$/i.test(text) ? mark : `${mark}s`
}

/** The last stop of U.S. may end the sentence too: then it is not lost. */
function fullStop({ text, words }: EnglishText, { last, end }: RenderingPlace, put: string): string {
  const endsText = last === words.length - 1 && !/[.!?…]/u.test(text.slice(end))
  return endsText && words[last]!.text.endsWith('.') && !put.endsWith('.') ? '.' : ''
}

/** How many signs that the rendering ends with follow already: "U.S." before a full stop. */
function signsInCommon(text: string, after: string): number {
  const [signs = ''] = /[.!?…]+$/u.exec(text) ?? []
  return after.startsWith(signs) ? signs.length : 0
}

function capitalised(text: string): string {
  return text.replace(/^[\P{L}\p{Lm}]*\p{Ll}/u, (head) => head.toUpperCase())
}
