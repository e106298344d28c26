import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import { waiveFindings } from '../../src/actions/waive-findings.ts'
import { findingName } from '../../src/core/checks/finding-name.ts'
import { broken, heading, karim, right, segmentAt } from '../support/cast.ts'
import { type AtDesk, atDesk, entryFields, type Form, fieldOf, open, read, saved, send } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
  await saved(the, 1, right, 'reviewed')
})

const hashd = (change: Form = {}): Form => ({
  version: 1,
  spellings: 'الحشد الشعبي',
  rendering: ['Hashd al-Shaabi', 'Popular Mobilization Units'],
  standing: ['preferred', 'avoid'],
  kind: 'name',
  strength: 'required',
  ...change,
})
const mendedEnglish = 'The army said factions linked to the Hashd al-Shaabi denied it.'
const first = () => segmentAt(the, 1)
const forces = async () => (await the.store.terms.get(the.forces.id))!

async function added(...paragraphs: string[]) {
  const { id } = await addDocument(the.store, { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs, raw: '' }, karim())
  return the.store.segments.page(id, 0, paragraphs.length)
}

/** The decision saved, and the address of its list. */
async function decided(change: Form = {}): Promise<string> {
  const { headers } = await send(the, `/terms/${the.forces.id}`, hashd({ ...change, confirmed: 'yes' }))
  return headers.location!
}

describe('a new decision', () => {
  test.each([
    [
      'en',
      /What this decision would change .*Popular Mobilization Forces.*Used in 1 segment of 1 document .*Would break it 1 of them finished 1/,
      /Save the decision/,
    ],
    ['ar', /ما الذي سيغيّره هذا القرار .*ورد في مقطع واحد من وثيقة واحدة .*يخالفه 1 المنجز منها 1/, /احفظ القرار/],
  ])('is shown with its effect before it is saved (%s)', async (language, effect, button) => {
    const { status, text } = await send(the, `/terms/${the.forces.id}`, hashd()).set('Cookie', `language=${language}`)
    expect(status).toBe(200)
    expect(read(text)).toMatch(effect)
    expect(read(text)).toMatch(button)
    expect(fieldOf(text, 'spellings')).toBe('الحشد الشعبي')
    expect([...text.matchAll(/name="rendering" value="([^"]*)"/g)].map(([, value]) => value)).toEqual([
      ...(hashd().rendering as string[]),
      'Popular Mobilization Forces',
    ])
    expect((await forces()).version).toBe(1)
  })

  test('can be gone back from with everything still in the form', async () => {
    const { text } = await send(the, `/terms/${the.forces.id}`, hashd({ note: 'as decided', again: 'yes' }))
    expect(fieldOf(text, 'note')).toBe('as decided')
    expect(fieldOf(text, 'rendering')).toBe('Hashd al-Shaabi')
    expect((await forces()).version).toBe(1)
  })

  test.each([
    ['en', /These belong to the former name and go with it: .*DB/],
    ['ar', /هذه من الاسم السابق فتذهب معه: .*DB/],
  ])('from which more follows than was typed is shown first, though no text breaks it (%s)', async (language, gone) => {
    const dawn = {
      spellings: 'لواء الفجر',
      rendering: ['Dawn Brigade', 'DB'],
      standing: ['preferred', 'allowed'],
      kind: 'name',
      strength: 'required',
    }
    const mentions = { firstMention: 'Dawn Brigade (DB)', laterMention: 'DB' }
    await send(the, '/terms', { ...dawn, ...mentions })
    const fajr = { ...dawn, ...mentions, version: 1, rendering: ['Fajr Brigade', 'DB'] }
    const { status, text } = await send(the, '/terms/4', fajr).set('Cookie', `language=${language}`)
    expect([status, read(text)]).toEqual([200, expect.stringMatching(gone)])
    expect([fieldOf(text, 'firstMention'), fieldOf(text, 'laterMention')]).toEqual(['', ''])
    expect([...text.matchAll(/name="rendering" value="([^"]*)"/g)].map(([, value]) => value)).toEqual([
      'Fajr Brigade',
      'DB',
      'Dawn Brigade',
    ])
    expect((await the.store.terms.get(4))!.version).toBe(1)
  })

  test.each([
    ['en', /1 other entry says the former name/, /2 segments to mend/],
    ['ar', /مدخل آخر فيه الاسم السابق/, /مقطعان للتصحيح/],
  ])('names the other entries that say the former name, and carries along those that are ticked (%s)', async (language, said, proposed) => {
    const law = {
      spellings: 'قانون الحشد الشعبي',
      rendering: 'Popular Mobilization Forces law',
      standing: 'preferred',
      kind: 'phrase',
      strength: 'warning',
    }
    await send(the, '/terms', law)
    const [segment] = await added('قانون الحشد الشعبي')
    await saveSegment(the.store, { segmentId: segment!.id, version: 1, target: 'THE POPULAR MOBILIZATION FORCES LAW' }, karim())
    const { text } = await send(the, `/terms/${the.forces.id}`, hashd()).set('Cookie', `language=${language}`)
    expect(read(text)).toMatch(said)
    expect(text).toContain('name="carry" value="4 1" checked')
    expect([fieldOf(text, 'carriedFrom'), fieldOf(text, 'carriedTo')]).toEqual([law.rendering, 'Hashd al-Shaabi law'])
    const carried = { carry: '4 1', carriedEntry: '4', carriedFrom: law.rendering, carriedTo: 'Hashd law' }
    const page = await open(the, await decided(carried), language)
    expect(read(page.text)).toMatch(proposed)
    await send(the, '/batches/1/mends', { do: 'all' })
    expect((await the.store.segments.get(segment!.id))!.target).toBe('THE HASHD LAW')
    expect((await the.store.terms.get(4))!.renderings[0]!.text).toBe('Hashd law')
    await send(the, '/batches/1/undo', {})
    expect((await the.store.terms.get(4))!.renderings).toEqual([{ text: law.rendering, standing: 'preferred' }])
  })

  test('that breaks nothing, or only tells more of the entry, is saved at once', async () => {
    const kept = {
      rendering: ['Popular Mobilization Forces', 'PMF', 'Popular Mobilization Units'],
      standing: ['preferred', 'allowed', 'avoid'],
    }
    const { headers } = await send(the, `/terms/${the.forces.id}`, hashd({ ...kept, note: 'new' }))
    expect(headers.location).toBe(`/terms/${the.forces.id}#saved`)
    const more = { ...kept, rendering: [...kept.rendering, 'the Hashd'], standing: [...kept.standing, 'allowed'], version: 2 }
    expect((await send(the, `/terms/${the.forces.id}`, hashd(more))).headers.location).toBe(`/terms/${the.forces.id}#saved`)
    expect((await forces()).renderings).toHaveLength(4)
  })

  test('based on an old version of the entry is refused before anything is shown', async () => {
    await decided()
    expect((await send(the, `/terms/${the.forces.id}`, hashd({ strength: 'warning' }))).status).toBe(409)
  })

  test('whose Arabic another entry has is refused by name', async () => {
    const { status, text } = await send(the, `/terms/${the.forces.id}`, hashd({ spellings: 'الجيش' }))
    expect(status).toBe(409)
    expect(read(text)).toContain('الجيش')
  })
})

