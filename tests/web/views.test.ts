import ejs from 'ejs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeTerm } from '../../src/actions/change-term.ts'
import { exportKinds } from '../../src/actions/export-document.ts'
import { knownTerm } from '../../src/actions/known.ts'
import { createApp } from '../../src/web/app.ts'
import { viewsFolder } from '../../src/web/views.ts'
import { broken, cast, karim, right, salma } from '../support/cast.ts'
import { filesOf } from '../support/project.ts'
import { type AtDesk, atDesk, buttons, open, saved, send, upload } from './desk.ts'

/** Properties that a value may have or not. */
const optional = ['always']

/** The value, but reading a property that it does not have is an error, as deep as one looks: EJS prints a mistyped property as nothing. */
function strict<T>(value: T, name = 'the view'): T {
  // A Map answers through its own methods, which no proxy may stand before.
  if (typeof value !== 'object' || value === null || value instanceof Map) return value
  return new Proxy(value, {
    get(inside, property) {
      const known = typeof property === 'symbol' || property in inside || optional.includes(property)
      if (!known) throw new Error(`${name} has no ${property}`)
      return strict(Reflect.get(inside, property), `${name}.${String(property)}`)
    },
  })
}

const seen = new Set<string>()
const plainly = ejs.renderFile

/** Every view of these tests is given what it is given anyway, but strictly. */
function renderStrictly(): void {
  ejs.renderFile = (async (file: string, data: ejs.Data, options: ejs.Options) => {
    seen.add(file.slice(viewsFolder.length, -'.ejs'.length))
    return await plainly(file, strict(data), options)
  }) as typeof ejs.renderFile
}

beforeAll(renderStrictly)
afterAll(() => {
  ejs.renderFile = plainly
})

describe('strictness', () => {
  test.each(['<%= word.lnog %>', '<% if (word.list[0].lnog) { %>x<% } %>', '<%= worrd %>', '<%= word.list[7].long %>'])(
    'bites in %s',
    (view) => {
      expect(() => ejs.render(view, strict({ word: { long: 'x', list: [{ long: 'y' }] } }))).toThrow()
    },
  )

  test.each(['<%= word.long %>', '<%= word.none?.long %>', '<% for (const one of word.list) { %><%= one.long %><% } %>'])(
    'lets %s pass',
    (view) => {
      expect(() => ejs.render(view, strict({ word: { long: 'x', none: null, list: [{ long: 'y' }] } }))).not.toThrow()
    },
  )
})

test('a finding of each weight has a sign of a shape of its own, besides its colour and its word', async () => {
  const finding = { name: 'x', link: 0, sentence: '', mend: '', insert: '', reason: '', waiver: null }
  const signs = ['required', 'warning', 'advice'].map(async (severity) => {
    const html = await plainly(`${viewsFolder}segments/_finding.ejs`, { finding: { ...finding, severity }, t: (key: string) => key })
    expect(html).toContain(`findings.severity.${severity}`)
    return /<svg.*?<path d="([^"]+)"/s.exec(html)?.[1]
  })
  const shapes = await Promise.all(signs)
  expect(shapes).not.toContain(undefined)
  expect(new Set(shapes).size).toBe(3)
})

