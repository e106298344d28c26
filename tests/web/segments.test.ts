import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { addTerm } from '../../src/actions/add-term.ts'
import { broken, entry, karim, right, salma, segmentAt } from '../support/cast.ts'
import { type AtDesk, atDesk, buttons, type Form, fieldOf, open, read, saved, send } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
})

/** Presses a button of a row, as a form without script or as the script does. */
async function press(button: string, target: string, more: Form = {}, part = false) {
  const { id, version } = await segmentAt(the, 1)
  const sent = send(the, `/segments/${id}`, { version, target, do: button, ...more })
  return part ? sent.set('X-Part', 'row') : sent
}

const button = (html: string, verb: string) => buttons(html).find((value) => value.startsWith(`${verb} `)) ?? `no button to ${verb}`

describe('a row without script', () => {
  test.each(['save', '', 'nonsense'])('saves (%j) and leads back to the row', async (verb) => {
    const { status, headers } = await press(verb, right)
    expect([status, headers.location]).toEqual([303, '/documents/1?at=1#segment-1'])
    expect(await segmentAt(the, 1)).toMatchObject({ target: right, status: 'draft' })
  })

  test('confirms and goes on to the next unfinished segment, and from the last one to the document', async () => {
    expect((await press('confirm', right)).headers.location).toBe('/documents/1?at=2#segment-2')
    await saved(the, 2, 'Reinforcements arrived.', 'translated')
    const { id, version } = await segmentAt(the, 3)
    const last = await send(the, `/segments/${id}`, { version, target: 'Calm returned to the city.', do: 'confirm' })
    expect([last.status, last.headers.location]).toEqual([303, '/documents/1'])
  })

  test('says on the page that a broken required term kept it a draft', async () => {
    const { headers } = await press('confirm', broken)
    expect(headers.location).toBe('/documents/1?at=1&kept=translated#segment-1')
    const { text } = await open(the, headers.location!)
    expect(read(text)).toContain('It stays a draft until the required term below is mended')
    expect(read(text)).toContain('Popular Mobilization Units”, which we avoid')
    expect(read((await open(the, '/documents/1?at=1')).text)).not.toContain('It stays a draft')
    expect((await open(the, '/documents/1?at=1&kept=x')).status).toBe(200)
  })

  test.each([
    ['draft', 'draft'],
    ['translated', 'translated'],
    ['reviewed', 'reviewed'],
    ['final', 'final'],
    ['needs-changes', 'needs-changes'],
    ['nothing-known', 'draft'],
  ])('sets the status %s', async (asked, status) => {
    expect((await press(`status ${asked}`, right, { reason: 'look at the name' })).status).toBe(303)
    expect(await segmentAt(the, 1)).toMatchObject({ status, target: right })
    expect(await the.store.revisions.latest(1)).toMatchObject({ reason: 'look at the name', person: 'سلمى' })
  })

  test('mends a broken term in the text as typed, line ends and all', async () => {
    const page = (await press('save', `First line.\r\n${broken}`)).headers.location!
    const mend = button((await open(the, page)).text, 'mend')
    await press(mend, `First line.\r\n${broken} More.`)
    expect((await segmentAt(the, 1)).target).toBe(`First line.\n${right} More.`)
  })

  test('keeps a term as it is with a reason, and takes that back', async () => {
    await press('confirm', broken)
    const waive = button((await open(the, '/documents/1?at=1')).text, 'waive')
    const kept = await press(waive, broken, { [`reason ${waive.slice(6)}`]: 'a <quotation>' })
    expect(kept.status).toBe(303)
    const page = (await open(the, '/documents/1?at=1')).text
    expect(read(page)).toContain('Kept by سلمى: a <quotation>')
    await press('confirm', broken)
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'translated' })
    const back = await press(button(page, 'take-back'), broken)
    expect(back.headers.location).toBe('/documents/1?at=1&kept=translated#segment-1')
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'draft' })
  })

  test('takes Enter in the field of a reason for the button beside it', async () => {
    await press('save', broken)
    const waive = button((await open(the, '/documents/1?at=1')).text, 'waive')
    await press('enter', broken, { [`reason ${waive.slice(6)}`]: 'a quotation', reason: '' })
    expect((await the.store.waivers.of([1])).get(1)).toMatchObject([{ reason: 'a quotation' }])
    await press('enter', broken, { reason: 'look at the name' })
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'needs-changes' })
    expect(await the.store.revisions.latest(1)).toMatchObject({ reason: 'look at the name' })
  })

  test('shows the reason for a change below the row until it is done', async () => {
    const below = async () => read((await open(the, '/documents/1?at=1')).text)
    await press('status needs-changes', right, { reason: 'look at the name' })
    expect(await below()).toContain('سلمى asks for a change: look at the name')
    await press('save', `${right} More.`)
    expect(await below()).toContain('look at the name')
    await press('confirm', `${right} More.`)
    expect(await below()).not.toContain('asks for a change')
  })

  test.each(['save', 'overwrite', ''])('a reason left half typed changes nothing of what a button does (%j)', async (verb) => {
    await press('save', broken)
    const waive = button((await open(the, '/documents/1?at=1')).text, 'waive')
    const { version } = await segmentAt(the, 1)
    const half = { [`reason ${waive.slice(6)}`]: 'a quot', reason: 'look at' }
    const saved = await press(verb, `${broken} More.`, verb === 'overwrite' ? { ...half, overwrite: version } : half)
    expect(await segmentAt(the, 1)).toMatchObject({ status: 'draft', target: `${broken} More.` })
    expect((await the.store.waivers.of([1])).get(1)).toEqual([])
    // It is not lost either, on the page that answers where there is no script.
    expect([saved.status, saved.text.includes('a quot'), saved.text.includes('look at')]).toEqual([200, true, true])
  })

  test('has a first button of its own for Enter, which is not the one that saves', async () => {
    expect(buttons((await open(the, '/segments/1')).text).slice(0, 3)).toEqual(['enter', 'confirm', 'save'])
  })

  test.each(['enter', 'waive'])('keeps every finding beside which a reason was typed, whichever button is pressed (%s)', async (verb) => {
    await addTerm(the.store, the.desk.id, entry('فصائل', 'armed groups', { kind: 'noun' }), salma())
    await press('save', broken)
    const waives = buttons((await open(the, '/documents/1?at=1')).text).filter((value) => value.startsWith('waive '))
    expect(waives.length).toBeGreaterThan(1)
    const reasons = Object.fromEntries(waives.map((value, index) => [`reason ${value.slice('waive '.length)}`, `reason ${index}`]))
    expect((await press(verb === 'enter' ? verb : waives.at(-1)!, broken, reasons)).status).toBe(303)
    const kept = (await the.store.waivers.of([1])).get(1)!.map(({ reason }) => reason)
    expect(kept.toSorted()).toEqual(Object.values(reasons))
  })

  test.each(['reviewed', 'final'] as const)('confirmed again leaves a %s segment what it is', async (status) => {
    await saved(the, 1, right, status)
    expect((await press('confirm', right)).headers.location).toBe('/documents/1?at=2#segment-2')
    expect(await segmentAt(the, 1)).toMatchObject({ status })
  })

  test('takes a reason from either of two fields of one name', async () => {
    await press('save', broken)
    const waive = button((await open(the, '/documents/1?at=1')).text, 'waive')
    for (const reasons of [
      ['', 'the second'],
      ['the first', ''],
    ]) {
      const typed = `${broken} ${reasons.join('')}`
      expect((await press(waive, typed, { [`reason ${waive.slice(6)}`]: reasons })).status).toBe(303)
      expect((await the.store.waivers.of([1])).get(1)?.at(-1)).toMatchObject({ reason: reasons.join('') })
    }
  })

  test.each(['take-back', 'take-back x', 'take-back 0', 'take-back 99999999999', 'mend nothing', 'status'])(
    'a button that means nothing (%s) saves the text all the same',
    async (verb) => {
      expect((await press(verb, right)).status).toBe(303)
      expect(await segmentAt(the, 1)).toMatchObject({ target: right })
    },
  )
})

