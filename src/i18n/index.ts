import i18next from 'i18next'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }

/** The languages of the interface, each with its own name and direction of writing. */
export const languages = {
  en: { name: 'English', dir: 'ltr', locale: 'en-GB' },
  ar: { name: 'العربية', dir: 'rtl', locale: 'ar-u-nu-latn-ca-gregory' },
} as const

export type Language = keyof typeof languages

/** Every key of the interface's words, in the shape `documents.list.title`; plural endings are left off. */
export type Key = Bare<Leaves<typeof en>>

/** Says a key in one language; `values` fill its gaps, and `count` chooses the plural form. */
export type Translate = (key: Key, values?: Readonly<Record<string, string | number>>) => string

/** The words of one language. Escaping is left to whoever writes them into a page. */
export function translator(language: Language): Translate {
  return said[language]
}

/**
 * The same words for a page: a value in the other direction of writing is isolated from the sentence around it, so that neither upsets the other.
 * One that begins with an isolate is made of parts in both, and goes in the direction of the page.
 */
export function isolatingTranslator(language: Language): Translate {
  const t = translator(language)
  const foreign =
    languages[language].dir === 'ltr' ? /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Bidi_Control}/u : /\p{Script=Latin}|\p{Bidi_Control}/u
  const own = languages[language].dir === 'ltr' ? '\u2066' : '\u2067'
  const mark = (value: string) => (/^[\u2066-\u2068]/u.test(value) ? own : '\u2068')
  const isolated = (value: string | number) => (foreign.test(String(value)) ? `${mark(String(value))}${value}\u2069` : value)
  return (key, values) => t(key, values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)])))
}

/** True where such a key has words: for keys made from a value, such as `problems.<code>`. */
export function isKey(key: string): key is Key {
  return words.exists(key, { lng: 'en' }) || words.exists(key, { lng: 'en', count: 1 })
}

/** The language asked for if there is such a one, else English. */
export function languageOf(asked: string | undefined): Language {
  return asked === 'ar' ? 'ar' : 'en'
}

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]
type Bare<K extends string> = K extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : K

/** A page of segments says a few words hundreds of times: what has no gaps to fill is looked up once. */
function saying(language: Language): Translate {
  const t = words.getFixedT(language)
  const whole = new Map<Key, string>()
  return (key, values) => {
    if (values) return t(key, values)
    const kept = whole.get(key) ?? t(key)
    whole.set(key, kept)
    return kept
  }
}

/** Both languages write figures alike: 10,000. */
const figures = new Intl.NumberFormat('en')
const inWords = (value: unknown) => (typeof value === 'number' ? figures.format(value) : String(value))

const words = i18next.createInstance()
await words.init({
  resources: { en: { translation: en }, ar: { translation: ar } },
  fallbackLng: 'en',
  // Escaping is not done here, but this is where a value can be written as the language does.
  interpolation: { escapeValue: true, useRawValueToEscape: true, escape: inWords },
})

const said: Record<Language, Translate> = { en: saying('en'), ar: saying('ar') }
