/** Arabic letters: two levels of normalised spelling for look-up, and the characters a reader cannot see. */

/** What a character is to somebody cutting a text into words. */
type CharacterClass = 'other' | 'letter' | 'mark' | 'invisible' | 'space' | 'line-end' | 'soft'

/** Every class with the code points that have it; a later row overrides an earlier one. */
const classRanges: [CharacterClass, number, number, string][] = [
  ['letter', 0x0620, 0x064a, 'the Arabic alphabet'],
  ['letter', 0x0671, 0x06d3, 'letters of Persian, Urdu, Kurdish …'],
  ['letter', 0x06d5, 0x06d5, 'Kurdish ە'],
  ['letter', 0x06ee, 0x06ef, 'dotless letters'],
  ['letter', 0x06fa, 0x06ff, 'further letters'],
  ['letter', 0x0750, 0x077f, 'Arabic supplement'],
  ['letter', 0xfb50, 0xfbb1, 'presentation forms A'],
  ['letter', 0xfbd3, 0xfd3d, 'presentation forms A, ligatures'],
  ['letter', 0xfd50, 0xfdf9, 'ligatures of words such as ﷲ'],
  ['letter', 0xfe70, 0xfefc, 'presentation forms B'],
  ['mark', 0x0640, 0x0640, 'tatweel'],
  ['mark', 0x0610, 0x061a, 'signs above'],
  ['mark', 0x064b, 0x065f, 'tashkeel'],
  ['mark', 0x0670, 0x0670, 'dagger alif'],
  ['mark', 0x06d6, 0x06dc, 'signs of recitation'],
  ['mark', 0x06df, 0x06e8, 'signs of recitation'],
  ['mark', 0x06ea, 0x06ed, 'signs of recitation'],
  ['other', 0x06d4, 0x06d4, 'Urdu full stop'],
  ['invisible', 0x00ad, 0x00ad, 'soft hyphen'],
  ['invisible', 0x061c, 0x061c, 'Arabic letter mark'],
  ['invisible', 0x200b, 0x200f, 'zero-width space, joiners, direction marks'],
  ['invisible', 0x202a, 0x202e, 'embeddings and overrides'],
  ['invisible', 0x2060, 0x2069, 'word joiner, isolates'],
  ['invisible', 0xfeff, 0xfeff, 'byte order mark'],
  ['space', 0x0020, 0x0020, 'space'],
  ['space', 0x0009, 0x0009, 'tabulator'],
  ['space', 0x00a0, 0x00a0, 'no-break space'],
  ['space', 0x2000, 0x200a, 'spaces of various widths'],
  ['space', 0x202f, 0x202f, 'narrow no-break space'],
  ['space', 0x3000, 0x3000, 'wide space'],
  ['line-end', 0x000a, 0x000d, 'line feed … carriage return'],
  ['line-end', 0x2028, 0x2029, 'line and paragraph separator'],
  ['soft', 0x0022, 0x0022, '"'],
  ['soft', 0x0027, 0x0029, "' ( )"],
  ['soft', 0x002d, 0x002d, '-'],
  ['soft', 0x005b, 0x005b, '['],
  ['soft', 0x005d, 0x005d, ']'],
  ['soft', 0x005f, 0x005f, '_, which joins the words of a hashtag'],
  ['soft', 0x00ab, 0x00ab, '«'],
  ['soft', 0x00bb, 0x00bb, '»'],
  ['soft', 0x2010, 0x2015, 'hyphens and dashes'],
  ['soft', 0x2018, 0x201f, '‘ ’ “ ”'],
  ['soft', 0x2039, 0x203a, '‹ ›'],
  ['soft', 0xfd3e, 0xfd3f, 'ornate brackets'],
]

/** The classes in the order of their numbers in `classOf`. */
const classes: CharacterClass[] = ['other', 'letter', 'mark', 'invisible', 'space', 'line-end', 'soft']

/** The number of a class in `classOf`. */
export function classNumber(name: CharacterClass): number {
  return classes.indexOf(name)
}

/** The class of each UTF-16 unit, as a number: a table because every character of every text is looked up in it. */
export const classOf: Uint8Array = fillClasses()

