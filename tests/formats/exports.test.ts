import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Bilingual } from '../../src/core/bilingual.ts'
import { bilingualDocx } from '../../src/formats/bilingual-docx.ts'
import { bilingualHtml } from '../../src/formats/bilingual-html.ts'
import { englishDocx } from '../../src/formats/english-docx.ts'
import { englishHtml } from '../../src/formats/english-html.ts'
import { englishTxt } from '../../src/formats/english-txt.ts'
import type { ExportWords } from '../../src/formats/export-words.ts'
import { arabicWords, article, englishWords, exportedAt, rows } from './article.ts'
import { all, type Node, parsed, readable } from './strict-xml.ts'

/** Texts that were pasted from anywhere: what a translator must find again in every file, and what stands there instead where it cannot. */
const pasted: { what: string; text: string; kept?: string }[] = [
  { what: 'tashkeel and tatweel', text: 'نُفِّذَ الهُجُومُ عَلَى القَاعِدَةِ الـــجوية' },
  { what: 'direction marks', text: 'قال\u200F: \u202Bنعم\u202C \u2067لا\u2069 \u061Cو\u200Eلا' },
  { what: 'curly quotes', text: '“سنرد” قال ‘المسؤول’ «حتما»' },
  { what: 'Latin words and signs', text: 'طائرة F-16 (Block 50/52) وموقع https://a.example/b?c=1&d=2 وحساب @x_y' },
  { what: 'pictures', text: 'شكرا 🙏🏽 يا 👨‍👩‍👧 و🇮🇶' },
  { what: 'no-break spaces and joiners', text: 'می\u200Cرود\u00A0و\u202Fلا\uFEFFنعم' },
  { what: 'the end of a CDATA section', text: 'ثم ]]> و <![CDATA[ و <!-- و -->' },
  { what: 'markup', text: '<script>alert("x")</script> & &amp; &#x202E; \'</td>\'' },
  { what: 'line breaks', text: 'سطر أول\nسطر ثان\tبعد' },
  { what: 'line breaks of Windows', text: 'one\r\ntwo', kept: 'one\ntwo' },
  { what: 'control characters', text: 'قبل\u0000بعد\u0007\u001B[0m', kept: 'قبلبعد[0m' },
  { what: 'a soft line break of Word', text: 'قبل\u000Bبعد', kept: 'قبل\nبعد' },
  { what: 'halves of a surrogate pair', text: 'نصف \uD83D ونصف \uDE00', kept: 'نصف \uFFFD ونصف \uFFFD' },
  { what: 'no characters', text: 'a\uFFFEb\uFFFFc', kept: 'abc' },
  { what: 'telephone numbers', text: 'هاتف +966 11 123 4567 أو ٠١١ ٤٥٦ ٧٨٩٠' },
  { what: 'English', text: 'Kata’ib “Hizballah” – the كتائب حزب الله group… 50% & more' },
]
/** The article when all of it is done. */
const finished: Bilingual = {
  ...article,
  rows: rows(article.rows.map(({ source, target }) => [source, target || 'Is the war spreading? The answer is “not clear”…'])),
  unfinished: [],
  open: [],
}

const kept = ({ text, kept = text }: (typeof pasted)[number]) => kept
const difficult: Bilingual = {
  heading: { title: pasted[7]!.text, outlet: '"&<', author: '', date: '', address: 'javascript:alert("1")' },
  translator: '<b>',
  rows: rows(pasted.map(({ text }) => [text, text])),
  unfinished: [],
  open: [],
  waivers: [{ position: 1, check: 'terms', verdict: 'missing', surface: '<i>', reason: ']]>', person: '&', at: exportedAt }],
}

/** The two columns of a bilingual file as they can be read in it, isolates of ours around telephone numbers taken off. */
type Read = (bilingual: Bilingual, words: ExportWords) => { arabic: Node[]; english: Node[]; root: Node }