describe('the list of mends', () => {
  test('shows each text with the difference, and mends all', async () => {
    const address = await decided()
    expect(address).toBe('/batches/1')
    const { text } = await open(the, address)
    expect(text).toMatch(/<del>.*Popular Mobilization Forces<\/del><ins>.*Hashd al-Shaabi<\/ins>/)
    expect(read(text)).toContain('1 segment to mend')
    const { headers } = await send(the, `${address}/mends`, { do: 'all' })
    expect(await first()).toMatchObject({ target: mendedEnglish, status: 'translated' })
    const after = read((await open(the, headers.location!)).text)
    expect(after).toContain('1 segment was mended.')
    expect(after).toContain('Every translated text follows this decision.')
    expect(read((await open(the, '/segments/1/revisions')).text)).toMatch(/Translated · term changed term changed/)
  })

  test('mends only what was chosen, as it was shown', async () => {
    const address = await decided()
    const { id, version } = await first()
    expect((await send(the, `${address}/mends`, { do: 'chosen' })).headers.location).toBe('/batches/1?mended=0&passed=0')
    await saved(the, 1, `${right} Later.`, undefined, karim(30))
    const { headers } = await send(the, `${address}/mends`, { do: 'chosen', segment: `${id} ${version}` })
    expect(headers.location).toBe('/batches/1?mended=0&passed=1')
    expect(read((await open(the, headers.location!)).text)).toContain('1 had been changed meanwhile and was left alone')
    await send(the, `${address}/mends`, { do: 'chosen', segment: `${id} ${(await first()).version}` })
    expect((await first()).target).toBe(`${mendedEnglish} Later.`)
  })

  test('mends the one beside whose text the button was pressed, whatever else is ticked', async () => {
    await saved(the, 2, right)
    const { text } = await open(the, await decided())
    const [button] = text.match(/name="do" value="\d+ \d+" aria-label="Mend segment 1"/) ?? []
    const { headers } = await send(the, '/batches/1/mends', { do: /value="([^"]*)"/.exec(button!)![1]!, segment: '2 2' })
    expect(headers.location).toBe('/batches/1?mended=1&passed=0')
    expect((await first()).target).toBe(mendedEnglish)
    expect((await segmentAt(the, 2)).target).toBe(right)
  })

  test('comes back after one mend to the next one, or to the one before the last', async () => {
    for (const segment of await added('قال الحشد الشعبي ذلك.', 'عاد الحشد الشعبي.', 'غادر الحشد الشعبي.'))
      await saveSegment(the.store, { segmentId: segment.id, version: 1, target: 'The Popular Mobilization Forces.' }, karim())
    const { text } = await open(the, await decided())
    const buttons = [...text.matchAll(/name="do" value="(\d[^"]*)"/g)].map(([, value]) => value!)
    expect(buttons.map((button) => button.split(' ').map(Number))).toEqual([
      [4, 2, 5],
      [5, 2, 6],
      [6, 2, 1],
      [1, 2, 6],
    ])
    const mend = async (index: number) => (await send(the, '/batches/1/mends', { do: buttons[index]! })).headers.location
    expect(await mend(1)).toBe('/batches/1?mended=1&passed=0#mend-6')
    expect(await mend(3)).toBe('/batches/1?mended=1&passed=0#mend-6')
    expect((await open(the, '/batches/1')).text).toContain('<li id="mend-6" tabindex="-1">')
  })

  test('claims nothing while the former name stands where another entry lets it', async () => {
    const law = { spellings: 'قانون الحشد الشعبي', rendering: 'Popular Mobilization Forces law', standing: 'preferred' }
    await send(the, '/terms', { ...law, kind: 'phrase', strength: 'warning' })
    const [segment] = await added('قانون الحشد الشعبي')
    await saveSegment(the.store, { segmentId: segment!.id, version: 1, target: law.rendering }, karim())
    const address = await decided()
    await send(the, `${address}/mends`, { do: 'all' })
    for (const [language, stands, claim] of [
      ['en', /The former name still stands in 1 segment .*Popular Mobilization Forces law/, 'Every translated'],
      ['ar', /ما زال الاسم السابق في مقطع واحد .*Popular Mobilization Forces law/, 'كل ما تُرجم'],
    ] as const) {
      const page = read((await open(the, address, language)).text)
      expect(page).toMatch(stands)
      expect(page).not.toContain(claim)
    }
  })

  test('tells the texts apart that were kept with a reason', async () => {
    await saved(the, 1, broken)
    const finding = (await the.store.findings.of([1])).get(1)![0]!
    const { version } = await first()
    await waiveFindings(
      the.store,
      { change: { segmentId: 1, version, target: broken }, reasons: new Map([[findingName(finding), 'a quotation']]) },
      karim(),
    )
    const address = await decided()
    for (const [language, kept, but] of [
      ['en', /1 segment kept with a reason .*Kept by Karim: a quotation/, 'but for those kept with a reason'],
      ['ar', /مقطع واحد أُبقي لسبب .*أُبقي عليه .*Karim.*a quotation/, 'إلا ما أُبقي لسبب'],
    ] as const) {
      const { text } = await open(the, address, language)
      expect(read(text)).toMatch(kept)
      expect(read(text)).toContain(but)
      expect(text).not.toContain('value="all"')
    }
    await send(the, `${address}/mends`, { do: 'all', finals: 'yes' })
    expect((await first()).target).toBe(broken)
  })

  test('lists Final segments by themselves and leaves them locked unless it is said', async () => {
    await saved(the, 1, right, 'final')
    const address = await decided()
    expect(read((await open(the, address)).text)).toContain('1 Final segment to mend')
    await send(the, `${address}/mends`, { do: 'all' })
    expect(await first()).toMatchObject({ target: right, status: 'final' })
    await send(the, `${address}/mends`, { do: 'all', finals: 'yes' })
    expect(await first()).toMatchObject({ target: mendedEnglish, status: 'translated' })
  })

  test('leaves to a person what it has no mend for', async () => {
    await saved(the, 1, 'They denied it.')
    const { text } = await open(the, await decided())
    expect(read(text)).toMatch(/To be mended by hand .*They denied it\./)
  })

  test('leads back to where the entry was opened from', async () => {
    const address = await decided({ back: '/documents/1?at=1' })
    expect(address).toBe('/batches/1?back=%2Fdocuments%2F1%3Fat%3D1')
    expect((await open(the, address)).text).toContain('<a href="/documents/1?at=1">')
  })

  test('is not there for a number nobody decided', async () => {
    for (const address of ['/batches/7', '/batches/x']) expect((await open(the, address)).status).toBe(404)
    expect((await send(the, '/batches/7/undo', {})).status).toBe(404)
    await decided()
    expect((await send(the, '/batches/1/mends', { do: 'all', segment: 'x; drop' })).status).toBe(422)
  })
})

