import { key } from '../../arabic/letters.ts'
import { isWhole } from '../../arabic/particles.ts'
import { listedNouns } from '../../arabic/plurals.ts'
import { splitsOf } from '../../arabic/proclitics.ts'
import { isUnnamed } from '../../arabic/unnamed.ts'

interface Undressed {
  proclitics: string
  bare: string
}

/** A word without what is written to its front: الحشد of للحشد. Of several ways the one whose rest the texts have most often. */
export function withoutProclitics(whole: string, counts: ReadonlyMap<string, number>): Undressed {
  const asItIs = { proclitics: '', bare: whole }
  if (isUnnamed(whole) || isWhole(whole) || listedNouns().has(key(whole))) return asItIs
  const own = counts.get(key(whole)) ?? 0
  const ways = splitsOf(whole, key(whole)).flatMap(({ proclitics, from, article, shared }) => {
    if (proclitics.length === 0) return []
    const absorbed = proclitics.at(-1) === 'لل'
    const rest = whole.slice(from)
    const bare = absorbed
      ? `ال${shared ? 'ل' : ''}${rest.slice(shared ? 1 : 0)}`
      : article
        ? whole.slice(whole.indexOf('ال', proclitics.length))
        : rest
    const joint = /^[وف]$/.test(proclitics.join(''))
    return { proclitics: proclitics.join('').replace('لل', 'ل'), bare, likely: likelihood(bare, article, joint, own, counts) }
  })
  const best = ways.toSorted((a, b) => b.likely - a.likely)[0]
  return best && best.likely > 0 ? best : asItIs
}

/** The article leaves hardly a doubt that a letter before it is a proclitic; a bare rest must be a word that is met or listed, or a function word after و. */
function likelihood(bare: string, article: boolean, joint: boolean, own: number, counts: ReadonlyMap<string, number>): number {
  const met = counts.get(key(bare)) ?? 0
  if (joint && bare.length > 1 && isUnnamed(bare)) return 2 + met
  if (bare.length < 3) return 0
  if (article) return 1 + met
  if (joint || !bare.startsWith('و')) if (met >= own) return 1.5 + met
  return bare.length > 3 && listedNouns().has(key(bare)) ? 0.5 : 0
}