const bilingualFiles: Record<string, Read> = {
  'the Word document': (bilingual, words) => {
    const root = documentOf(bilingualDocx(bilingual, words, exportedAt))
    const lines = all(root, 'w:tr')
      .slice(1)
      .map((row) => all(row, 'w:tc'))
    return { arabic: lines.map((cells) => cells[1]!), english: lines.map((cells) => cells[2]!), root }
  },
  'the web page': (bilingual, words) => {
    const root = parsed(bilingualHtml(bilingual, words))
    const lines = all(root, 'tr')
      .slice(1)
      .map((row) => all(row, 'td'))
    return { arabic: lines.map((cells) => cells[0]!), english: lines.map((cells) => cells[1]!), root }
  },
}

function partsOf(docx: Uint8Array): Record<string, Node> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, parsed(strFromU8(bytes))]))
}

function documentOf(docx: Uint8Array): Node {
  return partsOf(docx)['word/document.xml']!
}

const withoutOurs = (text: string) => text.replace(/\u2066([^\u2069\u2066]*\p{Nd}{2,}[^\u2069\u2066]*)\u2069/gu, '$1')
const read = (cells: Node[]) => cells.map((cell) => withoutOurs(readable(cell)).replaceAll('\r\n', '\n').replace(/\n$/, ''))

describe.each(Object.entries(bilingualFiles))('%s with both texts', (_name, open) => {
  test('gives every source and every translation back', () => {
    const { arabic, english } = open(article, englishWords)
    expect(read(arabic)).toEqual(article.rows.map(({ source }) => source))
    expect(read(english)).toEqual(article.rows.map(({ target }) => target || englishWords.untranslated))
  })

  test.each(pasted)('brings $what through unharmed in both columns', (example) => {
    const { arabic, english } = open({ ...difficult, rows: rows([[example.text, example.text]]) }, arabicWords)
    expect(read(arabic)).toEqual([kept(example)])
    expect(read(english)).toEqual([kept(example)])
  })

  test.each([englishWords, arabicWords])('names on its first page what is unfinished and what is required, in $language', (words) => {
    const whole = readable(open(article, words).root)
    const [beforeTexts] = whole.split(article.rows[1]!.source) as [string]
    expect(beforeTexts).toContain(words.unfinished(words.language === 'ar' ? '3، 7–9' : '3, 7–9', 4))
    expect(beforeTexts).toContain('بالحشد الشعبي')
    expect(beforeTexts).not.toContain('برنت')
    expect(beforeTexts).toContain(words.translator)
    expect(whole).toContain('The agency’s own wording is quoted.')
  })

  test('says nothing of findings where there are none', () => {
    const whole = readable(open({ ...article, unfinished: [], open: [], waivers: [] }, englishWords).root)
    expect(whole).not.toContain(englishWords.open)
    expect(whole).not.toContain(englishWords.waivers)
    expect(whole).not.toContain('Not finished')
  })

  test('is the same twice over', () => {
    expect(open(article, englishWords)).toEqual(open(article, englishWords))
  })
})

describe('direction', () => {
  test('in Word every paragraph says which way it runs, every Arabic run too', () => {
    const { arabic, english, root } = bilingualFiles['the Word document']!(article, arabicWords)
    for (const paragraph of all(root, 'w:p')) expect(all(paragraph, 'w:bidi')).toHaveLength(1)
    for (const cell of arabic) {
      expect(all(cell, 'w:bidi')[0]?.attributes).toEqual({})
      for (const run of all(cell, 'w:r')) {
        const rightToLeft = all(run, 'w:rtl').length === 1
        if (/[\u0620-\u064A]/.test(readable(run))) expect(rightToLeft).toBe(true)
        if (/[A-Za-z]/.test(readable(run))) expect(rightToLeft).toBe(false)
        if (rightToLeft) expect(all(run, 'w:lang')[0]?.attributes).toEqual({ 'w:bidi': 'ar-SA' })
      }
    }
    for (const cell of english) expect(all(cell, 'w:bidi')[0]?.attributes).toEqual({ 'w:val': '0' })
    expect(all(root, 'w:bidiVisual')).toEqual([])
    expect(all(all(root, 'w:sectPr')[0]!, 'w:bidi')).toHaveLength(1)
  })

  test('on the web page every cell has its language and direction', () => {
    const { arabic, english, root } = bilingualFiles['the web page']!(article, arabicWords)
    for (const cell of arabic) expect(cell.attributes).toMatchObject({ lang: 'ar', dir: 'rtl' })
    for (const cell of english) expect(cell.attributes).toMatchObject({ lang: 'en', dir: 'ltr' })
    expect(root.attributes).toEqual({ lang: 'ar', dir: 'rtl' })
  })

  test('a telephone number in Arabic is isolated, so that its groups keep their order', () => {
    const text = 'الرقم +966 11 123 4567 أو'
    const one = { ...article, rows: rows([[text, text]]) }
    expect(readable(bilingualFiles['the Word document']!(one, englishWords).arabic[0]!)).toContain('\u2066+966 11 123 4567\u2069')
    const [number] = all(bilingualFiles['the web page']!(one, englishWords).arabic[0]!, 'bdi')
    expect(number).toMatchObject({ attributes: { dir: 'ltr' }, children: ['+966 11 123 4567'] })
  })
})

