import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import request from 'supertest'
import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { addTerm } from '../../src/actions/add-term.ts'
import { nameYourself } from '../../src/actions/name-yourself.ts'
import { entry, heading, salma, segmentAt } from '../support/cast.ts'
import { type AtDesk, atDesk, buttons, open, read, send, upload } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
})

test.each(['column[999999999]', 'text[a]', '__proto__[do]'])(
  'a form of a file with a field called %s, which no page of ours sends, is refused as damaged',
  async (name) => {
    const { status, text } = await upload(the, '/terms/import', { text: 'source,target\nقاعدة,base', [name]: 'source', do: 'import' })
    expect([status, read(text).includes('arrived damaged')]).toEqual([422, true])
    expect(await the.store.batches.list(the.desk.id, 10)).toEqual([])
  },
)

describe('a request from elsewhere', () => {
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', 'evil.example:3000', '192.168.1.5'])(
    'for the host %s reads nothing',
    async (host) => {
      for (const address of ['/documents', '/health', '/assets/tarjuman.css']) {
        const { status, text } = await open(the, address).set('Host', host)
        expect([status, read(text).includes('answers only at localhost')]).toEqual([403, true])
      }
    },
  )

  test.each(['localhost', 'localhost:3000', '127.0.0.1:8080', '[::1]:80', 'LOCALHOST'])('for %s is answered', async (host) => {
    expect((await open(the, '/documents').set('Host', host)).status).toBe(200)
  })

  test.each([
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://localhost:4000' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://evil.example' },
  ])('that wants to change something is refused: %j', async (headers) => {
    const sent = send(the, '/documents/1/heading', { ...heading, title: 'Stolen' })
      .set('Host', 'localhost:3000')
      .set(headers)
    const { status, text } = await sent
    expect([status, read(text).includes('was sent by another site')]).toEqual([403, true])
    expect(await the.store.documents.get(1)).toMatchObject({ title: heading.title })
  })

  test('from its own page is answered, and one from a program too', async () => {
    const own = { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-origin' }
    for (const headers of [own, { Origin: own.Origin }, { 'Sec-Fetch-Site': 'none' }, {}]) {
      const sent = send(the, '/preferences', { theme: 'dark' }).set('Host', 'localhost:3000').set(headers)
      expect((await sent).status).toBe(303)
    }
  })

  test('that reads for another site’s script is refused', async () => {
    expect((await open(the, '/documents').set('Origin', 'https://evil.example')).status).toBe(403)
  })
})

describe('hostile text is shown as text', () => {
  const signs = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><b>",
    ']]>',
    '<!-- --><%= 1 %>',
    '</textarea><i>',
    '&lt;kept&gt;',
  ]
  const hostile = signs.join(' ')
  /** The signs of the hostile text that would be alive in a page. */
  const alive = ['<script>alert', '<img src=x', "'><b>", '</textarea><i>', '<!-- -->']

  test('on every page that shows it', async () => {
    const arabic = `الجيش ${hostile}`
    await nameYourself(the.store, hostile)
    const { id } = await addDocument(
      the.store,
      {
        deskId: the.desk.id,
        heading: { title: hostile, outlet: hostile, author: hostile, date: '', address: 'https://e.org/"><img src=x>'.replace(' ', '%20') },
        unit: 'paragraph',
        paragraphs: [arabic],
        raw: arabic,
      },
      salma(),
    )
    const { id: termId } = await addTerm(
      the.store,
      the.desk.id,
      entry(`كلمة ${hostile}`.slice(0, 190), hostile.slice(0, 190), {
        note: hostile,
        authority: hostile,
        subject: hostile,
        partOfSpeech: hostile,
        firstMention: hostile.slice(0, 150),
      }),
      salma(),
    )
    const segment = (await the.store.segments.getAt(id, 1))!
    const at = `/documents/${id}?at=1`
    await send(the, `/segments/${segment.id}`, {
      version: segment.version,
      target: `The military. ${hostile}`,
      do: 'status needs-changes',
      reason: hostile,
    })
    const waive = buttons((await open(the, at)).text).find((button) => button.startsWith('waive '))!
    const { version } = (await the.store.segments.getAt(id, 1))!
    await send(the, `/segments/${segment.id}`, {
      version,
      target: `The military. ${hostile}`,
      do: waive,
      [`reason ${waive.slice(6)}`]: hostile,
    })
    const conflict = await send(the, `/segments/${segment.id}`, { version: 0, target: hostile })
    const query = encodeURIComponent(hostile)
    const addresses = [
      '/documents',
      at,
      `/documents/${id}/heading`,
      `/documents/${id}/export`,
      `/segments/${segment.id}`,
      `/segments/${segment.id}/revisions`,
      '/terms',
      `/terms?search=${query}`,
      `/terms/new?source=${query}&target=${query}&back=/${query}`,
      `/terms/${termId}`,
      '/welcome',
      `/nothing/${query}`,
      `/documents/${id}/export/bilingual.html`,
      `/documents/${id}/export/english.html`,
    ]
    const texts = await Promise.all(addresses.map(async (address) => [address, (await open(the, address)).text] as const))
    for (const [address, text] of [...texts, ['the conflict', conflict.text] as const]) {
      for (const sign of alive) expect([address, text.includes(sign) && sign]).toEqual([address, false])
    }
    const page = texts[1]![1]
    expect(read(page)).toContain(hostile)
    expect(page).toContain('&amp;lt;kept&amp;gt;')
  })

  test('in refusals, where it is given back', async () => {
    const answers = [
      await send(the, '/welcome', { name: ' ' }),
      await send(the, '/documents/1/heading', { ...heading, title: '', outlet: hostile }),
      await send(the, '/documents/1/heading', { ...heading, date: hostile }),
      await send(the, '/terms', {
        spellings: hostile,
        rendering: hostile,
        standing: hostile,
        kind: 'noun',
        strength: 'off',
        note: hostile,
      }),
      await send(the, '/terms', { spellings: 'كلمة', rendering: 'x', kind: hostile, strength: 'off' }),
      await open(the, '/documents').set('Host', '"><img src=x>'),
    ]
    for (const { status, text } of answers) {
      expect(status).toBeGreaterThanOrEqual(400)
      for (const sign of alive) expect(text).not.toContain(sign)
    }
  })
})

