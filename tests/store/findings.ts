import { expect, test } from 'vitest'
import type { Finding, Waiver } from '../../src/core/checks/finding.ts'
import type { Opened } from '../support/store.ts'
import { deskWith, documentWith, entry, later, missing, salma, untranslated } from './cast.ts'

export function findingTests(fresh: () => Promise<Opened>): void {
  test('findings come back as they were given and in that order, a list for each segment asked for', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 3)
    const term = await store.terms.add(desk.id, entry(), salma)
    const avoid = { ...missing, termId: term.id, verdict: 'avoid', target: { start: 0, end: 0 }, mend: null } as const
    const given = [missing, avoid, untranslated].map((finding) => ({ finding, waiverId: null }))
    await store.findings.replace(new Map([[all[0]!.id, given]]))
    const found = await store.findings.of([all[1]!.id, all[0]!.id])
    expect(found.get(all[0]!.id)).toEqual(given.map(({ finding }) => ({ ...finding, segmentId: all[0]!.id, waiver: null })))
    expect(found.get(all[1]!.id)).toEqual([])
    expect(found.has(all[2]!.id)).toBe(false)
    expect((await store.findings.of([])).size).toBe(0)
  })

  test('new findings take the place of all old ones of the segments named, and of no other', async () => {
    const { store } = await fresh()
    const { all } = await deskWith(store, 3)
    const one = [{ finding: missing, waiverId: null }]
    await store.findings.replace(new Map(all.map((segment) => [segment.id, [...one, ...one]])))
    await store.findings.replace(
      new Map([
        [all[0]!.id, []],
        [all[1]!.id, [{ finding: untranslated, waiverId: null }]],
      ]),
    )
    const found = await store.findings.of(all.map((segment) => segment.id))
    expect([...found.values()].map((list) => list.map((finding) => finding.check))).toEqual([[], ['untranslated'], ['terms', 'terms']])
  })

  test('the English in which a rendering is missing or wrong comes once for each segment, waived or not, of one desk', async () => {
    const { store } = await fresh()
    const { desk, all } = await deskWith(store, 4)
    const other = await deskWith(store, 1)
    const waiver = await store.waivers.add({ ...waived, segmentId: all[1]!.id })
    const avoid = { ...missing, verdict: 'avoid' } as const
    const open = (finding: Finding): { finding: Finding; waiverId: number | null } => ({ finding, waiverId: null })
    await store.findings.replace(
      new Map([
        [all[0]!.id, [open(missing), open(avoid)]],
        [all[1]!.id, [{ finding: avoid, waiverId: waiver.id }]],
        [all[2]!.id, [open(untranslated)]],
        [other.all[0]!.id, [open(missing)]],
      ]),
    )
    await store.segments.save({ ...all[0]!, target: 'PMU' }, 1, later.at)
    const lacking = await store.segments.lacking(desk.id)
    expect(lacking.sort((a, b) => a.id - b.id)).toEqual([
      { id: all[0]!.id, target: 'PMU' },
      { id: all[1]!.id, target: '' },
    ])
  })

  test('the findings of more segments than a statement can name are read and replaced', async () => {
    const { store } = await fresh()
    const { document, all } = await deskWith(store, 2_500)
    const ids = all.map((segment) => segment.id)
    await store.findings.replace(new Map(ids.map((id) => [id, [{ finding: missing, waiverId: null }]])))
    const found = await store.findings.of(ids)
    expect([...found.values()].every((list) => list.length === 1)).toBe(true)
    await store.findings.replace(new Map(ids.map((id) => [id, []])))
    expect(await store.segments.count(document.id, 'findings')).toBe(0)
  })

  test('a waived finding carries its waiver, and is open again when the waiver is taken back', async () => {
    const { store } = await fresh()
    const { document, all } = await deskWith(store, 1)
    const waiver = await store.waivers.add({ ...waived, segmentId: all[0]!.id })
    await store.findings.replace(new Map([[all[0]!.id, [{ finding: missing, waiverId: waiver.id }]]]))
    const [finding] = (await store.findings.of([all[0]!.id])).get(all[0]!.id)!
    expect(finding?.waiver).toEqual(waiver)
    expect(finding?.values).toEqual(missing.values)
    await store.waivers.remove(waiver.id)
    const [again] = (await store.findings.of([all[0]!.id])).get(all[0]!.id)!
    expect(again?.waiver).toBeNull()
    expect(await store.segments.count(document.id, 'findings')).toBe(1)
  })

  test('a waiver outlives the findings it held for', async () => {
    const { store } = await fresh()
    const { all } = await deskWith(store, 2)
    const waiver = await store.waivers.add({ ...waived, segmentId: all[0]!.id })
    await store.findings.replace(new Map([[all[0]!.id, [{ finding: missing, waiverId: waiver.id }]]]))
    await store.findings.replace(new Map([[all[0]!.id, []]]))
    expect(await store.waivers.get(waiver.id)).toEqual(waiver)
    const of = await store.waivers.of(all.map((segment) => segment.id))
    expect([of.get(all[0]!.id), of.get(all[1]!.id)]).toEqual([[{ ...waiver, termThen: null }], []])
    await store.waivers.remove(waiver.id)
    expect(await store.waivers.get(waiver.id)).toBeUndefined()
  })

  test('the waivers of a document come in the order of its segments, with their places', async () => {
    const { store } = await fresh()
    const { desk, document, all } = await deskWith(store, 3)
    const other = await store.segments.getAt((await documentWith(store, desk, 1)).id, 1)
    const third = await store.waivers.add({ ...waived, segmentId: all[2]!.id })
    const first = await store.waivers.add({ ...waived, segmentId: all[0]!.id })
    await store.waivers.add({ ...waived, segmentId: other!.id })
    expect(await store.waivers.ofDocument(document.id)).toEqual([
      { ...first, termThen: null, position: 1 },
      { ...third, termThen: null, position: 3 },
    ])
  })
}

const waived: Omit<Waiver, 'id' | 'segmentId'> = {
  check: 'terms',
  verdict: 'missing',
  termId: null,
  termVersion: 3,
  surface: 'بالحشد',
  target: 'The PMU said',
  reason: 'اقتباس مباشر',
  person: 'سلمى',
  at: later.at,
}
