import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { addTerm } from '../../src/actions/add-term.ts'
import { changeTerm } from '../../src/actions/change-term.ts'
import { effectOfDecision } from '../../src/actions/decision-effect.ts'
import { recheckSlice } from '../../src/actions/recheck.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import { kinds, type TermDraft } from '../../src/core/glossary/term.ts'
import { openStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { always } from '../support/always.ts'
import { entry, heading, salma } from '../support/cast.ts'
import { memoryStore } from '../support/store.ts'

const arabic = ['الحشد الشعبي', 'حشد', 'قاعدة', 'القاعدة العسكرية', 'حزب الله', 'كتائب حزب الله', 'السوداني', 'السودان']
const english = [
  'Popular Mobilization Forces',
  'base',
  'bases',
  'Hezbollah',
  "Kata'ib Hezbollah",
  'Sudani',
  'Sudan',
  'al-Sudani',
  'PMF',
  'crowd',
  'attack',
]
/** In the texts only: other spellings, wordings and forms of the renderings. */
const otherEnglish = ['Hizbullah', 'Kataib Hizbullah', 'Soudani', 'Popular Mobilization Units', 'attacked', "Sudan's", 'military base']
const dressing = ['', 'و', 'ب', 'ل', 'وال', 'لل']

const draft: fc.Arbitrary<TermDraft> = fc
  .record({
    spelling: fc.constantFrom(...arabic),
    renderings: fc.uniqueArray(fc.constantFrom(...english), { minLength: 1, maxLength: 3 }),
    avoids: fc.boolean(),
    kind: fc.constantFrom(...kinds),
    state: fc.constantFrom('approved' as const, 'proposed' as const, 'retired' as const),
  })
  .map(({ spelling, renderings, avoids, kind, state }) => ({
    ...entry(spelling, renderings[0]!, { kind, state, strength: 'warning' }),
    renderings: renderings.map(
      (text, index) =>
        ({
          text,
          standing: index === 0 ? 'preferred' : avoids ? 'avoid' : 'allowed',
          ...(index > 0 && avoids && kind === 'name' && { always: true }),
        }) as const,
    ),
  }))
const source = fc
  .array(fc.tuple(fc.constantFrom(...dressing), fc.constantFrom(...arabic)), { minLength: 1, maxLength: 3 })
  .map((words) => words.map((parts) => parts.join('')).join(' قال '))
const target = fc.array(fc.constantFrom(...english, ...otherEnglish), { minLength: 1, maxLength: 4 }).map((words) => words.join(' said '))
interface MadeDesk {
  terms: readonly TermDraft[]
  texts: readonly (readonly [arabic: string, english: string])[]
  change: TermDraft
}
const desk: fc.Arbitrary<MadeDesk> = fc.record({
  terms: fc.uniqueArray(draft, { minLength: 2, maxLength: 4, selector: (one) => one.spellings[0] }),
  texts: fc.array(fc.tuple(source, target), { minLength: 3, maxLength: 8 }),
  change: draft,
})

test('a change of an entry does what was told, looks at few segments again, and leaves nothing otherwise than if it had looked at all', async () => {
  let untouched = 0
  await always(
    fc.asyncProperty(desk, async (made) => {
      untouched += await untouchedBy(made)
    }),
    60,
  )
  expect(untouched).toBeGreaterThan(0)
})

test('so does one to an English that another entry has in the plural', async () => {
  const terms = [entry('الحشد الشعبي', 'Popular Mobilization Forces'), entry('قاعدة', 'bases')]
  const texts = [['قاعدة قال كتائب حزب الله', 'bases']] as const
  expect(await untouchedBy({ terms, texts, change: entry('كتائب حزب الله', 'base') })).toBe(0)
})

test('so does one to an English that was another spelling of what another entry avoids', async () => {
  const forces = entry('الحشد الشعبي', 'Popular Mobilization Forces')
  const avoiding = { ...forces, renderings: [...forces.renderings, { text: 'al-Sudani', standing: 'avoid', always: true } as const] }
  const texts = [
    ['الحشد الشعبي', 'Sudani said so'],
    ['حشد', 'a crowd'],
  ] as const
  expect(await untouchedBy({ terms: [entry('قاعدة', 'base'), avoiding], texts, change: entry('قاعدة', 'Sudani') })).toBe(1)
})

test('so does one to a name that another entry stands in', async () => {
  const texts = [
    ['حزب الله', "Kata'ib Hezbollah said so"],
    ['حشد', 'a crowd'],
  ] as const
  const change = entry('كتائب حزب الله', "Kata'ib Hezbollah")
  expect(await untouchedBy({ terms: [entry('قاعدة', 'base'), entry('حزب الله', 'Hezbollah')], texts, change })).toBe(1)
})

/** Changes the first of these entries and looks at what of the desk is then otherwise; answers with how many texts needed no look. */
async function untouchedBy({ terms, texts, change }: MadeDesk): Promise<number> {
  const store = await memoryStore()
  try {
    const { id } = await store.desks.add('الأخبار')
    const added = []
    for (const one of terms) added.push(await addTerm(store, id, one, salma()))
    await documentOf(store, id, texts)
    const spellings = terms.some((one, index) => index > 0 && one.spellings[0] === change.spellings[0])
      ? terms[0]!.spellings
      : change.spellings
    const wanted = { termId: added[0]!.id, version: 1, draft: { ...change, spellings } }
    await recheckAll(store, id)
    const told = await effectOfDecision(store, (await store.desks.get(id))!, added[0]!, wanted.draft)
    const { segments, documents } = (await derived(store)).usage
    await changeTerm(store, wanted, salma())
    const untouched = texts.length - (await store.segments.stale(id, 100)).length
    await recheckAll(store, id)
    const few = await derived(store)
    // Of an entry that is retired it is told where it has been.
    expect(told ?? few.usage).toMatchObject(told && change.state === 'retired' ? { segments, documents } : few.usage)
    await store.segments.need(id, await store.desks.raiseGlossaryVersion(id))
    await recheckAll(store, id)
    expect(few).toEqual(await derived(store))
    return untouched
  } finally {
    await store.close()
  }
}

test('the words of a long document are found to its end once it has been looked through, and a decision meanwhile reaches them', async () => {
  const store = await memoryStore()
  try {
    const { id: deskId } = await store.desks.add('The desk')
    const paragraphs = Array.from({ length: 500 }, (_, index) => `زار الوفد القرية ${index < 499 ? 'اليوم' : 'الأخيرة'}.`)
    await addDocument(store, { deskId, heading, unit: 'paragraph', paragraphs, raw: '' }, salma())
    const { id } = await addTerm(store, deskId, entry('الأخيرة', 'the last one', { kind: 'noun' }), salma())
    await recheckAll(store, deskId)
    expect(await store.words.containing(['الاخيرة'])).toHaveLength(1)
    expect(await store.occurrences.usage(id)).toMatchObject({ segments: 1 })
  } finally {
    await store.close()
  }
})

test('the words and uses that a database of an older version does not know are noted while it is looked through again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tarjuman-reach-'))
  const sqlite = new Sqlite(join(folder, 'old.sqlite'))
  sqlite.exec(readFileSync(new URL('../store/version-1.sql', import.meta.url), 'utf8'))
  sqlite.close()
  const store = await openStore(join(folder, 'old.sqlite'))
  try {
    expect([await store.words.containing(['نص']), (await store.occurrences.usage(1)).segments]).toEqual([[], 0])
    await recheckAll(store, 1)
    expect(await store.words.containing(['نص'])).toMatchObject([{ key: 'النص' }])
    expect(await store.occurrences.usage(1)).toMatchObject({ segments: 1, documents: 1, follows: 1 })
    expect(await store.documents.habits([1])).toEqual(new Map([[1, { finalYa: 'unknown', hamza: 'unknown' }]]))
    await changeTerm(store, { termId: 1, version: 1, draft: entry('نص', 'wording', { kind: 'noun' }) }, salma())
    expect(await store.segments.stale(1, 9)).toHaveLength(1)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function documentOf(store: Store, deskId: number, texts: readonly (readonly [string, string])[]): Promise<void> {
  const paragraphs = texts.map(([source]) => source)
  const { id } = await addDocument(store, { deskId, heading, unit: 'paragraph', paragraphs, raw: '' }, salma())
  for (const segment of await store.segments.page(id, 0, 100)) {
    await saveSegment(store, { segmentId: segment.id, version: 1, target: texts[segment.position - 1]![1] }, salma())
  }
}

async function recheckAll(store: Store, deskId: number): Promise<void> {
  while ((await recheckSlice(store, deskId)) > 0);
}

/** All that is derived from texts and glossary. */
async function derived(store: Store) {
  const ids = (await store.segments.page(1, 0, 100)).map(({ id }) => id)
  const terms = await store.terms.all(1)
  const uses = []
  for (const { id } of terms) uses.push(await store.occurrences.list(id, { page: 1, limit: 100 }))
  const { waived: _, ...usage } = await store.occurrences.usage(terms[0]!.id)
  return { findings: await store.findings.of(ids), uses, usage }
}

test('an entry of a hundred long phrases, with a hundred words to avoid everywhere, reaches every text it stands in', async () => {
  const store = await memoryStore()
  const { id } = await store.desks.add('الأخبار')
  const letters = [...'بتثجحخدذرزسشصضطظعغفق']
  const word = (number: number) => `${[number, number / 20, number / 400].map((place) => letters[Math.trunc(place) % 20]).join('')}م`
  const phrases = Array.from({ length: 100 }, (_, row) => Array.from({ length: 30 }, (_, at) => word(row * 30 + at)).join(' '))
  const avoided = Array.from({ length: 99 }, (_, index) => ({
    text: `${'abcdefghi'[index % 9]}vor${'klmnoprstuv'[Math.trunc(index / 9)]}ik`,
  }))
  await documentOf(store, id, [
    [phrases[7]!, 'nothing of it'],
    ['غيره', 'a cvormik here'],
  ])
  await recheckAll(store, id)
  const renderings = [
    { text: 'model', standing: 'preferred' as const },
    ...avoided.map((one) => ({ ...one, standing: 'avoid' as const, always: true })),
  ]
  await addTerm(store, id, { ...entry('', 'model', { kind: 'phrase' }), spellings: phrases, renderings }, salma())
  expect(await store.segments.stale(id, 10)).toHaveLength(2)
  await store.close()
})