describe('what is not there', () => {
  test.each([
    ['/nothing', 'There is no page at /nothing.'],
    ['/%D8%A8%D8%A7%D8%A8', 'There is no page at /باب.'],
    ['/documents/abc', 'There is no page at /documents/abc.'],
    ['/documents/0', 'There is no page at'],
    ['/documents/-1', 'There is no page at'],
    ['/documents/1.5', 'There is no page at'],
    ['/documents/1e3', 'There is no'],
    ['/documents/99999999999', 'There is no page at'],
    ['/documents/999', 'There is no document 999.'],
    ['/documents/999/export', 'There is no document 999.'],
    ['/documents/999/export/english.txt', 'There is no document 999.'],
    ['/documents/1/export/english.pdf', 'There is no page at'],
    ['/documents/1/export/..%2F..%2Fpackage.json', 'There is no page at'],
    ['/segments/999', 'There is no segment 999'],
    ['/segments/999/revisions', 'There is no segment 999'],
    ['/terms/999', 'There is no term 999.'],
    ['/assets/nothing.css', 'There is no page at'],
    ['/assets/..%2f..%2fpackage.json', 'There is no page at'],
  ])('%s is answered in a plain sentence', async (address, sentence) => {
    const { status, text } = await open(the, address)
    expect([status, read(text).includes(sentence) ? sentence : read(text)]).toEqual([404, sentence])
    expect(text).toContain('<html lang="en" dir="ltr"')
    expect((await open(the, address, 'ar')).text).toContain('<html lang="ar" dir="rtl"')
  })

  test.each(['/segments/999', '/documents/999/decisions', '/terms/999', '/segments/999/restore', '/documents/999/heading', '/nothing'])(
    'sending something to %s is answered so too',
    async (address) => {
      expect((await send(the, address, { version: 1, number: 1, target: '', state: 'retired', title: 'x' })).status).toBe(404)
    },
  )

  test.each([
    ['post', '/documents/1', 'GET, HEAD'],
    ['post', '/terms/new', 'GET, HEAD'],
    ['get', '/terms/1/mends', 'POST'],
    ['delete', '/terms/1', 'GET, HEAD, POST'],
    ['put', '/segments/1', 'GET, HEAD, POST'],
  ] as const)('%s %s is no way to ask for what is there, and the answer says which are', async (method, address, allowed) => {
    const { status, headers, text } = await request(the.app)[method](address).set('Accept', 'text/html')
    expect([status, headers.allow]).toEqual([405, allowed])
    expect(read(text)).toContain(`${address} cannot be asked for in this way (${method.toUpperCase()}).`)
    expect((await request(the.app).options(address)).headers.allow).toBe(allowed)
  })

  test('is told to a program as problem+json', async () => {
    const { status, headers, body } = await request(the.app).get('/documents/999').set('Accept', 'application/json')
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8'])
    expect(body).toMatchObject({
      type: 'about:blank',
      status: 404,
      title: 'document.missing',
      detail: 'There is no document 999.',
      id: 999,
    })
  })

  test('is told to the page’s script as the sentence alone', async () => {
    const { status, headers, text } = await open(the, '/segments/999').set('X-Part', 'row')
    expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8'])
    expect(text).not.toContain('<')
  })
})

