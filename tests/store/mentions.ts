import { expect, test } from 'vitest'
import type { Term } from '../../src/core/glossary/term.ts'
import { isHeadline, longestHeadline } from '../../src/core/headline.ts'
import type { Opened } from '../support/store.ts'
import { deskWith, entry, heading, later, salma } from './cast.ts'

const headlines = [
  'هجوم على قاعدة عسكرية',
  '«ننفي ذلك» \u200f',
  'نفى ذلك.',
  'قال: «لم نكن هناك.»\u00a0',
  'هل ينسحب؟!',
  "('{[100%_",
  'ا'.repeat(longestHeadline),
  'ا'.repeat(longestHeadline + 1),
]

export function mentionTests(fresh: () => Promise<Opened>): void {
  test('an entry begins in the first segment that has it, in the document asked for, and is awaited in the last that has it and no English', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 4)
    const { document } = await deskWith(store, 1)
    const [one, other] = [await store.terms.add(desk.id, entry(), salma), await store.terms.add(desk.id, entry(), salma)]
    const at = (...ids: number[]) => new Map(ids.map((id) => [id, 1]))
    await store.occurrences.replace(
      new Map([
        [all[1]!.id, at(one.id, other.id)],
        [all[3]!.id, at(one.id)],
      ]),
    )
    await store.segments.save({ ...all[1]!, target: 'The PMF', status: 'draft', version: 2 }, 1, later.at)
    const { documentId } = all[0]!
    const wanted = (document: number, ...terms: Term[]) => terms.map(({ id }) => ({ documentId: document, termId: id }))
    const both = await store.mentions.beginnings([...wanted(documentId, one, other), ...wanted(document.id, one)])
    expect(both.toSorted((a, b) => a.termId - b.termId)).toEqual([
      { documentId, termId: one.id, first: 2, awaited: 4, segmentId: all[1]!.id },
      { documentId, termId: other.id, first: 2, awaited: null, segmentId: all[1]!.id },
    ])
    expect(await store.mentions.beginnings(wanted(document.id, one))).toEqual([])
    expect(await store.mentions.beginnings([])).toEqual([])
  })

  test('an entry begins in no headline, by what the rules say is one', async () => {
    const { store } = await fresh()
    const { desk } = await deskWith(store, 1)
    const one = await store.terms.add(desk.id, entry(), salma)
    for (const source of headlines) {
      const { id } = await store.documents.add(desk.id, heading, 'paragraph', '', salma)
      await store.segments.addAll(id, [{ paragraph: 0, source }])
      const [segment] = await store.segments.page(id, 0, 1)
      await store.occurrences.replace(new Map([[segment!.id, new Map([[one.id, 1]])]]))
      const begins = (await store.mentions.beginnings([{ documentId: id, termId: one.id }])).length > 0
      expect([source, begins]).toEqual([source, !isHeadline(source)])
    }
  })

  test('entries that were found in segments are told by document, and where each begins in its own', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 2)
    const [document] = (await deskWith(store, 2)).all
    const [one, other] = [await store.terms.add(desk.id, entry(), salma), await store.terms.add(desk.id, entry(), salma)]
    await store.occurrences.replace(new Map([all[1]!, document!].map(({ id }) => [id, new Map([one, other].map((term) => [term.id, 1]))])))
    const found = await store.mentions.termsIn([...all.map(({ id }) => id), document!.id])
    expect(found).toHaveLength(4)
    const asked = found.filter(({ documentId, termId }) => (documentId === document!.documentId) === (termId === one.id))
    const begun = (await store.mentions.beginnings(asked)).map(({ documentId, termId, first }) => [documentId, termId, first])
    expect(begun.toSorted()).toEqual([
      [all[1]!.documentId, other.id, 2],
      [document!.documentId, one.id, 1],
    ])
  })

  test('segments are found by what stands in their English, signs of a pattern being only signs', async () => {
    const { store } = await fresh()
    const { all } = await deskWith(store, 3)
    const texts = ['the PMF said', '100% of P_F', 'nothing']
    for (const [index, target] of texts.entries()) await store.segments.save({ ...all[index]!, target, version: 2 }, 1, later.at)
    const found = async (...wanted: string[]) => (await store.mentions.english([all[0]!.documentId], wanted)).map(({ target }) => target)
    expect(await found('PMF')).toEqual(['the PMF said'])
    expect(await found('P_F')).toEqual(['100% of P_F'])
    expect((await found('PMF', '0%')).toSorted()).toEqual(['100% of P_F', 'the PMF said'])
    expect(await found()).toEqual([])
    expect(await found(...Array.from({ length: 2_000 }, (_, index) => `P${index}F`), 'PMF', 'said')).toEqual(['the PMF said'])
  })

  test('what is never meant in a document is kept once, with who and when, and can be taken back', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 1)
    const { documentId } = all[0]!
    const term = await store.terms.add(desk.id, entry(), salma)
    await store.decisions.add(documentId, term.id, salma)
    await store.decisions.add(documentId, term.id, later)
    expect(await store.decisions.of(documentId)).toEqual([{ termId: term.id, person: salma.person.name, at: salma.at }])
    expect(await store.decisions.never([documentId, 99])).toEqual(
      new Map([
        [documentId, new Set([term.id])],
        [99, new Set()],
      ]),
    )
    await store.decisions.remove(documentId, term.id)
    expect(await store.decisions.of(documentId)).toEqual([])
  })

  test('mends add up, and waivers are counted', async () => {
    const { store } = await fresh()
    const { desk } = await deskWith(store, 1)
    const term = await store.terms.add(desk.id, entry(), salma)
    await store.terms.noteMended(new Map([[term.id, 2]]))
    await store.terms.noteMended(new Map([[term.id, 1]]))
    expect(await store.terms.noise([term.id, 99])).toEqual(new Map([[term.id, { mended: 3, waived: 0 }]]))
  })

  test('the noisy entries of a glossary are listed by themselves, the most overruled first', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 1)
    const [quiet, mended, kept] = await store.terms.addAll(desk.id, [entry(), entry(), entry()], salma)
    await store.terms.noteMended(new Map([[mended!.id, 7]]))
    const waiver = {
      segmentId: all[0]!.id,
      check: 'terms',
      verdict: 'missing',
      termVersion: 1,
      surface: '',
      target: '',
      reason: 'why',
    } as const
    await store.waivers.add({ ...waiver, termId: kept!.id, person: 'Salma', at: later.at })
    const { terms, total } = await store.terms.list(desk.id, { state: 'noisy', page: 1, limit: 9 })
    expect([terms.map(({ id }) => id), total]).toEqual([[kept!.id, mended!.id], 2])
    expect((await store.terms.noise([quiet!.id, kept!.id])).get(kept!.id)).toEqual({ mended: 0, waived: 1 })
  })
}
