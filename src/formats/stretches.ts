/** Which way a text is written. */
export type Direction = 'rtl' | 'ltr'

/** A part of a text that runs one way; `alone` where it is to be kept apart from its neighbours, as a telephone number in Arabic is. */
export interface Stretch {
  text: string
  direction: Direction
  alone: boolean
}

/**
 * A text of one script cut where words of the other stand in it, which joined again is the text:
 * «طائرة F-16 أميركية» → «طائرة », F-16 (ltr), « أميركية». Spaces and signs between belong to the text around.
 */
export function stretches(text: string, direction: Direction): Stretch[] {
  const parts: Stretch[] = []
  let end = 0
  for (const { start, length, alone } of foreignPlaces(text, direction)) {
    if (start > end) parts.push({ text: text.slice(end, start), direction, alone: false })
    end = start + length
    parts.push({ text: text.slice(start, end), direction: direction === 'rtl' ? 'ltr' : 'rtl', alone })
  }
  if (end < text.length) parts.push({ text: text.slice(end), direction, alone: false })
  return parts
}

/**
 * The direction of a text whose language nobody stated (a title, an outlet, a reason): that of most of its letters, because an English reason may
 * begin with the Arabic word it speaks of; where there is none, the one given.
 */
export function directionOf(text: string, otherwise: Direction): Direction {
  const letters = text.match(/\p{L}/gu) ?? []
  if (letters.length === 0) return otherwise
  return 2 * letters.filter((letter) => rightToLeft.test(letter)).length > letters.length ? 'rtl' : 'ltr'
}

/** Whether all letters of a text are written one way, so that nothing beside it can be drawn in among them. */
export function runsOneWay(text: string, direction: Direction): boolean {
  return (text.match(/\p{L}/gu) ?? []).every((letter) => directionOf(letter, direction) === direction)
}

interface Place {
  start: number
  length: number
  alone: boolean
}

function foreignPlaces(text: string, direction: Direction): Place[] {
  const places: Place[] = []
  for (const found of text.matchAll(direction === 'rtl' ? foreignInArabic : arabicInForeign)) {
    const alone = found.groups?.['phone'] !== undefined
    if (!alone || isTelephone(found[0])) places.push({ start: found.index, length: found[0].length, alone })
  }
  return places
}

/**
 * Seven digits make a telephone number or an amount in groups, both read from the left. Years and other spans (2022-2023) and
 * dates (2023-10-17) are none: they run with the Arabic, as those who wrote them saw them.
 */
function isTelephone(text: string): boolean {
  return text.replace(/\P{Nd}/gu, '').length >= 7 && !/^\p{Nd}+-\p{Nd}+$|^\p{Nd}{4}-\p{Nd}{1,2}-\p{Nd}{1,2}$/u.test(text)
}

const arabicLetters = '\\u0620-\\u064A\\u066E-\\u06D3\\u06FA-\\u06FF\\u0750-\\u077F\\u0870-\\u08C9\\uFB50-\\uFDFF\\uFE70-\\uFEFC'
const rightToLeft = new RegExp(`[${arabicLetters}\\u0590-\\u05FF\\u0700-\\u074F]`)
/** Letters, marks and digits that go on an Arabic stretch, and ؟ ؛, which no English text has of its own. */
const arabicInside = `${arabicLetters}\\u0610-\\u061A\\u061B\\u061F\\u064B-\\u0669\\u06F0-\\u06F9`
const latinLetters = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}'
/** Signs that may stand between two Latin words of one stretch; brackets, quotes and the Arabic comma are not among them: they belong to the Arabic. */
const latinBetween = "[ \\u00A0.,:;/@&+#%?=_~'’‘–—-]"
const digit = '\\p{Nd}'

const telephone = `(?<phone>(?<!${digit})(?:\\+${digit}{1,15}|\\(?${digit}{2,5}\\)?[ \\u00A0-]${digit}{2,5})(?:[ \\u00A0-]\\(?${digit}{1,5}\\)?){0,6}(?!${digit}))`
/** Pictures: the faces of Arabic have none, and LibreOffice loses its place in a run where some signs come from another face. */
const pictures = '\\p{Extended_Pictographic}[\\u200D\\uFE0F\\p{Emoji_Modifier}\\p{Extended_Pictographic}]*'
const latinWord = `[${latinLetters}0-9][${latinLetters}\\u0300-\\u036F0-9]*`
/** Digits before a Latin letter (5G) are sought no further back than twenty places, or a mile of digits would take for ever. */
const latin = `[0-9]{0,20}(?=[${latinLetters}])${latinWord}(?:${latinBetween}{1,3}${latinWord})*`
const foreignInArabic = new RegExp(`${telephone}|${pictures}|${latin}`, 'gu')
const arabicInForeign = new RegExp(`[${arabicLetters}][${arabicInside}]*(?:[ \\u00A0.,،:/ـ-]{1,3}[${arabicInside}]+)*`, 'gu')