describe('what arrives damaged is answered in a sentence', () => {
  test.each(['/documents/%E0%A4%A', '/%', '/documents/1/export/%FF', '/assets/%E0%A4%A', '/terms/%C0%80', '/segments/%'])(
    'the address %s',
    async (address) => {
      const { status, text } = await open(the, address)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(text).toContain('<html lang="en"')
    },
  )

  test.each(['/terms?search=%E0%A4%A', '/documents/1?at=%', '/terms/new?source=%FF&back=%'])('the query of %s', async (address) => {
    expect((await open(the, address)).status).toBeLessThan(500)
  })

  test.each([
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', 'not its form'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\ncut off'],
    ['multipart/form-data; boundary=x', '--x\r\nbroken header\r\n\r\n\r\n--x--'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="other"; filename="a.txt"\r\n\r\nx\r\n--x--'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--x--'],
    ['application/json', '{"text":"x"}'],
    ['text/plain', 'x'],
  ])('a form of type %s: %j', async (type, body) => {
    for (const address of ['/documents/preview', '/documents', '/terms/import']) {
      const { status, text } = await request(the.app).post(address).set('Content-Type', type).set('Accept', 'text/html').send(body)
      expect([address, status]).toEqual([address, 422])
      expect(text).toContain('class="problem"')
    }
  })

  test.each([
    ['application/x-www-form-urlencoded', '%E0%A4%A=%&=&&a[b]=c&__proto__=x&constructor=y'],
    ['application/x-www-form-urlencoded; charset=klingon', 'version=1'],
    ['application/json', '{'],
  ])('a row of type %s: %s', async (type, body) => {
    const { status, text } = await request(the.app).post('/segments/1').set('Content-Type', type).set('Accept', 'text/html').send(body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(text).toContain('class="problem"')
  })

  test('a form larger than a form can be', async () => {
    const { status, text } = await send(the, '/segments/1', { version: 1, target: 'x'.repeat(3_000_000) })
    expect(status).toBe(422)
    expect(read(text)).toContain('larger than 2 MB')
    expect(await segmentAt(the, 1)).toMatchObject({ target: '' })
  })

  test('a form of a thousand fields too many', async () => {
    const fields = Array.from({ length: 1500 }, (_, n) => `a${n}=1`).join('&')
    const { status } = await request(the.app).post('/segments/1').type('form').send(`version=1&${fields}`)
    expect(status).toBe(422)
  })

  test('a connection cut in the middle of an upload stops nothing', async () => {
    const server = createServer(the.app).listen(0, '127.0.0.1')
    await new Promise((listening) => server.once('listening', listening))
    const { port } = server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    socket.write(
      `POST /documents/preview HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc`,
    )
    await new Promise((sent) => socket.once('connect', () => socket.write('more', sent)))
    const gone = new Promise((closed) => server.once('connection', closed).getConnections(closed))
    socket.destroy()
    await gone
    expect((await fetch(`http://localhost:${port}/documents`)).status).toBe(200)
    await new Promise((closed) => server.close(closed))
  })
})

test('an error of our own is shown without detail', async () => {
  const { status, text } = await open({ app: (await atDesk()).app }, '/documents/1')
  expect(status).toBe(200)
  expect(text).not.toContain('Error')
  const closed = await atDesk()
  const failing = { ...closed.store, documents: { ...closed.store.documents, record: () => Promise.reject(new Error('secret detail')) } }
  const { createApp } = await import('../../src/web/app.ts')
  const answer = await open({ app: createApp(failing, closed.desk) }, '/documents/1')
  expect(answer.status).toBe(500)
  expect(read(answer.text)).toContain('Something went wrong on our side')
  expect(answer.text).not.toMatch(/secret|at .*\.ts/)
})
