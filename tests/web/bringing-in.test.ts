import { beforeEach, describe, expect, test } from 'vitest'
import { heading } from '../support/cast.ts'
import { type AtDesk, atDesk, buttons, fieldOf, open, read, upload } from './desk.ts'

let the: AtDesk

beforeEach(async () => {
  the = await atDesk()
})

const none = { title: '', outlet: '', author: '', date: '', address: '' }
const preview = (form: Record<string, string>, file?: [Buffer, string]) =>
  upload(the, '/documents/preview', { ...none, unit: 'paragraph', ...form }, file)

/** What the preview's form would send on, whichever of its buttons is pressed. */
function formOf(html: string): Record<string, string> {
  const names = ['raw', 'shown', 'kept', 'text', 'title', 'outlet', 'author', 'date', 'address']
  const unit = /name="unit" value="(\w+)" checked/.exec(html)?.[1] ?? ''
  return { unit, ...Object.fromEntries(names.map((name) => [name, asSent(fieldOf(html, name) ?? '')])) }
}

/** A browser sends every line end as CR LF. */
const asSent = (text: string) => text.replace(/\r\n?|\n/g, '\r\n')

const lines = (html: string) => fieldOf(html, 'text')!.split('\n')
const documents = () => the.store.documents.list(the.desk.id)

async function stored(html: string) {
  const { status, headers, text } = await upload(the, '/documents', formOf(html))
  expect([status, text]).toMatchObject([303, expect.anything()])
  const id = Number(/\/documents\/(\d+)\?at=1$/.exec(headers.location!)![1])
  return { document: (await the.store.documents.get(id))!, segments: await the.store.segments.page(id, 0, 1000) }
}

/** As from another newspaper: curly quotes, tashkeel, hidden marks, Latin words, signs of HTML. */
const article = [
  'قالَ “المتحدّث”: لن نعود.\u200f ثم أضاف (أ.ف.ب.) أنَّ iPhone 15 <b>&amp; "جديد".',
  '',
  '  مــحـمـد\u00a0الشياع… هل يصلُ الوفد؟ نعم.',
]

