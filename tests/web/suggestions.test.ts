import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import { heading, salma } from '../support/cast.ts'
import { type AtDesk, atDesk, fieldOf, open, read, send } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
})

/** Brings in an article, each paragraph with its English. */
async function bringIn(columns: [arabic: string, english: string][]): Promise<number> {
  const paragraphs = columns.map(([arabic]) => arabic)
  const { id } = await addDocument(
    the.store,
    { deskId: the.desk.id, heading, unit: 'paragraph', paragraphs, raw: paragraphs.join('\n') },
    salma(5),
  )
  for (const segment of await the.store.segments.page(id, 0, 99)) {
    const target = columns[segment.position - 1]![1]
    if (target) await saveSegment(the.store, { segmentId: segment.id, version: segment.version, target }, salma(6))
  }
  return id
}

const talks: [string, string][] = [
  ['قال اللواء سامر الجبوري إن مجلس السلم اجتمع.', 'Major General Samer al-Jabouri said the Peace Council had met.'],
  ['رد مجلس السلم بعد ساعة.', 'The Peace Council replied after an hour.'],
]

/** The fields of the form for a name. */
const formOf = (html: string, spelling: string) =>
  html.split('<form').find((form) => form.includes(`name="spellings" value="${spelling}"`))!

describe.each(['en', 'ar'])('suggested terms (%s)', (language) => {
  test('are listed with their English, how often, why and where', async () => {
    const id = await bringIn(talks)
    const { status, text } = await open(the, `/terms/suggestions?document=${id}`, language)
    expect(status).toBe(200)
    expect(fieldOf(formOf(text, 'سامر الجبوري'), 'rendering')).toBe('Samer al-Jabouri')
    expect(fieldOf(formOf(text, 'مجلس السلم'), 'rendering')).toBe('Peace Council')
    expect(read(text)).toContain(language === 'en' ? 'after a title' : 'بعد لقب')
    expect(read(text)).toContain(language === 'en' ? '2 times' : 'مرتين')
    expect(text).toContain(`href="/documents/${id}?at=2"`)
  })

  test('say what to do where there are none', async () => {
    const { text } = await open(the, '/terms/suggestions?document=1', language)
    expect(read(text)).toContain(
      language === 'en' ? 'No name or phrase without an entry recurs here.' : 'لا يتكرر هنا اسم أو عبارة بلا مدخل.',
    )
    expect(text).toContain('class="button" href="/documents/1"')
  })
})

test('one press adds a suggested term, and the list comes back without it', async () => {
  const id = await bringIn(talks)
  const list = `/terms/suggestions?document=${id}`
  const form = formOf((await open(the, list)).text, 'سامر الجبوري')
  const fields = Object.fromEntries(
    ['back', 'spellings', 'rendering', 'standing', 'kind', 'strength'].map((name) => [name, fieldOf(form, name)!]),
  )
  const { status, headers } = await send(the, '/terms', fields)
  expect([status, headers.location]).toEqual([303, `${list}#suggestion-1`])
  expect((await the.store.terms.all(the.desk.id)).at(-1)).toMatchObject({
    spellings: ['سامر الجبوري'],
    kind: 'name',
    renderings: [{ text: 'Samer al-Jabouri', standing: 'preferred' }],
  })
  const { text } = await open(the, list)
  expect(text).not.toContain('value="سامر الجبوري"')
  expect(text).toContain('value="مجلس السلم"')
})

describe.each(['en', 'ar'])('what is no term (%s)', (language) => {
  const texts: [string, string][] = [
    ['نصت مواد القانون على ذلك في مجلس السلم.', ''],
    ['خالف مجلس السلم مواد القانون.', ''],
  ]
  /** Presses “Not a term” beside a phrase. */
  const setAside = async (list: string, spelling: string) => {
    const form = formOf((await open(the, list, language)).text, spelling)
    expect(form).toContain('formaction="/terms/non-terms"')
    const fields = Object.fromEntries(['back', 'spellings', 'identity', 'rendering'].map((name) => [name, fieldOf(form, name)!]))
    return send(the, '/terms/non-terms', { ...fields, do: 'note' })
  }

  test('is suggested no more, in any document and in no other form, until it is suggested again', async () => {
    const list = `/terms/suggestions?document=${await bringIn(texts)}`
    const { status, headers } = await setAside(list, 'مواد القانون')
    expect([status, headers.location?.replace(/\d+$/, '')]).toEqual([303, `${list}#suggestion-`])
    await bringIn([
      ['تحدث عن مواد القانون.', ''],
      ['ولمواد القانون هذه أهمية.', ''],
    ])
    for (const address of [list, '/terms/suggestions']) {
      const { text } = await open(the, address, language)
      expect(text).not.toContain('value="مواد القانون"')
      expect(text).toContain('value="مجلس السلم"')
      expect(read(text)).toContain(language === 'en' ? '1 set aside' : 'استُبعد واحد')
    }
    const { text } = await open(the, '/terms/non-terms', language)
    expect(read(text)).toMatch(/مواد القانون سلمى/)
    await send(the, '/terms/non-terms', { do: 'again', identity: fieldOf(text, 'identity')! })
    expect((await open(the, list, language)).text).toContain('value="مواد القانون"')
    expect((await open(the, list, language)).text).not.toContain('href="/terms/non-terms"')
  })
})

