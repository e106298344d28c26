import type { Standing } from '../core/glossary/term.ts'

/** The parts of a TBX file by the names they have in TBX v3 (ISO 30042:2019), in v2 (`martif`, ISO 30042:2008) and in TBX-Min of 2014. */
export const parts = {
  root: ['tbx', 'martif', 'TBX'],
  entry: ['conceptEntry', 'termEntry', 'entry'],
  language: ['langSec', 'langSet', 'langGroup'],
  term: ['termSec', 'tig', 'ntig', 'termGroup'],
  /** What stands inside a text without ending it. */
  inline: ['hi', 'foreign', 'ph', 'sc', 'ec', 'bpt', 'ept', 'it', 'ut'],
}

/** Elements whose `type` says which fact they hold; in the style DCT the element has the fact's own name instead. */
export const typedElements = [
  'admin',
  'adminNote',
  'descrip',
  'descripNote',
  'termNote',
  'ref',
  'xref',
  'transac',
  'transacNote',
  'termCompList',
]

/** Facts of TBX that have a place in an entry, by the name of the fact: an element's `type`, or in the style DCT its own name. */
export const factsOfEntry: ReadonlyMap<string, 'subject' | 'authority' | 'note'> = new Map([
  ['subjectField', 'subject'],
  ['source', 'authority'],
  ['note', 'note'],
  ['definition', 'note'],
  ['explanation', 'note'],
] as const)

/** Facts of a single term: what they say of it. A term's own note and source go to the entry. */
export const factsOfTerm: ReadonlyMap<string, 'standing' | 'partOfSpeech' | 'authority' | 'note' | 'known'> = new Map([
  ['administrativeStatus', 'standing'],
  ['normativeAuthorization', 'standing'],
  ['termStatus', 'standing'],
  ['partOfSpeech', 'partOfSpeech'],
  ['source', 'authority'],
  ['note', 'note'],
  ['usageNote', 'note'],
  ['termType', 'known'],
] as const)

/** The standing a term has by its administrative status, written without the ending `-admn-sts` and in small letters. */
export const standingOfStatus: ReadonlyMap<string, Standing> = new Map([
  ['preferredterm', 'preferred'],
  ['preferred', 'preferred'],
  ['standardizedterm', 'preferred'],
  ['legalterm', 'preferred'],
  ['regulatedterm', 'preferred'],
  ['admittedterm', 'allowed'],
  ['admitted', 'allowed'],
  ['allowed', 'allowed'],
  ['deprecatedterm', 'avoid'],
  ['deprecated', 'avoid'],
  ['supersededterm', 'avoid'],
  ['superseded', 'avoid'],
  ['notrecommended', 'avoid'],
  ['obsolete', 'avoid'],
  ['forbidden', 'avoid'],
] as const)

/** The administrative status that is written for a standing. */
export const statusOfStanding: Readonly<Record<Standing, string>> = {
  preferred: 'preferredTerm-admn-sts',
  allowed: 'admittedTerm-admn-sts',
  avoid: 'deprecatedTerm-admn-sts',
}

/** The part of speech in TBX-Basic, which has five, for what people write instead; anything else is `other`. */
export const partsOfSpeech: ReadonlyMap<string, 'noun' | 'verb' | 'adjective' | 'adverb' | 'other'> = new Map([
  ['noun', 'noun'],
  ['n', 'noun'],
  ['proper noun', 'noun'],
  ['proper name', 'noun'],
  ['name', 'noun'],
  ['اسم', 'noun'],
  ['اسم علم', 'noun'],
  ['مصدر', 'noun'],
  ['verb', 'verb'],
  ['v', 'verb'],
  ['فعل', 'verb'],
  ['adjective', 'adjective'],
  ['adj', 'adjective'],
  ['صفة', 'adjective'],
  ['نعت', 'adjective'],
  ['adverb', 'adverb'],
  ['adv', 'adverb'],
  ['ظرف', 'adverb'],
] as const)
