import { expect, test } from 'vitest'
import type { Status } from '../../src/core/segment.ts'
import type { Opened } from '../support/store.ts'
import { deskWith, later, salma } from './cast.ts'

export function revisionTests(fresh: () => Promise<Opened>): void {
  test('revisions count from 1 within their segment and come newest first', async () => {
    const { store } = await fresh()
    const { all } = await deskWith(store, 2)
    const first = await store.revisions.add({ ...draft, segmentId: all[0]!.id, target: 'One' })
    const second = await store.revisions.add({ ...draft, segmentId: all[0]!.id, target: 'Two', reason: 'أوضح' })
    const other = await store.revisions.add({ ...draft, segmentId: all[1]!.id, target: 'Other' })
    expect([first.number, second.number, other.number]).toEqual([1, 2, 1])
    expect(second).toEqual({ ...draft, id: second.id, segmentId: all[0]!.id, number: 2, target: 'Two', reason: 'أوضح', fuller: '' })
    expect(await store.revisions.list(all[0]!.id)).toEqual([second, first])
    expect(await store.revisions.latest(all[0]!.id)).toEqual(second)
    expect(await store.revisions.get(all[0]!.id, 1)).toEqual(first)
    expect(await store.revisions.get(all[0]!.id, 3)).toBeUndefined()
  })

  test('what was asked of a segment stands until it is judged anew', async () => {
    const { store } = await fresh()
    const { all } = await deskWith(store, 3)
    const [one, two, three] = all.map(({ id }) => id) as [number, number, number]
    const add = (segmentId: number, status: Status, reason = '') =>
      store.revisions.add({ ...draft, segmentId, status, reason, target: 'One' })
    await add(one, 'translated')
    await add(one, 'needs-changes', 'the name')
    await add(one, 'draft')
    await add(one, 'needs-changes')
    await add(two, 'needs-changes', 'the date')
    await add(two, 'reviewed')
    const asked = await store.revisions.asked([one, two, three])
    expect([...asked]).toMatchObject([[one, { person: 'سلمى', reason: 'the name' }]])
  })

  test('a segment never saved has no revision', async () => {
    const { store } = await fresh()
    const { all } = await deskWith(store, 1)
    expect(await store.revisions.latest(all[0]!.id)).toBeUndefined()
    expect(await store.revisions.list(all[0]!.id)).toEqual([])
  })

  test('saves close together extend the newest revision and leave its beginning', async () => {
    const { store } = await fresh()
    const { all } = await deskWith(store, 1)
    const first = await store.revisions.add({ ...draft, segmentId: all[0]!.id, target: 'One' })
    await store.revisions.extend(first.id, { target: 'One more', fuller: 'One more word', until: later.at })
    expect(await store.revisions.list(all[0]!.id)).toEqual([{ ...first, target: 'One more', fuller: 'One more word', until: later.at }])
  })
}

const draft = { status: 'draft', origin: 'typed', reason: '', person: 'سلمى', at: salma.at, until: salma.at, batchId: null } as const
