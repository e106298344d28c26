import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedText, longestParagraph, longestText, looksBroken, paragraphsOf, segmentDrafts, unwrapped } from '../../src/core/document.ts'
import { Problem } from '../../src/core/problem.ts'
import { always } from '../support/always.ts'

const article = ['نفى الحشد الشعبي استهداف القاعدة', 'أعلن الجيش ذلك. وقال المتحدث نعم.', '', '  وأضاف د. علي أنه باق. ', '\t', 'انتهى.']

describe('paragraphs of a text', () => {
  it.each(['\n', '\r\n', '\r'])('are its lines that hold something, as they came (line end %j)', (lineEnd) => {
    expect(paragraphsOf(article.join(lineEnd))).toEqual([article[0], article[1], article[3], article[5]])
  })

  it('an empty text has none', () => {
    expect(paragraphsOf(' \n\r\n\t')).toEqual([])
  })
})

describe('a text that is taken in', () => {
  it('is given back as it came', () => {
    expect(checkedText(' نص\r\n')).toBe(' نص\r\n')
  })

  it('must hold something', () => {
    expect(() => checkedText(' \n\u00A0')).toThrow(new Problem('paste.empty'))
  })

  it('may not be longer than a long book', () => {
    expect(() => checkedText('ا'.repeat(longestText + 1))).toThrow('text.too-long')
  })
})

describe('segments of a document', () => {
  it('are its paragraphs', () => {
    expect(segmentDrafts(['أ ب. ج.', 'د'], 'paragraph')).toEqual([
      { paragraph: 0, source: 'أ ب. ج.' },
      { paragraph: 1, source: 'د' },
    ])
  })

  it('or its sentences', () => {
    expect(segmentDrafts(['قال نعم. ثم غادر.', 'انتهى'], 'sentence')).toEqual([
      { paragraph: 0, source: 'قال نعم. ' },
      { paragraph: 0, source: 'ثم غادر.' },
      { paragraph: 1, source: 'انتهى' },
    ])
  })

  it('joined, are the paragraphs again', () => {
    const paragraph = fc.array(fc.constantFrom('قال', ' ', '.', '؟', '"', 'د', '3.5'), { minLength: 1 }).map((pieces) => pieces.join(''))
    always(
      fc.property(fc.array(paragraph), (paragraphs) => {
        const drafts = segmentDrafts(paragraphs, 'sentence')
        const joined = paragraphs.map((_, index) =>
          drafts
            .filter((draft) => draft.paragraph === index)
            .map((draft) => draft.source)
            .join(''),
        )
        expect(joined).toEqual(paragraphs)
      }),
    )
  })

  it('a paragraph of 16 KB in one sentence is one segment', () => {
    const long = 'كلمة '.repeat(3300)
    expect(segmentDrafts([long], 'sentence')).toEqual([{ paragraph: 0, source: long }])
  })

  it('a paragraph that is too long is named by number and length', () => {
    const long = 'ا'.repeat(longestParagraph + 1)
    expect(() => segmentDrafts(['قصير', long], 'paragraph')).toThrow(
      new Problem('paragraph.too-long', { number: 2, length: longestParagraph + 1, longest: longestParagraph }),
    )
  })
})

const printed = [
  'أعلن مسؤول في الحكومة العراقية يوم الأحد أن القوات الأمنية بدأت عملية واسعة',
  'في المناطق الغربية من البلاد بعد سلسلة من الهجمات التي استهدفت القواعد العسكرية',
  'خلال الأسابيع الماضية.',
  'وقال المتحدث باسم القوات إن العملية مستمرة حتى تحقيق أهدافها وإن القوات لن',
  'تتراجع.',
]

describe('lines broken by a PDF', () => {
  it('are joined where a line stops before its sentence does', () => {
    expect(unwrapped(printed.join('\n'))).toEqual([`${printed[0]} ${printed[1]} ${printed[2]}`, `${printed[3]} ${printed[4]}`])
  })

  it('are not joined over a blank line', () => {
    expect(unwrapped(`${printed[0]}\n\n${printed[1]}`)).toEqual([printed[0], printed[1]])
  })

  it('a heading stays by itself', () => {
    expect(unwrapped(`عملية أمنية في غرب العراق\n${printed.join('\n')}`)[0]).toBe('عملية أمنية في غرب العراق')
  })

  it('the items of a list stay by themselves', () => {
    const list = ['- وقف إطلاق النار في جميع المناطق', '- انسحاب القوات من المدن الكبرى', '- تبادل الأسرى بين الطرفين كلهم']
    expect(unwrapped(list.join('\n'))).toEqual(list)
  })

  it('joining is offered for them', () => {
    expect(looksBroken(printed.join('\r\n'))).toBe(true)
  })

  it('and not for an article of whole paragraphs', () => {
    const paragraph = `${printed.slice(0, 3).join(' ')} ${printed.slice(3).join(' ')}`
    expect(looksBroken(['عنوان الخبر في سطر', paragraph, paragraph, `${paragraph} ${paragraph}`].join('\n'))).toBe(false)
    expect(looksBroken(article.join('\n'))).toBe(false)
    expect(looksBroken('')).toBe(false)
  })
})