describe('a row with script', () => {
  test('saves in place: the row alone, when it was saved, and nowhere to go', async () => {
    const { status, text, headers } = await press('save', right, {}, true)
    expect(status).toBe(200)
    expect(text.trim()).toMatch(/^<form class="row status-draft in-hand"[\s\S]*<\/form>$/)
    expect(fieldOf(text, 'target')).toBe(right)
    expect(fieldOf(text, 'version')).toBe(String((await segmentAt(the, 1)).version))
    expect(decodeURIComponent(headers['x-saved']!)).toMatch(/^Saved \d\d:\d\d$/)
    expect(headers['x-next']).toBeUndefined()
  })

  test('confirms and says which comes next', async () => {
    expect((await press('confirm', right, {}, true)).headers['x-next']).toBe('2')
  })

  test('is told that a broken required term kept it a draft, and stays', async () => {
    const { status, text, headers } = await press('confirm', broken, {}, true)
    expect([status, headers['x-next']]).toEqual([200, undefined])
    expect(read(text)).toContain('It stays a draft')
  })

  test('says when it was saved in Arabic too', async () => {
    const { id, version } = await segmentAt(the, 1)
    const { headers } = await send(the, `/segments/${id}`, { version, target: right, do: 'save' })
      .set('X-Part', 'row')
      .set('Cookie', 'language=ar')
    expect(decodeURIComponent(headers['x-saved']!)).toMatch(/\p{Script=Arabic}.*\d\d?:\d\d/u)
  })

  test('mends, waives and takes back in place', async () => {
    const { text } = await press('save', broken, {}, true)
    const waive = button(text, 'waive')
    const kept = await press(waive, broken, { [`reason ${waive.slice(6)}`]: 'why not' }, true)
    expect(read(kept.text)).toContain('Kept by سلمى: why not')
    const back = await press(button(kept.text, 'take-back'), broken, {}, true)
    expect(read(back.text)).not.toContain('Kept by')
    const mended = await press(button(back.text, 'mend'), broken, {}, true)
    expect(fieldOf(mended.text, 'target')).toBe(right)
    expect(read(mended.text)).not.toContain('which we avoid')
  })
})