describe('a Word document', () => {
  const docx = bilingualDocx(article, englishWords, exportedAt)
  const parts = partsOf(docx)

  test('has all the parts it speaks of, and no others', () => {
    const named = all(parts['[Content_Types].xml']!, 'Override').map(({ attributes }) => attributes['PartName']!.slice(1))
    const related = all(parts['word/_rels/document.xml.rels']!, 'Relationship').map(({ attributes }) => `word/${attributes['Target']}`)
    const inPackage = all(parts['_rels/.rels']!, 'Relationship').map(({ attributes }) => attributes['Target']!)
    expect([...related, ...inPackage].sort()).toEqual([...named].sort())
    expect([...named, '[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels'].sort()).toEqual(Object.keys(parts).sort())
  })

  test('uses only styles it defines, and leaves no paragraph empty', () => {
    const defined = all(parts['word/styles.xml']!, 'w:style').map(({ attributes }) => attributes['w:styleId'])
    const root = parts['word/document.xml']!
    for (const style of all(root, 'w:pStyle')) expect(defined).toContain(style.attributes['w:val'])
    for (const paragraph of all(root, 'w:p')) expect(readable(paragraph)).not.toBe('')
    for (const cell of all(root, 'w:tc')) expect(cell.children.at(-1)).toMatchObject({ name: 'w:p' })
  })

  test('puts what belongs to a run and a paragraph in the order the standard prescribes', () => {
    const order = {
      'w:pPr': ['w:pStyle', 'w:keepNext', 'w:pBdr', 'w:shd', 'w:bidi', 'w:spacing', 'w:ind', 'w:jc', 'w:outlineLvl'],
      'w:rPr': ['w:rFonts', 'w:b', 'w:bCs', 'w:color', 'w:sz', 'w:szCs', 'w:rtl', 'w:lang'],
      'w:tblPr': ['w:tblW', 'w:tblBorders', 'w:tblLayout', 'w:tblCellMar'],
      'w:sectPr': ['w:footerReference', 'w:pgSz', 'w:pgMar', 'w:bidi'],
    }
    for (const part of [parts['word/document.xml']!, parts['word/styles.xml']!]) {
      for (const [name, names] of Object.entries(order)) {
        for (const element of all(part, name)) {
          const places = element.children.map((child) => names.indexOf(typeof child === 'string' ? child : child.name))
          expect(places).not.toContain(-1)
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
        }
      }
    }
  })

  test('repeats the headings of its columns and tells its title, its translator and the time it was given', () => {
    expect(all(all(parts['word/document.xml']!, 'w:tr')[0]!, 'w:tblHeader')).toHaveLength(1)
    expect(all(parts['word/footer1.xml']!, 'w:fldSimple')[0]?.attributes).toEqual({ 'w:instr': ' PAGE ' })
    expect(readable(all(parts['docProps/core.xml']!, 'dc:title')[0]!)).toBe(article.heading.title)
    expect(readable(all(parts['docProps/core.xml']!, 'dc:creator')[0]!)).toBe('Nadia Haddad')
    expect(readable(all(parts['docProps/core.xml']!, 'dcterms:created')[0]!)).toBe('2023-10-19T10:00:00Z')
  })

  test('has the same bytes whenever it is written', () => {
    expect(bilingualDocx(article, englishWords, exportedAt)).toEqual(docx)
  })
})

