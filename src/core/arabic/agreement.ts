import type { Role, State } from './inflection.ts'

/** The states of a phrase's words by a letter each: D definite, I indefinite, N nunated, C construct, P with a pronoun. */
export type States = string

const letters: Record<State, string> = { definite: 'D', indefinite: 'I', nunated: 'N', construct: 'C', pronoun: 'P' }

/** The letter of a state in `States`. */
export function stateLetter(state: State): string {
  return letters[state]
}

/** True when a phrase may have these states; a nunated word counts as indefinite, but cannot be annexed to what follows. */
export function isAllowed(states: States, allowed: ReadonlySet<States>): boolean {
  return states.includes('N') ? !/N[DP]/.test(states) && allowed.has(states.replaceAll('N', 'I')) : allowed.has(states)
}

/** True when words with these states may be the beginning of an allowed phrase. */
export function mayBecomeAllowed(states: States, allowed: ReadonlySet<States>): boolean {
  const beginning = states.replaceAll('N', 'I')
  return [...allowed].some((order) => order.startsWith(beginning))
}

/** Words that have no article and leave it to what follows them. */
const withoutArticle = new Set(['غير', 'شبه', 'ذات', 'ذو', 'ذا', 'ذي', 'ذوو', 'ذوي', 'ذوات'])

/** The states of a phrase's first words as they count: غير agrees with what is before it, in المنظمات غير الحكومية as in منظماتها غير الحكومية. */
export function countedStates(states: States, words: readonly string[]): States {
  let counted = states.charAt(0)
  for (let i = 1; i < states.length; i++) {
    const agrees = states[i] === 'I' && withoutArticle.has(words[i] ?? '') && 'DP'.includes(counted.charAt(i - 1))
    counted += agrees ? 'D' : states.charAt(i)
  }
  return counted
}

/** How a phrase is built, by where its entry has the article. */
type Build = 'noun-and-adjectives' | 'indefinite' | 'annexed' | 'definite-first'

/** The orders of states a phrase may have, one a row; * repeats the letter before it until the phrase is full, = is the entry's own rest. */
const orders: [Build, States, string][] = [
  ['noun-and-adjectives', 'D*', 'القوات المسلحة'],
  ['noun-and-adjectives', 'I*', 'قوات مسلحة'],
  ['noun-and-adjectives', 'PD*', 'قواتها المسلحة'],
  ['noun-and-adjectives', 'CD*', 'قيادتا الحزبين'],
  ['noun-and-adjectives', 'ID*', 'قوات المارينز'],
  ['indefinite', 'I*', 'صاروخ باليستي'],
  ['indefinite', 'D*', 'الصاروخ الباليستي'],
  ['indefinite', 'CI*', 'وزيرا دفاع'],
  ['indefinite', 'I*D', 'عملية السلام'],
  ['indefinite', 'CI*D', 'عمليتا السلام'],
  ['indefinite', 'ID*', 'حكومة الوحدة الوطنية'],
  ['indefinite', 'CD*', 'حاملتا الطائرات، حكومتا الوحدة الوطنية'],
  ['indefinite', 'PD*', 'صاروخها الباليستي'],
  ['indefinite', 'I*P', 'عملية سلامها'],
  ['indefinite', 'CP', 'وزيرا خارجيتها'],
  ['indefinite', 'IPD', 'حكومة وحدتها الوطنية'],
  ['annexed', 'I=', 'وزير الخارجية'],
  ['annexed', 'C=', 'وزيرا الخارجية'],
  ['annexed', 'I*', 'وزير خارجية'],
  ['annexed', 'CI*', 'وزيرا خارجية'],
  ['annexed', 'I*P', 'وزير خارجيتها'],
  ['annexed', 'CP', 'وزيرا خارجيتها'],
  ['annexed', 'IPD', 'وزير خارجيتها الجديد'],
  ['definite-first', 'D*', 'الرئيس السوري بشار، المنظمات غير الحكومية'],
  ['definite-first', 'I*', 'منظمات غير حكومية'],
  ['definite-first', 'PD*', 'منظماتها غير الحكومية'],
  ['definite-first', 'I=', 'رئيس'],
  ['definite-first', 'C=', 'رئيسا'],
]

/** How a phrase with these articles is built. */
function buildOf(articles: readonly boolean[]): Build {
  if (articles.every((has) => has)) return 'noun-and-adjectives'
  if (!articles.includes(true)) return 'indefinite'
  return articles[0] ? 'definite-first' : 'annexed'
}

/** The entry's own states as letters. */
export function listedStates(articles: readonly boolean[]): States {
  return articles.map((has) => (has ? 'D' : 'I')).join('')
}

/** The orders of states in which a phrase of several words may stand in a text. */
export function allowedStates(articles: readonly boolean[]): ReadonlySet<States> {
  const own = listedStates(articles)
  const build = buildOf(articles)
  return new Set(
    [own, ...orders.filter(([of]) => of === build).map(([, order]) => filled(order, own))].filter((order) => order.length === own.length),
  )
}

function filled(order: States, own: States): States {
  if (order.endsWith('=')) return order.slice(0, -1) + own.slice(order.length - 1)
  const at = order.indexOf('*')
  if (at < 0) return order
  const missing = own.length - (order.length - 1)
  return order.slice(0, at) + (order[at - 1] ?? '').repeat(Math.max(0, missing)) + order.slice(at + 1)
}

/** The role of each word of a phrase: the first is inflected as a noun; after it come adjectives, annexed nouns with the article, or words that stay. */
export function rolesOf(articles: readonly boolean[]): Role[] {
  const build = buildOf(articles)
  return articles.map((article, i) => {
    if (i === 0) return 'noun'
    if (build === 'noun-and-adjectives' || build === 'indefinite') return 'adjective'
    return article ? 'noun' : 'fixed'
  })
}
