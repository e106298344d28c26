import { otherCountry, otherSpelling } from './other-spellings.ts'
import { otherOrder, otherWording } from './other-wordings.ts'
import type { RenderingPlace } from './renderings.ts'
import type { Search } from './search.ts'

/** Where a rendering stands in a spelling or wording nobody approved, in order: Kataeb for Kata'ib, Popular Mobilization Units for … Forces. */
export function findVariants(search: Search): RenderingPlace[] {
  return placesOf(search, [otherCountry, otherSpelling, otherWording, otherOrder])
}

/** Where the whole of a rendering stands in another spelling, whoever it serves, in order: Kataib Hizbullah for Kata'ib Hezbollah. */
export function findRespellings(search: Omit<Search, 'isFree'>): RenderingPlace[] {
  return placesOf({ ...search, isFree: () => true }, [otherCountry, otherSpelling])
}

function placesOf(search: Search, ways: readonly ((search: Search, first: number) => RenderingPlace | null)[]): RenderingPlace[] {
  const places: RenderingPlace[] = []
  for (let at = 0; at < search.words.length; at++) {
    const place = firstOf(ways, search, at)
    if (!place) continue
    places.push(place)
    at = place.last
  }
  return places
}

function firstOf(ways: Parameters<typeof placesOf>[1], search: Search, at: number): RenderingPlace | null {
  for (const way of ways) {
    const place = way(search, at)
    if (place) return place
  }
  return null
}