describe('a web page', () => {
  test('asks for nothing, holds no script, and links only to the web', () => {
    const root = parsed(bilingualHtml(difficult, englishWords))
    expect(all(root, 'script')).toEqual([])
    expect(all(root, 'a')).toEqual([])
    expect(all(root, 'link')).toEqual([])
    expect(readable(all(root, 'style')[0]!)).not.toMatch(/url\(|@import|prefers-color-scheme/)
    expect(all(parsed(bilingualHtml(article, englishWords)), 'a')[0]?.attributes['href']).toBe(article.heading.address)
  })
})

/** The paragraphs of a Word document in a style. */
function styled(docx: Uint8Array, style: string): Node[] {
  return all(documentOf(docx), 'w:p').filter((paragraph) => all(paragraph, 'w:pStyle')[0]?.attributes['w:val'] === style)
}

describe('a value of both directions in a line of Word', () => {
  const line = (outlet: string, author: string) => {
    const heading = { ...article.heading, outlet, author, date: '2023-10-17' }
    return readable(styled(englishDocx({ ...article, heading }, englishWords, exportedAt), 'Details')[0]!)
  }

  test.each([
    ['BBC عربي', '', '\u2067BBC عربي\u2069 · 17 October 2023'],
    ['', 'O’Brien & سامي', '\u2066O’Brien & سامي\u2069 · 17 October 2023'],
    ['بي بي سي BBC', 'Sami', '\u2067بي بي سي BBC\u2069 · Sami · 17 October 2023'],
    ['The Ark תיבה', '', '\u2066The Ark תיבה\u2069 · 17 October 2023'],
    ['BBC 4', 'Sami', 'BBC 4 · Sami · 17 October 2023'],
  ])('is isolated, so that the date keeps its place: %s %s', (outlet, author, said) => {
    expect(line(outlet, author)).toBe(said)
  })

  test('is isolated in the heading of the bilingual document as well', () => {
    const heading = { ...article.heading, outlet: 'عربي BBC' }
    const lines = styled(bilingualDocx({ ...article, heading }, arabicWords, exportedAt), 'Details').map(readable)
    expect(lines[0]).toBe('الجهة الناشرة: \u2067عربي BBC\u2069')
  })
})

/** A file of clean English: the notice before its text as it is read, with the way it runs, and its paragraphs. */
type ReadEnglish = (
  bilingual: Bilingual,
  words: ExportWords,
) => { notice: string | undefined; runs: string | undefined; paragraphs: string[] }

const englishFiles: Record<string, ReadEnglish> = {
  'Word document': (bilingual, words) => {
    const docx = englishDocx(bilingual, words, exportedAt)
    const [notice] = styled(docx, 'Notice')
    const runs = notice && (all(notice, 'w:bidi')[0]?.attributes['w:val'] === '0' ? 'ltr' : 'rtl')
    return { notice: notice && readable(notice), runs, paragraphs: read(styled(docx, 'Prose')) }
  },
  'web page': (bilingual, words) => {
    const page = parsed(englishHtml(bilingual, words))
    const [notice] = all(page, 'aside')
    const inHeader = all(all(page, 'header')[0]!, 'p').length
    return { notice: notice && readable(notice), runs: notice?.attributes['dir'], paragraphs: read(all(page, 'p').slice(inHeader)) }
  },
  text: (bilingual, words) => {
    const [, ...parts] = englishTxt(bilingual, words).trimEnd().split('\n\n')
    const notice = /^\[([^…].*)\]$/s.exec(parts[0] ?? '')?.[1]
    return { notice, runs: notice && words.dir, paragraphs: parts.slice(notice ? 1 : 0) }
  },
}

describe.each(Object.entries(englishFiles))('clean English as a %s', (_name, open) => {
  const sentences = (...targets: string[]): Bilingual => ({
    ...finished,
    rows: targets.map((target, index) => ({ ...article.rows[0]!, position: index + 1, paragraph: 1, target })),
  })

  test.each([
    [englishWords, 'Without English: 1 of 12 (7). Not finished: 3 of 12 (3, 8, 9). Open in 1: 3.'],
    [arabicWords, 'بلا ترجمة 1 من 12: 7. لم يكتمل 3 من 12: 3، 8، 9. المفتوح في 1: 3.'],
  ])('names before its text what is missing, unfinished and open, in the language of the interface ($language)', (words, said) => {
    const { notice, runs, paragraphs } = open(article, words)
    expect([notice, runs]).toEqual([said, words.dir])
    expect(paragraphs[0]).toBe(article.rows[1]!.target)
  })

  test('says nothing where all is finished, whatever advice is open', () => {
    expect(open(finished, englishWords).notice).toBeUndefined()
    const advised = { ...finished, open: article.open.filter(({ severity }) => severity === 'advice') }
    expect(open(advised, englishWords).notice).toBeUndefined()
  })

  test('names finished segments whose required terms are open', () => {
    expect(open({ ...finished, open: article.open }, englishWords).notice).toBe('Open in 1: 3.')
  })

  test('names no more places than can be read', () => {
    const many = Array.from({ length: 99 }, (_, index) => ['نص', index % 2 ? 'Text.' : ''] as [string, string])
    const places = Array.from({ length: 20 }, (_, index) => index * 2 + 1).join(', ')
    expect(open({ ...finished, rows: rows(many) }, englishWords).notice).toBe(`Without English: 50 of 99 (${places}, …).`)
  })

  test.each([
    [['One.', '', 'Three.'], ['One. […] Three.']],
    [['', 'Two.', ' ', '', 'Five.', ''], ['[…] Two. […] Five. […]']],
    [['', ' '], []],
  ])('marks where sentences of a paragraph are missing: %j', (targets, paragraphs) => {
    expect(open(sentences(...targets), englishWords).paragraphs).toEqual(paragraphs)
  })
})

describe('clean English', () => {
  const paragraphs = finished.rows.slice(1).map(({ target }) => target)

  test('is the title and the paragraphs and nothing else', () => {
    const text = ['Drone attack targets Harir base near Erbil', ...paragraphs].join('\n\n')
    expect(englishTxt(finished, englishWords)).toBe(`${text}\n`)
  })

  test('is the same in Word and on the web', () => {
    const docx = englishDocx(finished, arabicWords, exportedAt)
    const inWord = all(documentOf(docx), 'w:p')
    expect(read(styled(docx, 'Prose'))).toEqual(paragraphs)
    const page = parsed(englishHtml(finished, arabicWords))
    expect(read(all(all(page, 'article')[0]!, 'p').slice(2))).toEqual(paragraphs)
    expect(read(all(page, 'h1'))).toEqual(['Drone attack targets Harir base near Erbil'])
    for (const whole of [inWord.map(readable).join(' '), readable(page)]) {
      expect(whole).toContain('18 October 2023')
      expect(whole).not.toContain('الكاتب')
      expect(whole).not.toContain('صُرف')
    }
  })

  test('keeps the Arabic title where no paragraph translates it', () => {
    const untitled = { ...finished, rows: rows([['قال المتحدث.', 'The spokesman spoke.']]) }
    expect(englishTxt(untitled, englishWords)).toBe(`${article.heading.title}\n\nThe spokesman spoke.\n`)
    expect(all(parsed(englishHtml(untitled, englishWords)), 'h1')[0]?.attributes).toEqual({ lang: 'ar', dir: 'rtl' })
  })

  test.each(pasted)('brings $what through unharmed', (example) => {
    const one = {
      ...difficult,
      rows: rows([
        ['عنوان', 'Title'],
        [example.text, example.text],
      ]),
    }
    expect(englishTxt(one, englishWords)).toContain(example.text)
    expect(read(all(documentOf(englishDocx(one, englishWords, exportedAt)), 'w:p')).at(-1)).toBe(kept(example))
    expect(read(all(parsed(englishHtml(one, englishWords)), 'p')).at(-1)).toBe(kept(example))
  })
})
