import type { EnglishWord } from './words.ts'

/** Whether a word tells what happened or when (denied, include, Tuesday): no term begins or ends with one. A verb with a capital is part of a name. */
export function isSentenceWord({ text, key }: Pick<EnglishWord, 'text' | 'key'>): boolean {
  if (times.has(key)) return true
  return text.charAt(0) === key.charAt(0) && (verbs.has(key) || (/[^e]ed$/.test(key) && !adjectives.has(key)))
}

const times = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december ' +
    'today yesterday tomorrow tonight now then later earlier recently ago again already also'
  ).split(' '),
)

/** Verbs of news as they stand, with s and in the past without -ed; those that are nouns as often (attack, report, call) are left out. */
const verbs = new Set(
  (
    'accuse accuses add adds admit admits affirm affirms allow allows announce announces arrive arrives ask asks ate beat became become becomes ' +
    'began begin begins believe believes bring brings broke brought built came carry carries chose come comes confirm confirms consider considers ' +
    'continue continues deny denies describe describes did do does emphasize emphasizes fell find finds fled flew follow follows fought found ' +
    'gave get gets give gives go goes got grew happen happens held hold holds include includes insist insists keep keeps kept knew know knows ' +
    'lay left led lie lies lost made make makes may meet meets met might must occur occurs paid prove proves put puts ran reject rejects remain ' +
    'remains rose said sank sat saw say says see sees seek seeks seem seems seize seizes send sends sent shall should shot sold sought spent ' +
    'spoke stand stands stole stood stress stresses struck take takes tell tells think thinks threw told took understood want wants warn warns ' +
    'went were withdrew won wrote could can cannot'
  ).split(' '),
)

/** Like a past, but words that terms begin with. */
const adjectives = new Set(
  (
    'advanced allied alleged armed associated centralized combined detained disabled disguised displaced disputed divided educated enriched escorted ' +
    'fortified guided hundred injured integrated killed limited loaded manned masked mixed occupied organized organised paved planned proposed ' +
    'red related required reserved restricted sacred shared shed so-called specialized sponsored suspected undersigned unidentified united unmanned ' +
    'unprecedented wanted wounded'
  ).split(' '),
)
