import { addDocument } from '../../src/actions/add-document.ts'
import { addTerm } from '../../src/actions/add-term.ts'
import { decideTerm } from '../../src/actions/decide-term.ts'
import type { Document } from '../../src/core/document.ts'
import { emptyEntry, type Term, type TermDraft, type TermState } from '../../src/core/glossary/term.ts'
import type { By } from '../../src/core/person.ts'
import type { Segment } from '../../src/core/segment.ts'
import type { Desk, Store } from '../../src/store/store.ts'
import { memoryStore } from './store.ts'

/** The small cast of the tests: Salma at her desk, three paragraphs, and three decided terms. */
export interface Cast {
  store: Store
  desk: Desk
  document: Document
  forces: Term
  army: Term
  base: Term
}

/** Salma, at so many minutes past eight in the morning. */
export function salma(minutes = 0): By {
  return { person: { id: 1, name: 'سلمى' }, at: new Date(Date.UTC(2025, 2, 1, 8, minutes)).toISOString() }
}

/** Her colleague, at so many minutes past eight. */
export function karim(minutes = 0): By {
  return { ...salma(minutes), person: { id: 2, name: 'Karim' } }
}

export const heading = {
  title: 'هجوم على قاعدة عسكرية',
  outlet: 'وكالة مرسى',
  author: 'ليان',
  date: '2025-02-28',
  address: 'https://example.org/news/1',
}

/** The first paragraph has the terms الحشد الشعبي and الجيش, dressed; the second two sentences; the third no term. */
export const paragraphs = [
  'قال الجيش إن فصائل مرتبطة بالحشد الشعبي نفت ذلك.',
  'وصلت التعزيزات مساءً. ولم تقع إصابات!',
  'عاد الهدوء إلى المدينة',
]

/** English of the first paragraph: as the glossary wants it, and with a name it does not want. */
export const right = 'The army said factions linked to the Popular Mobilization Forces denied it.'
export const broken = 'The army said factions linked to the Popular Mobilization Units denied it.'

/** An entry of the glossary, with what a test changes of it. */
export function entry(spelling: string, rendering: string, change: Partial<TermDraft> = {}): TermDraft {
  return { ...emptyEntry, spellings: [spelling], renderings: [{ text: rendering, standing: 'preferred' }], ...change }
}

export const popularForces = entry('الحشد الشعبي', 'Popular Mobilization Forces', {
  renderings: [
    { text: 'Popular Mobilization Forces', standing: 'preferred' },
    { text: 'PMF', standing: 'allowed' },
    { text: 'Popular Mobilization Units', standing: 'avoid' },
  ],
})

/** The cast on a store, which is a new one in memory unless one is given. */
export async function cast(given?: Store): Promise<Cast> {
  const store = given ?? (await memoryStore())
  const { id } = await store.desks.add('الأخبار')
  const forces = await addTerm(store, id, popularForces, salma())
  const army = await addTerm(store, id, entry('الجيش', 'army', { kind: 'noun', strength: 'warning' }), salma())
  const base = await addTerm(store, id, entry('قاعدة', 'base', { kind: 'noun', strength: 'advice' }), salma())
  const document = await addDocument(store, { deskId: id, heading, unit: 'paragraph', paragraphs, raw: paragraphs.join('\n\n') }, salma())
  return { store, desk: (await store.desks.get(id))!, document, forces, army, base }
}

/** An entry proposed, approved, retired or taken up again. */
export async function setState(store: Store, termId: number, state: TermState, by = salma()): Promise<void> {
  const term = (await store.terms.get(termId))!
  await decideTerm(store, { termId, version: term.version, draft: { ...term, state } }, by)
}

/** The segment at a position as it is stored now. */
export async function segmentAt({ store, document }: Pick<Cast, 'store' | 'document'>, position: number): Promise<Segment> {
  const segment = await store.segments.getAt(document.id, position)
  if (!segment) throw new Error(`document ${document.id} has no segment ${position}`)
  return segment
}

/** A store before whose next transaction, or the n-th from now, something else is done, as by somebody who is quicker. */
export function interrupted(store: Store, work: () => Promise<unknown>, nth = 1): Store {
  let left = nth
  return {
    ...store,
    async transaction(inner) {
      if (--left === 0) await work()
      return store.transaction(inner)
    },
  }
}

/** A store of which one step fails, inside its transactions too; everything else works. */
export function failingAt<N extends 'revisions' | 'findings' | 'segments' | 'terms' | 'waivers' | 'desks'>(
  store: Store,
  noun: N,
  verb: keyof Store[N],
): Store {
  const fail = () => Promise.reject(new Error(`${noun}.${String(verb)} fails`))
  return {
    ...store,
    [noun]: { ...store[noun], [verb]: fail },
    transaction: (work) => store.transaction((inner) => work(failingAt(inner, noun, verb))),
  }
}