describe('the preview of a pasted text', () => {
  test('shows the paragraphs and stores nothing', async () => {
    const before = await documents()
    const { status, text } = await preview({ text: article.join('\n') })
    expect(status).toBe(200)
    expect(lines(text)).toEqual([article[0], article[2]])
    expect(read(text)).toContain('2 paragraphs. Nothing is stored yet')
    expect(await documents()).toEqual(before)
  })

  test('stores the text unharmed, and the raw paste with it', async () => {
    const { text } = await preview({ text: asSent(article.join('\n')), ...heading })
    const { document, segments } = await stored(text)
    expect(segments.map(({ source }) => source)).toEqual([article[0], article[2]])
    expect(document).toMatchObject({ ...heading, unit: 'paragraph', raw: asSent(article.join('\n')) })
  })

  test('tells of characters that nobody sees, and warns of those that turn the direction', async () => {
    const { text } = await preview({ text: article.join('\n') })
    expect(read(text)).toMatch(/cannot be seen.* 1 direction mark \( ?U\+200F ?\).* 4 tatweels \( ?U\+0640 ?\).* 1 no-break space/)
    expect(read((await preview({ text: 'نص \u202eمقلوب' })).text)).toContain('turn the direction of writing around')
  })

  test('joins a paragraph with the one above it', async () => {
    const { text } = await preview({ text: 'واحد\nاثنان\nثلاثة' })
    expect(buttons(text, 'join')).toEqual(['2', '3'])
    const joined = (await preview({ ...formOf(text), join: '2' })).text
    expect(lines(joined)).toEqual(['واحد اثنان', 'ثلاثة'])
    expect(lines((await preview({ ...formOf(joined), join: '2' })).text)).toEqual(['واحد اثنان ثلاثة'])
  })

  test('splits a paragraph between its sentences', async () => {
    const { text } = await preview({ text: 'أول\nواحد. اثنان! ثلاثة' })
    const places = buttons(text, 'split')
    expect(places).toHaveLength(2)
    const split = (await preview({ ...formOf(text), split: places[1]! })).text
    expect(lines(split).map((line) => line.trim())).toEqual(['أول', 'واحد. اثنان!', 'ثلاثة'])
    const again = (await preview({ ...formOf(split), split: buttons(split, 'split')[0]! })).text
    expect(lines(again).map((line) => line.trim())).toEqual(['أول', 'واحد.', 'اثنان!', 'ثلاثة'])
    const whole = (await preview({ ...formOf(again), join: '3' })).text
    expect(lines(whole).map((line) => line.trim())).toEqual(['أول', 'واحد. اثنان!', 'ثلاثة'])
  })

  test('joins lines that a PDF has broken, and keeps the raw text as it came', async () => {
    const broken = [
      'أعلنت وزارة الداخلية العراقية مساء اليوم الثلاثاء أن قوات الأمن',
      'ألقت القبض على خمسة أشخاص يشتبه في أنهم شاركوا في الهجوم على',
      'القاعدة العسكرية غربي البلاد.',
      '',
      'وقال المتحدث باسم الوزارة في مؤتمر صحفي عقده في بغداد إن التحقيق',
      'لا يزال جارياً وإن النتائج ستعلن خلال الأيام القليلة المقبلة.',
    ]
    const { text } = await preview({ text: broken.join('\n') })
    expect(read(text)).toContain('as if a PDF had broken them')
    const joined = (await preview({ ...formOf(text), unwrap: '1' })).text
    expect(lines(joined)).toEqual([broken.slice(0, 3).join(' '), broken.slice(4).join(' ')])
    const { document } = await stored(joined)
    expect(document.raw).toBe(broken.join('\n'))
  })

  test('takes the text as edited by hand', async () => {
    const { text } = await preview({ text: 'واحد\nاثنان' })
    const edited = (await preview({ ...formOf(text), text: 'واحد وأكثر\r\n\r\nاثنان\r\nثلاثة' })).text
    expect(lines(edited)).toEqual(['واحد وأكثر', 'اثنان', 'ثلاثة'])
    expect((await stored(edited)).document.raw).toBe('واحد\nاثنان')
  })

  test('keeps the heading and the unit through every step', async () => {
    const { text } = await preview({ text: 'واحد. اثنان!\nثلاثة', ...heading, title: 'عنوان "غريب" & <b>', unit: 'sentence' })
    const joined = (await preview({ ...formOf(text), join: '2' })).text
    const { document, segments } = await stored(joined)
    expect(document).toMatchObject({ ...heading, title: 'عنوان "غريب" & <b>', unit: 'sentence' })
    expect(segments.map(({ source }) => source.trim())).toEqual(['واحد.', 'اثنان!', 'ثلاثة'])
  })

  test.each([{ join: '1' }, { join: '99' }, { split: '0:0' }, { split: '9:9' }, { split: '0:999' }])(
    'asked for a place that is not there (%j) changes nothing',
    async (wanted) => {
      const { text } = await preview({ text: 'واحد\nاثنان' })
      expect(lines((await preview({ ...formOf(text), ...wanted })).text)).toEqual(['واحد', 'اثنان'])
    },
  )

  test('of a long text shows its beginning, and all of it to edit', async () => {
    const many = Array.from({ length: 400 }, (_, n) => `الفقرة ${n + 1}.`)
    const { text } = await preview({ text: many.join('\n') })
    expect(lines(text)).toEqual(many)
    expect(read(text)).toContain('250 more paragraphs are in the text below')
    expect((await stored(text)).segments).toHaveLength(400)
  })
})

test('from the preview one comes back to the form with all that was pasted and typed', async () => {
  const first = await preview({ ...heading, text: asSent(article.join('\n')), unit: 'sentence' })
  const { status, text } = await upload(the, '/documents/preview', { ...formOf(first.text), again: 'yes' })
  expect([status, fieldOf(text, 'text')]).toEqual([200, asSent(article.join('\n'))])
  expect([fieldOf(text, 'outlet'), /value="sentence" checked/.test(text)]).toEqual([heading.outlet, true])
})

