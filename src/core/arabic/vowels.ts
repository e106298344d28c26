import { classNumber, classOf, plain } from './letters.ts'
import { pluralsOf } from './plurals.ts'

const letter = classNumber('letter')
const isVowelMark = (char: string) => char >= '\u064b' && char <= '\u0652'
const shadda = '\u0651'

/** The vowel marks of each letter of a word in its `plain` spelling; undefined where there are none at all. */
export function marksOf(surface: string): string[] | undefined {
  const marks: string[] = []
  let some = false
  for (const char of surface.normalize('NFKC')) {
    if (classOf[char.charCodeAt(0)] === letter) marks.push('')
    else if (isVowelMark(char) && marks.length > 0) {
      marks[marks.length - 1] += char
      some = true
    }
  }
  return some && marks.length === plain(surface).length ? marks : undefined
}

/**
 * Whether the marks of a text's word say that it is another word than that of an entry, given letter by letter without proclitics and article:
 * عَمّان is not عُمان. The last letter has the marks of its case, and the first a shadda after the article; where one has no mark, nothing is said.
 */
export function marksContradict(entry: readonly string[], text: readonly string[]): boolean {
  return entry.slice(0, -1).some((listed, i) => {
    const written = text[i] ?? ''
    return listed !== '' && written !== '' && (vowelsDiffer(listed, written) || (i > 0 && hasShadda(listed) !== hasShadda(written)))
  })
}

/**
 * Whether a text doubles a letter within a short word, which an entry that has marks of its own leaves bare: عُمان is hardly عمّان. In longer
 * words and participles, as مُحمد, whoever writes one mark may well leave out the shadda.
 */
export function hasMoreShadda(base: string, entry: readonly string[], text: readonly string[]): boolean {
  if (base.length > 4 || base.startsWith('م')) return false
  return entry.some(
    (listed, i) => i > 0 && i < entry.length - 1 && listed === '' && !'يو'.includes(base[i] ?? '') && hasShadda(text[i] ?? ''),
  )
}

function vowelsDiffer(one: string, other: string): boolean {
  const [a, b] = [vowelOf(one), vowelOf(other)]
  return a !== '' && b !== '' && a !== b
}

/** Tanwin is the vowel of a case before ى or a final alif, as in فتًى. */
function vowelOf(marks: string): string {
  return marks.replace(shadda, '').replace(/[ً-ٍ]/, (tanwin) => String.fromCharCode(tanwin.charCodeAt(0) + 3))
}

function hasShadda(marks: string): boolean {
  return marks.includes(shadda)
}

/** Nouns of which a broken plural tells that they have no doubled letter: the shape of both, and where (by index) a shadda would make another word. */
const lightRows: [singular: RegExp, plural: RegExp, letters: number[], example: string][] = [
  [/^..ا.$/, /^(?:[^اأ]..|أ..[^ا]ة)$/, [1], 'كتاب كتب، سلاح أسلحة; but كُتّاب'],
  [/^.[^اويى][^اويىةء]$/, /^(?:أ..ا.|[^ا].و.|أ[^ا][^ا].)$/, [1, 2], 'حزب أحزاب، قلب قلوب، شهر أشهر; but حُزّب'],
]

/** Nouns of those shapes with a doubled letter all the same. */
const doubled = new Set(['فدان', 'رحال', 'دخان'])

/** Names of places that are, with a shadda, common words. */
const lightNames = new Map([
  ['مصر', 'مُصرّ، مصّر'],
  ['قطر', 'قطّر'],
  ['حمص', 'حمّص'],
])

/** Whether a shadda in the text makes another word than an entry that is written without marks: كُتّاب is not كتاب, nor مُصرّ مصر. */
export function isDoubled(base: string, text: readonly string[]): boolean {
  if (!text.some(hasShadda)) return false
  const letters = lightNames.has(base) ? [1, 2] : (lightLetters(base) ?? [])
  return letters.some((at) => hasShadda(text[at] ?? ''))
}

function lightLetters(base: string): number[] | undefined {
  if (doubled.has(base)) return undefined
  return lightRows.find(([singular, plural]) => singular.test(base) && pluralsOf(base).some((one) => plural.test(one)))?.[2]
}
