import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument, changeHeading } from '../../src/actions/add-document.ts'
import { bilingualOf } from '../../src/actions/bilingual-of.ts'
import { exportDocument, exportKinds } from '../../src/actions/export-document.ts'
import { firstDesk } from '../../src/actions/first-start.ts'
import { nameYourself } from '../../src/actions/name-yourself.ts'
import { saveSegment } from '../../src/actions/save-segment.ts'
import type { Unit } from '../../src/core/document.ts'
import { exportWords } from '../../src/i18n/export-words.ts'
import type { Store } from '../../src/store/store.ts'
import { broken, type Cast, cast, failingAt, heading, paragraphs, popularForces, right, salma, segmentAt } from '../support/cast.ts'
import { memoryStore } from '../support/store.ts'

let the: Cast

beforeEach(async () => {
  the = await cast()
})

const add = (texts: readonly string[], unit: Unit = 'paragraph', change = {}, store: Store = the.store) =>
  addDocument(store, { deskId: the.desk.id, heading: { ...heading, ...change }, unit, paragraphs: texts, raw: texts.join('\r\n') }, salma())

const segments = (documentId: number) => the.store.segments.page(documentId, 0, 100_000)

/** A paragraph from another newspaper: curly quotes, tashkeel, hidden marks, Latin words, figures, an abbreviation. */
const dressed = [
  '  قالَ  «المتحدّث»: “لن نعود”.\u200f ثم أضاف (أ.ف.ب.) أنَّ iPhone 15 بيع بـ3.5 ملايين!  ',
  'مــحـمـد\u00a0الشياع… هل يصلُ الوفد؟ نعم؛ مساءً. \u202bنص\u202c',
]

describe('adding a document', () => {
  test.each(['paragraph', 'sentence'] as const)('by %s gives the text back exactly', async (unit) => {
    const { id } = await add([...paragraphs, ...dressed], unit)
    const back: string[] = []
    for (const { paragraph, source } of await segments(id)) back[paragraph] = (back[paragraph] ?? '') + source
    expect(back).toEqual([...paragraphs, ...dressed])
  })

  test('by sentence cuts where sentences end, and numbers the segments without gaps', async () => {
    const { id } = await add(paragraphs, 'sentence')
    expect((await segments(id)).map(({ position, paragraph, source }) => [position, paragraph, source])).toEqual([
      [1, 0, paragraphs[0]],
      [2, 1, 'وصلت التعزيزات مساءً. '],
      [3, 1, 'ولم تقع إصابات!'],
      [4, 2, paragraphs[2]],
    ])
  })

  test('keeps the raw text and the heading', async () => {
    const { id } = await add(dressed, 'paragraph', { title: '  عنوان  ' })
    expect(await the.store.documents.get(id)).toMatchObject({ ...heading, title: 'عنوان', raw: dressed.join('\r\n'), addedBy: 'سلمى' })
  })

  test('without a title takes the beginning of the text', async () => {
    const { id } = await add(['واحد  اثنان ثلاثة'], 'paragraph', { title: ' ' })
    expect((await the.store.documents.get(id))?.title).toBe('واحد اثنان ثلاثة')
    const long = await add([Array.from({ length: 20 }, (_, n) => `كلمة${n}`).join(' ')], 'paragraph', { title: '' })
    expect(long.title.split(' ')).toHaveLength(15)
    expect(long.title).toMatch(/ …$/)
  })

  test('a title taken from a text without spaces is still a title', async () => {
    const { title } = await add(['😀'.repeat(3000)], 'paragraph', { title: '' })
    expect(title.length).toBeLessThan(250)
    expect(title).toMatch(/^😀+ …$/u)
  })

  test('with nothing in it is refused, and nothing is stored', async () => {
    const before = (await the.store.documents.list(the.desk.id)).length
    await expect(add([])).rejects.toMatchObject({ code: 'paste.empty' })
    expect(await the.store.documents.list(the.desk.id)).toHaveLength(before)
  })

  test('with an endless paragraph names it', async () => {
    await expect(add(['قصير', 'ا'.repeat(20_001)])).rejects.toMatchObject({ code: 'paragraph.too-long', values: { number: 2 } })
  })

  test.each([
    [{ date: '2025-02-30' }, 'date.unreadable'],
    [{ date: 'أمس' }, 'date.unreadable'],
    [{ address: 'javascript:alert(1)' }, 'address.unreadable'],
    [{ address: 'example.org' }, 'address.unreadable'],
  ])('with a heading like %j is refused', async (change, code) => {
    await expect(add(paragraphs, 'paragraph', change)).rejects.toMatchObject({ code })
  })

  test('of which a step fails leaves nothing behind', async () => {
    const before = await the.store.documents.list(the.desk.id)
    await expect(add(paragraphs, 'paragraph', {}, failingAt(the.store, 'segments', 'addAll'))).rejects.toThrow('segments.addAll fails')
    expect(await the.store.documents.list(the.desk.id)).toEqual(before)
  })

  test('makes its findings at once, so that the list counts them', async () => {
    const { id } = await add(paragraphs)
    for (const segment of await segments(id)) expect(segment.checkedVersion).toBe(the.desk.glossaryVersion)
  })
})

