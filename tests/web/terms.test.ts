import { beforeEach, describe, expect, test } from 'vitest'
import { addTerm } from '../../src/actions/add-term.ts'
import { knownTerm } from '../../src/actions/known.ts'
import { broken, entry, karim, right } from '../support/cast.ts'
import { type AtDesk, atDesk, entryFields, type Form, fieldOf, open, read, saved, send } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
})

const form = (change: Form = {}): Form => ({
  spellings: 'فصائل\nالفصائل المسلحة',
  rendering: ['factions', 'groups', 'militias', ''],
  standing: ['preferred', 'allowed', 'avoid-always', 'allowed'],
  kind: 'noun',
  strength: 'warning',
  firstMention: 'armed factions',
  laterMention: 'factions',
  partOfSpeech: 'noun',
  subject: 'military',
  authority: 'house',
  note: 'As "decided" <today>\nand tomorrow.',
  ...change,
})

/** Fields of one value that a refused form must give back. */
const single = ['spellings', 'firstMention', 'laterMention', 'partOfSpeech', 'subject', 'authority', 'note'] as const

const terms = () => the.store.terms.all(the.desk.id)

describe('adding a term', () => {
  test('keeps everything in the form, and shows it in the list', async () => {
    const { status, headers } = await send(the, '/terms', form({ exactOnly: 'yes' }))
    expect(status).toBe(303)
    expect((await terms()).at(-1)).toMatchObject({
      spellings: ['فصائل', 'الفصائل المسلحة'],
      renderings: [
        { text: 'factions', standing: 'preferred' },
        { text: 'groups', standing: 'allowed' },
        { text: 'militias', standing: 'avoid', always: true },
      ],
      kind: 'noun',
      strength: 'warning',
      exactOnly: true,
      note: 'As "decided" <today>\nand tomorrow.',
      changedBy: 'سلمى',
    })
    expect(read((await open(the, headers.location!)).text)).toContain('factions')
  })

  test('shows it again as it was saved, ready to be changed', async () => {
    await send(the, '/terms', form())
    const { text } = await open(the, '/terms/4')
    for (const name of single) expect(fieldOf(text, name)).toBe(form()[name])
    expect(text).toContain('<option value="avoid-always" selected>')
  })

  test.each([
    [{ spellings: ' ' }, 422, 'The Arabic is empty'],
    [{ spellings: 'factions' }, 422, '“factions” has no Arabic letter'],
    [{ rendering: ['', ''] }, 422, 'There is no English to use'],
    [{ rendering: ['militias'], standing: ['avoid'] }, 422, 'There is no English to use'],
    [{ rendering: 'x'.repeat(201), standing: 'preferred' }, 422, 'is too long'],
    [{ spellings: 'الحشد الشعبي' }, 409, 'الحشد الشعبي is already in the glossary as “Popular Mobilization Forces”'],
  ])('that cannot be: %j is refused in a sentence, and what was typed is still there', async (change, code, sentence) => {
    const typed = form(change)
    const { status, text } = await send(the, '/terms', typed)
    expect([status, read(text).includes(sentence) ? sentence : read(text)]).toEqual([code, sentence])
    for (const name of single) expect(fieldOf(text, name)).toBe(typed[name])
    for (const rendering of [typed.rendering!].flat()) expect(text).toContain(`value="${rendering}"`)
    expect(await terms()).toHaveLength(3)
  })

  test('with a button that is pressed twice adds one entry, and leads to the same page', async () => {
    const [first, second] = [await send(the, '/terms', form()), await send(the, '/terms', form())]
    expect([second.status, second.headers.location]).toEqual([303, first.headers.location])
    expect(await terms()).toHaveLength(4)
    expect((await send(the, '/terms', form({ note: 'another' }))).status).toBe(409)
  })

  test.each([
    ['وزاره الدفاع', 'Defence Ministry', 'is found in the same Arabic words', 'وزارة الدفاع'],
    ['حشد شعبي', 'Popular Crowd', 'is found in the same Arabic words', 'الحشد الشعبي'],
    ['قوات الحشد', 'Popular Mobilization Forces', 'prefers the same English', 'الحشد الشعبي'],
  ])('that cannot be told apart from another leads to the entry, which names that one: %s', async (spellings, rendering, words, other) => {
    const ministry = await addTerm(the.store, the.desk.id, entry('وزارة الدفاع', 'Ministry of Defense'), karim())
    const back = '/documents/1?at=2'
    const { headers } = await send(the, '/terms', form({ spellings, rendering, standing: 'preferred', kind: '', back }))
    expect(headers.location).toBe(`/terms/${ministry.id + 1}?back=${encodeURIComponent(back)}#saved`)
    const { text } = await open(the, headers.location!)
    expect(read(text)).toContain(`${words}, so`)
    expect(read(text)).toMatch(new RegExp(`${words}[^:]*: ${other} `))
    expect(entryFields(text).back).toEqual([back])
  })

  test('leads back to where the person was, and never to another site', async () => {
    expect((await send(the, '/terms', form({ back: '/documents/1?at=2' }))).headers.location).toBe('/documents/1?at=2')
    for (const [index, back] of ['https://evil.example', '//evil.example', '/\t/evil.example', '/\\evil.example'].entries()) {
      const { headers } = await send(the, '/terms', form({ spellings: `كلمة ${'ا'.repeat(index + 1)}`, rendering: `word ${index}`, back }))
      expect(headers.location).toMatch(/^\/terms\?search=/)
      const { text } = await open(the, `/terms/new?back=${encodeURIComponent(back)}`)
      expect(text).not.toMatch(/(?:href|value)="[^"?]*evil/)
    }
  })

  test('begins with what was selected in the segment', async () => {
    const { text } = await open(the, `/terms/new?source=${encodeURIComponent('فصائل')}&target=Factions`)
    expect([fieldOf(text, 'spellings'), fieldOf(text, 'rendering')]).toEqual(['فصائل', 'Factions'])
  })
})

