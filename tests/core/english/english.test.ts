import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plural, pluralPhrase, singular, singularPhrase, takesAn } from '../../../src/core/english/inflection.ts'
import { findWording, wording } from '../../../src/core/english/renderings.ts'
import { skeleton } from '../../../src/core/english/skeleton.ts'
import { englishWords } from '../../../src/core/english/words.ts'
import { always } from '../../support/always.ts'

describe('words of an English text', () => {
  it('part at hyphens, not at apostrophes', () => {
    expect(englishWords('Kata’ib al-Hashd, U.S. and PMF’s').map(({ key }) => key)).toEqual(["kata'ib", 'al', 'hashd', 'us', 'and', 'pmf'])
  })

  it('are none in an address, and those behind it stand where they stood', () => {
    const text = '“PMF’s site: https://x.org/a_(PMF)?q=1.” Ask @PMF or info@x.org, see PMF.pdf. Iran'
    const words = englishWords(text)
    expect(words.map(({ text }) => text)).toEqual(['PMF', 'site', 'Ask', 'or', 'see', 'Iran'])
    expect(words.every(({ start, text: word }) => text.startsWith(word, start))).toBe(true)
    expect(words.at(-2)!.gap).toBe(' PMF.pdf. ')
  })

  it.each(['a.', 'a-', '@', 'a@', '://(', 'www.(', 'a/', '#1'])(
    'are read once, however many signs of an address stand in a row: %s',
    (sign) => {
      const text = `${sign.repeat(100_000)} @x PMF`
      expect(englishWords(text).at(-1)!.start).toBe(text.length - 3)
    },
  )

  it('may have tens of thousands of apostrophes in them', () => {
    const text = `ʼʼa${"'".repeat(100_000)}b`
    expect(englishWords(text).map(({ key }) => key)).toEqual([text.slice(2)])
  })

  it('end at a possessive, not at a quotation mark', () => {
    const possessives = (text: string) => englishWords(text).flatMap(({ text, possessive }) => (possessive ? [text] : []))
    expect(possessives('the U.S.’s forces’ base, PMF`s')).toEqual(['U.S.', 'forces', 'PMF'])
    expect(possessives('‘the forces’ said, (‘forces’ too)')).toEqual([])
    expect(possessives('‘the forces’ base’ he said, and the Kata’ib forces’ too')).toEqual(['forces'])
  })

  it('with the gaps between them are the text again', () => {
    always(
      fc.property(
        fc.array(fc.constantFrom('Forces', "'", '’', 's', ' ', 'U.S.', 'Kata’ib', '-', '.', 'é', '١')).map((all) => all.join('')),
        (text) => {
          const words = englishWords(text)
          const head = text.slice(0, words[0]?.start ?? text.length)
          expect(head + words.map(({ start, end, gap }) => text.slice(start, end) + gap).join('')).toBe(text)
        },
      ),
    )
  })
})

describe('the number of an English noun', () => {
  it.each([
    ['force', 'forces'],
    ['army', 'armies'],
    ['valley', 'valleys'],
    ['clash', 'clashes'],
    ['attack', 'attacks'],
    ['base', 'bases'],
    ['crisis', 'crises'],
    ['spokesman', 'spokesmen'],
    ['wife', 'wives'],
    ['ally', 'allies'],
    ['box', 'boxes'],
    ['congress', 'congresses'],
    ['ceasefire', 'ceasefires'],
    ['missile', 'missiles'],
    ['house', 'houses'],
  ])('%s, %s', (one, many) => {
    expect(plural(one)).toBe(many)
    expect(singular(many)).toBe(one)
    expect(plural(many)).toBeNull()
  })

  it.each(['news', 'headquarters', 'isis', 'damascus', 'congress', 'crisis', 'hamas'])('%s is no plural', (word) => {
    expect(singular(word)).toBeNull()
  })

  it.each([
    ['member of parliament', 'members of parliament'],
    ['prime minister', 'prime ministers'],
    ['Prime Minister', 'Prime Ministers'],
    ['MP', 'MPs'],
    ['militiaman', 'militiamen'],
    ['commander-in-chief', 'commanders-in-chief'],
    ['secretary-general', 'secretaries-general'],
    ['Attorney General', 'Attorneys General'],
    ['brigadier general', 'brigadier generals'],
    ['president-elect', 'presidents-elect'],
    ['improvised explosive device (IED)', 'improvised explosive devices (IEDs)'],
  ])('of a phrase: %s, %s', (one, many) => {
    expect(pluralPhrase(one)).toBe(many)
    expect(singularPhrase(many).toLowerCase()).toBe(one.toLowerCase())
  })

  it.each(['headquarters', 'army corps', 'aircraft', 'equipment', 'police'])('of %s is the same in both', (noun) => {
    expect([pluralPhrase(noun), singularPhrase(noun)]).toEqual([noun, noun])
  })

  it('of a plural is the same once more', () => {
    expect(pluralPhrase('armed forces')).toBe('armed forces')
  })
})

