/** An English text with blanks where web and e-mail addresses, handles, hashtags and names of files stand, whose words are not its own; every offset stays. */
export function withoutAddresses(text: string): string {
  return telling.test(text) ? text.replace(address, (found) => ' '.repeat(found.length)) : text
}

/** Most texts have none of these signs, and need not be gone through. */
const telling = /[@#/]|\.[\p{L}\p{N}]/u

const letter = '[\\p{L}\\p{M}\\p{N}_]'
/** What an address begins with, tried only where it begins: a run of a hundred thousand signs is not tried from each of them. */
const run = '(?<![\\p{L}\\p{M}\\p{N}_.+%-])[\\p{L}\\p{M}\\p{N}_.+%-]+'
/** To the last sign before a space that ends no sentence, and closes no quotation. */
const rest = '[^\\s<>"“”«»—]*[\\p{L}\\p{M}\\p{N}_/=&#%]'
const domain = '[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+'
const files = 'pdf|docx?|xlsx?|pptx?|html?|txt|jpe?g|png|mp4|zip'

const kinds: readonly (readonly [kind: string, example: string])[] = [
  [`${run}://${rest}`, 'https://example.org/PMF'],
  [`(?<!${letter})[Ww]{3}\\.${rest}`, 'www.example.org'],
  [`(?<!${letter}|[.-])(?:[\\p{L}\\p{N}-]+\\.)+[a-z]{2,}/${rest}`, 't.me/PMF'],
  [`${run}@${domain}`, 'info@PMF.org'],
  [`${run}\\.(?:${files}|${files.toUpperCase()})(?!${letter})`, 'PMF.pdf'],
  [`[@#][\\p{N}_]*\\p{L}${letter}*`, '@PMF_Media, #PMF; but #1 is a number'],
]

const address = new RegExp(`(?:${kinds.map(([kind]) => kind).join('|')})(?:['’]s(?!${letter}))?`, 'gu')
