import type { Mend } from '../checks/finding.ts'
import { pluralPhrase, takesAn } from './inflection.ts'
import type { RenderingPlace, Wording } from './renderings.ts'
import type { EnglishText, EnglishWord } from './words.ts'

/**
 * The change that puts one rendering in the place of another as it stands there: with its number, its possessive ending, the
 * capital of a sentence's beginning or of a heading, and a, an or the before it as the new word wants them.
 */
export function replacement(english: EnglishText, place: RenderingPlace, listed: Wording, wanted: Wording): Mend {
  const { text: target, words } = english
  const found = words.slice(place.first, place.last + 1)
  const article = articleBefore(target, words, place)
  const core = numbered(wanted.text.slice(wanted.article.length), place)
  const cased = capitals(core, found)
  const text = `${cased}${possessive(cased, found.at(-1)!, target.slice(place.start, place.end))}`
  if (article) return withArticle(place, article, listed, wanted, text)
  const before = wanted.article !== '' && listed.article === '' ? wanted.article : ''
  return { start: place.start, end: place.end, text: english.beginsSentence(place.start) ? capitalised(before + text) : before + text }
}

interface Article {
  start: number
  text: string
}

function articleBefore(target: string, words: readonly EnglishWord[], place: RenderingPlace): Article | null {
  const word = words[place.first - 1]
  if (!word || !/^(?:the|an?)$/i.test(word.text) || !/^\s+["“'‘]?$/u.test(word.gap)) return null
  return { start: word.start, text: target.slice(word.start, place.start) }
}

/** "a militia" becomes "an armed group"; "the base", listed with its article, becomes "al-Qaeda". */
function withArticle(place: RenderingPlace, article: Article, listed: Wording, wanted: Wording, text: string): Mend {
  const drops = listed.article !== '' && wanted.article === ''
  const before = drops ? article.text.replace(/^\p{L}+\s+/u, '') : agreeing(article.text, text)
  const changed = before !== article.text
  const whole = drops && /^\p{Lu}/u.test(article.text) ? capitalised(before + text) : before + text
  return changed ? { start: article.start, end: place.end, text: whole } : { start: place.start, end: place.end, text }
}

function agreeing(article: string, text: string): string {
  return article.replace(/^(a)n?(?=\s)/iu, (_, a: string) => (takesAn(text) ? `${a}n` : a))
}

function numbered(text: string, { inflected }: RenderingPlace): string {
  return inflected ? pluralPhrase(text) : text
}

function capitals(text: string, found: readonly EnglishWord[]): string {
  const long = found.filter((word) => word.text.length > 1)
  const heading = found.length > 1 && long.every((word) => word.text === word.text.toUpperCase())
  return heading ? text.toUpperCase() : text
}

function possessive(text: string, last: EnglishWord, found: string): string {
  if (!last.possessive) return ''
  const mark = /['’ʼ](?=s?$)/iu.exec(found)?.[0] ?? "'"
  return /s$/i.test(text) ? mark : `${mark}s`
}

function capitalised(text: string): string {
  return text.replace(/^\P{L}*\p{Ll}/u, (head) => head.toUpperCase())
}
