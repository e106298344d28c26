/** The plural of an English noun in lower case, or null where it already looks like one. */
export function plural(noun: string): string | null {
  const irregular = irregulars.find(([one]) => one === noun)?.[1]
  if (irregular) return irregular
  if (noun.length < 2 || singular(noun) !== null || irregulars.some(([, many]) => many === noun)) return null
  const rule = pluralRules.find(([shape]) => shape.test(noun))!
  return noun.replace(rule[0], rule[1])
}

/** The singular of an English noun in lower case, or null where it is none that can be told from its shape. */
export function singular(noun: string): string | null {
  const irregular = irregulars.find(([, many]) => many === noun)?.[0]
  if (irregular) return irregular
  if (noun.length < 4 || invariable.has(noun)) return null
  const rule = singularRules.find(([shape]) => shape.test(noun))
  return rule && rule[1] !== null ? noun.replace(rule[0], rule[1]) : null
}

/** A phrase in the plural: the word before a preposition takes the ending (members of parliament), else the last (prime ministers). */
export function pluralPhrase(phrase: string): string {
  const words = phrase.split(' ')
  const at = headIndex(words.map((word) => word.toLowerCase()))
  const many = plural(words[at]!.toLowerCase())
  if (many === null) return phrase
  const known = words[at]!
  return words.with(at, capitalsAs(known, many)).join(' ')
}

/** Which word of a phrase takes the plural. */
export function headIndex(words: readonly string[]): number {
  const preposition = words.findIndex((word, index) => index > 0 && prepositions.has(word))
  return preposition > 0 ? preposition - 1 : words.length - 1
}

/** Whether "an" stands before a word instead of "a": by sound, an hour, a unit, an NGO, a UN base. */
export function takesAn(word: string): boolean {
  if (/^\p{Lu}{2,}/u.test(word)) return /^[AEFHILMNORSX]/.test(word)
  const key = word.toLowerCase()
  if (/^(?:hour|honest|honou?r|heir)/.test(key)) return true
  return /^[aeiou]/.test(key) && !/^(?:eu|uni(?!n|m)|us[aeiu]|one|once|ura|ut[eio])/.test(key)
}

function capitalsAs(model: string, word: string): string {
  if (/^\p{Lu}{2,}$/u.test(model)) return `${model}s`
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

const prepositions = new Set(['of', 'for', 'in', 'to', 'at', 'on', 'from', 'by', 'with', 'against'])

const irregulars: readonly (readonly [one: string, many: string])[] = [
  ['man', 'men'],
  ['woman', 'women'],
  ['child', 'children'],
  ['person', 'people'],
  ['foot', 'feet'],
  ['serviceman', 'servicemen'],
  ['spokesman', 'spokesmen'],
  ['spokeswoman', 'spokeswomen'],
  ['spokesperson', 'spokespeople'],
  ['gunman', 'gunmen'],
  ['policeman', 'policemen'],
  ['crisis', 'crises'],
  ['analysis', 'analyses'],
  ['oasis', 'oases'],
  ['hypothesis', 'hypotheses'],
  ['axis', 'axes'],
  ['base', 'bases'], // before basis: its plural is read as that of base
  ['basis', 'bases'],
  ['case', 'cases'],
  ['phase', 'phases'],
  ['purchase', 'purchases'],
  ['release', 'releases'],
  ['course', 'courses'],
  ['house', 'houses'],
  ['response', 'responses'],
  ['expense', 'expenses'],
  ['defense', 'defenses'],
  ['license', 'licenses'],
  ['offense', 'offenses'],
  ['exercise', 'exercises'],
  ['promise', 'promises'],
  ['compromise', 'compromises'],
  ['refuse', 'refuses'],
  ['abuse', 'abuses'],
  ['cause', 'causes'],
  ['clause', 'clauses'],
  ['excuse', 'excuses'],
  ['corpse', 'corpses'],
  ['nurse', 'nurses'],
  ['enterprise', 'enterprises'],
  ['franchise', 'franchises'],
  ['size', 'sizes'],
  ['prize', 'prizes'],
  ['cache', 'caches'],
  ['axe', 'axes'],
  ['wife', 'wives'],
  ['life', 'lives'],
  ['knife', 'knives'],
  ['thief', 'thieves'],
  ['shelf', 'shelves'],
  ['half', 'halves'],
  ['leaf', 'leaves'],
  ['wolf', 'wolves'],
  ['hero', 'heroes'],
  ['veto', 'vetoes'],
  ['embargo', 'embargoes'],
  ['torpedo', 'torpedoes'],
  ['movie', 'movies'],
  ['medium', 'media'],
  ['memorandum', 'memoranda'],
  ['referendum', 'referendums'],
]

/** Never plurals by shape, or the same in both numbers. */
const invariable = new Set(['news', 'series', 'species', 'headquarters', 'hamas', 'isis', 'politics', 'damascus', 'bus', 'gas', 'bias'])

const pluralRules: readonly (readonly [shape: RegExp, ending: string])[] = [
  [/(?<=[^aeiou])y$/, 'ies'], // army, armies
  [/(?<=s|x|z|ch|sh)$/, 'es'], // clash, clashes
  [/$/, 's'],
]

const singularRules: readonly (readonly [shape: RegExp, ending: string | null])[] = [
  [/(?:ss|us|is|'s)$/, null], // congress, campus, crisis
  [/(?<=[a-z]{2})ies$/, 'y'], // armies
  [/(?<=ss|x|zz|ch|sh)es$/, ''], // clashes
  [/(?<=[a-z]{2})s$/, ''],
]