describe('the form one comes back to from the preview', () => {
  const back = async (form: Record<string, string>) => (await preview({ ...form, again: 'yes' })).text

  test('holds every join and every edit, and the raw paste is still what is kept', async () => {
    const { text } = await preview({ text: 'واحد\n\nاثنان\nثلاثة' })
    const joined = (await preview({ ...formOf(text), join: '2' })).text
    const form = await back(formOf(joined))
    expect(lines(form)).toEqual(['واحد اثنان', 'ثلاثة'])
    const { document, segments } = await stored((await preview({ ...formOf(form), ...heading })).text)
    expect(segments.map(({ source }) => source)).toEqual(['واحد اثنان', 'ثلاثة'])
    expect(document).toMatchObject({ ...heading, raw: 'واحد\n\nاثنان\nثلاثة' })
  })

  test('takes another text for another paste', async () => {
    const form = await back(formOf((await preview({ text: 'واحد\nاثنان' })).text))
    const { document } = await stored((await preview({ ...formOf(form), text: 'خبر آخر' })).text)
    expect(document.raw).toBe('خبر آخر')
  })

  test('refused, still has everything', async () => {
    const edited = formOf((await preview({ ...formOf((await preview({ text: 'واحد\nاثنان' })).text), join: '2' })).text)
    const form = formOf(await back(edited))
    const { status, text } = await preview(form, [Buffer.from('نص'), 'مقال.txt'])
    expect([status, formOf(text)]).toEqual([422, form])
  })
})

test.each([{ join: '2' }, { split: '0:5' }])(
  'pressed after an edit by hand (%j) the numbers mean nothing: the edited paragraphs are shown first',
  async (pressed) => {
    const { text } = await preview({ text: 'واحد. وأكثر\nاثنان\nثلاثة' })
    const edited = (await preview({ ...formOf(text), text: 'صفر\r\nواحد. وأكثر\r\nاثنان\r\nثلاثة', ...pressed })).text
    expect(lines(edited)).toEqual(['صفر', 'واحد. وأكثر', 'اثنان', 'ثلاثة'])
    expect(read(edited)).toContain('Nothing is joined or split yet')
    const joined = (await preview({ ...formOf(edited), join: '2' })).text
    expect(lines(joined)).toEqual(['صفر واحد. وأكثر', 'اثنان', 'ثلاثة'])
    expect(read(joined)).not.toContain('Nothing is joined or split yet')
  },
)