function fillClasses(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const [name, from, to] of classRanges) table.fill(classes.indexOf(name), from, to + 1)
  return table
}

/** Look-alikes typed with a Persian, Urdu or Kurdish keyboard. */
const lookAlikes: Record<string, string> = {
  ک: 'ك', // U+06A9
  ڪ: 'ك', // U+06AA
  ی: 'ي', // U+06CC
  ې: 'ي', // U+06D0
  ہ: 'ه', // U+06C1
  ھ: 'ه', // U+06BE
  ە: 'ه', // U+06D5
  ۀ: 'ه', // U+06C0
  ۃ: 'ة', // U+06C3
  ٱ: 'ا', // U+0671
}

/** Letters that writers exchange freely: one look-up key for all of them. ة is not here: كتابة and كتابه are two words. */
const exchanged: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ؤ: 'ء', ئ: 'ء' }

const anyExchanged = /[أإآىؤئ]/
const everyExchanged = /[أإآىؤئ]/g

const letterClass = classNumber('letter')
const markClass = classNumber('mark')
const invisibleClass = classNumber('invisible')
const plainLetters = /^[ء-غف-ي]*$/

/** The spelling without its dress (level 1): presentation forms, tashkeel, tatweel and invisible marks go, look-alikes are unified; hamza stays. */
export function plain(text: string): string {
  if (plainLetters.test(text)) return text
  let out = ''
  for (const char of text.normalize('NFKC')) {
    const kind = char.length > 1 ? 0 : classOf[char.charCodeAt(0)]
    if (kind !== markClass && kind !== invisibleClass) out += lookAlikes[char] ?? char
  }
  return out
}

/** The look-up key of a spelling (level 2): `plain` and then أإآٱ → ا, ى → ي, ؤئ → ء; as many units as `plain` gives. */
export function key(text: string): string {
  const spelled = plain(text)
  return anyExchanged.test(spelled) ? spelled.replaceAll(everyExchanged, (letter) => exchanged[letter] ?? letter) : spelled
}

/** True of one Arabic letter, presentation forms included, marks and digits not. */
export function isArabicLetter(char: string): boolean {
  return char.length === 1 && classOf[char.charCodeAt(0)] === letterClass
}

/** True when at least one letter of the text is Arabic. */
export function hasArabic(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (classOf[text.charCodeAt(i)] === letterClass) return true
  return false
}

/** True when most letters of the text are Arabic: an English note that begins with the Arabic word it speaks of is English all the same. */
export function isMostlyArabic(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return 2 * letters.filter(isArabicLetter).length > letters.length
}

/** A kind of character that nobody sees and that was found in a text, `codePoint` as U+XXXX. */
export interface HiddenCharacter {
  name: 'tatweel' | 'direction-mark' | 'no-break-space' | 'zero-width' | 'override'
  codePoint: string
  count: number
}

const hiddenRanges: [HiddenCharacter['name'], number, number][] = [
  ['tatweel', 0x0640, 0x0640],
  ['direction-mark', 0x061c, 0x061c],
  ['direction-mark', 0x200e, 0x200f],
  ['direction-mark', 0x202a, 0x202c],
  ['direction-mark', 0x2066, 0x2069],
  ['override', 0x202d, 0x202e],
  ['no-break-space', 0x00a0, 0x00a0],
  ['no-break-space', 0x202f, 0x202f],
  ['zero-width', 0x00ad, 0x00ad],
  ['zero-width', 0x200b, 0x200d],
  ['zero-width', 0x2060, 0x2060],
  ['zero-width', 0xfeff, 0xfeff],
]

/** The hidden characters of a text, each code point once with its count, in order of first appearance: for the notice beside it. */
export function hiddenCharacters(text: string): HiddenCharacter[] {
  const found = new Map<number, HiddenCharacter>()
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const range = hiddenRanges.find(([, from, to]) => code >= from && code <= to)
    if (!range) continue
    const seen = found.get(code)
    if (seen) seen.count++
    else found.set(code, { name: range[0], codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, count: 1 })
  }
  return [...found.values()]
}
