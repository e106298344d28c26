import { positionsByKey, positionsOf } from '../../english/positions.ts'
import { beginsCapital, placeOf, type Wording } from '../../english/renderings.ts'
import { findRespellings, findVariants } from '../../english/variants.ts'
import { verbForms } from '../../english/verbs.ts'
import type { EnglishText } from '../../english/words.ts'
import { grouped } from '../../grouped.ts'
import type { Glossary } from '../find/compile.ts'
import { withInitials } from './brackets.ts'
import { type Demand, lackOf } from './demand.ts'
import type { NameAround } from './names-around.ts'
import { isInOtherName } from './other-names.ts'
import type { Place } from './places.ts'
import { type EnglishEntry, englishGlossary } from './renderings.ts'

/** An English text with the renderings that stand in it, and what of it serves an occurrence already. */
export interface Supply {
  english: EnglishText
  glossary: Glossary
  places: readonly Place[]
  /** The name of something else that a place is a part of. */
  around: (place: Place) => NameAround | null
  used: Set<Place>
  /** The offsets where a used place begins: entries that share a rendering share its place. */
  taken: Set<number>
  /** The words, by their number, of all places, used or not. */
  busy: Set<number>
}

/** What an English text has to give. */
export function supplyOf(
  english: EnglishText,
  glossary: Glossary,
  found: readonly Place[],
  around: (place: Place) => NameAround | null,
): Supply {
  const places = found.map((place) => {
    const name = around(place)
    return name ? { ...place, around: name } : place
  })
  const supply: Supply = { english, glossary, places, around, used: new Set(), taken: new Set(), busy: new Set() }
  for (const place of places) occupy(supply, place)
  return supply
}

function occupy({ busy }: Supply, { first, last }: Place): void {
  for (let index = first; index <= last; index++) busy.add(index)
}

/** Notes that a place serves an occurrence, so that it serves no other. */
export function use(supply: Supply, place: Place): void {
  supply.used.add(place)
  supply.taken.add(place.start)
  occupy(supply, place)
}

/** Gives each entry as many of its right renderings as it has occurrences, those with the least choice first; what is another's too, though to be avoided, last. */
export function serve(demands: readonly Demand[], supply: Supply): void {
  const right = supply.places.filter(({ verdict, around }) => verdict === 'ok' && !around)
  const choices = grouped(right, ({ entry }) => entry)
  const choice = (entry: EnglishEntry) => choices.get(entry) ?? []
  const starts = grouped(supply.places, ({ start }) => start)
  const rivals = ({ start }: Place) => starts.get(start)!.length
  for (const demand of demands.toSorted((a, b) => choice(a.entry).length - choice(b.entry).length)) {
    const free = choice(demand.entry).filter(({ start }) => !supply.taken.has(start))
    const chosen = free.toSorted((a, b) => rivals(a) - rivals(b) || a.start - b.start).slice(0, lackOf(demand))
    for (const place of chosen) use(supply, place)
    demand.served.push(...chosen)
  }
}

/** What is still lacking is perhaps there in a rendering to avoid or in an unapproved spelling. */
export function serveWithWrongOnes(demands: readonly Demand[], supply: Supply): void {
  const wrong = grouped(
    supply.places.filter(({ verdict, around }) => verdict !== 'ok' && !around),
    ({ entry }) => entry,
  )
  for (const demand of demands) {
    const free = (wrong.get(demand.entry) ?? []).filter(({ start }) => !supply.taken.has(start))
    const doubt = (place: Place) => Number(isInOtherName(place, supply.english) !== false)
    const chosen = free.toSorted((a, b) => doubt(a) - doubt(b) || a.start - b.start).slice(0, lackOf(demand))
    for (const place of chosen) use(supply, place)
    demand.served.push(...chosen)
    if (lackOf(demand) > 0) demand.served.push(...variantsOf(demand, supply).slice(0, lackOf(demand)))
  }
}

/** Unapproved spellings and wordings of what is right, and then unapproved spellings of what is to be avoided. */
function variantsOf({ entry }: Demand, supply: Supply): Place[] {
  const found = [
    ...entry.right.flatMap((wording) => takeAll(entry, wording, 'variant', findVariants, supply)),
    ...entry.avoid.flatMap((wording) => takeAll(entry, wording, 'avoid', findRespellings, supply)),
  ]
  return found.sort((a, b) => a.start - b.start)
}

function takeAll(entry: EnglishEntry, wording: Wording, verdict: Place['verdict'], find: typeof findVariants, supply: Supply): Place[] {
  const known = (keys: string) => englishGlossary(supply.glossary).isOthers(keys, entry.term.id)
  const isFree = (index: number) => !supply.busy.has(index)
  const found = find({ words: supply.english.words, wanted: wording, isFree, known })
  const places = found
    .map((place): Place => {
      const name = { ...place, entry, wording, verdict }
      return withInitials(name, supply.english, isFree) ?? name
    })
    .filter((place) => !supply.around(place))
  for (const place of places) use(supply, place)
  return places
}

/** A common noun may be a verb in the English: هجوم, "attacked". */
export function serveWithVerbs(demands: readonly Demand[], supply: Supply): void {
  for (const demand of demands) {
    for (const wording of demand.entry.right) if (lackOf(demand) > 0) demand.served.push(...verbsFor(demand, wording, supply))
  }
}

function verbsFor(demand: Demand, wording: Wording, supply: Supply): Place[] {
  const [noun] = wording.words
  if (!noun || wording.words.length > 1 || wording.isName || noun.capitals || beginsCapital(noun.text)) return []
  const { words } = supply.english
  const verbs = positionsOf(verbForms(noun.key), positionsByKey(words)).filter((index) => !supply.busy.has(index))
  const found = verbs
    .slice(0, lackOf(demand))
    .map((index): Place => ({ ...placeOf(words, index, index, 1), entry: demand.entry, wording, verdict: 'ok' }))
  for (const place of found) use(supply, place)
  return found
}
