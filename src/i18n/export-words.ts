import { type Language, languages, translator } from './index.ts'
import { findingSentence, type Told } from './sentences.ts'

/** The labels of an exported document in the interface's language. */
export function exportWords(language: Language) {
  const t = translator(language)
  const { dir, locale } = languages[language]
  return {
    language,
    dir,
    number: t('exports.number'),
    arabic: t('exports.arabic'),
    english: t('exports.english'),
    outlet: t('documents.heading.outlet'),
    author: t('documents.heading.author'),
    date: t('documents.heading.date'),
    address: t('documents.heading.address'),
    translator: t('exports.translator'),
    day: (date: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date)),
    untranslated: t('exports.untranslated'),
    unfinished: (positions: string, count: number) => t('exports.unfinished', { positions, count }),
    leftOut: (positions: string, count: number, total: number) => t('exports.left-out', { positions, count, total }),
    notDone: (positions: string, count: number, total: number) => t('exports.not-done', { positions, count, total }),
    requiredOpen: (positions: string, count: number) => t('exports.required-open', { positions, count }),
    finding: (finding: Told) => findingSentence(t, finding),
    open: t('exports.open'),
    waivers: t('exports.waivers'),
  }
}