describe('changing the heading', () => {
  test('keeps everything else', async () => {
    await changeHeading(the.store, the.document.id, { ...heading, title: ' جديد ', date: '' })
    expect(await the.store.documents.get(the.document.id)).toMatchObject({ title: 'جديد', date: '', raw: the.document.raw })
  })

  test('to an empty title is refused', async () => {
    await expect(changeHeading(the.store, the.document.id, { ...heading, title: ' ' })).rejects.toMatchObject({ code: 'name.empty' })
  })
})

describe('a document going out', () => {
  const save = async (position: number, target: string) => {
    const { id, version } = await segmentAt(the, position)
    await saveSegment(the.store, { segmentId: id, version, target, status: 'translated' }, salma())
  }

  test('says what is not finished and which required terms are open', async () => {
    await save(1, broken)
    await save(2, 'Reinforcements arrived.')
    const whole = await bilingualOf(the.store, the.document.id, 'سلمى')
    expect(whole).toMatchObject({ translator: 'سلمى', unfinished: [1, 3], open: [{ position: 1, verdict: 'avoid', severity: 'required' }] })
  })

  test.each(exportKinds)('as %s, finished or not, with its texts unharmed', async (kind) => {
    await save(1, right)
    const { bytes, type } = await exportDocument(the.store, { documentId: the.document.id, kind, words: exportWords('en') }, salma())
    expect(bytes.length).toBeGreaterThan(50)
    expect(type).toMatch(kind.endsWith('docx') ? /wordprocessingml/ : kind.endsWith('html') ? /^text\/html/ : /^text\/plain/)
    if (!kind.endsWith('docx')) expect(new TextDecoder().decode(bytes)).toContain(right)
  })

  test('of a number that is not there is named', async () => {
    await expect(bilingualOf(the.store, 999, '')).rejects.toMatchObject({ code: 'document.missing', values: { id: 999 } })
  })
})

describe('the first start', () => {
  const starter = async () => ({
    terms: [popularForces],
    samples: [{ heading, arabic: paragraphs.join('\n'), english: `${right}\nReinforcements arrived.` }],
  })

  test('makes the desk with its glossary and samples, the translated ones translated', async () => {
    const store = await memoryStore()
    const desk = await firstDesk(store, starter, salma())
    expect((await store.terms.active(desk.id)).map(({ spellings }) => spellings)).toEqual([popularForces.spellings])
    const [sample] = await store.documents.list(desk.id)
    expect(sample).toMatchObject({ title: heading.title, progress: { segments: 3, done: 2, open: 0 } })
    const [first] = await store.segments.page(sample!.id, 0, 1)
    expect(await store.revisions.list(first!.id)).toMatchObject([{ origin: 'import', target: right }])
  })

  test('a second time finds the same desk and adds nothing', async () => {
    const store = await memoryStore()
    const first = await firstDesk(store, starter, salma())
    const second = await firstDesk(store, () => Promise.reject(new Error('the starter is not read again')), salma())
    expect(second).toEqual(first)
    expect(await store.documents.list(first.id)).toHaveLength(1)
  })

  test('of which a step fails leaves nothing behind, and can be tried again', async () => {
    const store = await memoryStore()
    await expect(firstDesk(failingAt(store, 'revisions', 'add'), starter, salma())).rejects.toThrow('revisions.add fails')
    expect(await store.desks.first()).toBeUndefined()
    const desk = await firstDesk(store, starter, salma())
    expect(await store.documents.list(desk.id)).toHaveLength(1)
  })
})

describe('the one person', () => {
  test('gives a name, and changes it', async () => {
    const store = await memoryStore()
    await nameYourself(store, '  سلمى   أحمد ')
    await nameYourself(store, 'Salma')
    expect(await store.people.first()).toMatchObject({ name: 'Salma' })
  })

  test('cannot have an empty one', async () => {
    await expect(nameYourself(await memoryStore(), ' ')).rejects.toMatchObject({ code: 'person.no-name' })
  })
})