describe('changing a term', () => {
  // The former name stays allowed, so that nothing follows from it that would be shown first.
  const rendering = ['factions', 'groups', 'Popular Mobilization Forces', '']
  const standing = ['preferred', 'allowed', 'allowed', 'allowed']
  const change = (more: Form = {}) => form({ version: the.forces.version, spellings: 'الحشد الشعبي', rendering, standing, ...more })

  /** Presses a button below the form of the entry as it stands, with what else was typed. */
  const pressed = async (state: string, typed: Form = {}, language = 'en') => {
    const fields = entryFields((await open(the, '/terms/1', language)).text)
    return send(the, '/terms/1', { ...fields, ...typed, state }).set('Cookie', `language=${language}`)
  }

  test('saves it and keeps its former state', async () => {
    expect((await send(the, '/terms/1', change())).headers.location).toBe('/terms/1#saved')
    expect(await knownTerm(the.store, 1)).toMatchObject({ strength: 'warning', version: the.forces.version + 1 })
    expect(read((await open(the, '/terms/1')).text)).toMatch(/Former states .*Popular Mobilization Forces/)
  })

  test('with a button that is pressed twice is no conflict with oneself', async () => {
    await send(the, '/terms/1', change())
    expect((await send(the, '/terms/1', change())).headers.location).toBe('/terms/1#saved')
    expect(read((await open(the, '/terms/1')).text).match(/Strength/g)).toHaveLength(2)
  })

  test('shows in its history whole renderings that came and went', async () => {
    const avoided = (...texts: string[]) => ({
      rendering: ['Popular Mobilization Forces', ...texts],
      standing: ['preferred', ...texts.map(() => 'avoid')],
    })
    await send(the, '/terms/1', change(avoided('Popular Mobilization Committees', 'Hashd al-Shaabi', 'Hashed')))
    const version = the.forces.version + 1
    await send(the, '/terms/1', change({ version, ...avoided('Popular Mobilization Units', 'Popular Mobilization Committees', 'Hashed') }))
    expect(read((await open(the, '/terms/1')).text)).toContain(
      'avoid Popular Mobilization Committees · removed: Hashd al-Shaabi · Hashed · added: Popular Mobilization Units',
    )
  })

  test('shows the preferred rendering before all others, wherever it stands in the form', async () => {
    const hashd = { rendering: ['Popular Mobilization Forces', 'Hashd al-Shaabi'], standing: ['avoid', 'preferred'] }
    await send(the, '/terms/1', change({ ...hashd, confirmed: 'yes' }))
    const search = encodeURIComponent('الحشد')
    expect(read((await open(the, `/terms?search=${search}`)).text)).toContain('Hashd al-Shaabi avoid: Popular Mobilization Forces')
  })

  test('says which of several preferred renderings is offered', async () => {
    const two = { rendering: ['Popular Mobilization Forces', 'Hashd al-Shaabi'], standing: ['preferred', 'preferred'] }
    expect(read((await open(the, '/terms/1')).text)).not.toContain('is the one offered')
    await send(the, '/terms/1', change(two))
    expect(read((await open(the, '/terms/1')).text)).toContain('“Popular Mobilization Forces” is the one offered')
  })

  test('that somebody else changed meanwhile is a conflict, and what was typed is still there', async () => {
    await send(the, '/terms/1', change({ note: 'hers' }))
    const { status, text } = await send(the, '/terms/1', change({ note: 'mine' }))
    expect([status, fieldOf(text, 'note')]).toEqual([409, 'mine'])
    expect(read(text)).toContain('changed الحشد الشعبي while you were at it')
    expect(await knownTerm(the.store, 1)).toMatchObject({ note: 'hers' })
    expect(read(text)).toMatch(/Former states .*hers/)
    const { version } = await knownTerm(the.store, 1)
    expect(fieldOf(text, 'version')).toBe(String(version))
    expect((await send(the, '/terms/1', change({ note: 'mine', version }))).status).toBe(303)
    expect(await knownTerm(the.store, 1)).toMatchObject({ note: 'mine' })
  })

  test('retires it and takes it up again', async () => {
    expect((await pressed('retired', { confirmed: 'yes' })).headers.location).toBe('/terms/1#saved')
    expect(read((await open(the, '/terms')).text)).not.toContain('Popular Mobilization Forces')
    expect(read((await open(the, '/terms?state=retired')).text)).toContain('Popular Mobilization Forces')
    const { version } = await knownTerm(the.store, 1)
    expect((await send(the, '/terms/1', change({ version, note: 'still retired' }))).status).toBe(303)
    expect(await knownTerm(the.store, 1)).toMatchObject({ state: 'retired', note: 'still retired' })
    expect((await pressed('approved', { confirmed: 'yes' })).status).toBe(303)
    expect(await knownTerm(the.store, 1)).toMatchObject({ state: 'approved' })
  })

  test.each([
    [
      'en',
      /State approved retired|State .*Retired/,
      'Used in 1 segment of 1 document',
      'no text is held to it any more',
      'Retire this term',
    ],
    ['ar', /الحال .*موقوف/, 'ورد في مقطع واحد من وثيقة واحدة', 'فلا يُلزَم به نص بعد ذلك', 'أوقف هذا المصطلح'],
  ])('says where it is used before it is retired (%s)', async (language, change, used, effect, button) => {
    await saved(the, 1, right)
    const { status, text } = await pressed('retired', {}, language)
    expect(status).toBe(200)
    expect(read(text)).toMatch(change)
    for (const words of [used, effect, button]) expect(read(text)).toContain(words)
    expect(text, 'such a page cannot be asked for again').not.toContain('/preferences')
    expect([fieldOf(text, 'state'), fieldOf(text, 'version')]).toEqual(['retired', String(the.forces.version)])
    expect(await knownTerm(the.store, 1)).toMatchObject({ state: 'approved' })
    await pressed('retired', { confirmed: 'yes' })
    expect(await knownTerm(the.store, 1)).toMatchObject({ state: 'retired' })
    const batch = read((await open(the, '/batches/1', language)).text)
    expect(batch).toContain(language === 'en' ? 'A retired term is kept and no longer looked for.' : 'المصطلح الموقوف يُحفظ ولا يُبحث عنه.')
    await send(the, '/batches/1/undo', {})
    expect(await knownTerm(the.store, 1)).toMatchObject({ state: 'approved' })
  })

  test('says what would break before a proposed entry is approved, and brings to its mends', async () => {
    await pressed('proposed', { confirmed: 'yes' })
    await saved(the, 1, broken, 'translated')
    const { text } = await pressed('approved')
    expect(read(text)).toMatch(/Would break it 1 of them finished 1/)
    const { headers } = await pressed('approved', { confirmed: 'yes' })
    expect(headers.location).toBe('/batches/2')
    expect(read((await open(the, '/batches/2')).text)).toContain('1 segment to mend')
    await send(the, '/batches/2/undo', {})
    expect(await knownTerm(the.store, 1)).toMatchObject({ state: 'proposed' })
  })

  test('is refused for a state there is not', async () => {
    expect((await pressed('gone')).status).toBe(422)
    expect((await pressed('retired', { version: 99 })).status).toBe(409)
  })

  test.each(['retired', 'proposed'])('is %s with everything that was typed, and nothing typed is lost on the way', async (state) => {
    await saved(the, 1, right)
    const typed = { note: 'A long note.', rendering: ['Popular Mobilization Forces', 'PMF'], standing: ['preferred', 'preferred'] }
    const page = await pressed('retired', typed)
    expect(read(page.text)).toContain('A long note.')
    const back = (await pressed(state, { ...typed, again: 'yes' })).text
    expect(entryFields(back)).toMatchObject({ note: ['A long note.'], version: [String(the.forces.version)] })
    await send(the, '/terms/1', { ...entryFields(back), state, confirmed: 'yes' })
    expect(await knownTerm(the.store, 1)).toMatchObject({ state, note: 'A long note.', renderings: [{}, { standing: 'preferred' }] })
  })
})