describe('a save based on an old version', () => {
  const theirs = `${right} So said Karim.`
  const mine = `${right} So said I.`

  test.each([true, false])('is a conflict that shows both texts and loses neither (in place: %s)', async (part) => {
    const { id, version } = await segmentAt(the, 1)
    await saved(the, 1, theirs, undefined, karim(1))
    const sent = send(the, `/segments/${id}`, { version, target: mine, do: 'confirm' })
    const { status, text } = await (part ? sent.set('X-Part', 'row') : sent)
    expect(status).toBe(409)
    expect(fieldOf(text, 'target')).toBe(mine)
    expect(read(text)).toContain(theirs)
    expect(read(text)).toContain('Meanwhile Karim saved this text')
    expect(await segmentAt(the, 1)).toMatchObject({ target: theirs })
    expect(text.includes('<html')).toBe(!part)
  })

  test('is saved over the other text when the person says so, and the other stays in the history', async () => {
    const { id, version } = await segmentAt(the, 1)
    await saved(the, 1, theirs, undefined, karim(1))
    const { text } = await send(the, `/segments/${id}`, { version, target: mine })
    const [overwrite] = buttons(text, 'overwrite')
    const { status } = await send(the, `/segments/${id}`, { version, target: mine, overwrite: overwrite! })
    expect(status).toBe(303)
    expect(await segmentAt(the, 1)).toMatchObject({ target: mine })
    expect((await the.store.revisions.list(id)).map(({ target }) => target)).toEqual([mine, theirs])
  })

  test('gives way to the other text when the person says so, and stays in the history', async () => {
    const { id, version } = await segmentAt(the, 1)
    await saved(the, 1, theirs, 'reviewed', karim(1))
    const { text } = await send(the, `/segments/${id}`, { version, target: mine })
    expect(buttons(text)).toContain('set-aside')
    const { headers } = await send(the, `/segments/${id}`, { version, target: mine, do: 'set-aside' })
    expect(headers.location).toBe('/documents/1?at=1#segment-1')
    expect(await segmentAt(the, 1)).toMatchObject({ target: theirs, status: 'reviewed' })
    expect(read((await open(the, `/segments/${id}/revisions`)).text)).toContain('gave way to the other text')
  })

  test('over a text that is final by now says so, and keeps what was typed on the version that was seen', async () => {
    const { id, version } = await segmentAt(the, 1)
    await saved(the, 1, theirs, 'final', karim(1))
    const conflict = await send(the, `/segments/${id}`, { version, target: mine })
    const locked = await send(the, `/segments/${id}`, { version, target: mine, overwrite: buttons(conflict.text, 'overwrite')[0]! })
    expect([locked.status, read(locked.text).includes('is final and locked')]).toEqual([409, true])
    expect([fieldOf(locked.text, 'target'), fieldOf(locked.text, 'version')]).toEqual([mine, String((await segmentAt(the, 1)).version)])
  })

  describe('whose changes do not touch each other', () => {
    const hers = right.replace('factions', 'groups')
    const his = right.replace('denied it', 'denied that')
    const both = hers.replace('denied it', 'denied that')

    /** Karim saves his text after Salma has opened the row; the answer to what she sends. */
    async function inConflict(target = hers) {
      await saved(the, 1, right, undefined, salma(0))
      const page = (await open(the, '/segments/1')).text
      const form = { version: fieldOf(page, 'version')!, former: fieldOf(page, 'former')! }
      await saved(the, 1, his, undefined, karim(20))
      return (await send(the, '/segments/1', { ...form, target, do: 'save' })).text
    }
    const sent = (html: string, target = fieldOf(html, 'target')!) => ({
      version: fieldOf(html, 'version')!,
      former: fieldOf(html, 'former')!,
      target,
      do: button(html, 'merge'),
    })

    test('is shown with what both began from, and both are saved as one text when the person says so', async () => {
      const html = await inConflict()
      expect(read(html)).toContain(`Both began from this text: ${right}`)
      expect(read(html)).toContain(`Together they read: ${both}`)
      expect((await send(the, '/segments/1', sent(html))).status).toBe(303)
      expect(await segmentAt(the, 1)).toMatchObject({ target: both, status: 'draft' })
      expect((await the.store.revisions.list(1)).map(({ target }) => target)).toEqual([both, his, right])
    })

    test('offers nothing where they touch', async () => {
      const html = await inConflict(right.replace('denied it', 'denied all'))
      expect(read(html)).toContain(`Both began from this text: ${right}`)
      expect(button(html, 'merge')).toBe('no button to merge')
    })

    test('changes nothing where one of them was changed again', async () => {
      const html = await inConflict()
      const touching = await send(the, '/segments/1', sent(html, right.replace('denied it', 'denied all')))
      expect(touching.status).toBe(409)
      await saved(the, 1, `${his} So said Karim.`, undefined, karim(40))
      const late = await send(the, '/segments/1', sent(html))
      expect([late.status, fieldOf(late.text, 'target')]).toEqual([409, hers])
      expect(await segmentAt(the, 1)).toMatchObject({ target: `${his} So said Karim.` })
    })
  })

  test('by one’s own save in another window says so', async () => {
    const { id, version } = await segmentAt(the, 1)
    await saved(the, 1, theirs, undefined, salma(1))
    const { text } = await send(the, `/segments/${id}`, { version, target: mine })
    expect(read(text)).toContain('You saved segment 1 in another window meanwhile')
    expect(read(text)).not.toContain('somebody else')
  })

  test('a text that differs in line ends only is no other text', async () => {
    const { id, version } = await segmentAt(the, 1)
    await saved(the, 1, 'One.\nTwo.', undefined, karim(1))
    const { text } = await send(the, `/segments/${id}`, { version, target: 'One.\r\nTwo.\r\nThree.' })
    expect(text).not.toMatch(/<del>/)
  })
})

