/** The plural of an English noun in lower case, or null where it already looks like one or has none. */
export function plural(noun: string): string | null {
  const irregular = pluralOf.get(noun)
  if (irregular) return irregular
  if (noun.length < 2 || withoutPlural.has(noun) || singular(noun) !== null || singularOf.has(noun)) return null
  const rule = pluralRules.find(([shape]) => shape.test(noun))!
  return noun.replace(rule[0], rule[1])
}

/** The singular of an English noun in lower case, or null where it is none that can be told from its shape. */
export function singular(noun: string): string | null {
  const irregular = singularOf.get(noun)
  if (irregular) return irregular
  if (noun.length < 4 || singularsInS.has(noun) || withoutPlural.has(noun)) return null
  const rule = singularRules.find(([shape]) => shape.test(noun))
  return rule && rule[1] !== null ? noun.replace(rule[0], rule[1]) : null
}

/** A phrase in the plural: the word before a preposition takes the ending (members of parliament), else the last (prime ministers). */
export function pluralPhrase(phrase: string): string {
  return withHead(phrase, (word) => (/^\p{Lu}{2,}$/u.test(word) ? `${word}s` : capitalsAs(word, plural(word.toLowerCase()))))
}

/** A phrase in the singular: armed group for armed groups; as it is where its head is no plural. */
export function singularPhrase(phrase: string): string {
  return withHead(phrase, (word) => (/^\p{Lu}{2,}s$/u.test(word) ? word.slice(0, -1) : capitalsAs(word, singular(word.toLowerCase()))))
}

/** Which word of a phrase takes the plural, by its words in lower case. */
export function headIndex(words: readonly string[]): number {
  const preposition = words.findIndex((word, index) => index > 0 && prepositions.has(word))
  const last = (preposition > 0 ? preposition : words.length) - 1
  return last > 0 && isPostpositive(words[last]!, words[last - 1]!) ? last - 1 : last
}

/** Whether "an" stands before a word instead of "a": by sound, an hour, a unit, an NGO, a UN base, an F-16. */
export function takesAn(word: string): boolean {
  if (/^\d/.test(word)) return /^(?:8|1[18](?!\d))/.test(word)
  const initials = /^(?:\p{Lu}{2,}|\p{Lu}(?![\p{L}'’]))/u.exec(word)?.[0]
  if (initials && !saidAsWords.has(initials)) return /^[AEFHILMNORSX]/.test(initials)
  const key = word.toLowerCase()
  return /^[aeiou]/.test(key) ? !consonantSounds.test(key) : /^(?:hour|honest|honou?r|heir)/.test(key)
}

/** Begin with a vowel and are said with a consonant: European, unit, user, one-off, Ukrainian. */
const consonantSounds = /^(?:eu|ewe|once|one(?!r)|ubi|ugan|ui|uk|unan|uni(?![dmn])|ur[aiu]|us[aeiu]|ut[aeio]|uy)/

/** Acronyms that nobody spells out. */
const saidAsWords = new Set(['FARC', 'FIFA', 'HAMAS', 'MANPADS', 'MENA', 'NAFTA', 'NASA', 'NATO', 'SAM', 'SANA', 'SARS', 'SWAT'])

/** A phrase whose head is turned; where it has none in the other number the phrase is as it was. */
function withHead(phrase: string, turned: (word: string) => string | null): string {
  const [, long, opening, short] = /^(.*\S)(\s*\()([^()]+)\)$/u.exec(phrase) ?? []
  if (long && short) return `${withHead(long, turned)}${opening}${withHead(short, turned)})`
  const parts = phrase.split(/([\s\p{Pd}]+)/u)
  const words = parts.filter((_, index) => index % 2 === 0)
  const at = headIndex(words.map((word) => word.toLowerCase()))
  const other = turned(words[at]!)
  return other === null ? phrase : parts.with(at * 2, other).join('')
}

function capitalsAs(model: string, word: string | null): string | null {
  return word !== null && /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}

/** The adjective of secretary-general, of president-elect, of court martial and of people killed follows its noun, which takes the ending. */
function isPostpositive(word: string, before: string): boolean {
  const noun = singular(before) ?? before
  return (
    afterAnyOffice.has(word) ||
    afterAnybody.has(word) ||
    (word === 'general' && offices.has(noun)) ||
    (word === 'martial' && noun === 'court')
  )
}

const prepositions = new Set(['of', 'for', 'in', 'to', 'at', 'on', 'from', 'by', 'with', 'against'])
const afterAnyOffice = new Set(['elect', 'designate', 'emeritus'])
const afterAnybody = new Set(
  'abducted arrested concerned detained displaced executed injured kidnapped killed missing wanted wounded'.split(' '),
)
const offices = new Set(
  'attorney auditor commissioner consul director governor inspector prosecutor secretary solicitor surgeon'.split(' '),
)

const irregulars: readonly (readonly [one: string, many: string])[] = [
  ['child', 'children'],
  ['person', 'people'],
  ['spokesperson', 'spokespeople'],
  ['chairperson', 'chairpeople'],
  ['foot', 'feet'],
  ['crisis', 'crises'],
  ['analysis', 'analyses'],
  ['oasis', 'oases'],
  ['hypothesis', 'hypotheses'],
  ['axis', 'axes'],
  ['base', 'bases'], // before basis: its plural is read as that of base
  ['basis', 'bases'],
  ['bus', 'buses'],
  ['gas', 'gases'],
  ['bias', 'biases'],
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
  ...menAndWomen(
    'man woman airman assemblyman businessman businesswoman cameraman chairman clergyman congressman councilman crewman fireman fisherman ' +
      'frogman gunman infantryman lawman marksman militiaman nobleman policeman policewoman rifleman salesman seaman serviceman ' +
      'servicewoman spokesman spokeswoman statesman tribesman workman',
  ),
]

function menAndWomen(nouns: string): (readonly [string, string])[] {
  return nouns.split(' ').map((noun) => [noun, noun.replace(/man$/, 'men')] as const)
}

const pluralOf = new Map(irregulars)
const singularOf = new Map(irregulars.map(([one, many]) => [many, one] as const).reverse()) // of two the first counts

/** Singulars that end like a plural. */
const singularsInS = new Set(['hamas', 'isis', 'damascus', 'bus', 'gas', 'bias'])

/** The same in both numbers, or not counted: no plural is made of them, and no singular. */
const withoutPlural = new Set(
  (
    'advice aid aircraft ammunition artillery barracks cavalry corps crossroads equipment evidence gunfire headquarters ' +
    'infantry information intelligence machinery means news personnel police politics propaganda research rubble ' +
    'series shrapnel spacecraft species terrorism unrest violence warfare weaponry wreckage'
  ).split(' '),
)

const pluralRules: readonly (readonly [shape: RegExp, ending: string])[] = [
  [/(?<=[^aeiou])y$/, 'ies'], // army, armies
  [/(?<=s|x|z|ch|sh)$/, 'es'], // clash, clashes
  [/$/, 's'],
]

const singularRules: readonly (readonly [shape: RegExp, ending: string | null])[] = [
  [/(?:ss|us|is|'s)$/, null], // congress, campus, crisis
  [/(?<=[a-z]{2})ies$/, 'y'], // armies
  [/(?<=ss|x|zz|ch|sh|[a-z]{2}[cmnprst]us)es$/, ''], // clashes, viruses
  [/(?<=[a-z]{2})s$/, ''],
]