describe('texts that break an entry as it is', () => {
  test.each([
    [
      'en',
      '1 entry',
      'broken in 1 segment',
      'Look at what breaks it',
      'Mends for a decision',
      'Take back the mend',
      'took these mends back',
    ],
    ['ar', 'مدخل واحد', 'يخالفه مقطع واحد', 'انظر فيما يخالفه', 'تصحيحات لقرار', 'تراجع عن التصحيح', 'جرى التراجع عن هذه التصحيحات'],
  ])('are found from the glossary, mended together and taken back (%s)', async (language, one, count, button, title, undo, undone) => {
    expect(read((await open(the, `/terms/${the.forces.id}`, language)).text)).not.toContain(button)
    await saved(the, 1, broken)
    const list = read((await open(the, '/terms?state=broken', language)).text)
    expect([list.includes(one), list.includes(count)]).toEqual([true, true])
    expect(read((await open(the, `/terms/${the.forces.id}`, language)).text)).toContain(button)
    const { headers } = await send(the, `/terms/${the.forces.id}/mends`, {})
    const address = headers.location!
    const page = read((await open(the, address, language)).text)
    expect([page.includes(title), page.includes(undo)]).toEqual([true, false])
    await send(the, `${address}/mends`, { do: 'all' })
    expect((await first()).target).toBe(right)
    expect(read((await open(the, address, language)).text)).toContain(undo)
    await send(the, `${address}/undo`, {})
    expect((await first()).target).toBe(broken)
    expect(read((await open(the, address, language)).text)).toContain(undone)
    expect((await forces()).version).toBe(1)
  })

  test.each([
    ['en', /Look at what breaks it/, /Look at what breaks it .*\d|Mend the/],
    ['ar', /انظر فيما يخالفه/, /صحّح/],
  ])(
    'are not counted on the button that leads to them: what is behind it may be for a person to do (%s)',
    async (language, told, promised) => {
      await saved(the, 1, 'They denied it.')
      await saved(the, 2, 'The Popular Mobilization Units.')
      const { text } = await open(the, `/terms/${the.forces.id}`, language)
      const [button] = /<form[^>]*\/mends"><button>[^<]*/.exec(text)!
      expect(read(button)).toMatch(told)
      expect(read(button)).not.toMatch(promised)
    },
  )

  test('are looked at without a trace; the mends are theirs who made the first of them', async () => {
    await saved(the, 1, broken)
    const looked = (await send(the, `/terms/${the.forces.id}/mends`, {})).headers.location!
    const places = ['/terms/batches', `/terms/${the.forces.id}`]
    const named = async () => Promise.all(places.map(async (place) => (await open(the, place)).text.includes(`href="${looked}"`)))
    expect(await named()).toEqual([false, false])
    const undone = await send(the, `${looked}/undo`, {})
    expect([undone.status, undone.headers.location]).toEqual([303, looked])
    expect(await the.store.batches.get(1)).toMatchObject({ undoneAt: null })
    const [one, other] = await Promise.all([1, 2].map(() => send(the, `/terms/${the.forces.id}/mends`, {})))
    expect([one!.headers.location, other!.headers.location]).toEqual([looked, looked])
    await the.store.batches.taken(1, karim(5))
    expect(read((await open(the, looked)).text)).not.toContain('Karim')
    await send(the, `${looked}/mends`, { do: 'all' })
    expect(await named()).toEqual([true, true])
    expect((await the.store.batches.get(1))!.person).toBe('سلمى')
    await the.store.batches.taken(1, karim(6))
    expect((await the.store.batches.get(1))!.person).toBe('سلمى')
  })

  test('are none where every text follows the glossary', async () => {
    expect(read((await open(the, '/terms?state=broken')).text)).toContain('Every translated text follows the glossary.')
    expect(read((await open(the, '/terms?state=proposed')).text)).toContain('No entry waits to be approved.')
  })
})