describe('what was typed is in every refusal', () => {
  const typed = 'My text <b>"with" signs</b> & ends.'

  test('of a final segment', async () => {
    await saved(the, 1, right, 'final')
    const { status, text } = await press('save', typed)
    expect([status, fieldOf(text, 'target')]).toEqual([409, typed])
    expect(read(text)).toContain('is final and locked')
  })

  test.each(['confirm', 'status reviewed'])('of an empty one that should be done (%s)', async (verb) => {
    const { status, text } = await press(verb, ' \n ')
    expect(status).toBe(422)
    expect(read(text)).toContain('has no English yet')
  })

  test('of a waiver without a reason; a second try with one succeeds on the same page', async () => {
    await press('save', broken)
    const target = `${broken} ${typed}`
    const { id, version } = await segmentAt(the, 1)
    const waive = button((await open(the, '/documents/1?at=1')).text, 'waive')
    const refused = await send(the, `/segments/${id}`, { version, target, do: waive })
    expect([refused.status, fieldOf(refused.text, 'target')]).toEqual([422, target])
    expect(read(refused.text)).toContain('A reason is needed')
    const again = { version: fieldOf(refused.text, 'version')!, target, do: waive, [`reason ${waive.slice(6)}`]: 'because' }
    expect((await send(the, `/segments/${id}`, again)).status).toBe(303)
    expect(await segmentAt(the, 1)).toMatchObject({ target })
  })

  test('of a waiver whose finding is gone', async () => {
    const { status, text } = await press('waive terms avoid 1 x', typed, { 'reason terms avoid 1 x': 'because' })
    expect([status, fieldOf(text, 'target')]).toEqual([409, typed])
    expect(read(text)).toContain('That finding is gone')
    expect(read(text)).toContain('Your reason was: because')
  })

  test('of one of several waivers: none of them is stored, and the next save goes through', async () => {
    await press('save', broken)
    const waive = button((await open(the, '/documents/1?at=1')).text, 'waive')
    const reasons = { [`reason ${waive.slice(6)}`]: 'a quotation', 'reason terms avoid 1 x': 'because' }
    const refused = await press(waive, `${broken} More.`, reasons)
    expect([refused.status, fieldOf(refused.text, 'target')]).toEqual([409, `${broken} More.`])
    expect([(await segmentAt(the, 1)).target, (await the.store.waivers.of([1])).get(1)]).toEqual([broken, []])
    const again = { version: fieldOf(refused.text, 'version')!, target: `${broken} More.`, do: waive }
    expect((await send(the, '/segments/1', { ...again, [`reason ${waive.slice(6)}`]: 'a quotation' })).status).toBe(303)
    expect((await the.store.waivers.of([1])).get(1)).toMatchObject([{ reason: 'a quotation', target: `${broken} More.` }])
  })

  test.each(['waive', 'status'])('and so is the reason typed with it (%s)', async (verb) => {
    await press('save', broken)
    const waive = button((await open(the, '/documents/1?at=1')).text, 'waive')
    const [pressed, field] = verb === 'waive' ? [waive, `reason ${waive.slice(6)}`] : ['status needs-changes', 'reason']
    await saved(the, 1, `${broken} So said Karim.`, undefined, karim(1))
    const { status, text } = await send(the, '/segments/1', {
      version: 1,
      target: `${broken} So said I.`,
      do: pressed,
      [field]: 'a "quotation"',
    })
    expect(status).toBe(409)
    expect(text).toContain(`name="${field}" value="a &#34;quotation&#34;"`)
  })
})

