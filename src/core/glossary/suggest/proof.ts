import { identityAt, type Line } from './line.ts'
import type { Evidence, EvidencePlace } from './name-evidence.ts'
import type { Grams } from './recurring.ts'

/** What shows that a sequence of words is a name: each kind of evidence once, the places that have it where the sequence does not recur, and the English in brackets. */
export interface Proof {
  kinds: Set<Evidence>
  places: number[]
  length: number
  beside: string
}

/** A name that stands once is worth a look where its title or its English shows that it is one. */
export function isSure({ kinds, length }: Proof): boolean {
  return kinds.has('brackets') || (length > 1 && (kinds.size > 1 || kinds.has('title') || kinds.has('english')))
}

/** The evidence for each sequence that recurs, by its number, and for those that stand once. */
export function* proofsOf(
  evidence: readonly EvidencePlace[],
  at: Grams['at'],
  line: Line,
): Generator<void, { proven: Map<number, Proof>; once: Proof[] }> {
  const proven = new Map<number, Proof>()
  const once = new Map<string, Proof>()
  for (const [index, { kind, first, length, beside }] of evidence.entries()) {
    if (index % 10_000 === 9_999) yield
    const number = at[length - 1]?.[first] ?? -1
    const identity = number < 0 ? identityAt(line, first, length) : ''
    const proof = (number < 0 ? once.get(identity) : proven.get(number)) ?? { kinds: new Set(), places: [], length, beside: '' }
    proof.kinds.add(kind)
    if (proof.places.at(-1) !== first && number < 0) proof.places.push(first)
    proof.beside ||= beside
    if (number < 0) once.set(identity, proof)
    else proven.set(number, proof)
  }
  return { proven, once: [...once.values()] }
}