describe('a or an', () => {
  it.each([
    ...['attack', 'hour', 'NGO', 'armed group', 'honest man', 'unarmed man', 'SDF', 'uninvited guest', 'MP', 'unidentified man'],
    ...['F-16', 'X-ray', '8-year-old', '11th attack', '18,000-strong force', 'onerous task', 'Uzbek', 'O’Brien'],
  ])('an %s', (word) => {
    expect(takesAn(word)).toBe(true)
  })

  it.each([
    ...['base', 'unit', 'union', 'UN base', 'European', 'house', 'one-off', 'US base', 'PMF base', 'university'],
    ...['NATO base', 'Ukrainian', 'Ugandan', 'Uyghur', 'uranium mine', 'unanimous vote', 'U-turn', '110-page report', '7th attack'],
  ])('a %s', (word) => {
    expect(takesAn(word)).toBe(false)
  })
})

describe('the skeleton of a name', () => {
  it.each([
    ["Kata'ib", 'Kataeb', 'Kata’ib', 'Kataib'],
    ['Sudani', 'al-Sudani', 'As-Sudani', 'Al Soudani'],
    ['Hezbollah', 'Hizbullah', 'Hizballah', 'Hizb Allah'],
    ['Mohammed', 'Muhammad', 'Mohamed', 'Mohammad'],
    ['Ansar Allah', 'Ansarullah', 'Ansarallah'],
    ['Gaddafi', 'Qaddafi', 'Kadhafi', 'Qadhafi'],
    ["Asa'ib Ahl al-Haq", 'Asaib Ahl al-Haqq', 'Asaeb Ahl ul-Haq'],
    ['Iraq', 'Irak'],
    ['Basra', 'Basrah'],
    ['Hariri', 'Hariry'],
    ['Mobilization', 'Mobilisation'],
    ['Ain al-Asad', 'Ayn al-Assad'],
    ['Riyadh', 'Riyad'],
    ['Dawud', 'Daoud'],
    ['Nouri al-Maliki', 'Nuri Maliki'],
  ])('is one for %s and %s', (first, ...others) => {
    for (const other of others) expect(skeleton(other)).toBe(skeleton(first))
  })

  it.each([
    ['Iraq', 'Iraqi'],
    ['Lebanon', 'Lebanese'],
    ['Iran', 'Iranian'],
    ['Sudan', 'Sudani'],
    ['Yemen', 'Yemeni'],
    ['Syria', 'Syrian'],
    ['Hamas', 'Hama'],
    ['Saudi', 'Sadr'],
  ])('is not one for %s and %s', (first, second) => {
    expect(skeleton(first)).not.toBe(skeleton(second))
  })
})

describe('finding a rendering', () => {
  it.each([
    ['Popular Mobilization Forces', 'the Popular Mobilization Forces, the popular mobilization forces', 2],
    ['Popular Mobilization Forces', 'Popular, Mobilization Forces', 0],
    ['Popular Mobilization Forces', 'Popular. Mobilization Forces', 0],
    ['US', 'US, U.S. and us', 2],
    ['the army', 'an army, the army', 2],
    ['al-Qaeda', 'Al-Qaeda, al Qaeda, AL-QAEDA', 3],
    ['ceasefire', 'cease-fire, ceasefire, cease fire, fire', 3],
    ['base', 'based on basis', 0],
    ['', 'anything', 0],
    ['…', 'anything', 0],
  ])('%s in "%s": %d', (rendering, text, count) => {
    expect(findWording(englishWords(text), wording(rendering, false)).length).toBe(count)
  })
})
