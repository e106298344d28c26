import type { Kysely, Selectable } from 'kysely'
import { key } from '../core/arabic/letters.ts'
import type { Rendering, Term, TermDraft } from '../core/glossary/term.ts'
import type { By } from '../core/person.ts'
import { atomically } from './dialect.ts'
import { grouped, inSlices, slices } from './rows.ts'
import type { Schema } from './schema.ts'

/** An entry kept as JSON, which may be of a time before an entry had plurals and struck forms of its own. */
export function entryFrom(json: string): TermDraft {
  return { ...unsaid, ...(JSON.parse(json) as TermDraft) }
}

const unsaid = { plurals: [], struck: [] }

type TermTable = Schema['term']
type TermRow = Selectable<TermTable>

/** Whole entries from their rows: two more questions, whatever their number up to a slice. */
export async function withTexts(db: Kysely<Schema>, rows: readonly TermRow[]): Promise<Term[]> {
  const ids = rows.map((row) => row.id)
  const spellings = await inSlices(ids, (slice) =>
    db.selectFrom('termSpelling').selectAll().where('termId', 'in', slice).orderBy('termId').orderBy('place').execute(),
  )
  const renderings = await inSlices(ids, (slice) =>
    db.selectFrom('termRendering').selectAll().where('termId', 'in', slice).orderBy('termId').orderBy('place').execute(),
  )
  const spellingsOf = grouped(ids, spellings, (row) => row.termId)
  const renderingsOf = grouped(ids, renderings, (row) => row.termId)
  return rows.map(({ key: _, mended: __, exactOnly, plurals, struck, ...row }) => ({
    ...row,
    exactOnly: exactOnly === 1,
    plurals: JSON.parse(plurals) as string[],
    struck: JSON.parse(struck) as string[],
    spellings: spellingsOf.get(row.id)!.map((spelling) => spelling.text),
    renderings: renderingsOf.get(row.id)!.map(renderingOf),
  }))
}

function renderingOf({ text, standing, always }: Selectable<Schema['termRendering']>): Rendering {
  return always === 1 ? { text, standing, always: true } : { text, standing }
}

/** Stores entries; they come back in their order. */
export function insertEntries(db: Kysely<Schema>, deskId: number, entries: readonly TermDraft[], by: By): Promise<Term[]> {
  return atomically(db, async (db) => {
    const rows: TermRow[] = []
    for (const slice of slices(entries)) rows.push(...(await insertSlice(db, deskId, slice, by)))
    return withTexts(db, rows)
  })
}

/** Ids are given out in the order of the values but may come back in any, hence the sorting: the first id is the first entry's. */
async function insertSlice(db: Kysely<Schema>, deskId: number, entries: readonly TermDraft[], by: By): Promise<TermRow[]> {
  const values = entries.map((entry) => ({ deskId, ...rowOf(entry, by) }))
  const rows = await db.insertInto('term').values(values).returningAll().execute()
  rows.sort((a, b) => a.id - b.id)
  const texts = new Map(rows.map((row, index) => [row.id, entries[index]!]))
  await insertSpellings(db, texts)
  await insertRenderings(db, texts)
  return rows
}

async function insertSpellings(db: Kysely<Schema>, entries: ReadonlyMap<number, TermDraft>): Promise<void> {
  const spellings = [...entries].flatMap(([termId, entry]) =>
    entry.spellings.map((text, place) => ({ termId, place, text, key: key(text) })),
  )
  for (const slice of slices(spellings)) await db.insertInto('termSpelling').values(slice).execute()
}

async function insertRenderings(db: Kysely<Schema>, entries: ReadonlyMap<number, TermDraft>): Promise<void> {
  const renderings = [...entries].flatMap(([termId, entry]) =>
    entry.renderings.map(({ text, standing, always }, place) => ({
      termId,
      place,
      text,
      lower: text.toLowerCase(),
      standing,
      always: always ? 1 : 0,
    })),
  )
  for (const slice of slices(renderings)) await db.insertInto('termRendering').values(slice).execute()
}

interface Change {
  before: Term
  entry: TermDraft
}

/** Writes changed entries and keeps their former states; false where one is not of the version any more that was read. The rows first: who waited for another's change of the same row then finds another version and leaves it as it is. */
export async function saveEntries(db: Kysely<Schema>, changes: readonly Change[], by: By): Promise<boolean> {
  for (const slice of slices(changes)) if (!(await saveRows(db, slice, by))) return false
  for (const slice of slices(changes)) {
    await db
      .insertInto('termRevision')
      .values(slice.map(({ before }) => revisionOf(before)))
      .execute()
  }
  const respelled = changes.filter(({ before, entry }) => !isAlike(before.spellings, entry.spellings))
  const reworded = changes.filter(({ before, entry }) => !isAlike(before.renderings, entry.renderings))
  for (const slice of slices(respelled)) await db.deleteFrom('termSpelling').where('termId', 'in', slice.map(idOf)).execute()
  for (const slice of slices(reworded)) await db.deleteFrom('termRendering').where('termId', 'in', slice.map(idOf)).execute()
  await insertSpellings(db, entriesOf(respelled))
  await insertRenderings(db, entriesOf(reworded))
  return true
}

/** Many rows in one statement, which is several times as quick as one for each: a row that is there is changed, if it is of the version that was read. */
async function saveRows(db: Kysely<Schema>, changes: readonly Change[], by: By): Promise<boolean> {
  const rows = changes.map(({ before: { id, deskId, version }, entry }) => ({ id, deskId, ...rowOf(entry, by), version: version + 1 }))
  const saved = await db
    .insertInto('term')
    .values(rows)
    .onConflict((there) =>
      there
        .column('id')
        .doUpdateSet(({ ref }) => Object.fromEntries(changing.map((column) => [column, ref(`excluded.${column}`)])))
        .where(({ eb, ref }) => eb('term.version', '=', eb(ref('excluded.version'), '-', 1))),
    )
    .executeTakeFirstOrThrow()
  return saved.numInsertedOrUpdatedRows === BigInt(changes.length)
}

const idOf = ({ before }: Change) => before.id

function entriesOf(changes: readonly Change[]): Map<number, TermDraft> {
  return new Map(changes.map(({ before, entry }) => [before.id, entry]))
}

function isAlike(some: readonly unknown[], others: readonly unknown[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others)
}

/** What a change of an entry may change of its row. */
const changing = [
  'key',
  'kind',
  'firstMention',
  'laterMention',
  'strength',
  'exactOnly',
  'plurals',
  'struck',
  'partOfSpeech',
  'subject',
  'note',
  'authority',
  'state',
  'changedBy',
  'changedAt',
  'version',
] as const satisfies (keyof TermTable)[]

function rowOf(entry: TermDraft, by: By) {
  const { kind, firstMention, laterMention, strength, exactOnly, plurals, struck, partOfSpeech, subject, note, authority, state } = entry
  return {
    key: key(entry.spellings[0] ?? ''),
    kind,
    firstMention,
    laterMention,
    strength,
    exactOnly: exactOnly ? 1 : 0,
    plurals: JSON.stringify(plurals),
    struck: JSON.stringify(struck),
    partOfSpeech,
    subject,
    note,
    authority,
    state,
    changedBy: by.person.name,
    changedAt: by.at,
  }
}

function revisionOf({ id: termId, deskId: _, version, changedBy: person, changedAt: at, ...entry }: Term) {
  return { termId, version, entry: JSON.stringify(entry), person, at }
}