describe('one undo', () => {
  test.each([
    ['en', 'Taken back', 'was taken back already'],
    ['ar', 'جرى التراجع عنه', 'سبق التراجع'],
  ])('takes the decision and its mends back (%s)', async (language, tag, again) => {
    const address = await decided()
    await send(the, `${address}/mends`, { do: 'all' })
    const { headers } = await send(the, `${address}/undo`, {})
    expect(await first()).toMatchObject({ target: right, status: 'reviewed' })
    expect((await forces()).renderings).toHaveLength(3)
    expect(read((await open(the, headers.location!, language)).text)).toContain(tag)
    const second = await send(the, `${address}/undo`, {}).set('Cookie', `language=${language}`)
    expect([second.status, read(second.text).includes(again)]).toEqual([409, true])
    const own = language === 'en' ? '\u2066' : '\u2067'
    const english = '\u2066Popular Mobilization Forces → Hashd al-Shaabi\u2069'
    expect(second.text, 'in the order of the page').toContain(`${own}\u2067الحشد الشعبي\u2069: ${english}\u2069`)
  })

  test('names what was changed since and leaves it', async () => {
    const address = await decided()
    await send(the, `${address}/mends`, { do: 'all' })
    await saved(the, 1, 'Somebody wrote this since, with the Hashd al-Shaabi.', undefined, karim(30))
    await send(the, `${address}/undo`, {})
    expect(read((await open(the, address)).text)).toMatch(/Changed since, and left alone .*Segment 1/)
    expect((await first()).target).toBe('Somebody wrote this since, with the Hashd al-Shaabi.')
  })
})

