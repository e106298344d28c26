import { zipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { addTerm } from '../../src/actions/add-term.ts'
import { changeTerm } from '../../src/actions/change-term.ts'
import { knownTerm } from '../../src/actions/known.ts'
import { draftOf } from '../../src/core/glossary/decide/conflict.ts'
import { termFileKinds, writeTerms } from '../../src/formats/terms-file.ts'
import { entry, karim, salma, setState } from '../support/cast.ts'
import { type AtDesk, atDesk, fieldOf, open, read, send, upload } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
})

const terms = () => the.store.terms.all(the.desk.id)
const step = (form: Record<string, string>, file?: [Buffer, string]) => upload(the, '/terms/import', form, file)
const csv = 'source,target,kind\nالمدينة,city,noun\nالجيش,military,noun\nletters,x,noun\nالمدينة,city,noun\n'

/** The fields that a page of a step would send on, but for what a person chooses on it. */
function carried(html: string): Record<string, string> {
  const fields = ['fileName', 'data', 'seen', 'name', 'split'].map((name) => [name, fieldOf(html, name)])
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Record<string, string>
}

/** The response of a file, as bytes. */
async function downloaded(address: string): Promise<Buffer> {
  const { body } = await open(the, address)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => done(null, Buffer.concat(pieces)))
    })
  return body as Buffer
}

