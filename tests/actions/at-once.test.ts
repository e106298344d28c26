import { expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { addTerm } from '../../src/actions/add-term.ts'
import { decideTerm } from '../../src/actions/decide-term.ts'
import { recheckSlice } from '../../src/actions/recheck.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import { Problem } from '../../src/core/problem.ts'
import type { Store } from '../../src/store/store.ts'
import { type Cast, cast, entry, heading, popularForces, salma } from '../support/cast.ts'
import { eachStoreButInProcess } from '../support/store.ts'

// On a PostgreSQL server (TEST_DATABASE_URL) these transactions run beside each other; on SQLite one comes after the other.
eachStoreButInProcess('what many do at the same time', (fresh) => {
  test('gets in nobody’s way, and leaves no finding behind the glossary', async () => {
    const { store } = await fresh()
    const the = await cast(store)
    const paragraphs = Array.from({ length: 12 }, (_, n) => `قال الحشد الشعبي والجيش في القاعدة ${n}`)
    const { id } = await addDocument(store, { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs, raw: '' }, salma())
    const failed: unknown[] = []
    for (let round = 1; round <= 4; round++) {
      const done = await Promise.allSettled([
        ...(await store.segments.page(id, 0, 12)).map((segment) => typed(store, segment, round)),
        ...[1, 2].map(() => recheckSlice(store, the.desk.id)),
        decided(the, the.forces.id, round),
        decided(the, the.army.id, round),
        addDocument(store, { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs: paragraphs.slice(0, 3), raw: '' }, salma()),
      ])
      failed.push(...done.flatMap((one) => (one.status === 'rejected' && !(one.reason instanceof Problem) ? [one.reason] : [])))
    }
    expect(failed).toEqual([])
    const found = await looked(the)
    await store.segments.need(the.desk.id, await store.desks.raiseGlossaryVersion(the.desk.id))
    expect(found).toEqual(await looked(the))
  })

  test('the same Arabic added by several is added once, and the others are told', async () => {
    const { store } = await fresh()
    const { desk } = await cast(store)
    const adding = [1, 2, 3, 4].map((n) => addTerm(store, desk.id, entry('الهدوء', `calm ${n}`), salma()))
    const done = await Promise.allSettled(adding)
    expect(done.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Problem).code] : []))).toEqual([
      'term.taken',
      'term.taken',
      'term.taken',
    ])
    expect(await store.terms.withSpellings(desk.id, ['الهدوء'])).toHaveLength(1)
  })
})

function typed(store: Store, { id, version, position }: { id: number; version: number; position: number }, round: number) {
  const name = (position + round) % 2 === 0 ? 'Popular Mobilization Forces (PMF)' : 'PMF'
  return saveSegment(store, { segmentId: id, version, target: `${name}, ${round}, the army and the base.` }, salma(round))
}

async function decided({ store }: Cast, termId: number, round: number) {
  const { version, renderings } = (await store.terms.get(termId))!
  const draft = { ...popularForces, spellings: [termId === 1 ? 'الحشد الشعبي' : 'الجيش'], renderings, laterMention: round % 2 ? 'PMF' : '' }
  return decideTerm(store, { termId, version, draft }, salma(round))
}

/** All findings, after everything was looked at again. */
async function looked({ store, desk }: Cast) {
  while ((await recheckSlice(store, desk.id)) > 0);
  const documents = await store.documents.list(desk.id)
  const segments = (await Promise.all(documents.map(({ id }) => store.segments.page(id, 0, 100)))).flat()
  return store.findings.of(segments.map(({ id }) => id))
}