describe('the list', () => {
  test.each(['الحشد', 'والحشد', 'الحَشْد', 'popular mob', 'PMF'])('finds by %s', async (search) => {
    const { text } = await open(the, `/terms?search=${encodeURIComponent(search)}`)
    if (search === 'والحشد') expect(read(text)).toContain('No entry has “والحشد”')
    else expect(read(text)).toContain('Popular Mobilization Forces')
  })

  test('goes page by page, and a page that is not there is its last', async () => {
    const many = Array.from({ length: 130 }, (_, n) => entry(`كلمة ${String.fromCharCode(0x628 + (n % 8))}${'ا'.repeat(n)}`, `word ${n}`))
    await the.store.terms.addAll(the.desk.id, many, karim())
    expect(read((await open(the, '/terms')).text)).toContain('Page 1 of 2')
    expect((await open(the, '/terms')).text).toContain('rel="next"')
    const last = await open(the, '/terms?page=2')
    expect(last.text).toContain('rel="prev"')
    expect(read((await open(the, '/terms?page=99')).text)).toContain('Page 2 of 2')
  })

  test.each(['page=x', 'page=-1', 'state=gone', `search=${'ا'.repeat(300)}`, 'search=%25', 'search=_', "search='"])(
    'with ?%s answers',
    async (query) => {
      expect((await open(the, `/terms?${encodeURI(decodeURI(query))}`)).status).toBe(200)
    },
  )
})
