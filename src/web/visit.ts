import type { Request, Response } from 'express'
import type { By, Person } from '../core/person.ts'
import { isolatingTranslator, type Language, languageOf, languages, type Translate } from '../i18n/index.ts'
import type { Desk, Store } from '../store/store.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What every page needs to know of the request: who sits there, at which desk, in which language and light. */
export interface Visit {
  store: Store
  desk: Desk
  person: Person
  language: Language
  theme: Theme
  t: Translate
  /** The address of the page, so that a form can bring the person back to it; empty where the page answers a form itself and cannot be asked for again. */
  address: string
  req: Request
  res: Response
}

/** A route's work: everything it needs comes with the visit. */
export type Handler = (visit: Visit) => Promise<void>

/** The part of a visit that does not need the database, for pages that stand before it. */
export function appearance(req: Request): Pick<Visit, 'language' | 'theme' | 't' | 'address'> {
  const kept = cookies(req)
  const language = languageOf(kept.language ?? (req.acceptsLanguages('en', 'ar') || undefined))
  const theme = themes.find((theme) => theme === kept.theme) ?? 'system'
  return { language, theme, t: isolatingTranslator(language), address: req.method === 'GET' ? req.originalUrl : '' }
}

/** The person and the time of a change made in this visit. */
export function by(visit: Visit): By {
  return { person: visit.person, at: new Date().toISOString() }
}

/** How one language writes figures and times; made once, because making them is slow. */
function formats(language: Language) {
  const { locale } = languages[language]
  return {
    clock: new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }),
    moment: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' }),
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    figure: new Intl.NumberFormat(locale),
  }
}

const written = { en: formats('en'), ar: formats('ar') }

/** A time of day such as 14:03, in the reader's language. */
export function clock(language: Language, at: string): string {
  return written[language].clock.format(new Date(at))
}

/** A day and time such as 22 Nov 2026, 14:03, in the reader's language. */
export function moment(language: Language, at: string): string {
  return written[language].moment.format(new Date(at))
}

/** A day such as 22 Nov 2026, in the reader's language, of a date without time (2026-11-22): the same day wherever the program runs. */
export function day(language: Language, date: string): string {
  return written[language].day.format(new Date(date))
}

/** A number with its thousands marked, in the reader's language. */
export function figure(language: Language, value: number): string {
  return written[language].figure.format(value)
}

function cookies(req: Request): Record<string, string | undefined> {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return Object.fromEntries(pairs.map(([name, value]) => [name ?? '', value]))
}