describe('an uploaded file', () => {
  const cp1256: Record<string, number> = {
    ا: 0xc7,
    ل: 0xe1,
    ج: 0xcc,
    ي: 0xed,
    ش: 0xd4,
    ق: 0xde,
    ب: 0xc8,
    غ: 0xdb,
    د: 0xcf,
    ن: 0xe4,
    ' ': 0x20,
    '.': 0x2e,
  }
  const windows = (text: string) => Buffer.from([...text].map((char) => cp1256[char]!))

  test.each([
    ['UTF-8', Buffer.from(article.join('\n'))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${article.join('\n')}`)],
    ['UTF-16', Buffer.from(`\uFEFF${article.join('\n')}`, 'utf16le')],
  ])('in %s is read', async (_encoding, bytes) => {
    const { text } = await preview({}, [bytes, 'مقال.txt'])
    expect(lines(text)).toEqual([article[0], article[2]])
  })

  test('in Windows-1256 is read', async () => {
    const { text } = await preview({}, [windows('قال الجيش. بغداد.'), 'article.txt'])
    expect(lines(text)).toEqual(['قال الجيش. بغداد.'])
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), 'صورة.png', 'صورة.png is not a text file'],
    ['an empty one', Buffer.from('  \n '), 'فارغ.txt', 'فارغ.txt is empty'],
    ['one of 20 MB', Buffer.alloc(20 * 1024 * 1024, 'a '), 'كبير.txt', 'larger than 10 MB'],
    ['one in an unknown encoding', Buffer.from([0xff, 0x41, 0xe9, 0x80, 0x81, 0x41]), 'غريب.txt', 'غريب.txt is neither UTF-8'],
  ])('that is %s is refused in a sentence, and what was typed is still there', async (_what, bytes, name, sentence) => {
    const typed = { ...heading, title: 'ما كُتب <هنا>' }
    const { status, text } = await preview(typed, [bytes, name])
    expect(status).toBe(422)
    expect(read(text)).toContain(sentence)
    for (const [field, value] of Object.entries(typed)) expect(fieldOf(text, field)).toBe(value)
  })

  test('beside a pasted text is not taken in its place: which of them is meant is asked, and the text is still there', async () => {
    const both = (text: string) => preview({ ...heading, text }, [Buffer.from('قال الجيش.'), 'مقال.txt'])
    const { status, text } = await both('ما لُصق')
    expect([status, read(text)]).toEqual([422, expect.stringContaining('Both مقال.txt and pasted text came with the form.')])
    expect([fieldOf(text, 'text'), fieldOf(text, 'outlet')]).toEqual(['ما لُصق', heading.outlet])
    expect(lines((await both(' \r\n')).text)).toEqual(['قال الجيش.'])
  })

  test('goes on to be stored as it came', async () => {
    const { text } = await preview({}, [Buffer.from(article.join('\n')), 'a.txt'])
    const { document } = await stored(text)
    expect(document.raw).toBe(article.join('\n'))
  })
})

describe('a text that cannot be taken in', () => {
  test.each(['', ' \r\n \u00a0 \r\n'])('because it is empty (%j) is refused in a sentence', async (pasted) => {
    const { status, text } = await preview({ ...heading, text: pasted })
    expect([status, read(text).includes('There is no text here')]).toEqual([422, true])
    for (const [field, value] of Object.entries(heading)) expect(fieldOf(text, field)).toBe(value)
  })

  test('because it is too long is refused with its limit, and is still there', async () => {
    const { status, text } = await preview({ ...heading, text: `${'كلمة '.repeat(1_700_000)}` })
    expect(status).toBe(422)
    expect(read(text.slice(0, 6000))).toContain('The text has 8,500,000 characters; up to 8,000,000 fit')
    expect(text.length).toBeGreaterThan(8_500_000)
    expect(fieldOf(text, 'title')).toBe(heading.title)
  })

  test.each([
    [{ date: 'أمس' }, '“أمس” is not a date'],
    [{ address: 'ftp://x' }, '“ftp://x” is not a web address'],
    [{ text: 'ا'.repeat(20_001) }, 'Paragraph 1 has 20,001 characters'],
    [{ text: ' ' }, 'There is no text here'],
  ])('for %j is refused when it is to be stored, and everything is still there', async (change, sentence) => {
    const form = { ...heading, unit: 'sentence', text: 'واحد', raw: '"واحد"', ...change }
    const before = await documents()
    const { status, text } = await upload(the, '/documents', form)
    expect([status, read(text).includes(sentence)]).toEqual([422, true])
    expect(formOf(text)).toMatchObject({ ...form, text: form.text.trim() })
    expect(await documents()).toEqual(before)
  })

  test.each([
    [{ date: 'أمس' }, '“أمس” is not a date'],
    [{ address: 'nahar.example' }, '“nahar.example” is not a web address'],
  ])('for %j says so at the preview already, with the text and the heading there to be mended', async (change, sentence) => {
    const typed = { ...heading, title: 'ما كُتب <هنا>', ...change }
    const { text } = await preview(typed, [Buffer.from('واحد\nاثنان'), 'مقال.txt'])
    expect(read(text)).toContain(sentence)
    expect(text).toMatch(/<input(?![^>]*type="hidden")[^>]*name="address"/)
    expect([lines(text), formOf(text)]).toMatchObject([['واحد', 'اثنان'], typed])
    const mended = (await preview({ ...formOf(text), date: heading.date, address: heading.address })).text
    expect(mended).toMatch(/<input type="hidden" name="address"/)
    expect((await stored(mended)).document).toMatchObject({ ...heading, title: typed.title })
  })

  test('because all of it was taken out at the preview is said there', async () => {
    expect(read((await preview({ ...none, text: ' ', raw: '"واحد"' })).text)).toContain('There is no text here')
  })

  test('leaves a heading that was refused open to be mended', async () => {
    const { text } = await upload(the, '/documents', { ...heading, unit: 'paragraph', text: 'واحد', raw: '"واحد"', date: 'أمس' })
    expect(text).toMatch(/<input(?![^>]*type="hidden")[^>]*name="date"/)
  })
})

test('a document without a title is named by its beginning', async () => {
  const { text } = await preview({ text: 'هجوم على القاعدة\nالتفاصيل' })
  expect((await stored(text)).document.title).toBe('هجوم على القاعدة')
  expect(read((await open(the, '/documents')).text)).toContain('هجوم على القاعدة')
})

test('the address of the preview, asked for by itself, leads to the form', async () => {
  const { status, headers } = await open(the, '/documents/preview')
  expect([status, headers.location]).toEqual([303, '/documents/new'])
})