describe.each(['en', 'ar'])('every view has everything it shows (%s)', (language) => {
  let the: AtDesk

  beforeAll(async () => {
    const atWork = await cast()
    await atWork.store.people.add('سلمى')
    the = { ...atWork, app: createApp(atWork.store, atWork.desk) }
    await saved(the, 1, right, 'translated', salma(0))
    await saved(the, 1, 'Something else entirely stands here.', undefined, karim(20))
    await saved(the, 1, broken, undefined, salma(40))
    await saved(the, 2, 'Locked.', 'final')
  })
  afterAll(() => the.store.close())

  const fine = async (address: string) => expect([address, (await open(the, address, language)).status]).toEqual([address, 200])

  test('documents', async () => {
    for (const address of ['', '/new', '/1', '/1?at=1', '/1?at=2', '/1?filter=needs-changes', '/1/heading', '/1/export'])
      await fine(`/documents${address}`)
    for (const kind of exportKinds) await fine(`/documents/1/export/${kind}`)
    expect((await open(the, '/documents/1?part=progress', language).set('X-Part', 'progress')).status).toBe(200)
    const fresh = await atDesk()
    expect((await open(fresh, '/documents', language)).status).toBe(200)
  })

  test('the preview, with everything there is to tell', async () => {
    const text = [
      'سطر طويل ينتهي قبل أن تنتهي الجملة التي فيه فيستمر',
      'في السطر الذي بعده ثم ينتهي هنا بعد كلمات قليلة وهو',
      'يستمر أيضاً إلى السطر \u202eالثالث\u200f.',
      'جملة. وأخرى.',
    ].join('\n')
    const form = { text, unit: 'paragraph', title: '', outlet: '', author: '', date: '', address: '' }
    expect((await upload(the, '/documents/preview', form).set('Cookie', `language=${language}`)).status).toBe(200)
    for (const pressed of [{ join: '2' }, { again: 'yes' }] as Record<string, string>[])
      expect((await upload(the, '/documents/preview', { ...form, ...pressed }).set('Cookie', `language=${language}`)).status).toBe(200)
    for (const address of ['/documents/preview', '/documents']) expect((await upload(the, address, { ...form, text: '' })).status).toBe(422)
    expect((await send(the, '/documents/1/heading', { title: '' })).status).toBe(422)
  })

  test('segments', async () => {
    for (const address of ['/segments/1', '/segments/2', '/segments/3', '/segments/1/revisions?from=1&to=3', '/segments/3/revisions'])
      await fine(address)
    for (const part of ['row', 'pane']) expect((await open(the, `/segments/1?part=${part}`, language).set('X-Part', part)).status).toBe(200)
    expect((await send(the, '/segments/1', { version: 0, target: 'x' }).set('Cookie', `language=${language}`)).status).toBe(409)
    const { version } = (await the.store.segments.get(1))!
    const waive = buttons((await open(the, '/segments/1')).text).find((button) => button.startsWith('waive '))!
    expect((await send(the, '/segments/1', { version, target: broken, do: waive })).status).toBe(422)
    expect((await send(the, '/segments/1', { version, target: broken, do: waive, [`reason ${waive.slice(6)}`]: 'why' })).status).toBe(303)
    await fine('/documents/1?at=1')
    expect((await send(the, '/documents/1/decisions', { term: the.army.id, never: 'yes' })).status).toBe(303)
    for (const address of ['/documents/1/waivers', '/documents/1/export', '/documents/1/heading']) await fine(address)
    expect((await send(the, '/documents/1/decisions', { term: the.army.id, never: 'no' })).status).toBe(303)
  })

  test('terms', async () => {
    await the.store.nonTerms.add(the.desk.id, { identity: 'مواد قانون', spelling: 'مواد القانون' }, karim())
    for (const address of [
      '/terms',
      '/terms?search=zz',
      '/terms?state=retired',
      '/terms/new',
      '/terms/new?back=/documents',
      '/terms/1',
      '/terms/1/concordance',
      '/terms/3/concordance',
      '/terms/suggestions',
      '/terms/suggestions?document=1',
      '/terms/in-use',
      '/terms/non-terms',
      '/concordance',
      `/concordance?word=${encodeURIComponent('الجيش')}`,
      '/terms/import',
    ])
      await fine(address)
    expect((await send(the, '/terms', { spellings: '', kind: 'noun', strength: 'off', back: '/terms' })).status).toBe(422)
    const change = {
      version: 1,
      spellings: 'الحشد الشعبي',
      rendering: ['a', 'b'],
      standing: ['preferred', 'avoid-always'],
      kind: 'noun',
      strength: 'off',
    }
    const decision = { ...change, strength: 'required', rendering: 'Hashd', standing: 'preferred' }
    expect((await send(the, '/terms/1', decision)).status).toBe(200)
    expect((await send(the, '/terms/1', { ...decision, again: 'yes' })).status).toBe(200)
    expect((await send(the, '/terms/1', { ...decision, confirmed: 'yes' })).status).toBe(303)
    for (const address of [
      '/batches/1',
      '/batches/1?mended=1&passed=2&back=/documents',
      '/terms/1',
      '/terms/1/uses',
      '/terms/1/uses?use=breaks',
    ])
      await fine(address)
    expect((await send(the, '/batches/1/mends', { do: 'all' })).status).toBe(303)
    await fine('/batches/1')
    expect((await send(the, '/batches/1/undo', {})).status).toBe(303)
    await fine('/batches/1')
    expect((await send(the, '/terms/1', { ...change, version: 3, confirmed: 'yes' })).status).toBe(303)
    await fine('/terms/1')
    expect((await send(the, '/terms/1', { ...change, version: 4, state: 'retired', confirmed: 'yes' })).status).toBe(303)
    await fine('/terms/1')
  })

  test('imports', async () => {
    const sent = async (form: Record<string, string>) =>
      (await upload(the, '/terms/import', form).set('Cookie', `language=${language}`)).status
    const text = 'source,target,variants,colour\nكلمة,word,لفظة\nالجيش,x,قاعدة | القوات\nلفظة,y\nlatin,y\nقاعدة,base'
    expect(await sent({ text })).toBe(200)
    expect(await sent({ text, do: 'columns' })).toBe(200)
    expect(await sent({ text, column: 'source' })).toBe(422)
    expect(await sent({ text: 'nothing' })).toBe(422)
    expect(await sent({ text: 'قاعدة,base\n' })).toBe(200)
    await fine('/terms/batches')
    expect(
      await sent({
        text,
        do: 'import',
        all: 'merge',
        name: 'One',
        seen: String((await the.store.desks.get(the.desk.id))!.glossaryVersion),
      }),
    ).toBe(303)
    const [batch] = await the.store.batches.list(the.desk.id, 1)
    await fine('/terms/batches')
    await fine(`/terms/batches/${batch!.id}`)
    const { id, version, ...army } = await knownTerm(the.store, the.army.id)
    await changeTerm(the.store, { termId: id, version, draft: { ...army, note: 'since' } }, karim())
    await fine(`/terms/batches/${batch!.id}`)
    expect((await send(the, `/terms/batches/${batch!.id}/undo`, {})).status).toBe(303)
    await fine(`/terms/batches/${batch!.id}`)
    await fine('/terms/batches')
  })

  test('people and problems', async () => {
    await fine('/welcome')
    expect((await send(the, '/welcome', { name: '' })).status).toBe(422)
    expect((await open(the, '/nothing', language)).status).toBe(404)
  })
})

test('every view was looked at', () => {
  const partials = filesOf('views', '.ejs').filter(({ text }) => text !== '')
  const whole = partials
    .map(({ path }) => path.slice('views/'.length, -'.ejs'.length))
    .filter((view) => !/(^|\/)_|\/(head|foot)$/.test(view))
  expect([...seen].toSorted()).toEqual(
    expect.arrayContaining([...whole, 'segments/_row', 'segments/_pane', 'documents/_progress'].toSorted()),
  )
})
