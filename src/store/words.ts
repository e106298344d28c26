import type { Kysely } from 'kysely'
import { words as arabicWords } from '../core/arabic/words.ts'
import { atomically, contains } from './dialect.ts'
import { inSlices, slices } from './rows.ts'
import type { Schema } from './schema.ts'

/** The folded Arabic words of all sources and where they stand: to find the segments a change of an entry can concern. */
export interface Words {
  /** Notes the words of segments that have none noted yet; noted again, nothing changes. */
  index(segments: readonly { id: number; source: string }[]): Promise<void>
  /** The words that have one of these stretches of letters somewhere inside. */
  containing(stretches: readonly string[]): Promise<{ id: number; key: string }[]>
  /** The segments of a desk that have a word of each of these groups; perhaps a few more where there are more than two groups. In order of their numbers. */
  segmentsWith(deskId: number, groups: readonly (readonly number[])[]): Promise<number[]>
}

/** The index of Arabic words, in the database. It is derived from the segments' sources and never changes with the glossary. */
export function words(db: Kysely<Schema>): Words {
  return {
    index: (segments) => indexWords(db, segments),

    containing(stretches) {
      if (stretches.length === 0) return Promise.resolve([])
      return db
        .selectFrom('word')
        .where((word) => word.or(stretches.map((stretch) => contains(word.ref('key'), stretch))))
        .select(['id', 'key'])
        .execute()
    },

    async segmentsWith(deskId, groups) {
      if (groups.length === 0 || groups.some((group) => group.length === 0)) return []
      const rare = [...groups].sort((a, b) => a.length - b.length).slice(0, groupsAsked)
      const [first, second] = rare.map((group) => group.slice(0, longestGroup))
      const found = db
        .selectFrom('segmentWord')
        .innerJoin('segment', 'segment.id', 'segmentWord.segmentId')
        .innerJoin('document', 'document.id', 'segment.documentId')
        .where('document.deskId', '=', deskId)
        .where('segmentWord.wordId', 'in', first!)
      const others = db
        .selectFrom('segmentWord')
        .where('wordId', 'in', second ?? [])
        .select('segmentId')
      const rows = await (second ? found.where('segmentWord.segmentId', 'in', others) : found)
        .select('segmentWord.segmentId as id')
        .distinct()
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

/** Two words of a phrase tell its segments nearly as well as all of them. */
const groupsAsked = 2
/** One statement carries at most 32,766 values. */
const longestGroup = 16_000

/** Notes the words of segments that have none noted yet. */
export function indexWords(db: Kysely<Schema>, segments: readonly { id: number; source: string }[]): Promise<void> {
  return atomically(db, async (db) => {
    const keys = new Map(segments.map(({ id, source }) => [id, keysIn(source)]))
    const ids = await idsOf(db, [...new Set([...keys.values()].flatMap((of) => [...of]))])
    const rows = [...keys].flatMap(([segmentId, of]) => Array.from(of, (key) => ({ wordId: ids.get(key)!, segmentId })))
    const add = db.insertInto('segmentWord').onConflict((conflict) => conflict.doNothing())
    for (const slice of slices(rows, 10_000)) await add.values(slice).execute()
  })
}

/** A run of more letters is no word of any entry, of whose 200 letters a ligature may be four; PostgreSQL indexes no more than 2,700 bytes. */
const longestKey = 1_000

function keysIn(source: string): Set<string> {
  return new Set(arabicWords(source).flatMap(({ key }) => (key.length > longestKey ? [] : key)))
}

/** In the order of the keys, so that two that add the same words do not wait for each other in a circle. */
async function idsOf(db: Kysely<Schema>, keys: readonly string[]): Promise<Map<string, number>> {
  const known = new Map<string, number>()
  const look = async (among: readonly string[]) => {
    const rows = await inSlices(among, (slice) => db.selectFrom('word').selectAll().where('key', 'in', slice).execute())
    for (const { id, key } of rows) known.set(key, id)
  }
  await look(keys)
  const unknown = keys.filter((key) => !known.has(key)).sort()
  const add = db.insertInto('word').onConflict((conflict) => conflict.column('key').doNothing())
  for (const slice of slices(unknown.map((key) => ({ key })))) await add.values(slice).execute()
  await look(unknown)
  return known
}
