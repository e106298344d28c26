import { beginsCapital } from '../../english/renderings.ts'
import type { EnglishText, EnglishWord } from '../../english/words.ts'
import type { Place } from './places.ts'

/**
 * Whether a rendering stands inside a name of something else: Latin America, the Bank of America. Where the capital before it may only be that
 * of a sentence's beginning (Voice of America, Leaders of America) nobody can tell: `perhaps`.
 */
export function isInOtherName({ first }: Pick<Place, 'first'>, { words, beginsSentence }: EnglishText): boolean | 'perhaps' {
  const isOf = words[first - 1]?.key === 'of'
  const before = words[isOf ? first - 2 : first - 1]
  if (!before || !beginsCapital(before.text) || before.possessive || apart.has(before.key)) return false
  if (!words.slice(isOf ? first - 2 : first - 1, first).every(({ gap }) => /^(?:\s+|\p{Pd})$/u.test(gap))) return false
  if (!isOf && (isDemonym(before) || isPrefix(before))) return false
  return beginsSentence(before.start) ? 'perhaps' : true
}

/** Whether a word says of what country somebody is: Iraqi, Lebanese, Syrian. He keeps his name. */
export function isDemonym({ key }: EnglishWord): boolean {
  return /(?:i|ese|[ei]an)$/.test(key)
}

/** Pro-Iran, Ex-PMF: with a hyphen, at the beginning of a sentence or a heading. */
function isPrefix({ key, gap }: EnglishWord): boolean {
  return prefixes.has(key) && /^\p{Pd}$/u.test(gap)
}

const prefixes = new Set(['anti', 'ex', 'former', 'non', 'now', 'post', 'pre', 'pro', 'then'])

/** Words with a capital that belong to no name behind them: those that begin sentences, titles, days and months. */
const apart = new Set(
  (
    'a after all also although an and as at because before both but by during each even few for from half he how however if in into it its ' +
    'like many meanwhile most much no none nor not now of on once one only or our parts since so some still that the their then there these ' +
    'they this those though through to today under unlike until we what when where whether which while why with without yesterday yet ' +
    'ayatollah captain colonel commander doctor dr general imam king leader lieutenant major minister mr mrs ms premier president prince ' +
    'princess professor queen sayyid secretary sheikh spokesman ' +
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december'
  ).split(' '),
)