describe('a glossary that comes in', () => {
  test.each([
    ['en', '1 entry is new. 1 does not agree with the glossary. 1 is told twice. 1 row cannot be read as it is.'],
    ['ar', 'مدخل جديد واحد. وواحد يخالف المسرد. وواحد مكرر. وصف واحد لا يُقرأ كما هو.'],
  ])('is looked at first, and what is in it is counted (%s)', async (language, counts) => {
    const { status, text } = await step({ text: csv }).set('Cookie', `language=${language}`)
    expect([status, read(text)]).toEqual([200, expect.stringContaining(counts)])
    expect(await terms()).toHaveLength(3)
  })

  test('names what cannot be read, and what is told twice, by the row', async () => {
    const { text } = await step({ text: csv })
    expect(read(text)).toContain('Row 4 “letters” has no Arabic letter')
    expect(read(text)).toContain('Row 5 “المدينة” with “city” stands in row 2 already')
  })

  test.each([
    ['en', 'Row 3 Note “dup later” differs from row 2, whose “new” counts.', '0 rows|cannot be read'],
    ['ar', 'ملاحظة: «dup later» يخالف ما في الصف 2، والعبرة بما فيه: «new».', 'لا يُقرأ'],
  ])('says which row counts where two say different things of one entry (%s)', async (language, told, unread) => {
    const text = 'source,target,standing,note\nالمدينة,city,preferred,new\nالمدينة,town,allowed,dup later\n'
    const page = read((await step({ text }).set('Cookie', `language=${language}`)).text)
    expect(page).toContain(told)
    expect(page).not.toMatch(new RegExp(unread))
  })

  test.each([
    ['en', 'Row 2 المدينة has more than one preferred rendering: “city” is the one offered, and texts with “town · burg” are right, too.'],
    ['ar', 'للمدخل المدينة أكثر من مقابل مفضَّل: يُعرض «city»، والنص الذي فيه «town · burg» صحيح أيضاً.'],
  ])('says which of several preferred renderings is offered, unless the glossary has them so (%s)', async (language, told) => {
    const text = 'source,target,standing\nالمدينة,city,preferred\nالمدينة,town,preferred\nالمدينة,burg,preferred\n'
    const first = await step({ text }).set('Cookie', `language=${language}`)
    expect(read(first.text)).toContain(told)
    await step({ ...carried(first.text), do: 'import' })
    expect(read((await step({ text }).set('Cookie', `language=${language}`)).text)).not.toContain(told)
  })

  test.each([
    ['en', 'In 1 row a cell holds several values', 'Leave cells whole'],
    ['ar', 'في صف واحد خلية فيها أكثر من قيمة', 'اترك الخلايا كما هي'],
  ])('with several values in a cell offers to split them, and splits them only then (%s)', async (language, said, whole) => {
    const sent = (form: Record<string, string>) => step(form).set('Cookie', `language=${language}`)
    const first = (await sent({ text: 'source,target\nالمجلس الثوري؛ مجلس الثورة,Revolutionary Council; RC\n' })).text
    expect(read(first)).toContain(said)
    expect(read(first)).toContain('Revolutionary Council; RC')
    const split = (await sent({ ...carried(first), do: 'split' })).text
    expect(read(split)).toContain(whole)
    expect(read(split)).toContain('Revolutionary Council · RC المجلس الثوري · مجلس الثورة')
    const columns = (await sent({ ...carried(split), do: 'columns' })).text
    expect(fieldOf(columns, 'split')).toBe('yes')
    expect(read((await sent({ ...carried(split), do: 'whole' })).text)).toContain(said)
    await sent({ ...carried(split), do: 'import' })
    expect((await terms()).at(-1)).toMatchObject({
      spellings: ['المجلس الثوري', 'مجلس الثورة'],
      renderings: [
        { text: 'Revolutionary Council', standing: 'preferred' },
        { text: 'RC', standing: 'allowed' },
      ],
    })
  })

  test('names a column as its reader calls it', async () => {
    const { text } = await step({ text: 'source,target,strength\nالمدينة,city,loud\n' }).set('Cookie', 'language=ar')
    expect(read(text)).toContain('القوة')
    expect(read(text)).not.toContain('strength')
  })

  test('shows ours and theirs side by side, only in what differs', async () => {
    const { text } = await step({ text: csv })
    expect(read(text)).toMatch(/الجيش Row 3 .* preferred Glossary army File military/)
    expect(read(text)).not.toMatch(/Strength Glossary/)
  })

  test('shows what follows from another name in the file, with which the former one leaves the mentions', async () => {
    const draft = { ...draftOf(the.forces), firstMention: 'Popular Mobilization Forces (PMF)', laterMention: 'PMF' }
    await changeTerm(the.store, { termId: the.forces.id, version: 1, draft }, salma())
    const { text } = await step({ text: 'source,target,standing\nالحشد الشعبي,Popular Mobilization Units,preferred\n' })
    expect(read(text)).toMatch(/First mention Glossary Popular Mobilization Forces \(PMF\) File — .*Later mentions? Glossary PMF File —/)
  })

  test('is imported as one batch of the name it was given, which says what it did', async () => {
    const { text } = await step({ text: csv })
    expect(fieldOf(text, 'name')).toMatch(/^Import of pasted rows, /)
    const done = await step({ ...carried(text), do: 'import', name: 'From Karim', all: 'take' })
    expect([done.status, done.headers.location]).toEqual([303, '/terms/batches/1'])
    expect(read((await open(the, '/terms/batches/1')).text)).toMatch(
      /From Karim 1 added · 1 changed .* Changed الجيش .*army.*military.* Added city المدينة/,
    )
    expect(read((await open(the, '/terms/batches')).text)).toMatch(/From Karim سلمى · .* · 1 added · 1 changed/)
    expect(await terms()).toHaveLength(4)
  })

  test('is listed afterwards by what may be written, whatever to avoid stands before it', async () => {
    const { text } = await step({ text: 'source,target,standing\nالمدينة,town,avoid\nالمدينة,city,allowed\n' })
    await step({ ...carried(text), do: 'import' })
    expect(read((await open(the, '/terms/batches/1')).text)).toMatch(/Added city المدينة/)
  })

  test('a choice for one entry goes before the choice for all', async () => {
    const { text } = await step({ text: csv })
    await step({ ...carried(text), do: 'import', all: 'take', [`choice-${the.army.id}`]: 'merge' })
    const { renderings } = await knownTerm(the.store, the.army.id)
    expect(renderings.map((one) => [one.text, one.standing])).toEqual([
      ['army', 'preferred'],
      ['military', 'allowed'],
    ])
  })

  test('the same file twice adds nothing and says so', async () => {
    const { text } = await step({ text: 'source,target\nالمدينة,city' })
    await step({ ...carried(text), do: 'import' })
    const again = await step({ text: 'source,target\nالمدينة,city' })
    expect(read(again.text)).toContain('Everything in it is in the glossary already: there is nothing to add.')
    expect(again.text).not.toContain('value="import"')
    const forced = await step({ ...carried(again.text), do: 'import' })
    expect([forced.status, read(forced.text).includes('Nothing was changed')]).toEqual([200, true])
    expect([await terms(), await the.store.batches.list(the.desk.id, 9)]).toEqual([
      expect.objectContaining({ length: 4 }),
      [expect.anything()],
    ])
  })

  test('choices made on a glossary that was changed since are not carried out, and are still in the page', async () => {
    const { text } = await step({ text: csv })
    await addTerm(the.store, the.desk.id, entry('السلام', 'peace'), karim())
    const refused = await step({ ...carried(text), do: 'import', all: 'merge', [`choice-${the.army.id}`]: 'take', name: 'Mine' })
    expect([refused.status, read(refused.text)]).toEqual([409, expect.stringContaining('The glossary was changed while you were choosing')])
    expect(refused.text).toMatch(/<option value="merge" selected>/)
    expect(refused.text).toMatch(/<option value="take" selected>/)
    expect(fieldOf(refused.text, 'name')).toBe('Mine')
    expect((await step({ ...carried(refused.text), do: 'import', all: 'take' })).status).toBe(303)
  })

  test.each([
    [{ text: '' }, undefined, 'There is nothing here yet'],
    [{ text: 'word' }, undefined, 'There is no column “Arabic”'],
    [{ text: 'source,target\n"open,x' }, undefined, 'cannot be read from row'],
    [{ text: '' }, [Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'g.xlsx'], 'g.xlsx is damaged or locked'],
    [{ text: '' }, [Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(70 * 1024 * 1024) })), 'bomb.xlsx'], 'once unpacked'],
    [
      { text: '' },
      [Buffer.from('<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>'), 'x.tbx'],
      'declarations of its own',
    ],
    [{ text: 'kept' }, [Buffer.from(csv), 'g.csv'], 'Both g.csv and pasted text came with the form'],
    [{ text: '' }, [Buffer.from('%PDF-1.7 …'), 'g.pdf'], 'is no glossary that can be read'],
    [{ text: 'kept' }, [Buffer.alloc(11 * 1024 * 1024, 'a,b\n'), 'g.csv'], 'larger than 10 MB'],
  ] as const)('that cannot be read (%j) is refused in a sentence, and what was pasted is still there', async (fields, file, sentence) => {
    const { status, text } = await step(fields, file && [...file])
    expect([status, read(text)]).toEqual([422, expect.stringContaining(sentence)])
    expect(fieldOf(text, 'text')).toBe(fields.text)
  })

  test('ten megabytes of commas are answered', async () => {
    expect((await step({ text: '' }, [Buffer.alloc(10 * 1024 * 1024, ','), 'commas.csv'])).status).toBe(422)
  })

  test('what was sent on damaged is refused in a sentence', async () => {
    expect((await step({ data: '%%%', fileName: 'x.xlsx', do: 'import' })).status).toBe(422)
    expect((await step({ text: csv, do: 'burn' })).status).toBe(422)
  })
})

