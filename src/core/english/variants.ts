import { otherCountry, otherSpelling, spellingBeginnings } from './other-spellings.ts'
import { otherOrder, otherWording, wordingBeginnings } from './other-wordings.ts'
import { united } from './positions.ts'
import { placesAt, type RenderingPlace } from './renderings.ts'
import type { Search } from './search.ts'

/** Where a rendering stands in a spelling or wording nobody approved, in order: Kataeb for Kata'ib, Popular Mobilization Units for … Forces. */
export function findVariants(search: Search): RenderingPlace[] {
  return placesAt(
    united([spellingBeginnings(search), wordingBeginnings(search)]),
    (first) => otherCountry(search, first) ?? otherSpelling(search, first) ?? otherWording(search, first) ?? otherOrder(search, first),
  )
}

/** Where the whole of a rendering stands in another spelling, in order: Kataib Hizbullah for Kata'ib Hezbollah. */
export function findRespellings(search: Search): RenderingPlace[] {
  return placesAt(spellingBeginnings(search), (first) => otherCountry(search, first) ?? otherSpelling(search, first))
}
