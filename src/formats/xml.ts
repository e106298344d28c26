/** A piece of finished XML. Only `element` and `content` make it, so that no text gets into a file unescaped. */
export type Xml = string & { readonly kind: 'xml' }

export type Attributes = Record<string, string | number | undefined>

/** One element; attributes that are undefined are left out, and what it holds is finished XML. */
export function element(name: string, attributes: Attributes = {}, ...inside: (Xml | Xml[])[]): Xml {
  const held = joined(inside)
  return held === '' ? xml(`<${startOf(name, attributes)}/>`) : pair(name, attributes, xml(held))
}

/** One element with both its tags even when it holds nothing, as HTML wants it of all but a few. */
export function pair(name: string, attributes: Attributes = {}, ...inside: (Xml | Xml[])[]): Xml {
  return xml(`<${startOf(name, attributes)}>${joined(inside)}</${name}>`)
}

/** Text as it may stand in an element or attribute: escaped, without what XML forbids. */
export function content(text: string): Xml {
  // Most texts and nearly all attributes are plain; telling that is much quicker than four replacements.
  return xml(plain.test(text) ? text : permitted(text).replace(/[&<>"]/g, (char) => entities[char]!))
}

/** A whole file in UTF-8 around its outermost element. */
export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`
}

/** The text without the characters XML 1.0 forbids (its production 2, Char); half a surrogate pair becomes U+FFFD. */
export function permitted(text: string): string {
  return text.replace(forbidden, '').replace(/\p{Cs}/gu, '\uFFFD')
}

/** Nothing to escape, to drop or to mend. */
const plain = /^[\t\n\r !#-%'-;=?-\uD7FF\uE000-\uFFFD]*$/
const forbidden = /[^\t\n\r -\uFFFD]/g

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function joined(inside: (Xml | Xml[])[]): string {
  let all = ''
  for (const part of inside) all += typeof part === 'string' ? part : part.join('')
  return all
}

function startOf(name: string, attributes: Attributes): string {
  let start = name
  for (const attribute in attributes) {
    const value = attributes[attribute]
    if (value !== undefined) start += ` ${attribute}="${typeof value === 'number' ? value : content(value)}"`
  }
  return start
}

function xml(text: string): Xml {
  return text as Xml
}