describe('a long list', () => {
  const words = Array.from({ length: 250 }, (_, n) => `كلمة ${String.fromCharCode(0x628 + (n % 8))}${'ا'.repeat(n % 100)}${n}`)
  const file = ['source,target', ...words.map((word, n) => `${word},word ${n}`)].join('\n')

  test('of conflicts is shown page by page, and what was chosen on one of them is carried out from another', async () => {
    await the.store.terms.addAll(
      the.desk.id,
      words.map((word, n) => entry(word, `old ${n}`)),
      karim(),
    )
    const { text } = await step({ text: file })
    expect(read(text)).toMatch(/250 do not agree .*Page 1 of 2/)
    expect(text).not.toContain('>word 249<')
    const choices = { all: 'keep', [`choice-${4}`]: 'take' }
    const second = await step({ ...carried(text), ...choices, turn: 'conflicts 2' })
    expect(second.text).toContain('>word 249<')
    expect(fieldOf(second.text, 'choice-4')).toBe('take')
    const last = await the.store.terms.withSpellings(the.desk.id, [words[249]!])
    await step({ ...carried(second.text), all: 'keep', 'choice-4': 'take', [`choice-${last[0]!.id}`]: 'take', do: 'import' })
    const changed = (await terms()).filter(({ version }) => version > 1)
    expect(changed.map(({ renderings }) => renderings[0]!.text)).toEqual(['word 0', 'word 249'])
  })

  test('of what was added is shown page by page', async () => {
    const { text } = await step({ text: file })
    await step({ ...carried(text), do: 'import' })
    expect(read((await open(the, '/terms/batches/1')).text)).toMatch(/250 added .*word 99 .*Page 1 of 3/)
    expect(read((await open(the, '/terms/batches/1?added=3')).text)).toMatch(/word 249 .*Page 3 of 3/)
    expect((await open(the, '/terms/batches/1?added=99&changed=x')).status).toBe(200)
  })
})

