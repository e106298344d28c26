/** Somebody who works at a desk. */
export interface Person {
  id: number
  name: string
}

/** Who does a thing, and when (ISO 8601, UTC): passed to every change, so that no rule asks a clock or a global. */
export interface By {
  person: Person
  at: string
}