describe('the page of an entry', () => {
  test.each([
    ['en', 'Used in 1 segment of 1 document', 'Breaking it 1', /Preferred|preferred/],
    ['ar', 'ورد في مقطع واحد من وثيقة واحدة', 'مخالف له 1', /مفضَّل/],
  ])('says where it is used and how, with its history field by field (%s)', async (language, used, breaking, label) => {
    await saved(the, 1, broken)
    const address = await decided()
    await open(the, address)
    const { text } = await open(the, `/terms/${the.forces.id}`, language)
    expect(read(text)).toContain(used)
    expect(read(text)).toContain(breaking)
    expect(read(text)).toMatch(label)
    expect(text).toMatch(/<del>.*Popular Mobilization Forces<\/del><ins>.*Hashd al-Shaabi<\/ins>/)
    expect(text).toContain(`<a href="${address}">`)
    const uses = await open(the, `/terms/${the.forces.id}/uses?use=breaks`, language)
    expect(uses.text).toContain('/documents/1?at=1')
    expect(read(uses.text)).toContain(broken)
    expect(read((await open(the, `/terms/${the.forces.id}/uses?use=follows`, language)).text)).not.toContain(broken)
  })

  test('names another entry that prefers the same English', async () => {
    await send(the, '/terms', { spellings: 'القوات', rendering: 'ARMY', standing: 'preferred', kind: 'noun', strength: 'off' })
    const { text } = await open(the, `/terms/${the.army.id}`)
    expect(text).toMatch(/Another entry prefers the same English.*href="\/terms\/4"/)
    expect(read((await open(the, `/terms/${the.forces.id}`)).text)).not.toContain('Another entry prefers')
  })

  test('lets a term be proposed, approved and retired, by whom and when', async () => {
    const address = `/terms/${the.army.id}`
    const state = async (state: string) => send(the, address, { ...entryFields((await open(the, address)).text), state, confirmed: 'yes' })
    await state('proposed')
    expect(read((await open(the, `/terms/${the.army.id}`)).text)).toMatch(/Proposed .*Approve this term/)
    await state('approved')
    await state('retired')
    const text = read((await open(the, `/terms/${the.army.id}`)).text)
    expect(text).toMatch(/Retired .*Use this term again .*سلمى .*State .*Approved .*Retired .*Proposed .*Approved/)
  })
})