describe('the columns of a table', () => {
  const table = 'المصطلح,Our word,Remarks\nالمدينة,city,of stone\nالهدوء,calm,\n'

  test.each([
    ['en', 'Which column holds what?'],
    ['ar', 'ماذا في كل عمود؟'],
  ])('are asked for where the headings do not say it, with a guess and the first rows (%s)', async (language, title) => {
    const { text } = await step({ text: table }).set('Cookie', `language=${language}`)
    expect(read(text)).toContain(title)
    expect([...text.matchAll(/<option value="(\w+)" selected>/g)].map((match) => match[1])).toEqual(['source', 'target'])
    expect(read(text)).toContain('of stone')
    expect(fieldOf(text, 'firstRow')).toBe('2')
  })

  test('are not asked for where the headings say it, and can be changed', async () => {
    const { text } = await step({ text: 'source,target,Remarks\nالمدينة,city,of stone\n' })
    expect(read(text)).toContain('1 entry is new')
    expect(read(text)).toContain('Not used: Remarks')
    const columns = await step({ ...carried(text), do: 'columns' })
    expect(read(columns.text)).toContain('Which column holds what?')
  })

  test('once said go with the file to its import', async () => {
    const { text } = await step({ text: table })
    const body = Buffer.from(
      ['source', 'target', 'note'].map((column) => `--x\r\nContent-Disposition: form-data; name="column"\r\n\r\n${column}\r\n`).join('') +
        Object.entries({ ...carried(text), firstRow: '3', do: 'preview' })
          .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
          .join('') +
        '--x--\r\n',
    )
    const preview = await upload(the, '/terms/import', {}).type('multipart/form-data; boundary=x').send(body)
    expect(read(preview.text)).toContain('1 entry is new')
    expect([...preview.text.matchAll(/name="column" value="(\w*)"/g)].map((match) => match[1])).toEqual(['source', 'target', 'note'])
    expect(fieldOf(preview.text, 'firstRow')).toBe('3')
  })

  test.each([
    [['source', 'note'], 'choose both'],
    [['source', 'source'], 'Two columns are taken for “Arabic”'],
  ])('said to be %j are asked for once more', async (column, sentence) => {
    const sent = upload(the, '/terms/import', { text: table, do: 'preview', firstRow: '2' })
    for (const one of column) sent.field('column', one)
    const { status, text } = await sent
    expect([status, read(text)]).toEqual([422, expect.stringContaining(sentence)])
    expect(text).toContain('<option value="source" selected>')
  })
})