describe('the history of a segment', () => {
  beforeEach(async () => {
    await saved(the, 1, 'The army said it.', undefined, salma(0))
    await saved(the, 1, 'The army denied it.', undefined, karim(20))
    await saved(the, 1, right, 'translated', salma(40))
  })

  test('shows who saved what, and the difference to the one before', async () => {
    const { text } = await open(the, '/segments/1/revisions')
    expect(read(text)).toMatch(/3 سلمى · .*2 Karim · .*1 سلمى · /)
    expect(text).toMatch(/<del><span class="spoken">removed: <\/span>said<\/del>/)
  })

  test('compares any two', async () => {
    const { text } = await open(the, '/segments/1/revisions?from=1&to=3')
    const compared = /<section class="compared">([\s\S]*?)<\/section>/.exec(text)?.[1] ?? ''
    expect(read(compared)).toContain('From revision 1 to 3')
    expect(compared).toContain('<ins>')
  })

  test('compares from a newer one to the first as well', async () => {
    const { text } = await open(the, '/segments/1/revisions?from=2&to=1')
    const compared = /<section class="compared">([\s\S]*?)<\/section>/.exec(text)?.[1] ?? ''
    expect(compared).toMatch(/<del>.*denied<\/del><ins>.*said<\/ins>/)
  })

  test('brings a former text back as a new revision', async () => {
    const { status, headers } = await send(the, '/segments/1/restore', { number: 1 })
    expect([status, headers.location]).toEqual([303, '/documents/1?at=1#segment-1'])
    expect(await segmentAt(the, 1)).toMatchObject({ target: 'The army said it.' })
    expect(read((await open(the, '/segments/1/revisions')).text)).toContain('restored from revision 1')
  })

  test.each([9, 0, 'x'])('refuses to do so for a revision that is not there (%s)', async (number) => {
    expect((await send(the, '/segments/1/restore', { number })).status).toBe(number === 9 ? 404 : 422)
    expect(await segmentAt(the, 1)).toMatchObject({ target: right })
  })

  test('refuses to do so in a final segment, in a sentence', async () => {
    expect((await open(the, '/segments/1/revisions')).text).toContain('/segments/1/restore')
    await saved(the, 1, right, 'final', salma(60))
    expect((await open(the, '/segments/1/revisions')).text).not.toContain('/segments/1/restore')
    const { status, text } = await send(the, '/segments/1/restore', { number: 1 })
    expect([status, read(text).includes('is final and locked')]).toEqual([409, true])
  })
})