test('a phrase without words is not set aside', async () => {
  expect((await send(the, '/terms/non-terms', { do: 'note', identity: '', spellings: '' })).status).toBe(422)
  expect((await send(the, '/terms/non-terms', { do: 'x' })).status).toBe(422)
})

test('a changed translation is read anew', async () => {
  const id = await bringIn(talks)
  await open(the, `/terms/suggestions?document=${id}`)
  for (const segment of await the.store.segments.page(id, 0, 9))
    await saveSegment(
      the.store,
      { segmentId: segment.id, version: segment.version, target: segment.target.replace('Council', 'Board') },
      salma(9),
    )
  const { text } = await open(the, `/terms/suggestions?document=${id}`)
  expect(fieldOf(formOf(text, 'مجلس السلم'), 'rendering')).toBe('Peace Board')
})

test('names of all documents are counted together, each place with its document', async () => {
  await bringIn([['اجتمع مجلس السلم.', '']])
  await bringIn([['رد مجلس السلم.', '']])
  const { text } = await open(the, '/terms/suggestions')
  expect(formOf(text, 'مجلس السلم')).toBeDefined()
  expect(text).toContain('href="/documents/2?at=1"')
  expect(text).toContain('href="/documents/3?at=1"')
})

test('the suggestions of a document that is not there are a missing page', async () => {
  expect((await open(the, '/terms/suggestions?document=99')).status).toBe(404)
  expect((await open(the, '/terms/suggestions?document=x')).status).toBe(200)
})

describe.each(['en', 'ar'])('names in several ways (%s)', (language) => {
  test('are listed with each way, how often and where, and a form that decides on one', async () => {
    await bringIn([
      ['قال اللواء سامر الجبوري إن', 'Samer al-Jabouri said'],
      ['وأكد اللواء سامر الجبوري أن', 'Samer al-Jabouri confirmed'],
      ['ونفى اللواء سامر الجبوري أن', 'Samir al-Juburi denied'],
    ])
    const { text } = await open(the, '/terms/in-use', language)
    expect(read(text)).toMatch(
      language === 'en' ? /Samer al-Jabouri 2 times .* Samir al-Juburi once/ : /Samer al-Jabouri مرتين .* Samir al-Juburi مرة واحدة/,
    )
    const decide = /href="(\/terms\/new[^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&')
    const form = (await open(the, decide, language)).text
    expect(fieldOf(form, 'spellings')).toBe('سامر الجبوري')
    expect([...form.matchAll(/name="rendering" value="([^"]+)"/g)].map(([, value]) => value)).toEqual([
      'Samer al-Jabouri',
      'Samir al-Juburi',
    ])
    expect(form).toMatch(/value="Samir al-Juburi"[\s\S]*?<option value="avoid" selected>/)
  })

  test('with an entry lead to it, with what nobody listed to avoid', async () => {
    await bringIn([
      ['قال الحشد الشعبي', 'The Popular Mobilization Forces said'],
      ['نفى الحشد الشعبي', 'The Popular Mobilisation Forces denied'],
    ])
    const { text } = await open(the, '/terms/in-use', language)
    expect(text).toContain('Popular Mobilisation Forces')
    expect(read(text)).toContain(language === 'en' ? 'not in the entry' : 'ليس في المدخل')
    const decide = /href="(\/terms\/1\?[^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&')
    expect((await open(the, decide, language)).text).toContain('value="Popular Mobilisation Forces"')
  })

  test('are none where the entry allows each way, or is of a common noun', async () => {
    await send(the, '/terms', { spellings: 'هجوم', rendering: ['attack', 'assault'], standing: ['preferred', 'avoid'], kind: 'noun' })
    await bringIn([
      ['هجوم الحشد الشعبي', 'The attack of the Popular Mobilization Forces'],
      ['نفى الحشد الشعبي الهجوم', 'The PMF denied the assault'],
    ])
    const text = read((await open(the, '/terms/in-use', language)).text)
    expect(text).toContain(language === 'en' ? 'No name is rendered in more than one way.' : 'لا اسم له أكثر من مقابل.')
  })

  test('are none where the English keeps to one', async () => {
    expect(read((await open(the, '/terms/in-use', language)).text)).toContain(
      language === 'en' ? 'No name is rendered in more than one way.' : 'لا اسم له أكثر من مقابل.',
    )
  })
})