describe('an import', () => {
  const imported = async (all = 'take') => {
    const { text } = await step({ text: csv })
    await step({ ...carried(text), do: 'import', all, name: 'Mine' })
  }

  test.each([
    ['en', 'Taken back', 'سلمى took this import back'],
    ['ar', 'جرى التراجع عنه', 'جرى التراجع عن هذا الاستيراد (سلمى، '],
  ])('is taken back in one press (%s)', async (language, tag, sentence) => {
    const before = await terms()
    await imported()
    const { headers } = await send(the, '/terms/batches/1/undo', {})
    expect(headers.location).toBe('/terms/batches/1')
    const page = read((await open(the, headers.location!, language)).text)
    expect(page).toContain(tag)
    expect(page).toContain(sentence)
    expect((await terms()).map(({ spellings, renderings }) => ({ spellings, renderings }))).toEqual(
      before.map(({ spellings, renderings }) => ({ spellings, renderings })),
    )
    expect((await send(the, '/terms/batches/1/undo', {})).status).toBe(409)
    expect((await open(the, '/terms/batches')).text).not.toContain('/terms/batches/1/undo')
  })

  test('names what was changed since and left alone', async () => {
    await imported()
    const army = await knownTerm(the.store, the.army.id)
    await setState(the.store, army.id, 'proposed', karim(50))
    await send(the, '/terms/batches/1/undo', {})
    expect(read((await open(the, '/terms/batches/1')).text)).toMatch(/left alone .* military الجيش/)
  })

  test('that there is not, or that is no import, is no page', async () => {
    await the.store.batches.add({ deskId: the.desk.id, kind: 'term-change', name: 'x' }, salma())
    for (const id of [1, 7]) expect((await open(the, `/terms/batches/${id}`)).status).toBe(404)
    expect((await send(the, '/terms/batches/1/undo', {})).status).toBe(404)
  })
})

describe('a glossary that goes out', () => {
  test.each(termFileKinds)('as %s comes in again through the pages, into an empty desk, without loss', async (kind) => {
    await addTerm(the.store, the.desk.id, entry('=كلمة', '+word', { note: '@sum "quoted", and\nmore', plurals: ['كلمات'] }), salma())
    await setState(the.store, the.base.id, 'retired')
    const bytes = await downloaded(`/glossary.${kind}?retired=yes`)
    expect(Buffer.from(writeTerms(await terms(), kind).bytes)).toEqual(bytes)
    const again = await step({ text: '' }, [bytes, `glossary.${kind}`])
    expect(read(again.text)).toContain('0 entries are new. 4 are in the glossary already.')

    the = await atDesk()
    for (const { id } of await terms()) await setState(the.store, id, 'retired')
    await the.store.terms.remove((await terms()).map(({ id }) => id))
    const { text } = await step({ text: '' }, [bytes, `مسرد.${kind}`])
    expect(fieldOf(text, 'name')).toMatch(/^Import of \u2068?مسرد\.\w+\u2069?, /)
    expect((await step({ ...carried(text), do: 'import' })).status).toBe(303)
    expect(await downloaded(`/glossary.${kind}?retired=yes`)).toEqual(bytes)
  })

  test('has the terms in use, and retired ones where that is asked for', async () => {
    await setState(the.store, the.base.id, 'retired')
    expect((await downloaded('/glossary.csv')).toString()).not.toContain('قاعدة')
    expect((await downloaded('/glossary.csv?retired=yes')).toString()).toContain('قاعدة')
  })

  test('is a file of its name and type', async () => {
    const { headers, text } = await open(the, '/glossary.csv')
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      'text/csv; charset=utf-8',
      'attachment; filename=glossary.csv',
    ])
    expect(text).toMatch(/^\uFEFF?source,target,/)
    expect((await open(the, '/glossary.tbx')).headers['content-type']).toBe('application/x-tbx+xml; charset=utf-8')
  })
})