describe('the pane beside a segment', () => {
  test('shows its terms, why they matched, and their renderings', async () => {
    const { text } = await open(the, '/segments/1?part=pane').set('X-Part', 'pane')
    expect(read(text)).toContain('الحشد الشعبي')
    expect(text).toContain('data-insert="Popular Mobilization Forces" data-number="2"')
    expect(text).toMatch(/<s class="rendering"[^>]*>.*Popular Mobilization Units<\/s>/)
  })

  test('adds a term and comes back to the segment', async () => {
    const form = {
      back: '/documents/1?at=1',
      spellings: 'فصائل',
      rendering: 'factions',
      standing: 'preferred',
      kind: 'noun',
      strength: 'required',
    }
    const { status, headers } = await send(the, '/terms', form)
    expect([status, headers.location]).toEqual([303, '/documents/1?at=1'])
    expect(read((await open(the, '/documents/1?at=1')).text)).toContain('factions')
  })

  test('shows a term that came a moment ago, marked in the Arabic', async () => {
    await addTerm(the.store, the.desk.id, entry('فصائل', 'factions'), salma())
    const { text } = await open(the, '/documents/1?at=1')
    expect(text).toMatch(/<mark class="term-right" data-link="\d+">فصائل<\/mark>/)
  })
})

test('a save with nothing in it is answered in a sentence', async () => {
  const { status, text } = await request(the.app).post('/segments/1').set('Accept', 'text/html')
  expect(status).toBe(422)
  expect(read(text)).toContain('cannot be used for version')
})

test('a number that is too large is called no value, and not too long', async () => {
  const { text } = await send(the, '/segments/1', { version: '99999999999999999999', target: 'x' })
  expect(read(text)).toContain('“99999999999999999999” cannot be used for version')
})
