import { emptyEntry, type Term } from '../../src/core/glossary/term.ts'

/** An entry as it would come from the store, with what a test says of it. */
export function storedTerm(said: Partial<Term> = {}): Term {
  return { ...emptyEntry, id: 1, deskId: 1, version: 1, changedBy: 'Huda', changedAt: '2026-01-05T09:00:00.000Z', ...said }
}
